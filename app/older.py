"""Whether a detection is older than the material and the judgements that it should rest on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.judged import SUCCESSOR
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.judgements import HIT, LEGALITY
from ingest.own import NOT_OWN, OWN
from ingest.withdrawals import TAKE_BACK, WITHDRAW

_TAKEN_IN = ("ingest", "read more", "pictures")


@dataclass(frozen=True)
class Since:
    """What has changed since the latest detection.

    Attributes
    ----------
    sources : int
        Taken in, or read further.
    withdrawn : int
        Withdrawn, or taken back.
    judged : int
        Judgements that detection heeds.
    own : int
        Decisions about our own side.
    """

    sources: int = 0
    withdrawn: int = 0
    judged: int = 0
    own: int = 0

    def __bool__(self) -> bool:
        """Whether anything has."""
        return any((self.sources, self.withdrawn, self.judged, self.own))


def since_detection(workspace: Workspace) -> Since:
    """Count what people have done since networks were detected last.

    Returns
    -------
    Since
        Nothing where networks were never detected.

    Notes
    -----
    Cost is linear in the entries of the journal.
    """
    entries = Journal(workspace).entries()
    last = max((at for at, each in enumerate(entries) if each.get("kind") == "detect"), default=-1)
    if last < 0:
        return Since()
    done: Counter[str] = Counter()
    for each in entries[last + 1 :]:
        kind = str(each.get("kind"))
        if kind == "judge" and each.get("about") in (LEGALITY, HIT, SUCCESSOR):
            continue
        done[kind] += 1
    return Since(
        sources=sum(done[kind] for kind in _TAKEN_IN),
        withdrawn=done[WITHDRAW] + done[TAKE_BACK],
        judged=done["judge"],
        own=done[OWN] + done[NOT_OWN],
    )
