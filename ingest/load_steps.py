"""The steps of loading one source: which rows go to which query, each with its place in order.

Every step gives a table with a column ``order``, unique and sorted; the graph remembers the
``order`` of the last row written, so that a load that was cut off goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import polars as pl

from ingest.evidence import MEMBERSHIP_KEYS, SourceTables, account_keys, belongings, group_keys
from ingest.load_slices import WHOLE, Slice, ending
from ingest.totals import PUBLICATION_KEYS, Totals

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
SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Plan:
    """One source to load and what its steps need to know.

    Attributes
    ----------
    source : SourceTables
    totals : Totals
    known_posts : polars.DataFrame
        ``post_key`` of the source's posts that may be in the graph already.
    overtaken_posts : polars.DataFrame
        ``post_key`` of the source's posts of which another source shows a later sighting.
    slices : list of Slice
        The source's posts, in parts that fit into memory.
    """

    source: SourceTables
    totals: Totals
    known_posts: pl.DataFrame
    overtaken_posts: pl.DataFrame
    slices: list[Slice]


@dataclass(frozen=True)
class Step:
    """One query and the rows it is to write, for one source or one slice of its posts."""

    name: str
    rows: Callable[[Plan, Slice], pl.DataFrame]
    by_post: bool = False

    def slices(self, plan: Plan) -> list[Slice]:
        """Give the slices of the source's posts that the step takes one after another."""
        return plan.slices if self.by_post else [WHOLE]

    @property
    def query(self) -> str:
        """Name of the query in the catalogue."""
        return f"load_{self.name}"

    @property
    def marker(self) -> str:
        """Property of the source that holds how far the step has come."""
        return f"loaded_{self.name}"


def _groups(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the groups of the source, as all sources together describe them."""
    rows = plan.totals.groups.join(group_keys(plan.source), on="group_key", how="semi")
    return _ordered(_named(rows, "group_key"), "key")


def _accounts(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the accounts of the source, as all sources together describe them."""
    rows = plan.totals.accounts.join(account_keys(plan.source), on="account_key", how="semi")
    return _ordered(_named(rows, "account_key"), "key")


def _details(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the contact details of the source."""
    rows = plan.source.details.select(pl.col("detail_key").alias("key"), "kind", "value")
    return _ordered(rows.unique("key", keep="first", maintain_order=True).collect(), "key")


def _new_posts(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give posts that no source in the graph has shown."""
    return _posts(plan, part, plan.known_posts, "anti")


def _known_posts(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give posts that another source has shown, where this one shows them later."""
    return _posts(plan, part, plan.known_posts, "semi").join(
        plan.overtaken_posts, left_on="key", right_on="post_key", how="anti"
    )


def _posts(plan: Plan, part: Slice, keys: pl.DataFrame, how: str) -> pl.DataFrame:
    """Give the latest sighting in the source of posts with (or without) given keys."""
    rows = (
        part.of(plan.source.posts)
        .join(keys.lazy(), on="post_key", how=how)  # type: ignore[arg-type]
        .sort("known_at", maintain_order=True)
        .unique("post_key", keep="last", maintain_order=True)
        .select(
            pl.col("post_key").alias("key"),
            _millis("posted_at"),
            _millis("collected_at"),
            is_listing=pl.col("price").is_not_null(),
            properties=pl.struct(POST_PROPERTIES),
        )
    )
    return _ordered(rows.collect(), "key", by_ending=True)


def _post_authors(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give every account that the source names as the author of a post."""
    pairs = part.of(plan.source.posts).select("post_key", "account_key").drop_nulls().unique()
    return _ordered(pairs.collect(), "post_key", "account_key", by_ending=True)


def _post_groups(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give every group in which the source shows a post."""
    pairs = part.of(plan.source.posts).select("post_key", "group_key").drop_nulls().unique()
    return _ordered(pairs.collect(), "post_key", "group_key", by_ending=True)


def _memberships(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the source's accounts in their groups, with the totals of all sources."""
    pairs = belongings(plan.source).select(MEMBERSHIP_KEYS).unique().collect()
    rows = plan.totals.memberships.join(pairs, on=MEMBERSHIP_KEYS, how="semi")
    return _ordered(
        rows.with_columns(
            _millis("first_seen"), _millis("last_seen"), _millis("joined_at"), _millis("left_at")
        ),
        *MEMBERSHIP_KEYS,
    )


def _aliases(plan: Plan, _: Slice, *, kind: str) -> pl.DataFrame:
    """Give the pairs of keys that the source says name one account or one group."""
    stated = plan.source.aliases.filter(pl.col("kind") == kind)
    rows = (
        stated.sort("known_at", maintain_order=True)
        .unique(["key", "same_as"], keep="first", maintain_order=True)
        .select("key", "same_as", "reason", since=pl.col("seen_at").dt.epoch("ms"))
        .collect()
    )
    return _ordered(rows, "key", "same_as")


def _mentions(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give each contact detail of a post, where the source finds it best and first."""
    rows = (
        part.of(plan.source.details.drop_nulls(["post_key", "detail_key"]))
        .sort("confidence", "start", descending=[True, False], nulls_last=True)
        .unique(["post_key", "detail_key"], keep="first", maintain_order=True)
        .select(
            "post_key",
            "detail_key",
            properties=pl.struct("raw", "start", "end", "rule", "confidence"),
        )
        .collect()
    )
    overtaken = plan.overtaken_posts.with_columns(is_latest=False)
    return _ordered(
        rows.join(overtaken, on="post_key", how="left").with_columns(
            pl.col("is_latest").fill_null(True)
        ),
        "post_key",
        "detail_key",
        by_ending=True,
    )


def _publications(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give the details that the source's accounts publish, with the totals of all sources."""
    pairs = plan.source.details.select(PUBLICATION_KEYS).unique().collect()
    rows = plan.totals.publications.join(pairs, on=PUBLICATION_KEYS, how="semi")
    return _ordered(
        rows.with_columns(_millis("first_seen"), _millis("last_seen")), *PUBLICATION_KEYS
    )


def _reaches(plan: Plan, _: Slice) -> pl.DataFrame:
    """Give details that are accounts, where the source speaks of one of the two."""
    details = plan.source.details.select("detail_key").unique().collect()
    accounts = account_keys(plan.source)
    by_detail = plan.totals.reaches.join(details, on="detail_key", how="semi")
    by_account = plan.totals.reaches.join(accounts, on="account_key", how="semi")
    return _ordered(pl.concat([by_detail, by_account]).unique(), "detail_key", "account_key")


def _sightings(plan: Plan, part: Slice) -> pl.DataFrame:
    """Give each place in the source where a post is shown."""
    rows = part.of(plan.source.posts).select("post_key", "locator", _millis("collected_at"))
    distinct = rows.unique(["post_key", "locator"]).collect()
    return _ordered(distinct, "post_key", "locator", by_ending=True)


POST_STEPS = (
    Step("new_posts", _new_posts, by_post=True),
    Step("known_posts", _known_posts, by_post=True),
)
NODE_STEPS = (
    Step("groups", _groups),
    Step("accounts", _accounts),
    Step("details", _details),
    *POST_STEPS,
)
LINK_STEPS = (
    Step("post_authors", _post_authors, by_post=True),
    Step("post_groups", _post_groups, by_post=True),
    Step("memberships", _memberships),
    Step("account_aliases", partial(_aliases, kind="account")),
    Step("group_aliases", partial(_aliases, kind="group")),
    Step("mentions", _mentions, by_post=True),
    Step("publications", _publications),
    Step("reaches", _reaches),
    Step("sightings", _sightings, by_post=True),
)
DETAIL_STEPS = ("details", "mentions", "publications", "reaches")
"""Steps whose rows depend on the extractor's version."""


def _named(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Name the key column ``key`` and complete platform and native id from the key itself."""
    parts = pl.col(column).str.splitn(":", 2).struct
    native = parts.field("field_1").str.strip_prefix("group:")
    return rows.with_columns(
        pl.col(column).alias("key"),
        platform=parts.field("field_0"),
        native_id=pl.coalesce("native_id", native),
    ).drop(column)


def _ordered(rows: pl.DataFrame, *columns: str, by_ending: bool = False) -> pl.DataFrame:
    """Sort rows by some columns, the ending of a post's key first, and give each its ``order``."""
    parts = [pl.col(column).fill_null("") for column in columns]
    first = [ending(columns[0])] if by_ending else []
    order = pl.concat_str([*first, *parts], separator=SEPARATOR)
    return rows.with_columns(order=order).sort("order")


def _millis(column: str) -> pl.Expr:
    """Write a time as milliseconds since 1970, which loads faster than a time."""
    return pl.col(column).dt.epoch("ms")
