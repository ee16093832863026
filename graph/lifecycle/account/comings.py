"""Accounts that are new, that have not been seen for too long, and that are seen again."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.account.rows import (
    as_rows,
    day_of,
    known_places_of,
    place_in_words,
    posts_cited,
    with_posts,
)
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits, chance_of_silence
from graph.lifecycle.tables import ACTIVE, GONE


def find_new(between: Between) -> pl.DataFrame:
    """Find accounts first seen since, in places that had been observed before.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``new``. An account that was only seen in
        places that were first collected since is coverage, no news. Surprise: the base rate.
    """
    came = between.now.presence.filter(pl.col("first_seen") > between.before.end).join(
        between.seen_before(), on="account_key", how="anti"
    )
    where = (
        known_places_of(between)
        .sort("account_key", "first_seen", "value")
        .unique("account_key", keep="first", maintain_order=True)
        .select("account_key", "value", posts="cited")
    )
    found = (
        came.drop("posts")
        .join(where, on="account_key")
        .with_columns(
            at="first_seen",
            sentence=pl.format(
                "{} was first seen on {}, in {}, which had been observed before.",
                "account_key",
                day_of("first_seen"),
                place_in_words(),
            ),
            surprise=bits("new", between.weeks),
            value=pl.lit(None, pl.String),
        )
    )
    return as_rows(found.drop("places"), "new")


def find_vanished(between: Between) -> pl.DataFrame:
    """Find accounts that have become *not seen since*.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `ACCOUNT_EVENTS` of kind ``vanished``; ``at``: when it was last seen. Never of an account
        whose places were not observed: that one is *unobserved*. Surprise: the probability of so
        many observed days of silence at its own rate of days with posts.
    """
    went = between.now.presence.filter(pl.col("status") == GONE).join(
        between.before.presence.filter(pl.col("status") != GONE), on="account_key", how="semi"
    )
    lived = (pl.col("last_seen").dt.date() - pl.col("first_seen").dt.date()).dt.total_days() + 1
    silence = chance_of_silence(pl.col("active_days"), lived, pl.col("silent_days"))
    found = went.with_columns(
        at="last_seen",
        sentence=_gone_since(lived),
        reasons=pl.concat_list(
            pl.format("{} posts on {} days, from {} to {}.", "posts", "active_days",
                      day_of("first_seen"), day_of("last_seen")),
        ),
        surprise=bits("vanished", between.weeks, pl.when("left").then(0.0).otherwise(silence)),
        from_at="first_seen",
        to_at="last_seen",
    )  # fmt: skip
    spans = found.select("account_key", "from_at", "to_at")
    cited = posts_cited(between, spans, newest=True)
    return as_rows(with_posts(found.drop("posts"), cited, ["account_key"]), "vanished")


def find_back(between: Between) -> pl.DataFrame:
    """Find accounts that had not been seen for too long and are active again.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `ACCOUNT_EVENTS` of kind ``back``; ``at``: its first post since. Not of an account that is
        now known to have posted all along, nor of one that is only seen in places that were first
        collected since. Surprise: the base rate.
    """
    gone = between.before.presence.filter(pl.col("status") == GONE).select(
        "account_key", silent_since="last_seen"
    )
    back = between.now.presence.filter(pl.col("status") == ACTIVE).join(gone, on="account_key")
    later = between.tables.seen.join(back.select("account_key", "silent_since"), on="account_key")
    later = later.filter(pl.col("last_at") > pl.col("silent_since"))
    returned = (
        later.group_by("account_key")
        .agg(
            known_all_along=(pl.col("last_at") <= between.before.end).any(),
            from_at=pl.col("first_at")
            .filter(pl.col("place").is_in(between.known_places["place"].implode()))
            .min(),
        )
        .filter(~pl.col("known_all_along"))
        .drop_nulls("from_at")
    )
    found = back.join(returned, on="account_key").with_columns(
        at="from_at",
        to_at="last_seen",
        sentence=pl.format(
            "{} is seen again: it posted on {}, after it had not been seen since {}.",
            "account_key",
            day_of("from_at"),
            day_of("silent_since"),
        ),
        surprise=bits("back", between.weeks),
    )
    cited = posts_cited(between, found.select("account_key", "from_at", "to_at"))
    return as_rows(with_posts(found.drop("posts"), cited, ["account_key"]), "back")


def _gone_since(lived: pl.Expr) -> pl.Expr:
    """What is known of an account that is not seen any more."""
    gaps = pl.when(pl.col("active_days") > 1).then(pl.col("active_days") - 1)
    gap = ((lived - 1) / gaps).round().cast(pl.Int64)
    habit = (
        pl.when(pl.col("active_days") < 2)
        .then(pl.lit("it had been seen on one day only"))
        .when(gap <= 1)
        .then(pl.lit("it used to post every day or nearly so"))
        .otherwise(pl.format("it used to post every {} days", gap))
    )
    return pl.format(
        "{} has not been seen since {}: {} observed days of silence, {}; {}.",
        "account_key",
        day_of("last_seen"),
        pl.col("silent_days").round().cast(pl.Int64),
        habit,
        pl.when("left")
        .then(pl.lit("it is known to have left all its groups"))
        .otherwise(pl.lit("cause unknown")),
    )
