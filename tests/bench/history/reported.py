"""Events as they are reported, with the accounts of the clusters that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from tests.bench.history.truth import Accounts

CONTINUED, FOUND = "continued", "found"
_NAMED = ("accounts_added", "accounts_removed", "accounts_back")

Week = tuple[int, pl.DataFrame, pl.DataFrame, pl.DataFrame]
"""``(week, events, account events, members)``: what a method gives for a week, in the schemas
`graph.lifecycle.tables.EVENTS` and `ACCOUNT_EVENTS`, and ``cluster_id account_key``."""


class Reported(NamedTuple):
    """One event that a method reported.

    Attributes
    ----------
    kind : str
    week : int
    accounts : frozenset of str
        Of the cluster, or of all that it became.
    named : frozenset of str
        Those that are said to have come, gone, come back or been found.
    """

    kind: str
    week: int
    accounts: Accounts
    named: Accounts


class Replay(NamedTuple):
    """All that a method reported over the weeks.

    Attributes
    ----------
    events : list of Reported
    account_events : list of tuple
        ``(week, kind, account, of)``.
    ids : dict of int to dict of str to str
        By week, the cluster of each account.
    """

    events: list[Reported]
    account_events: list[tuple[int, str, str, str | None]]
    ids: dict[int, dict[str, str]]


def gather(weeks: Iterable[Week]) -> Replay:
    """Go through the weeks of a method, one after the other.

    Parameters
    ----------
    weeks : iterable of tuple
        `Week`, in their order.

    Returns
    -------
    Replay
        An event with ``accounts_found`` is one more event, ``found``, beside its own kind;
        ``continued`` by itself is none.
    """
    replay = Replay([], [], {})
    latest: dict[str, Accounts] = {}
    for week, events, account_events, members in weeks:
        now = _by_cluster(members)
        replay.ids[week] = dict(members.select("account_key", "cluster_id").iter_rows())
        replay.events.extend(_read(week, events, now, latest))
        kinds = account_events.select("kind", "account_key", "of")
        replay.account_events.extend((week, *row) for row in kinds.iter_rows())
        latest |= now
    return replay


def _by_cluster(members: pl.DataFrame) -> dict[str, Accounts]:
    """The accounts of each cluster."""
    grouped = members.group_by("cluster_id").agg("account_key")
    return {str(name): frozenset(accounts) for name, accounts in grouped.iter_rows()}


def _read(
    week: int, events: pl.DataFrame, now: dict[str, Accounts], latest: dict[str, Accounts]
) -> Iterator[Reported]:
    """The events of a week."""
    for row in events.iter_rows(named=True):
        named = frozenset(key for name in _NAMED for key in row[name] or [])
        found = frozenset(row["accounts_found"] or [])
        ids = [row["cluster"], *(row["to"] or [])]
        accounts = _all(now, ids) or _all(latest, [*ids, *(row["from"] or [])])
        if row["kind"] == "dissolved":
            accounts |= _all(latest, row["from"] or [])
        everybody = accounts | named | found
        if row["kind"] != CONTINUED:
            yield Reported(row["kind"], week, everybody, named)
        if found:
            yield Reported(FOUND, week, everybody, found)


def _all(clusters: dict[str, Accounts], ids: list[str]) -> Accounts:
    """The accounts of some clusters together."""
    return frozenset().union(*(clusters.get(name, frozenset()) for name in ids))
