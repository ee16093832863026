"""Whose a handle, a number or a name is: the one account that it can mean, or nobody."""

from __future__ import annotations

import polars as pl

from graph.keys import OWN_KIND
from graph.tables import Tables
from graph.word_lists import read_word_lists

LEAST_LETTERS = 4
"""Names of fewer characters mean nobody in particular."""

NAMED = pl.Schema({"origin": pl.String(), "platform": pl.String(), "whose": pl.String(),
                   "by_name": pl.Boolean()})  # fmt: skip


def reached(tables: Tables) -> pl.DataFrame:
    """Find the accounts that contact details stand for by themselves.

    Parameters
    ----------
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``detail_key whose``: an account's own handle, or the number that it has on WhatsApp. What
        stands for two accounts has no row.
    """
    handles = _handles(tables)
    by_handle = handles.select(
        detail_key=pl.format(
            "{}{}:{}",
            pl.when(pl.col("platform").is_in(sorted(OWN_KIND)))
            .then(pl.lit(""))
            .otherwise(pl.lit("handle:")),
            "platform",
            "handle",
        ),
        whose="account_key",
    )
    by_number = (
        _everybody(tables)
        .filter(pl.col("account_key").str.starts_with("whatsapp:+"))
        .select(
            detail_key=pl.col("account_key").str.replace("whatsapp:", "phone:", literal=True),
            whose="account_key",
        )
    )
    return _certain(pl.concat([by_handle, by_number]), "detail_key").sort("detail_key")


def only_publishers(tables: Tables) -> pl.DataFrame:
    """Find the contact details that one account only publishes: ``detail_key whose``."""
    return _certain(
        tables.details.drop_nulls("account_key").select("detail_key", whose="account_key"),
        "detail_key",
    ).sort("detail_key")


def named_accounts(origins: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Find the accounts that sources name as the origin of forwarded words.

    Parameters
    ----------
    origins : polars.DataFrame
        ``origin platform``: what a source writes, and where.
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``origin platform whose by_name``: by key, by handle, or by a name that one account of the
        platform is known to have had, but no other and no group. What can mean two means nobody.
    """
    wanted = origins.select("origin", "platform").unique().with_columns(_folded("origin"))
    everybody = _everybody(tables)
    by_key = wanted.join(everybody, left_on="origin", right_on="account_key", how="semi").select(
        "origin", "platform", whose="origin", by_name=pl.lit(value=False)
    )
    by_handle = wanted.join(
        _handles(tables), left_on=["folded", "platform"], right_on=["handle", "platform"]
    ).select("origin", "platform", whose="account_key", by_name=pl.lit(value=False))
    nobody = [
        word
        for each in read_word_lists("interactions/words.yaml")["unnamed"]
        for word in each.words
    ]
    by_name = (
        wanted.filter(
            pl.col("folded").str.len_chars() >= LEAST_LETTERS,
            ~pl.col("folded").is_in(nobody),
        )
        .join(_group_names(tables), on=["folded", "platform"], how="anti")
        .join(_names(tables), on=["folded", "platform"])
        .select("origin", "platform", whose="account_key", by_name=pl.lit(value=True))
    )
    found = pl.concat([NAMED.to_frame(), by_key, by_handle, by_name])
    return (
        found.group_by("origin", "platform", "whose")
        .agg(pl.col("by_name").all())
        .filter(pl.len().over("origin", "platform") == 1)
        .sort("origin", "platform")
    )


def _everybody(tables: Tables) -> pl.DataFrame:
    """Keys of all accounts that are described or posted."""
    described = tables.accounts.select("account_key")
    return pl.concat([described, tables.posts.select("account_key")]).drop_nulls().unique()


def _handles(tables: Tables) -> pl.DataFrame:
    """Handles that accounts have had, as platforms compare them."""
    had = [tables.names, tables.accounts]
    return (
        pl.concat([each.select("account_key", "platform", "handle") for each in had])
        .drop_nulls()
        .with_columns(
            pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase()
        )
        .unique()
    )


def _names(tables: Tables) -> pl.DataFrame:
    """Names that accounts have had, folded."""
    had = [tables.names, tables.accounts]
    return (
        pl.concat([each.select("account_key", "platform", "name") for each in had])
        .drop_nulls()
        .with_columns(_folded("name"))
        .select("account_key", "platform", "folded")
        .unique()
    )


def _group_names(tables: Tables) -> pl.DataFrame:
    """Names of groups, folded."""
    named = tables.groups.select("platform", pl.col("name").cast(pl.String))
    return named.drop_nulls().select("platform", _folded("name")).unique()


def _folded(column: str) -> pl.Expr:
    """A name for comparison: NFKC, lower case, white space squeezed, no @ before it."""
    return (
        pl.col(column)
        .str.normalize("NFKC")
        .str.to_lowercase()
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
        .str.strip_chars_start("@")
        .alias("folded")
    )


def _certain(found: pl.DataFrame, what: str) -> pl.DataFrame:
    """Keep what stands for one account only."""
    return found.unique().filter(pl.len().over(what) == 1)
