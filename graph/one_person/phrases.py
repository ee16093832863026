"""Phrases that two accounts re-use and nobody else here does: runs of words in their posts.

A whole text that is nearly the same is compared as such; a phrase is found in texts that differ.
Scripts that put no spaces between words have no phrases here.
"""

from __future__ import annotations

import polars as pl

from graph.one_person.numbers import Phrases
from graph.tables import Tables

PHRASES = pl.Schema(
    {"account_key": pl.String(), "pair": pl.String(), "phrase": pl.String()}
)  # fmt: skip
"""One row per account and phrase that it has in common with one other; ``pair``: both accounts."""

NO_WORD = r"[^\p{L}\p{M}]+"


def find_phrases(tables: Tables, model: Phrases) -> pl.DataFrame:
    """Find the phrases that exactly two accounts use.

    Parameters
    ----------
    tables : Tables
        What is known; here the texts of posts.
    model : Phrases
        A phrase is ``words`` words long; of each account ``most_texts`` different texts are read,
        of each ``most_words`` words.

    Returns
    -------
    polars.DataFrame
        `PHRASES`, of pairs with ``least`` phrases or more, sorted. Linear in the words read.
    """
    used = _phrases(_texts(tables, model), model)
    both = used.filter(pl.len().over("phrase") == 2)
    pairs = (
        both.group_by("phrase")
        .agg(pair=pl.col("account_key").sort().str.join("\x1f"))
        .filter(pl.len().over("pair") >= model.least)
    )
    return (
        both.join(pairs, on="phrase")
        .select(pl.col(name).cast(kind) for name, kind in PHRASES.items())
        .sort(PHRASES.names())
    )


def _texts(tables: Tables, model: Phrases) -> pl.DataFrame:
    """Different texts of each account, as words: ``account_key text words``."""
    plain = pl.col("text").str.normalize("NFKC").str.to_lowercase()
    return (
        tables.posts.select(
            "account_key", text=plain.str.replace_all(NO_WORD, " ").str.strip_chars()
        )
        .drop_nulls()
        .unique()
        .sort("account_key", "text")
        .filter(pl.int_range(pl.len()).over("account_key") < model.most_texts)
        .with_row_index("at")
        .select("account_key", "at", word=pl.col("text").str.split(" ").list.head(model.most_words))
    )


def _phrases(texts: pl.DataFrame, model: Phrases) -> pl.DataFrame:
    """The phrases that each account uses, by a fingerprint: ``account_key phrase``."""
    words = texts.explode("word").with_columns(pl.col("word").hash())
    run = pl.struct(
        pl.col("word").shift(-step).over("at").alias(f"word_{step}") for step in range(model.words)
    )
    whole = pl.col("word").shift(1 - model.words).over("at").is_not_null()
    return (
        words.with_columns(phrase=pl.when(whole).then(run.hash()))
        .select("account_key", "phrase")
        .drop_nulls()
        .unique()
    )
