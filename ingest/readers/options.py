"""What a reader is told about a source besides its bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ingest.readers.layout import Layout

if TYPE_CHECKING:
    from ingest.readers.mapping import Mapping


@dataclass(frozen=True)
class ReadOptions:
    """What a reader is told about a source besides its bytes.

    Attributes
    ----------
    platform : str or None
        Platform of rows that do not name one; null when every row must.
    region : str or None
        ISO 3166 code of the country whose national phone numbers are meant.
    time_zone : str or None
        IANA name of the zone of times that carry none; null means UTC, marked as assumed.
    collected_at : datetime or None
        When the source was collected (UTC), for sightings that carry no time of their own.
    mapping : Mapping or None
        How the columns of a foreign table become those of the plain table.
    date_order : {"dmy", "mdy", "ymd"} or None
        Order of the numbers in dates that do not say; null: told from the file.
    chat : str or None
        Id of the chat of an export that carries none; null: told from the file.
    encoding : str or None
        Of text files; null: as the mapping says, else told from the file.
    private : frozenset of str
        What to read of the private part of a whole account: names or ids of private chats,
        ``contacts``, ``sessions``.
    """

    platform: str | None = None
    region: str | None = None
    time_zone: str | None = None
    collected_at: datetime | None = None
    mapping: Mapping | None = None
    date_order: str | None = None
    chat: str | None = None
    encoding: str | None = None
    private: frozenset[str] = frozenset()

    @property
    def layout(self) -> Layout:
        """How table files are laid out."""
        layout = self.mapping.layout if self.mapping else Layout()
        return replace(layout, encoding=self.encoding or layout.encoding)
