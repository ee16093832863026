"""Rows of events of accounts: columns, dates in sentences, and the posts that show something."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.account.state import Between
from graph.lifecycle.tables import ACCOUNT_EVENTS
from graph.lifecycle.traces import PLACE

CITED = 3
NO_GROUP = "platform:"


def as_rows(found: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Bring events into the columns of `graph.lifecycle.tables.ACCOUNT_EVENTS`.

    Parameters
    ----------
    found : polars.DataFrame
        ``account_key at sentence surprise``, and those of ``value reasons posts`` that there are.
    kind : str
        Kind of all of them.

    Returns
    -------
    polars.DataFrame
        `ACCOUNT_EVENTS`; what was not given is null, or an empty list.
    """
    given = found.with_columns(kind=pl.lit(kind))
    return given.select(
        (pl.col(name) if name in given.columns else _nothing(dtype)).cast(dtype).alias(name)
        for name, dtype in ACCOUNT_EVENTS.items()
    )


def _nothing(dtype: pl.DataType) -> pl.Expr:
    """Null, or an empty list."""
    return pl.lit([], dtype) if isinstance(dtype, pl.List) else pl.lit(None, dtype)


def day_of(column: str) -> pl.Expr:
    """Write the day of a moment as sentences do."""
    return pl.col(column).dt.strftime("%Y-%m-%d")


def place_in_words(column: str = "value") -> pl.Expr:
    """Name a place within a sentence: ``the group KEY``, or posts outside of groups."""
    place = pl.col(column)
    return (
        pl.when(place.str.starts_with(NO_GROUP))
        .then(pl.lit("posts outside of groups"))
        .otherwise(pl.format("the group {}", place))
    )


def first_seen_since(between: Between, kind: str) -> pl.DataFrame:
    """Find what accounts that were known before showed for the first time since.

    Parameters
    ----------
    between : Between
        What is known.
    kind : str
        Kind of traces.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.TRACES` dated after the first of the two days. What is dated
        before it but was learnt later is not among them.
    """
    same = ["account_key", "kind", "value"]
    return (
        between.now.traces.filter(pl.col("kind") == kind, pl.col("first_seen") > between.before.end)
        .join(between.seen_before(), on="account_key", how="semi")
        .join(between.before.traces, on=same, how="anti")
        .join(_known_then(between), on="account_key", how="semi")
    )


def past_of(between: Between, kind: str) -> pl.DataFrame:
    """Count what accounts showed by the first of the two days, but for what they began with.

    Parameters
    ----------
    between : Between
        What is known.
    kind : str
        Kind of traces.

    Returns
    -------
    polars.DataFrame
        ``account_key times past_weeks``, one row per account known then.
    """
    began = between.before.presence.select(
        "account_key",
        began="first_seen",
        past_weeks=(pl.lit(between.before.end) - pl.col("first_seen")).dt.total_seconds()
        / (7 * 86400),
    )
    added = (
        between.before.traces.filter(pl.col("kind") == kind)
        .join(began, on="account_key")
        .filter(pl.col("first_seen").dt.date() > pl.col("began").dt.date())
        .group_by("account_key")
        .agg(times=pl.len())
    )
    return began.join(added, on="account_key", how="left").select(
        "account_key", pl.col("times").fill_null(0), pl.col("past_weeks").clip(0)
    )


def posts_cited(between: Between, wanted: pl.DataFrame, *, newest: bool = False) -> pl.DataFrame:
    """Find posts of accounts within spans of time.

    Parameters
    ----------
    between : Between
        What is known.
    wanted : polars.DataFrame
        ``account_key from_at to_at``, one row per account; ``place`` as well if only posts there
        are wanted.
    newest : bool
        Take the last ones rather than the first.

    Returns
    -------
    polars.DataFrame
        ``account_key posts`` (and ``place``): at most three, in the order of time; accounts
        without any have no row.
    """
    keys = [name for name in ("account_key", "place") if name in wanted.columns]
    found = (
        between.tables.posts.select("account_key", "place", "post_key", "posted_at")
        .join(wanted, on=keys)
        .filter(pl.col("posted_at") >= pl.col("from_at"), pl.col("posted_at") <= pl.col("to_at"))
        .sort("posted_at", "post_key")
        .group_by(keys, maintain_order=True)
    )
    taken = pl.col("post_key").tail(CITED) if newest else pl.col("post_key").head(CITED)
    return found.agg(posts=taken)


def _known_then(between: Between) -> pl.DataFrame:
    """Accounts whose first sighting, by what is known now, lies before the first of the days."""
    return between.now.presence.filter(pl.col("first_seen") <= between.before.end)


def with_posts(found: pl.DataFrame, cited: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    """Add the posts that show an event; none where there are none."""
    return found.join(cited, on=on, how="left").with_columns(
        pl.col("posts").fill_null(pl.lit([], pl.List(pl.String)))
    )


def known_places_of(between: Between) -> pl.DataFrame:
    """Places of accounts that had been observed before: ``account_key value``, with traces."""
    return between.now.traces.filter(pl.col("kind") == PLACE).join(
        between.known_places, left_on="value", right_on="place", how="semi"
    )
