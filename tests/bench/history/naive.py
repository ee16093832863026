"""The obvious method: clusters matched from week to week by their Jaccard index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import polars as pl

from graph.lifecycle.tables import ACCOUNT_EVENTS, EVENTS
from graph.tables import Tables
from tests.bench.history.reported import Week
from tests.bench.history.truth import Accounts

WINDOW_WEEKS, ALIKE = 4, 0.3
NEWCOMER_WEEKS = 6
MEMBERS = {"cluster_id": pl.String, "account_key": pl.String}


def match_by_jaccard(weeks: Iterable[tuple[int, Tables, pl.DataFrame]]) -> Iterator[Week]:
    """Follow clusters from week to week by how many of their active accounts they share.

    Parameters
    ----------
    weeks : iterable of tuple
        ``(week, tables, clusters)``; clusters as ``cluster_id account_key``, of that week's
        detection, whatever their ids.

    Yields
    ------
    Week
        An account is active when it posted in the last `WINDOW_WEEKS`; a cluster is its active
        accounts, two at least. Clusters of consecutive weeks are matched when their Jaccard index
        is above `ALIKE`: one with several is a split, several with one a merger, one with none
        formed or dissolved; one that is like a dissolved one has reappeared. When a cluster loses
        an account, those that came into it in the last `NEWCOMER_WEEKS` are taken for its
        successors. What was collected is not asked.
    """
    follow = _Followed()
    for week, tables, clusters in weeks:
        yield week, *follow.week(_active(tables, clusters))


class _Followed:
    """Clusters as they were last week, and those that are gone."""

    def __init__(self) -> None:
        self._before: dict[str, Accounts] = {}
        self._gone: dict[str, Accounts] = {}
        self._numbers = 0
        self._came: dict[str, int] = {}
        self._weeks = 0

    def week(self, active: list[Accounts]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
        """Events, account events and members of one more week."""
        events: list[tuple[str, str, list[str], list[str], Accounts, Accounts]] = []
        ids, past = self._names(active)
        now = dict(zip(ids, active, strict=True))
        later = defaultdict(list)
        for name, origins in past.items():
            for origin in origins:
                later[origin].append(name)
        for name, accounts in now.items():
            events += self._told(name, accounts, past[name], later)
        for name, accounts in self._before.items():
            if len(later[name]) > 1:
                events.append(("split", name, [name], later[name], frozenset(), frozenset()))
            elif not later[name]:
                events.append(("dissolved", name, [name], [], frozenset(), accounts))
                self._gone[name] = accounts
        account_events = self._accounts(now, past)
        for name in now:
            self._gone.pop(name, None)
        self._before = now
        return _events(events), account_events, _members(now)

    def _names(self, active: list[Accounts]) -> tuple[list[str], dict[str, list[str]]]:
        """The id of each cluster, and the clusters of last week that it comes from."""
        ids: list[str] = []
        past: dict[str, list[str]] = {}
        for accounts in active:
            like = sorted(
                ((_jaccard(accounts, old), name) for name, old in self._before.items()),
                reverse=True,
            )
            origins = [name for share, name in like if share > ALIKE]
            name = next((each for each in origins if each not in ids), None)
            if not origins:
                again = [(_jaccard(accounts, old), each) for each, old in self._gone.items()]
                best = max(again, default=(0.0, ""))
                name = best[1] if best[0] > ALIKE and best[1] not in ids else None
            if name is None:
                self._numbers += 1
                name = f"N{self._numbers}"
            ids.append(name)
            past[name] = origins
        return ids, past

    def _told(
        self, name: str, accounts: Accounts, origins: list[str], later: dict[str, list[str]]
    ) -> Iterator[tuple[str, str, list[str], list[str], Accounts, Accounts]]:
        """What became of a cluster of this week."""
        nobody: Accounts = frozenset()
        if not origins:
            kind = "reappeared" if name in self._gone else "formed"
            yield kind, name, [name] if name in self._gone else [], [name], accounts, nobody
        elif len(origins) > 1:
            yield "merged", name, origins, [name], nobody, nobody
        elif len(later[origins[0]]) == 1:
            old = self._before[origins[0]]
            if accounts - old:
                yield "grown", name, origins, [name], accounts - old, nobody
            if old - accounts:
                yield "shrunk", name, origins, [name], nobody, old - accounts

    def _accounts(self, now: dict[str, Accounts], past: dict[str, list[str]]) -> pl.DataFrame:
        """Who vanished from clusters, and who came in their stead."""
        self._weeks += 1
        here = frozenset().union(*now.values())
        gone = frozenset().union(*self._before.values()) - here
        rows: list[tuple[str, str, str | None]] = [("vanished", key, None) for key in sorted(gone)]
        for name, accounts in now.items():
            old = frozenset().union(*(self._before[each] for each in past[name]))
            self._came |= dict.fromkeys(accounts - old if old else (), self._weeks)
            new = [key for key in sorted(accounts) if self._is_new(key)]
            rows += [("successor", key, of) for key in new for of in sorted(old & gone)]
        made = pl.DataFrame(
            rows,
            schema={"kind": pl.String, "account_key": pl.String, "of": pl.String},
            orient="row",
        )
        return pl.concat([ACCOUNT_EVENTS.to_frame(), made], how="diagonal")

    def _is_new(self, account: str) -> bool:
        """Whether an account came into a cluster lately."""
        return self._came.get(account, -NEWCOMER_WEEKS) > self._weeks - NEWCOMER_WEEKS


def _active(tables: Tables, clusters: pl.DataFrame) -> list[Accounts]:
    """The active accounts of each cluster that has two."""
    since = date.fromisoformat(tables.as_of) - timedelta(weeks=WINDOW_WEEKS)
    lately = tables.posts.filter(pl.col("posted_at").dt.date() > since).select("account_key")
    grouped = (
        clusters.join(lately.unique(), on="account_key")
        .group_by("cluster_id")
        .agg(pl.col("account_key").sort())
        .filter(pl.col("account_key").list.len() > 1)
    )
    return sorted((frozenset(row[1]) for row in grouped.iter_rows()), key=sorted)


def _jaccard(one: Accounts, other: Accounts) -> float:
    """Share of all accounts of two clusters that are in both."""
    return len(one & other) / len(one | other)


def _events(
    rows: list[tuple[str, str, list[str], list[str], Accounts, Accounts]],
) -> pl.DataFrame:
    """Events as a table."""
    made = [
        {"kind": kind, "cluster": name, "from": origins, "to": outcomes,
         "accounts_added": sorted(added), "accounts_removed": sorted(removed),
         "accounts_back": [], "accounts_found": [], "cause": "activity", "share_of_runs": 1.0,
         "surprise": 0.0}
        for kind, name, origins, outcomes, added, removed in rows
    ]  # fmt: skip
    return pl.DataFrame(made, schema=EVENTS)


def _members(clusters: dict[str, Accounts]) -> pl.DataFrame:
    """Clusters as a table."""
    rows = [(name, key) for name, accounts in clusters.items() for key in sorted(accounts)]
    return pl.DataFrame(rows, schema=MEMBERS, orient="row")
