"""A planted history as it was known by the end of a week, as detection reads it."""

from __future__ import annotations

import polars as pl

from graph.derived_records import DETAILS, SIGNATURES
from graph.tables import NAMES, SEEN, Tables
from tests.bench.history.frames import KNOWN
from tests.bench.history.weeks import sunday
from tests.bench.history.world import History

POST_COLUMNS = ("post_key", "account_key", "platform", "group_key", "posted_at", "price", "text")


def tables_of(world: History, week: int) -> Tables:
    """What was known by the end of a week.

    Parameters
    ----------
    world : History
    week : int
        Counted from 0; its Sunday is the day of the tables.

    Returns
    -------
    Tables
        As `ingest.tables.tables` would give them of `write_csv`'s files up to that week, but that
        details and signatures were made with the posts and not extracted. Posts are filtered, not
        made: well below a second for 200,000.
    """
    known = pl.col(KNOWN) <= week
    posts = world.posts.filter(known)
    accounts = world.accounts.filter(known).drop(KNOWN)
    return Tables(
        posts=posts.select(POST_COLUMNS),
        memberships=_memberships(posts),
        accounts=accounts,
        groups=world.groups.filter(known)
        .unique("group_key", keep="last", maintain_order=True)
        .drop(KNOWN),
        details=world.details.filter(known).select(DETAILS.names()),
        signatures=world.signatures.filter(known).select(SIGNATURES.names()),
        coverage=world.coverage.filter(known).select("source", "group_key", "day", "posts"),
        as_of=sunday(week),
        names=_names(posts, accounts),
        seen=_seen(posts),
    )


def _memberships(posts: pl.DataFrame) -> pl.DataFrame:
    """Who posted in which group; no source says more."""
    nothing = pl.lit(None)
    return (
        posts.group_by("account_key", "group_key")
        .agg(
            role=nothing.cast(pl.String).first(),
            first_seen=pl.col("posted_at").min(),
            last_seen=pl.col("posted_at").max(),
            joined_at=nothing.cast(posts.schema["posted_at"]).first(),
            left_at=nothing.cast(posts.schema["posted_at"]).first(),
        )
        .sort("account_key", "group_key")
    )


def _names(posts: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """How accounts are called, which nobody changes: met once in each week's file."""
    met = posts.group_by("account_key").agg(
        first_seen=pl.col("collected_at").min(), last_seen=pl.col("collected_at").max()
    )
    return (
        accounts.join(met, on="account_key", maintain_order="left")
        .with_columns(bio=pl.lit(None, pl.String))
        .select(NAMES.names())
    )


def _seen(posts: pl.DataFrame) -> pl.DataFrame:
    """Who posted where on which day."""
    return (
        posts.group_by(
            "account_key", "platform", "group_key", pl.col("posted_at").dt.date().alias("day")
        )
        .agg(
            posts=pl.len().cast(pl.Int64),
            first_at=pl.col("posted_at").min(),
            last_at=pl.col("posted_at").max(),
        )
        .sort("account_key", "platform", "group_key", "day")
        .cast(SEEN)
    )
