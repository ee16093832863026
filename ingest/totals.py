"""What all sources together say of the things that the sources to be loaded speak of.

Totals are computed anew from the archive as sets, never added to what the graph holds, so that
overlapping sources, a rerun and a rebuild give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from graph.keys import OWN_KIND
from ingest.evidence import (
    MEMBERSHIP_KEYS,
    SourceTables,
    account_keys,
    belongings,
    group_keys,
    stacked,
)
from ingest.memberships import summarised
from ingest.publications import count_publications
from ingest.sighted import latest


@dataclass(frozen=True)
class Totals:
    """Totals over all sources for what the pending ones speak of.

    Attributes
    ----------
    accounts : polars.DataFrame
        ``account_key native_id handle name names names_since url bio``: the latest that is said
        of each; ``names_since`` in milliseconds since 1970, one for each of ``names``.
    groups : polars.DataFrame
        ``group_key native_id name names names_since``.
    memberships : polars.DataFrame
        ``account_key group_key role first_seen last_seen joined_at left_at``.
    publications : polars.DataFrame
        `ingest.publications.count_publications`.
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
        publications=count_publications(sources, pending),
        reaches=_reaches(sources),
        shared_posts=_shared_posts(sources, pending),
    )


def _latest_accounts(sources: Sequence[SourceTables], touched: pl.DataFrame) -> pl.DataFrame:
    """Compute the latest that any source says of each account, field by field."""
    said = stacked(sources, lambda each: each.accounts).join(
        touched.lazy(), on="account_key", how="semi"
    )
    described = said.group_by("account_key").agg(
        latest(field) for field in ("native_id", "handle", "name", "url", "bio")
    )
    names = _names(said, "account_key", "name", "handle")
    return _described(touched, described, names)


def _latest_groups(sources: Sequence[SourceTables], touched: pl.DataFrame) -> pl.DataFrame:
    """Compute the latest that any source says of each group, field by field."""
    said = stacked(sources, lambda each: each.groups).join(
        touched.lazy(), on="group_key", how="semi"
    )
    described = said.group_by("group_key").agg(latest(field) for field in ("native_id", "name"))
    return _described(touched, described, _names(said, "group_key", "name"))


def _names(said: pl.LazyFrame, key: str, *fields: str) -> pl.LazyFrame:
    """List every name seen of each account or group, in the order first seen."""
    return (
        pl.concat([said.select(key, "known_at", name=field) for field in fields])
        .drop_nulls("name")
        .group_by(key, "name")
        .agg(pl.col("known_at").min())
        .sort("known_at", "name")
        .group_by(key, maintain_order=True)
        .agg(names=pl.col("name"), names_since=pl.col("known_at").dt.epoch("ms"))
    )


def _described(touched: pl.DataFrame, *parts: pl.LazyFrame) -> pl.DataFrame:
    """Join what is said of accounts or groups to their keys; ``names`` may be empty."""
    key = touched.columns[0]
    rows = touched.lazy()
    for part in parts:
        rows = rows.join(part, on=key, how="left")
    return rows.with_columns(pl.col("names", "names_since").fill_null([])).collect()


def _memberships(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> pl.DataFrame:
    """Compute first and last sighting and the latest role of each account in each group."""
    touched = stacked(pending, belongings).select(MEMBERSHIP_KEYS).unique()
    return (
        stacked(sources, belongings)
        .join(touched, on=MEMBERSHIP_KEYS, how="semi")
        .group_by(MEMBERSHIP_KEYS)
        .agg(summarised())
        .collect()
    )


def _reaches(sources: Sequence[SourceTables]) -> pl.DataFrame:
    """Find contact details that are an account's own handle, or its number on WhatsApp."""
    said = stacked(sources, lambda each: each.accounts).drop_nulls("platform")
    by_handle = said.drop_nulls("handle").select(
        pl.format(
            "{}{}:{}",
            pl.when(pl.col("platform").is_in(sorted(OWN_KIND)))
            .then(pl.lit(""))
            .otherwise(pl.lit("handle:")),
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


def _in_several_sources(
    sources: Sequence[SourceTables], pending: Sequence[SourceTables]
) -> pl.Series:
    """Fingerprints of the posts of pending sources that other sources may show as well."""
    if len(sources) < 2:
        return pl.Series(dtype=pl.UInt64)
    prints = stacked(sources, lambda each: each.posts.select(print=pl.col("post_key").hash()))
    touched = stacked(pending, lambda each: each.posts.select(print=pl.col("post_key").hash()))
    return (
        prints.unique()
        .group_by("print")
        .len()
        .filter(pl.col("len") > 1)
        .join(touched.unique(), on="print", how="semi")
        .select("print")
        .collect(engine="streaming")
        .to_series()
    )


def _shared_posts(sources: Sequence[SourceTables], pending: Sequence[SourceTables]) -> pl.DataFrame:
    """Find posts that several sources show, and which of these shows the latest sighting."""
    several = _in_several_sources(sources, pending)
    return (
        stacked(sources, lambda each: each.posts.select("post_key", "known_at"))
        .filter(pl.col("post_key").hash().is_in(several.implode()))
        .group_by("post_key", "position")
        .agg(pl.col("known_at").max())
        .filter(pl.len().over("post_key") > 1)
        .sort("known_at", "position")
        .with_columns(is_latest=pl.col("position") == pl.col("position").last().over("post_key"))
        .drop("known_at")
        .collect()
    )
