"""What all sources together say of the things that the sources to be loaded speak of.

Totals are computed anew from the archive as sets, never added to what the graph holds, so that
overlapping sources, a rerun and a rebuild give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from ingest.evidence import (
    MEMBERSHIP_KEYS,
    SourceTables,
    account_keys,
    belongings,
    group_keys,
    stacked,
)

PUBLICATION_KEYS = ["account_key", "detail_key"]


@dataclass(frozen=True)
class Totals:
    """Totals over all sources for what the pending ones speak of.

    Attributes
    ----------
    accounts : polars.DataFrame
        ``account_key native_id handle name names url bio``: the latest that is said of each.
    groups : polars.DataFrame
        ``group_key native_id name names``.
    memberships : polars.DataFrame
        ``account_key group_key role first_seen last_seen``.
    publications : polars.DataFrame
        ``account_key detail_key posts first_seen last_seen``; ``posts`` counts distinct posts.
    reaches : polars.DataFrame
        ``detail_key account_key``: the detail is that account's own handle or number.
    shared_posts : polars.DataFrame
        ``post_key position is_latest``: posts of more than one source, a row for each.
    """

    accounts: pl.DataFrame
    groups: pl.DataFrame
    memberships: pl.DataFrame
    publications: pl.DataFrame
    reaches: pl.DataFrame
    shared_posts: pl.DataFrame


def compute_totals(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> Totals:
    """Compute the totals of what the pending sources speak of.

    Parameters
    ----------
    sources : sequence of SourceTables
        All that count, in order of ingestion.
    pending : sequence of SourceTables
        Those to be loaded, a part of ``sources``; at least one.

    Returns
    -------
    Totals

    Notes
    -----
    One pass over each table of the archive; memory grows with what the pending sources touch,
    without the texts of posts.
    """
    accounts = pl.concat([account_keys(each) for each in pending]).unique()
    groups = pl.concat([group_keys(each) for each in pending]).unique()
    return Totals(
        accounts=_latest_accounts(sources, accounts),
        groups=_latest_groups(sources, groups),
        memberships=_memberships(sources, pending),
        publications=_publications(sources, pending),
        reaches=_reaches(sources),
        shared_posts=_shared_posts(sources, pending),
    )


def _latest_accounts(sources: Sequence[SourceTables], touched: pl.DataFrame) -> pl.DataFrame:
    """Compute the latest that any source says of each account, field by field."""
    said = stacked(sources, lambda each: each.accounts).sort(
        "seen_at", "position", "locator", nulls_last=False
    )
    fields = ["native_id", "handle", "name", "url", "bio"]
    latest = said.group_by("account_key").agg(
        *[pl.col(field).drop_nulls().last() for field in fields],
        names=pl.concat_list("name", "handle").explode().drop_nulls().unique(maintain_order=True),
    )
    return touched.lazy().join(latest, on="account_key", how="left").collect()


def _latest_groups(sources: Sequence[SourceTables], touched: pl.DataFrame) -> pl.DataFrame:
    """Compute the latest that any source says of each group, field by field."""
    said = stacked(sources, lambda each: each.groups).sort(
        "seen_at", "position", "locator", nulls_last=False
    )
    latest = said.group_by("group_key").agg(
        pl.col("native_id").drop_nulls().last(),
        pl.col("name").drop_nulls().last(),
        names=pl.col("name").drop_nulls().unique(maintain_order=True),
    )
    return touched.lazy().join(latest, on="group_key", how="left").collect()


def _memberships(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> pl.DataFrame:
    """Compute first and last sighting and the latest role of each account in each group."""
    touched = stacked(pending, belongings).select(MEMBERSHIP_KEYS).unique()
    return (
        stacked(sources, belongings)
        .join(touched, on=MEMBERSHIP_KEYS, how="semi")
        .sort("seen_at", "position", nulls_last=False)
        .group_by(MEMBERSHIP_KEYS)
        .agg(
            pl.col("role").drop_nulls().last(),
            first_seen=pl.col("seen_at").min(),
            last_seen=pl.col("seen_at").max(),
        )
        .collect()
    )


def _publications(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> pl.DataFrame:
    """Count in how many posts, and from when to when, each account gives each contact detail."""
    touched = stacked(pending, lambda each: each.details).select(PUBLICATION_KEYS).unique()
    return (
        stacked(sources, lambda each: each.details)
        .drop_nulls(PUBLICATION_KEYS)
        .join(touched, on=PUBLICATION_KEYS, how="semi")
        .group_by(PUBLICATION_KEYS)
        .agg(
            posts=pl.col("post_key").drop_nulls().n_unique(),
            first_seen=pl.col("seen_at").min(),
            last_seen=pl.col("seen_at").max(),
        )
        .collect()
    )


def _reaches(sources: Sequence[SourceTables]) -> pl.DataFrame:
    """Find contact details that are an account's own handle, or its number on WhatsApp."""
    said = stacked(sources, lambda each: each.accounts).drop_nulls("platform")
    by_handle = said.drop_nulls("handle").select(
        pl.format(
            "handle:{}:{}",
            "platform",
            pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase(),
        ).alias("detail_key"),
        "account_key",
    )
    numbers = [
        each.select("account_key") for source in sources for each in (source.accounts, source.posts)
    ]
    by_number = (
        pl.concat(numbers)
        .filter(pl.col("account_key").str.starts_with("whatsapp:+"))
        .select(
            pl.col("account_key")
            .str.replace("whatsapp:", "phone:", literal=True)
            .alias("detail_key"),
            "account_key",
        )
    )
    known = stacked(sources, lambda each: each.details).select("detail_key").unique()
    return (
        pl.concat([by_handle, by_number])
        .unique()
        .join(known, on="detail_key", how="semi")
        .collect()
    )


def _shared_posts(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> pl.DataFrame:
    """Find posts that several sources show, and which of these shows the latest sighting."""
    touched = stacked(pending, lambda each: each.posts).select("post_key").unique()
    return (
        stacked(sources, lambda each: each.posts.select("post_key", "known_at"))
        .join(touched, on="post_key", how="semi")
        .group_by("post_key", "position")
        .agg(pl.col("known_at").max())
        .filter(pl.len().over("post_key") > 1)
        .sort("known_at", "position")
        .with_columns(is_latest=pl.col("position") == pl.col("position").last().over("post_key"))
        .drop("known_at")
        .collect()
    )
