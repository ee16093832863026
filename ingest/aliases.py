"""Keys that the platform itself says are one account or one group, and the key that stands for all.

A changed number and a group that became a supergroup are stated by the platform. Names that agree
are never an alias.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import polars as pl

TOLERANCE = timedelta(days=1)


@dataclass(frozen=True)
class Aliases:
    """The key that stands for an account or a group, for those that have several.

    Attributes
    ----------
    accounts, groups : dict of str to str
        From each other key to the one that stands for it: the latest.
    """

    accounts: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    def resolved(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Put the key that stands for all into a table's ``account_key`` and ``group_key``."""
        columns = frame.collect_schema().names()
        return frame.with_columns(
            pl.col(column).replace(mapping)
            for column, mapping in (("account_key", self.accounts), ("group_key", self.groups))
            if mapping and column in columns
        )


def aliases_of(stated: pl.DataFrame, last_seen: pl.DataFrame) -> Aliases:
    """Work out which key stands for which.

    Parameters
    ----------
    stated : polars.DataFrame
        ``kind key same_as seen_at``; see `graph.records.ALIASES`.
    last_seen : polars.DataFrame
        ``account_key last_seen``: when each account was last active.

    Returns
    -------
    Aliases
        Of keys joined by several statements, the last one's ``same_as`` stands for all. An
        account that is active a day after it became another has been taken over by somebody
        else (numbers are given out again), and stays itself.
    """
    in_use = (
        stated.filter(pl.col("kind") == "account")
        .join(last_seen, left_on="key", right_on="account_key")
        .filter(pl.col("last_seen") > pl.col("seen_at") + TOLERANCE)
    )
    kept = stated.join(in_use, on=["kind", "key", "same_as", "seen_at"], how="anti")
    return Aliases(
        accounts=_standing(kept.filter(pl.col("kind") == "account")),
        groups=_standing(kept.filter(pl.col("kind") == "group")),
    )


def _standing(stated: pl.DataFrame) -> dict[str, str]:
    """Map each key to the one that stands for its like."""
    ordered = stated.sort("seen_at", "same_as", "key", nulls_last=False)
    pairs: list[tuple[str, str]] = ordered.select("key", "same_as").rows()
    last = {key: at for at, pair in enumerate(pairs) for key in pair}
    standing: dict[str, str] = {}
    for alike in _connected(pairs):
        chosen = pairs[max(last[key] for key in alike)][1]
        standing |= {key: chosen for key in alike if key != chosen}
    return standing


def _connected(pairs: list[tuple[str, str]]) -> Iterator[set[str]]:
    """Gather the keys that statements join, directly or through others."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph(pairs)
    yield from nx.connected_components(graph)
