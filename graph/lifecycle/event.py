"""One event of a cluster, while it is being found out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from graph.lifecycle.tables import EVENTS

ACTIVITY, EVIDENCE, JUDGEMENT = "activity", "evidence", "judgement"


@dataclass(frozen=True)
class Event:
    """What became of a cluster; as of `graph.lifecycle.tables.EVENTS`.

    Attributes
    ----------
    kind, cluster : str
    origins, outcomes : tuple of str
        Ids before and now.
    added, removed, back, found : tuple of str
        Accounts.
    cause : str
        ``activity``, ``evidence`` or ``judgement``.
    share_of_runs, surprise : float
    """

    kind: str
    cluster: str
    origins: tuple[str, ...]
    outcomes: tuple[str, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    cause: str = EVIDENCE
    share_of_runs: float = 1.0
    surprise: float = 0.0


def as_table(events: Iterable[Event]) -> pl.DataFrame:
    """Give events as `EVENTS`, the most surprising first, then by kind and cluster."""
    rows = [
        {
            "kind": each.kind, "cluster": each.cluster,
            "from": list(each.origins), "to": list(each.outcomes),
            "accounts_added": list(each.added), "accounts_removed": list(each.removed),
            "accounts_back": list(each.back), "accounts_found": list(each.found),
            "cause": each.cause, "share_of_runs": each.share_of_runs, "surprise": each.surprise,
        }
        for each in events
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=EVENTS).sort(
        "surprise", "kind", "cluster", descending=[True, False, False]
    )
