"""The rows of a source that become relationships."""

from __future__ import annotations

import polars as pl

from graph import keys
from ingest.evidence import MEMBERSHIP_KEYS, account_keys, belongings
from ingest.load_images import shown_rows
from ingest.load_plan import Plan, millis, ordered
from ingest.load_slices import Slice
from ingest.publications import PUBLICATION_KEYS


def post_authors(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give every account that the source names as the author of a post."""
    pairs = part.of(plan.source.posts).select("post_key", "account_key").drop_nulls().unique()
    return ordered(pairs.collect(), "post_key", "account_key", by_ending=True)


def post_groups(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give every group in which the source shows a post."""
    pairs = part.of(plan.source.posts).select("post_key", "group_key").drop_nulls().unique()
    return ordered(pairs.collect(), "post_key", "group_key", by_ending=True)


def memberships(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the source's accounts in their groups, with the totals of all sources."""
    pairs = belongings(plan.source).select(MEMBERSHIP_KEYS).unique().collect()
    rows = plan.totals.memberships.join(pairs, on=MEMBERSHIP_KEYS, how="semi")
    return ordered(
        rows.with_columns(
            millis("first_seen"), millis("last_seen"), millis("joined_at"), millis("left_at")
        ),
        *MEMBERSHIP_KEYS,
    )


def aliases(plan: Plan, _: Slice, *, kind: str) -> pl.DataFrame:
    """Give the pairs of keys that the source says name one account or one group."""
    stated = plan.source.aliases.filter(pl.col("kind") == kind)
    rows = (
        stated.sort("known_at", maintain_order=True)
        .unique(["key", "same_as"], keep="first", maintain_order=True)
        .select("key", "same_as", "reason", since=pl.col("seen_at").dt.epoch("ms"))
        .collect()
    )
    return ordered(rows, "key", "same_as")


def mentions(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give each contact detail of a post, where the source finds it best and first."""
    rows = (
        part.of(plan.source.details.drop_nulls(["post_key", "detail_key"]))
        .sort("confidence", "start", descending=[True, False], nulls_last=True)
        .unique(["post_key", "detail_key"], keep="first", maintain_order=True)
        .select(
            "post_key",
            "detail_key",
            properties=pl.struct("raw", "start", "end", "rule", "confidence", "channel", "holder"),
        )
        .collect()
    )
    overtaken = plan.overtaken_posts.with_columns(is_latest=False)
    return ordered(
        rows.join(overtaken, on="post_key", how="left").with_columns(
            pl.col("is_latest").fill_null(True)
        ),
        "post_key",
        "detail_key",
        by_ending=True,
    )


def publications(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the details that the source's accounts publish, with the totals of all sources."""
    pairs = plan.source.details.select(PUBLICATION_KEYS).unique().collect()
    totals = plan.totals.publications
    is_own = pairs.with_columns(is_own=True)
    rows = totals.join(is_own, on=PUBLICATION_KEYS, how="left").filter(
        pl.col("is_own") | pl.col("is_corrected")
    )
    return ordered(
        rows.drop("is_own", "is_corrected").with_columns(millis("first_seen"), millis("last_seen")),
        *PUBLICATION_KEYS,
    )


def reaches(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give details that are accounts, where the source speaks of one of the two."""
    details = plan.source.details.select("detail_key").unique().collect()
    accounts = account_keys(plan.source)
    by_detail = plan.totals.reaches.join(details, on="detail_key", how="semi")
    by_account = plan.totals.reaches.join(accounts, on="account_key", how="semi")
    return ordered(pl.concat([by_detail, by_account]).unique(), "detail_key", "account_key")


def sightings(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give each place in the source where a post is shown."""
    rows = part.of(plan.source.posts).select("post_key", "locator", millis("collected_at"))
    distinct = rows.unique(["post_key", "locator"]).collect()
    return ordered(distinct, "post_key", "locator", by_ending=True)


def shown_images(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give each image of a post."""
    return shown_rows(plan.source)


def links(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the source's relations that are no posts, with the places that show each."""
    said = ("kind", "occurred_at_raw", "amount", "currency", "origin", "grade", "handling", "extra")
    rows = (
        plan.source.links.group_by("link_key", "from_key", "to_key", maintain_order=True)
        .agg(
            *(pl.col(name).drop_nulls().last() for name in (*said, "time_zone_assumed")),
            millis("occurred_at").last(),
            locators=pl.col("locator").unique(maintain_order=True),
        )
        .select(
            "link_key",
            "from_key",
            "to_key",
            "occurred_at",
            "locators",
            properties=pl.struct(*said, "time_zone_assumed"),
        )
        .collect()
    )
    is_detail = {f"{end}_is_detail": _is_detail(rows[f"{end}_key"]) for end in ("from", "to")}
    return ordered(rows.with_columns(**is_detail), "link_key")


def _is_detail(column: pl.Series) -> pl.Series:
    """Tell which keys are contact details'."""
    return pl.Series([keys.is_detail(key) for key in column], dtype=pl.Boolean)
