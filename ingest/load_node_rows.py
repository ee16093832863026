"""The rows of a source that become nodes."""

from __future__ import annotations

import polars as pl

from graph import keys
from graph.searchable import searchable
from ingest.evidence import account_keys, group_keys, linked
from ingest.load_images import image_rows
from ingest.load_plan import Plan, millis, ordered
from ingest.load_slices import Slice

POST_PROPERTIES = (
    "platform",
    "post_id",
    "post_url",
    "posted_at_raw",
    "time_zone_assumed",
    "text",
    "price",
    "currency",
    "location",
    "image",
    "contact",
    "forwarded_from",
    "reply_to",
    "extra",
)


def groups(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the groups of the source, as all sources together describe them."""
    rows = plan.totals.groups.join(group_keys(plan.source), on="group_key", how="semi")
    return ordered(_named(rows, "group_key"), "key")


def accounts(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the accounts of the source, as all sources together describe them."""
    rows = plan.totals.accounts.join(account_keys(plan.source), on="account_key", how="semi")
    return ordered(_named(rows, "account_key"), "key")


def details(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the contact details of the source."""
    rows = plan.source.details.select(pl.col("detail_key").alias("key"), "kind", "value")
    ends = pl.concat(linked(plan.source, details=True)).unique().collect().to_series()
    linked_only = pl.LazyFrame(
        [(key, *keys.detail_parts(key)) for key in ends],
        schema=dict.fromkeys(("key", "kind", "value"), pl.String),
        orient="row",
    )
    every = pl.concat([rows, linked_only]).unique("key", keep="first", maintain_order=True)
    return ordered(every.collect(), "key")


def images(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the images of the source whose fingerprints are known."""
    return image_rows(plan.source)


def new_posts(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give posts that no source in the graph has shown."""
    return _posts(plan, part, plan.known_posts, "anti")


def known_posts(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give posts that another source has shown, where this one shows them later."""
    return _posts(plan, part, plan.known_posts, "semi").join(
        plan.overtaken_posts, left_on="key", right_on="post_key", how="anti"
    )


def _posts(plan: Plan, part: Slice, chosen: pl.DataFrame, how: str) -> pl.DataFrame:
    """Give the latest sighting in the source of posts with (or without) given keys."""
    rows = (
        part.of(plan.source.posts)
        .join(chosen.lazy(), on="post_key", how=how)  # type: ignore[arg-type]
        .sort("known_at", maintain_order=True)
        .unique("post_key", keep="last", maintain_order=True)
        .select(
            pl.col("post_key").alias("key"),
            millis("posted_at"),
            millis("collected_at"),
            is_listing=pl.col("price").is_not_null(),
            properties=pl.struct(POST_PROPERTIES),
        )
    )
    return ordered(rows.collect(), "key", by_ending=True)


def _named(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Name the key column ``key`` and complete platform and native id from the key itself."""
    parts = pl.col(column).str.splitn(":", 2).struct
    native = parts.field("field_1").str.strip_prefix("group:")
    return rows.with_columns(
        pl.col(column).alias("key"),
        platform=parts.field("field_0"),
        native_id=pl.coalesce("native_id", native),
        folded=_folded(rows["names"]),
    ).drop(column)


def _folded(names: pl.Series) -> pl.Series:
    """Write each name as people may look for it, where that is another spelling."""
    plain = [
        sorted({searchable(name) for name in own} - {name.lower() for name in own} - {""})
        for own in names.to_list()
    ]
    return pl.Series(plain, dtype=pl.List(pl.String))
