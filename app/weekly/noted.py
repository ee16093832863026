"""What earlier runs did, as the journal tells it: there is no other record that could differ."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from graph.workspace import Workspace
from ingest.journal import Journal

RUN, REPORT, MAIL = "weekly", "weekly report", "weekly mail"


@dataclass(frozen=True)
class Reported:
    """What is kept of a report once it is written: counts and clusters' ids, nothing else.

    Attributes
    ----------
    week : str
        ISO week.
    snapshot : str
    notable : int
        Changes of note.
    followed : int
        Clusters followed.
    not_collected : int
        Places without a post in the week.
    watch_hits : int
    clusters : tuple of str
        Ids of those with changes of note, the most surprising first.
    """

    week: str
    snapshot: str
    notable: int
    followed: int
    not_collected: int
    watch_hits: int
    clusters: tuple[str, ...]


def reported_of(report: dict[str, Any]) -> Reported:
    """Take from a report what is kept of it."""
    notable = [each for each in (*report["events"], *report["account_events"]) if each["notable"]]
    places = report["coverage"]["places"]
    return Reported(
        week=report["period"]["week"],
        snapshot=report["snapshot"],
        notable=len(notable),
        followed=report["figures"]["clusters_ever"],
        not_collected=sum(each["status"] == "not observed" for each in places),
        watch_hits=len(report["watch_hits"]),
        clusters=tuple(dict.fromkeys(each["cluster"] for each in notable if each["cluster"])),
    )


class Noted:
    """The entries of unattended runs in a workspace's journal.

    Parameters
    ----------
    workspace : Workspace
    who : str
        Who makes further entries.
    """

    def __init__(self, workspace: Workspace, who: str) -> None:
        self._journal = Journal(workspace)
        self._who = who

    def weeks(self) -> set[str]:
        """Name the weeks that were reported."""
        return {entry["about"] for entry in self._journal.entries(REPORT)}

    def is_unfinished(self) -> bool:
        """Whether something was archived after the last run that came to its end.

        A run that was cut off may have archived sources that the graph does not hold.
        """
        kinds = [entry["kind"] for entry in self._journal.entries()]
        return "ingest" in kinds[_after_last(kinds, RUN) :]

    def to_be_mailed(self) -> list[Reported]:
        """List reports that were to be mailed and are not yet, the oldest first."""
        sent = {entry["about"] for entry in self._journal.entries(MAIL)}
        waiting = {
            entry["about"]: _reported(entry)
            for entry in self._journal.entries(REPORT)
            if entry["to_mail"] and entry["about"] not in sent
        }
        return [waiting[week] for week in sorted(waiting)]

    def note_report(self, made: Reported, *, to_mail: bool) -> None:
        """Note that a report was written."""
        facts = asdict(made)
        self._journal.append(REPORT, self._who, about=facts.pop("week"), to_mail=to_mail, **facts)

    def note_mail(self, made: Reported) -> None:
        """Note that a report was mailed."""
        self._journal.append(MAIL, self._who, about=made.week)

    def note_run(self, *, taken: int, failed: int, waiting: int, reports: int) -> None:
        """Note that a run came to its end."""
        self._journal.append(
            RUN, self._who, taken=taken, failed=failed, waiting=waiting, reports=reports
        )


def _after_last(kinds: list[str], kind: str) -> int:
    """Where what comes after the last entry of a kind begins."""
    return len(kinds) - kinds[::-1].index(kind) if kind in kinds else 0


def _reported(entry: dict[str, Any]) -> Reported:
    """Read what an entry keeps of a report."""
    return Reported(
        week=entry["about"],
        snapshot=entry["snapshot"],
        notable=entry["notable"],
        followed=entry["followed"],
        not_collected=entry["not_collected"],
        watch_hits=entry["watch_hits"],
        clusters=tuple(entry["clusters"]),
    )
