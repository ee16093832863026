"""Contact details that accounts show for the first time, and those that they show no more."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
from scipy.special import betaln

from graph.lifecycle.account.rows import (
    as_rows,
    day_of,
    first_seen_since,
    past_of,
    posts_cited,
    with_posts,
)
from graph.lifecycle.account.shown_where import shown_in_known_places
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits, chance_of_another
from graph.lifecycle.observed import read_clock
from graph.lifecycle.traces import DETAIL
from graph.ties.sentences import KEY, KIND_WORDS

NO_CONTACT = (
    "permit", "ring", "chip", "parcel", "plate", "company", "invite", "url", "unresolved", "other",
)  # fmt: skip
"""Kinds of details by which nobody is reached, or that change with every sale."""

USED_DAYS = 3
LATER_DAYS = 5
LATER_OBSERVED_DAYS = 28
BY_CHANCE = 0.01
"""A detail is dropped if the account was so unlikely to leave it out of all later days."""


def find_new_details(between: Between) -> pl.DataFrame:
    """Find contact details that accounts show for the first time.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``new_detail``; ``value``: the detail's
        key. Only of accounts known before; in a post in a place that had been observed before, or
        in a description of an account whose description had been read before. Surprise: the
        probability of another detail at the rate at which the account took up details.
    """
    came = _contacts(first_seen_since(between, DETAIL))
    showings = between.tables.details.rename({"detail_key": "value", "value": "digits"})
    in_posts = shown_in_known_places(came, showings, between)
    read_before = between.tables.names.drop_nulls("bio").filter(
        pl.col("first_seen") <= between.before.end
    )
    in_description = came.filter(pl.col("posts") == 0).join(
        read_before, on="account_key", how="semi"
    )
    told = in_description.with_columns(posts_made="posts", posts="cited")
    found = pl.concat([in_posts, told.select(in_posts.columns)]).join(
        past_of(between, DETAIL), on="account_key"
    )
    another = chance_of_another("new_detail", pl.col("times"), pl.col("past_weeks"), between.weeks)
    return as_rows(
        found.with_columns(
            at="first_seen",
            sentence=pl.format(
                "{} shows the {} for the first time, on {}{}.",
                "account_key", _in_words(), day_of("first_seen"),
                pl.when(pl.col("posts_made") == 0)
                .then(pl.lit(", in its own description"))
                .otherwise(pl.lit("")),
            ),
            surprise=bits("new_detail", between.weeks, another),
        ),
        "new_detail",
    )  # fmt: skip


def find_dropped_details(between: Between) -> pl.DataFrame:
    """Find contact details that accounts have given up since, as far as their posts say.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `ACCOUNT_EVENTS` of kind ``dropped_detail``; ``at``: when it was last shown. Of details
        used on at least `USED_DAYS` days, where the account has since posted words of its own on
        `LATER_DAYS` days without it, over `LATER_OBSERVED_DAYS` observed days, and that was not
        yet so before. Surprise: the probability of so many days without it at the share of days
        on which it used to be shown.
    """
    used = _contacts(between.now.traces).filter(
        pl.col("kind") == DETAIL, pl.col("days") >= USED_DAYS, pl.col("posts") >= USED_DAYS
    )
    used = used.join(between.seen_before(), on="account_key", how="semi")
    told = _days_with_words(between)
    then, today = (_given_up(used, told, between, day) for day in between.days)
    dropped = today.join(then, on=["account_key", "value"], how="anti")
    found = dropped.with_columns(
        at="last_seen",
        sentence=pl.format(
            "{} has not shown the {} in its posts since {}: {} later days with posts, {} observed "
            "days; until then it showed it on {} of {} days with posts.",
            "account_key", _in_words(), day_of("last_seen"), "later",
            pl.col("observed").round().cast(pl.Int64), "days", "until_then",
        ),
        surprise=bits("dropped_detail", between.weeks, pl.col("by_chance")),
        from_at="last_seen",
        to_at=pl.lit(between.now.end),
    )  # fmt: skip
    spans = (
        found.select("account_key", "from_at", "to_at")
        .group_by("account_key")
        .agg(pl.col("from_at").min(), pl.col("to_at").max())
    )
    cited = posts_cited(between, spans, newest=True)
    return as_rows(with_posts(found.drop("posts"), cited, ["account_key"]), "dropped_detail")


def _contacts(traces: pl.DataFrame) -> pl.DataFrame:
    """Traces of contact details by which somebody is reached."""
    return traces.filter(~_kind().is_in(NO_CONTACT))


def _kind() -> pl.Expr:
    """Kind of the detail whose key is ``value``."""
    return pl.col("value").str.strip_prefix("handle:").str.extract(r"^([^:]*)")


def _in_words() -> pl.Expr:
    """A detail within a sentence: its kind and itself."""
    other = pl.format("{} contact", _kind())
    words = _kind().replace_strict(KIND_WORDS, default=other, return_dtype=pl.String)
    return pl.format("{} {}", words, pl.col("value").str.replace(KEY, ""))


def _days_with_words(between: Between) -> pl.DataFrame:
    """Days on which accounts posted words of their own: ``account_key day``."""
    own = between.tables.posts.join(between.tables.forwards, on="post_key", how="anti")
    return (
        own.filter(pl.col("text").str.strip_chars().str.len_bytes() > 0)
        .select("account_key", day=pl.col("posted_at").dt.date())
        .drop_nulls()
        .unique()
    )


def _given_up(
    used: pl.DataFrame, told: pl.DataFrame, between: Between, today: date
) -> pl.DataFrame:
    """Details that, by what is known now, had been given up by a day."""
    dated = used.filter(pl.col("last_seen").dt.date() < today).with_columns(
        first_day=pl.col("first_seen").dt.date(), last_day=pl.col("last_seen").dt.date()
    )
    day = pl.col("day")
    counted = (
        dated.join(told.filter(day <= today), on="account_key")
        .group_by(dated.columns)
        .agg(
            later=(day > pl.col("last_day")).sum().cast(pl.Int64),
            until_then=day.is_between("first_day", "last_day").sum().cast(pl.Int64),
        )
    )
    rows = counted.with_columns(until_then=pl.max_horizontal("until_then", "days"))
    without = rows.with_columns(_chance_without(rows)).filter(
        pl.col("later") >= LATER_DAYS, pl.col("by_chance") < BY_CHANCE
    )
    return without.join(
        _observed_since(without, between, today), on=["account_key", "value"]
    ).filter(pl.col("observed") >= LATER_OBSERVED_DAYS)


def _observed_since(rows: pl.DataFrame, between: Between, today: date) -> pl.DataFrame:
    """Observed days since a detail was last shown: ``account_key value observed``."""
    theirs = between.tables.seen.join(rows, on="account_key", how="semi")
    spent = theirs.group_by("account_key", "place").agg(pl.col("posts").sum())
    shares = spent.with_columns(
        share=pl.col("posts") / pl.col("posts").sum().over("account_key")
    ).select("account_key", "place", "share")
    placed = (
        rows.select("account_key", "value", "last_day")
        .join(shares, on="account_key")
        .with_columns(today=pl.lit(today))
    )
    days = read_clock(between.clock, placed, "today") - read_clock(
        between.clock, placed, "last_day"
    )
    return (
        placed.with_columns(days.alias("days"))
        .group_by("account_key", "value")
        .agg(observed=(pl.col("share") * pl.col("days")).sum())
    )


def _chance_without(rows: pl.DataFrame) -> pl.Series:
    """Probability of so many later days without it, of a uniform prior on its share of days."""
    shown, until_then, later = (rows[name].to_numpy() for name in ("days", "until_then", "later"))
    others = until_then - shown
    log = betaln(shown + 1, others + later + 1) - betaln(shown + 1, others + 1)
    return pl.Series("by_chance", np.exp(log), dtype=pl.Float64)
