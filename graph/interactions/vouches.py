"""Vouches: posts in which an account says of another one that it can be trusted."""

from __future__ import annotations

import polars as pl

from graph.interactions.whose import reached
from graph.records import UTC
from graph.tables import Tables
from graph.trade import offering
from graph.word_lists import pattern, read_word_lists

WORDS = "interactions/words.yaml"

VOUCHES = pl.Schema({"from_key": pl.String(), "to_key": pl.String(), "post_key": pl.String(),
                     "seen_at": UTC})  # fmt: skip

_QUESTION = r"[?？؟՞]"


def find_vouches(tables: Tables) -> pl.DataFrame:
    """Find who vouches for whom.

    Parameters
    ----------
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        `VOUCHES`, one row per post and account vouched for: the one that the post answers, and
        those whose contact detail it gives.

    Notes
    -----
    A post vouches when it holds a word of ``vouch`` and none of ``warning`` or ``doubt``, asks
    nothing, offers no goods (sellers call themselves trusted) and passes on nobody's words. A
    contact detail is another account's when it stands for that account by itself, or when that
    account is the only other one that publishes it.
    """
    meant = pl.concat([VOUCHES.to_frame(), _answered(tables), _pointed_at(tables)])
    if meant.is_empty():
        return meant
    said = tables.posts.join(meant.select("post_key").unique(), on="post_key", how="semi")
    vouching = _vouching(said, tables)
    return (
        meant.join(vouching, on="post_key", how="semi")
        .filter(pl.col("from_key") != pl.col("to_key"))
        .unique()
        .sort("from_key", "to_key", "post_key", "seen_at")
    )


def warning(text: str) -> pl.Expr:
    """Whether a text warns of somebody."""
    return pl.col(text).str.contains(pattern(read_word_lists(WORDS)["warning"]))


def _vouching(posts: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Posts that vouch for somebody, as ``post_key``."""
    lists = read_word_lists(WORDS)
    passed_on = tables.forwards.select("post_key")
    return (
        posts.filter(pl.col("text").str.contains(pattern(lists["vouch"])))
        .filter(
            ~pl.col("text").str.contains(_QUESTION),
            ~pl.col("text").str.contains(pattern([*lists["warning"], *lists["doubt"]])),
        )
        .join(passed_on, on="post_key", how="anti")
        .join(_offers(posts, tables), on="post_key", how="anti")
        .select("post_key")
    )


def _offers(posts: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Those of the posts that offer or seek goods."""
    asked = posts.lazy().select("post_key")
    return offering(
        posts.lazy(),
        tables.statements.lazy().join(asked, on="post_key", how="semi"),
        tables.terms.lazy().join(asked, on="post_key", how="semi"),
    ).collect()


def _answered(tables: Tables) -> pl.DataFrame:
    """Answers, with the account that is answered."""
    return (
        tables.replies.select("account_key", "to_key", "post_key", "seen_at")
        .rename({"account_key": "from_key"})
        .drop_nulls(["from_key", "to_key"])
    )


def _pointed_at(tables: Tables) -> pl.DataFrame:
    """Posts that give a contact detail of one other account."""
    shown = tables.details.drop_nulls(["account_key", "post_key"]).select(
        "post_key", "detail_key", "seen_at", from_key="account_key"
    )
    publishers = tables.details.drop_nulls("account_key").select(
        "detail_key", to_key="account_key"
    ).unique()  # fmt: skip
    both = publishers.filter(pl.len().over("detail_key") == 2)
    standing = reached(tables).rename({"whose": "to_key"})
    by_itself = shown.join(standing, on="detail_key")
    by_other = shown.join(standing, on="detail_key", how="anti").join(both, on="detail_key")
    return (
        pl.concat([by_itself, by_other])
        .filter(pl.col("from_key") != pl.col("to_key"))
        .select(VOUCHES.names())
    )
