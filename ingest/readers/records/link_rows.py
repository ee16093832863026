"""What a reader tells of relations that are no posts, until there is enough for a batch."""

from __future__ import annotations

from ingest.readers.options import ReadOptions
from ingest.readers.records.link_table import LinkTable
from ingest.readers.told_rows import ToldRows


class LinkRows(ToldRows):
    """Links from the items of a source; used as `ToldRows` is.

    Each row that is told has the columns of `columns.LINK_COLUMNS`: ``from``, ``to`` and ``kind``,
    and where known ``time``, ``amount``, ``currency``, ``source``, ``grade``, ``handling`` and
    ``collected_at``; whatever has another name is kept with the link. Where the key of an end is
    known, ``from_key`` or ``to_key`` takes the place of ``from`` or ``to``.

    Parameters
    ----------
    options : ReadOptions
        Region, platform and time zone of rows that do not name one.
    file_id : str
        As `ingest.readers.records.file_id.file_id` gives it.
    time_format : str, optional
        The tool's own form of times, tried before the common ones.
    """

    def __init__(self, options: ReadOptions, file_id: str, time_format: str | None = None) -> None:
        super().__init__(options, table=LinkTable(options, file_id, time_format, told=True))
