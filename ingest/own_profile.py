"""What the archive holds of our own side, for those who ask for it by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import polars as pl
from rapidfuzz import process

from graph.workspace import Workspace
from ingest.evidence import SourceTables, account_keys, belongings, read_sources, stacked
from ingest.screened import Unscreened
from ingest.totals import compute_totals

NEAREST = 3
LIKE_ENOUGH = 80


@dataclass(frozen=True)
class OwnProfile:
    """An account of our own side, as the archive has it.

    Attributes
    ----------
    described : dict
        A row of `ingest.totals.Totals.accounts`; empty when no source speaks of the account.
    groups : list of dict
        Rows of `ingest.totals.Totals.memberships`, with ``name`` (null where no source gives one)
        and ``members``, all known accounts of the group; the latest seen first.
    posts : int
        Its distinct posts.
    """

    described: dict[str, Any]
    groups: list[dict[str, Any]]
    posts: int


def own_profile(workspace: Workspace, key: str) -> OwnProfile:
    """Read what the archive holds of one account, our own side or not."""
    sources = read_sources(Unscreened(workspace))
    if not sources:
        return OwnProfile({}, [], 0)
    narrowed = [_of_account(source, key) for source in sources]
    totals = compute_totals(narrowed, narrowed)
    posts = stacked(narrowed, lambda each: each.posts).select(pl.col("post_key").n_unique())
    return OwnProfile(
        described=next(iter(totals.accounts.filter(account_key=key).to_dicts()), {}),
        groups=_groups(sources, totals.memberships),
        posts=int(posts.collect().item()),
    )


def unknown_keys(workspace: Workspace, keys: Iterable[str]) -> dict[str, list[str]]:
    """Find the keys of which no source speaks, with the accounts' keys that are most like each."""
    sources = read_sources(Unscreened(workspace))
    known = {key for source in sources for key in account_keys(source)["account_key"]}
    details = {
        key
        for source in sources
        for key in source.details.select(pl.col("detail_key").unique()).collect().to_series()
    }
    return {
        key: [
            near
            for near, _, _ in process.extract(key, known, limit=NEAREST, score_cutoff=LIKE_ENOUGH)
        ]
        for key in keys
        if key not in known and key not in details
    }


def _of_account(source: SourceTables, key: str) -> SourceTables:
    """Keep what a source says of one account."""
    is_it = pl.col("account_key") == key
    return replace(
        source,
        posts=source.posts.filter(is_it),
        memberships=source.memberships.filter(is_it),
        accounts=source.accounts.filter(is_it),
        aliases=source.aliases.filter(pl.lit(value=False)),
        details=source.details.filter(is_it),
    )


def _groups(sources: list[SourceTables], memberships: pl.DataFrame) -> list[dict[str, Any]]:
    """Give memberships the names of their groups, and how many accounts these have."""
    members = (
        stacked(sources, belongings)
        .join(memberships.lazy(), on="group_key", how="semi")
        .group_by("group_key")
        .agg(members=pl.col("account_key").n_unique())
        .collect()
    )
    names = (
        stacked(sources, lambda each: each.groups)
        .drop_nulls("name")
        .sort("known_at", "name")
        .group_by("group_key")
        .agg(pl.col("name").last())
        .collect()
    )
    return (
        memberships.drop("account_key")
        .join(names, on="group_key", how="left")
        .join(members, on="group_key", how="left")
        .sort("last_seen", "group_key", descending=[True, False], nulls_last=True)
        .to_dicts()
    )
