"""How the sources of a workspace stand: what was refused, assumed, cut off, or is kept too long."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph import keys
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.source_record import SourceRecord


@dataclass(frozen=True)
class SourceStanding:
    """A source with what a person may have to look at.

    Attributes
    ----------
    record : SourceRecord
    is_cut_off : bool
        Its loading into the graph has not come to its end.
    zone_assumed : bool
        It does not say of which time zone its times are, and nobody said so when it was taken in.
    is_past : bool
        The date until which it may be kept has passed.
    """

    record: SourceRecord
    is_cut_off: bool
    zone_assumed: bool
    is_past: bool

    @property
    def is_refused(self) -> bool:
        """Whether any of its rows was refused."""
        return self.record.rows_rejected > 0

    @property
    def is_assumed(self) -> bool:
        """Whether its reader assumed or passed over anything."""
        return bool(self.record.notices)


def sources_standing(
    workspace: Workspace, cut_off: Collection[str], today: date
) -> list[SourceStanding]:
    """Tell how the sources stand, those taken in last first.

    Parameters
    ----------
    workspace : Workspace
    cut_off : collection of str
        Keys of the sources whose loading has not come to its end.
    today : date
        Against which the dates are held until which sources may be kept.

    Notes
    -----
    Cost is linear in the sources, and in one column of the posts.
    """
    archive = Screened(workspace)
    assumed = (
        archive.all_records("posts").filter("time_zone_assumed").select("source").unique().collect()
    )
    without_zone = set(assumed["source"])
    return [
        SourceStanding(
            record=each,
            is_cut_off=keys.source(each.sha256) in cut_off,
            zone_assumed=each.sha256 in without_zone,
            is_past=_is_past(each.retention, today),
        )
        for each in reversed(archive.sources())
    ]


def _is_past(retention: str | None, today: date) -> bool:
    """Whether a date, if it is one, has passed."""
    try:
        return date.fromisoformat((retention or "")[:10]) < today
    except ValueError:
        return False
