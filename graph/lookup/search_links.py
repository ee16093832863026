"""What hangs on something found: who publishes it, which posts have it, which clusters hold it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.lookup.search_matches import (
    HOLDS,
    KEY,
    MENTIONS,
    MOST,
    NAMES,
    NUMBER,
    PUBLISHES,
    REACH,
    Matches,
    Only,
    matches_of,
    put_together,
)
from graph.store import GraphStore

LEAST_DIGITS = 5
NONE = Matches()


def match_digits(store: GraphStore, readings: Sequence[str], only: Only) -> Matches:
    """Find contact details whose value ends in, or else holds, some digits.

    Parameters
    ----------
    store : GraphStore
    readings : sequence of str
        The digits, in each way that they may be meant; those of fewer than five are passed over.
    only : Only
        Contact details are on no platform and of no time: none is found where one is asked for.
    """
    if only != Only():
        return NONE
    asked = [digits for digits in readings if len(digits) >= LEAST_DIGITS]
    rows = [
        store.run("search_number", digits=digits, reach=REACH, limit=MOST + 1) for digits in asked
    ]
    return put_together(matches_of(each, NUMBER) for each in rows)


def match_publishers(store: GraphStore, details: Sequence[str], only: Only) -> Matches:
    """Find accounts that publish contact details, those with most posts of them first."""
    if not details or only.period:
        return NONE
    rows = store.run(
        "search_publishers", keys=list(details), platform=only.platform, limit=MOST + 1
    )
    return matches_of(rows, PUBLISHES)


def match_mentions(store: GraphStore, details: Sequence[str], only: Only) -> Matches:
    """Find posts that mention contact details in any writing, the newest first."""
    return _posts_of(store, "search_mentioning", MENTIONS, details, only)


def match_naming(store: GraphStore, taxa: Sequence[str], only: Only) -> Matches:
    """Find posts that name taxa by any of their names, the newest first."""
    return _posts_of(store, "search_naming", NAMES, taxa, only)


def match_members(
    store: GraphStore, accounts: Sequence[str], snapshot: str | None, only: Only
) -> Matches:
    """Find a snapshot's clusters that accounts are in, those with most of them first."""
    if not accounts or snapshot is None or only.period:
        return NONE
    rows = store.run("search_members", keys=list(accounts), snapshot=snapshot, limit=MOST + 1)
    return matches_of(rows, HOLDS)


def match_cluster_ids(store: GraphStore, beginnings: Sequence[str], only: Only) -> Matches:
    """Find clusters whose keys begin in one of some ways."""
    if only != Only():
        return NONE
    rows = [
        store.run("search_clusters", prefix=beginning, limit=MOST + 1) for beginning in beginnings
    ]
    return put_together(matches_of(each, KEY) for each in rows)


def _posts_of(store: GraphStore, query: str, way: str, keys: Sequence[str], only: Only) -> Matches:
    """Find posts with what has some keys."""
    if not keys:
        return NONE
    since, until = only.span
    rows = store.run(
        query,
        keys=list(keys),
        reach=REACH,
        platform=only.platform,
        since=since,
        until=until,
        limit=MOST + 1,
    )
    return matches_of(rows, way)
