"""Which accounts are compared at all: those that share a value which few have.

Handles whose letters differ in one place share what is left when that letter is taken away, so
that near handles meet without comparing all with all.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from graph.one_person.numbers import Numbers

NEAR, LETTERS, NAME, BIO, HANDLE = "near handle", "handle letters", "name", "bio", "handle"


class Blocks(NamedTuple):
    """What brings accounts together.

    Attributes
    ----------
    keys : polars.DataFrame
        ``account_key nth key``, one row per description and key that another account has, too.
    left_out : dict
        How many keys too many accounts have, by kind.
    """

    keys: pl.DataFrame
    left_out: dict[str, int]


def block(called: pl.DataFrame, shared: pl.DataFrame, numbers: Numbers) -> Blocks:
    """Give each description the keys by which it meets others.

    Parameters
    ----------
    called : polars.DataFrame
        `graph.one_person.called.describe`.
    shared : polars.DataFrame
        `graph.one_person.shown.SHARED`; its values are keys of an account's latest description.
    numbers : Numbers
        No key of more than ``most_accounts_per_value`` accounts is used, so that a key gives at
        most half the square of that many pairs of accounts.

    Returns
    -------
    Blocks
    """
    own = ("account_key", "nth")
    parts = [
        called.select(*own, kind=pl.lit(kind), value=column).drop_nulls("value")
        for kind, column in ((HANDLE, "handle"), (LETTERS, "stem"), (NAME, "name"), (BIO, "bio"))
    ]
    shows = shared.select(
        "account_key", nth=pl.lit(0, dtype=called.schema["nth"]), kind="kind", value="value"
    )
    keyed = pl.concat([*parts, _near(called, numbers), shows]).select(
        *own, "kind", key=pl.format("{}:{}", "kind", "value")
    )
    counted = keyed.with_columns(accounts=pl.col("account_key").n_unique().over("key"))
    several = counted.filter(pl.col("accounts") > 1)
    too_many = pl.col("accounts") > numbers.most_accounts_per_value
    crowded = several.filter(too_many).select("kind", "key").unique().group_by("kind").len()
    return Blocks(
        several.filter(~too_many).select(*own, "key").unique().sort(*own, "key"),
        dict(crowded.sort("kind").iter_rows()),
    )


def _near(called: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
    """What is left of a handle's letters without one of them; and all of them."""
    long = called.filter(pl.col("stem").str.len_chars() >= numbers.handle.many_letters)
    letters = pl.col("stem").str.len_chars().cast(pl.Int64)
    without = pl.concat_str(
        pl.col("stem").str.slice(0, pl.col("place")),
        pl.col("stem").str.slice(pl.col("place") + 1),
    )
    less = (
        long.select("account_key", "nth", "stem", place=pl.int_ranges(letters))
        .explode("place")
        .select("account_key", "nth", value=without)
    )
    whole = long.select("account_key", "nth", value="stem")
    return (
        pl.concat([less, whole])
        .unique()
        .select("account_key", "nth", kind=pl.lit(NEAR), value="value")
    )
