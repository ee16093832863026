"""Directed interaction as it is looked up: who turned to whom, how often and how."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from graph.store import GraphStore


@dataclass(frozen=True)
class Turn:
    """One kind of interaction of an ordered pair of accounts.

    Attributes
    ----------
    kind, form : str
        As `graph.dossier.tables.INTERACTIONS`.
    times : int
    first_seen, last_seen : str or None
        UTC, ISO 8601.
    posts : tuple of str
        Keys of up to three posts; none for what was recorded elsewhere.
    sentence : str
        The same for a person, of "the other account".
    """

    kind: str
    form: str
    times: int
    first_seen: str | None
    last_seen: str | None
    posts: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class AccountTrade:
    """Interaction seen from one account; ``is_outgoing``: it turned to the other one."""

    account_key: str
    platform: str
    handle: str | None
    name: str | None
    is_outgoing: bool
    times: int
    first_seen: datetime | None
    last_seen: datetime | None
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Trade:
    """Interaction of one account towards another one."""

    from_key: str
    to_key: str
    times: int
    first_seen: datetime | None
    last_seen: datetime | None
    turns: tuple[Turn, ...]


def list_trades(
    store: GraphStore, key: str, *, skip: int = 0, limit: int = 100
) -> list[AccountTrade]:
    """List interaction of an account in the latest snapshot, most often first, some at a time."""
    rows = store.run("account_trades", key=key, skip=skip, limit=limit)
    return [AccountTrade(turns=_turns(row.pop("facts")), **row) for row in rows]


def count_trades(store: GraphStore, key: str) -> int:
    """Count accounts that an account turned to, and those that turned to it."""
    found = store.run("account_trades_count", key=key)[0]
    return int(found["outgoing"]) + int(found["incoming"])


def list_trades_within(store: GraphStore, cluster_key: str, *, limit: int = 200) -> list[Trade]:
    """List interaction between members of a cluster of the latest snapshot, most often first."""
    rows = store.run("cluster_trades", key=cluster_key, limit=limit)
    return [Trade(turns=_turns(row.pop("facts")), **row) for row in rows]


def _turns(facts: list[str]) -> tuple[Turn, ...]:
    """Read what `graph.result_rows.trade_rows` wrote."""
    read = (json.loads(each) for each in facts)
    return tuple(Turn(**{**each, "posts": tuple(each["posts"] or ())}) for each in read)
