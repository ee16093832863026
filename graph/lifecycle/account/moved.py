"""Accounts that post in a place where they had not posted before."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.account.rows import (
    as_rows,
    day_of,
    first_seen_since,
    past_of,
    place_in_words,
)
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits, chance_of_another, chance_of_silence
from graph.lifecycle.observed import read_clock
from graph.lifecycle.traces import PLACE

STOPPED = 0.05
"""The main place is given up if so long a silence there was less likely than this."""


def find_moved(between: Between) -> pl.DataFrame:
    """Find accounts that were first seen in a place since, though it had been observed before.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``moved``, one per account and place
        (``value``). The sentence says that it may have moved if it has been silent in what was its
        main place since before, longer than its rate there lets expect in so many observed days;
        else that it is also active there. Surprise: the probability of another place at the rate
        at which it took up places; if it may have moved, times that of the silence.
    """
    came = first_seen_since(between, PLACE).join(
        between.known_places, left_on="value", right_on="place", how="semi"
    )
    came = came.join(_main_places(between, came), on="account_key").join(
        past_of(between, PLACE), on="account_key"
    )
    another = chance_of_another("moved", pl.col("times"), pl.col("past_weeks"), between.weeks)
    stopped = (pl.col("main_last") < pl.col("first_seen")) & (pl.col("silence") < STOPPED)
    found = came.with_columns(
        at="first_seen",
        sentence=pl.when(stopped)
        .then(
            pl.format(
                "{} may have moved to {}: it first posted there on {}, and has not posted in {}, "
                "its main place until then, since {}.",
                "account_key", place_in_words(), day_of("first_seen"), place_in_words("main"),
                day_of("main_last"),
            )
        )
        .otherwise(
            pl.format(
                "{} is also active in {}: it first posted there on {}; until then mainly in {}.",
                "account_key", place_in_words(), day_of("first_seen"), place_in_words("main"),
            )
        ),
        reasons=_reasons(stopped),
        surprise=bits(
            "moved", between.weeks,
            another * pl.when(stopped).then(pl.col("silence")).otherwise(1.0),
        ),
    )  # fmt: skip
    return as_rows(found.with_columns(posts="cited"), "moved")


def _reasons(stopped: pl.Expr) -> pl.Expr:
    """What supports that an account moved, or is active in another place too."""
    there = pl.format("{} posts of it there so far.", "posts")
    silent = pl.format("{} observed days without a post in {}.", "silent_days",
                       place_in_words("main"))  # fmt: skip
    return pl.when(stopped).then(pl.concat_list(there, silent)).otherwise(pl.concat_list(there))


def _main_places(between: Between, came: pl.DataFrame) -> pl.DataFrame:
    """What was the main place of those who came, and how likely their silence there is.

    The table has ``account_key main main_last silent_days silence``.
    """
    main = between.before.presence.join(came, on="account_key", how="semi").select(
        "account_key", main=pl.col("places").list.first()
    )
    shown = between.now.traces.filter(pl.col("kind") == PLACE).select(
        "account_key",
        "days",
        main="value",
        place="value",
        main_last="last_seen",
        last_day=pl.col("last_seen").dt.date(),
        lived=(pl.col("last_seen").dt.date() - pl.col("first_seen").dt.date()).dt.total_days() + 1,
        today=pl.lit(between.days[1]),
    )
    rows = main.join(shown, on=["account_key", "main"])
    silent = read_clock(between.clock, rows, "today") - read_clock(between.clock, rows, "last_day")
    return rows.with_columns(silent.alias("silent_days")).select(
        "account_key",
        "main",
        "main_last",
        "silent_days",
        silence=chance_of_silence(pl.col("days"), pl.col("lived"), pl.col("silent_days")),
    )
