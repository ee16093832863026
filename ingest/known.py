"""What the archive and what was derived from it said by a moment, table by table."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

import polars as pl

from graph.derived_records import DERIVED_SCHEMAS, DETAILS, SIGNATURES
from graph.records import UTC
from ingest.aliases import Aliases, aliases_of
from ingest.memberships import summarised
from ingest.screened import Screened
from ingest.sighted import known_by_source, latest, with_known_at
from ingest.source_record import SourceRecord

POST_COLUMNS = (
    "post_key",
    "account_key",
    "platform",
    "group_key",
    "posted_at",
    "price",
    "text",
)
ACCOUNT_COLUMNS = ("account_key", "platform", "handle", "name")
PLACE = ("source", "locator")
"""Where a sighting stands."""


class Known:
    """What was known by a moment."""

    def __init__(self, archive: Screened, sources: list[SourceRecord], end: datetime) -> None:
        self._archive = archive
        self._default = known_by_source(sources)
        self._end = pl.lit(end).cast(UTC)
        self._aliases = Aliases()
        self._aliases = self._find_aliases()

    def standing(self) -> dict[str, str]:
        """Give the key that stands for each account that was captured under another one."""
        handles, later = self._archive.handles.accounts, self._aliases.accounts
        return {**later, **{key: later.get(same, same) for key, same in handles.items()}}

    def posts(self) -> pl.DataFrame:
        """One row per post, its latest sighting; with ``known_at`` and ``source``."""
        rows = self.sightings().select(*POST_COLUMNS, "known_at", "source").collect()
        latest = (
            rows.select("post_key", "known_at")
            .with_row_index("row")
            .sort("known_at", maintain_order=True)
            .unique("post_key", keep="last", maintain_order=True)
            .sort("post_key")
        )
        return rows[latest["row"]]

    def memberships(self) -> pl.DataFrame:
        """One row per account and group; posting there counts."""
        stated = self.records("memberships", "collected_at", "seen_at").select(
            "account_key",
            "group_key",
            "role",
            "event",
            pl.coalesce("seen_at", "known_at").alias("seen_at"),
        )
        posted = self.sightings().select(
            "account_key",
            "group_key",
            pl.lit(None, pl.String).alias("role"),
            pl.lit(None, pl.String).alias("event"),
            pl.coalesce("posted_at", "known_at").alias("seen_at"),
        )
        return (
            pl.concat([stated, posted])
            .filter(pl.col("group_key").is_not_null())
            .group_by("account_key", "group_key")
            .agg(summarised())
            .sort("account_key", "group_key")
            .collect()
        )

    def accounts(self) -> pl.DataFrame:
        """One row per account: the latest that is said of each."""
        return self._described("accounts", *ACCOUNT_COLUMNS)

    def groups(self) -> pl.DataFrame:
        """One row per group: the latest that is said of each."""
        return self._described("groups", "group_key", "platform", "name")

    def details(self) -> pl.DataFrame:
        """Contact details in any known sighting of a post, or description of an account.

        Words that one source says are passed on are not the account's in another that does not.
        """
        found = self._derived("details", DETAILS).drop_nulls("account_key")
        in_post = pl.col("post_key").is_not_null()
        described = self.records("accounts", "seen_at")
        in_descriptions = found.filter(~in_post).join(described, on=PLACE, how="semi")
        return (
            pl.concat([self._in_known_posts(found.filter(in_post)), in_descriptions])
            .drop("source")
            .sort("account_key", "post_key", "detail_key", "start", "raw", "rule", "seen_at")
            .unique(pl.exclude("seen_at", "locator"), keep="first", maintain_order=True)
            .collect()
        )

    def signatures(self, posts: pl.DataFrame) -> pl.DataFrame:
        """Read the text signature of each post, in its latest known sighting."""
        found = self._in_known_posts(self._derived("signatures", SIGNATURES)).collect()
        of_latest = (
            found.select("post_key", *PLACE)
            .with_row_index("row")
            .join(posts.select("post_key", latest="source"), on="post_key")
            .filter(pl.col("source") == pl.col("latest"))
        )
        seen = self.sightings().select(*PLACE, "known_at")
        several = (
            of_latest.lazy()
            .filter(pl.col("post_key").is_duplicated())
            .join(seen, on=PLACE)
            .sort("known_at", "locator")
            .unique("post_key", keep="last", maintain_order=True)
            .collect()
        )
        one = of_latest.filter(pl.col("post_key").is_unique())
        rows = pl.concat([each.select("post_key", "row") for each in (one, several)])
        return found.select(SIGNATURES.names())[rows.sort("post_key")["row"]]

    def said(self, table: str) -> pl.DataFrame:
        """What posts say of goods in any known sighting: ``statements``, ``taxa`` or ``terms``."""
        schema = DERIVED_SCHEMAS[table]
        return (
            self._in_known_posts(self._derived(table, schema).drop_nulls("account_key"))
            .drop("source")
            .sort("post_key", "start", "end", pl.nth(2), "seen_at")
            .unique(pl.exclude("seen_at", "locator"), keep="first", maintain_order=True)
            .collect()
        )

    def coverage(self) -> pl.DataFrame:
        """How many posts each source shows of each group on each day."""
        return (
            self.sightings()
            .group_by(
                "source", "group_key", pl.coalesce("posted_at", "known_at").dt.date().alias("day")
            )
            .agg(pl.col("post_key").n_unique().alias("posts"))
            .sort("source", "group_key", "day")
            .collect()
        )

    def seen(self) -> pl.DataFrame:
        """One row per account, group and day on which it posted."""
        return (
            self.sightings()
            .group_by(
                "account_key", "platform", "group_key", pl.col("seen_at").dt.date().alias("day")
            )
            .agg(
                pl.col("post_key").n_unique().cast(pl.Int64).alias("posts"),
                pl.col("seen_at").min().alias("first_at"),
                pl.col("seen_at").max().alias("last_at"),
            )
            .sort("account_key", "platform", "group_key", "day")
            .collect()
        )

    def sightings(self) -> pl.LazyFrame:
        """All known sightings of posts, in the order of ingestion and reading, with ``seen_at``."""
        return self.records("posts", "collected_at", "posted_at").with_columns(
            pl.coalesce("posted_at", "known_at").alias("seen_at")
        )

    def _in_known_posts(self, found: pl.LazyFrame) -> pl.LazyFrame:
        """Keep what was found in known sightings of posts that are nobody else's words."""
        whole, part = self._known_whole_and_in_part
        kept = found.filter(pl.col("source").is_in(whole))
        if part:
            some = found.filter(pl.col("source").is_in(part))
            kept = pl.concat([kept, some.join(self.sightings(), on=PLACE, how="semi")])
        return kept.join(self._passed_on.lazy(), on="post_key", how="anti")

    @cached_property
    def _known_whole_and_in_part(self) -> tuple[list[str], list[str]]:
        """Sources of which every sighting is known and nothing is left out, and the others."""
        rows = with_known_at(
            self._archive.all_records("posts"), self._default, "collected_at", "posted_at"
        )
        spans = rows.group_by("source").agg(
            known=(pl.col("known_at") <= self._end).any(),
            whole=(pl.col("known_at") <= self._end).all(),
        )
        known = spans.filter("known").sort("source").collect()
        is_whole = known["whole"] & (self._archive.screen is None)
        return known.filter(is_whole)["source"].to_list(), known.filter(~is_whole)[
            "source"
        ].to_list()

    @cached_property
    def _passed_on(self) -> pl.DataFrame:
        """Posts of which some source says that they pass on somebody else's words."""
        is_forward = pl.col("forwarded_from").is_not_null()
        return self.sightings().filter(is_forward).select("post_key").unique().collect()

    def _find_aliases(self) -> Aliases:
        """Work out which keys stand for one account or one group."""
        stated = self.records("aliases", "seen_at").collect()
        if stated.is_empty():
            return Aliases()
        active = (
            self.sightings()
            .group_by("account_key")
            .agg(pl.coalesce("posted_at", "known_at").max().alias("last_seen"))
            .join(stated.lazy(), left_on="account_key", right_on="key", how="semi")
            .collect()
        )
        return aliases_of(stated, active)

    def records(self, table: str, *own: str) -> pl.LazyFrame:
        """Read a table of all sources, with ``source`` and ``known_at``, as far as it was known."""
        rows = with_known_at(self._archive.all_records(table), self._default, *own)
        return self._aliases.resolved(rows.filter(pl.col("known_at") <= self._end))

    def _derived(self, table: str, schema: pl.Schema) -> pl.LazyFrame:
        """Read a derived table of all sources, with ``source``."""
        rows = self._archive.all_derived(table)
        return self._aliases.resolved(rows.select(*schema.names(), "source"))

    def _described(self, table: str, key: str, *columns: str) -> pl.DataFrame:
        """Take the latest description that is not null, column by column."""
        return (
            self.records(table, "seen_at")
            .group_by(key)
            .agg(latest(column, "known_at") for column in columns)
            .sort(key)
            .collect()
        )
