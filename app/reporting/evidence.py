"""Why an event is told: the sentences and posts behind it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import polars as pl

from graph.detection import Detection

PAIR = ["account_a", "account_b"]
MOST_REASONS = 4
MOST_POSTS = 8


def why_of(
    event: dict[str, Any], before: Detection | None, now: Detection
) -> tuple[list[str], list[str]]:
    """Give the sentences that say why an event is told, and the posts that show it.

    Parameters
    ----------
    event : dict
        A row of `graph.lifecycle.tables.EVENTS`.
    before, now : Detection

    Returns
    -------
    tuple of two lists of str
        At most four sentences, the strongest evidence first, and eight posts.
    """
    if event["kind"] in {"dissolved", "shrunk"} and event["cause"] == "activity":
        return _silence(event, now), []
    day, side, other = _asked(event, before, now)
    if day is None:
        return [], []
    reasons = (
        _between(day.reasons, side, other)
        .filter("counted", pl.col("bits") > 0)
        .sort("bits", "sentence", descending=[True, False])
    )
    posts = reasons["posts"].explode().drop_nulls().unique(maintain_order=True)
    sentences = reasons["sentence"].unique(maintain_order=True)
    return sentences.head(MOST_REASONS).to_list(), posts.head(MOST_POSTS).to_list()


def _asked(
    event: dict[str, Any], before: Detection | None, now: Detection
) -> tuple[Detection | None, Collection[str], Collection[str]]:
    """Say between whom evidence is looked for, and on which day."""
    if event["kind"] in {"split", "shrunk", "dissolved"}:
        if before is None:
            return None, (), ()
        members = _members(before, event["from"])
        return before, event["accounts_removed"] or members, members
    members = _members(now, event["to"])
    if event["kind"] == "merged" and before is not None:
        first = _members(before, event["from"][:1])
        return now, first, members - first
    new = event["accounts_added"] or event["accounts_found"] or event["accounts_back"]
    return now, new or members, members


def _members(found: Detection, clusters: list[str]) -> set[str]:
    """Accounts of clusters."""
    return set(found.members.filter(pl.col("cluster_id").is_in(clusters))["account_key"])


def _between(reasons: pl.DataFrame, side: Collection[str], other: Collection[str]) -> pl.DataFrame:
    """Reasons of ties that lead from one side to the other."""
    here, there = (pl.Series(sorted(each), dtype=pl.String).implode() for each in (side, other))
    one, two = (pl.col(name) for name in PAIR)
    return reasons.filter(
        (one.is_in(here) & two.is_in(there)) | (two.is_in(here) & one.is_in(there))
    )


def _silence(event: dict[str, Any], now: Detection) -> list[str]:
    """Say since when accounts are not seen."""
    removed = pl.Series(event["accounts_removed"], dtype=pl.String).implode()
    silent = now.presence.filter(pl.col("account_key").is_in(removed)).sort(
        "last_seen", "account_key"
    )
    return [
        f"{account} was last seen on {last:%d %B %Y}; its groups were observed on "
        f"{round(days)} days since."
        for account, last, days in silent.select("account_key", "last_seen", "silent_days")
        .head(MOST_REASONS)
        .iter_rows()
    ]
