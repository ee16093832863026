"""What accounts are and were called, folded for comparison, and how common that is.

Case, accents, signs, invisible marks and shop words are left away. A handle is as common as the
rarest run of letters in it, counted on the platform where most bear it: who keeps one handle on
four platforms makes it no commoner. What language or script a name is in is never compared.
"""

from __future__ import annotations

import re

import polars as pl

from graph.one_person.numbers import Numbers
from graph.tables import Tables

RUN = 5
"""Letters of which the rarity of a handle or name is told."""
LONGEST = 64
"""Letters of a handle or name that are compared."""
INVISIBLE = r"[\p{Cf}\p{Cc}\u0300-\u036f]"
NO_LETTER = r"[^\p{L}\p{M}]+"
YEAR = r"(^|\D)(?:19|20)\d\d($|\D)"
CONTACT = r"(?:https?://|www\.|t\.me/|wa\.me/)\S+|\S+@\S+|@\w+|\d+"
GLUED = 5
"""Letters that a shop word has at least to be told within a word."""


def describe(tables: Tables, numbers: Numbers) -> pl.DataFrame:
    """Give what accounts are and were called, ready to be compared.

    Parameters
    ----------
    tables : Tables
        What is known; of it ``accounts`` and ``names``.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    polars.DataFrame
        ``account_key platform nth shown_handle shown_name shown_bio last_seen`` as the sources
        have them, ``handle stem name bio`` folded (null: says nothing of who it is), and
        ``tf_handle tf_stem tf_name tf_bio``, the share of the population that is called so by
        chance; ``name_is_handle``: the name says the handle again. One row per description, the
        latest first (``nth`` = 0), at most ``most_descriptions`` per account; one row even for
        accounts that say nothing.
    """
    rows = _descriptions(tables, numbers).with_columns(
        handle=_handle(pl.col("shown_handle")),
        stem=_letters(pl.col("shown_handle"), numbers),
        name=_words(pl.col("shown_name"), numbers),
        bio=_plain(pl.col("shown_bio"), numbers),
        name_is_handle=_letters(pl.col("shown_name"), numbers)
        == _letters(pl.col("shown_handle"), numbers),
    )
    rows = rows.with_columns(pl.when(_long_enough("stem", numbers)).then("stem").alias("stem"))
    telling = pl.col("stem").is_not_null() | (_digits() >= numbers.handle.least_letters)
    rows = rows.with_columns(handle=pl.when(telling).then("handle"))
    runs = _bearers_of_runs(rows)
    return (
        rows.with_columns(_rarest(rows, runs, column).alias(f"run_{column}")
                          for column in ("stem", "name"))
        .with_columns(_frequencies(numbers))
        .drop("run_stem", "run_name")
        .sort("account_key", "nth")
    )  # fmt: skip


def _descriptions(tables: Tables, numbers: Numbers) -> pl.DataFrame:
    """All that accounts are or were called, the latest first."""
    former = tables.names.select(
        "account_key", "platform", shown_handle="handle", shown_name="name", shown_bio="bio",
        last_seen="last_seen",
    )  # fmt: skip
    present = tables.accounts.select(
        "account_key", "platform", shown_handle="handle", shown_name="name"
    ).join(
        former.select("account_key", "shown_handle", "shown_name"),
        on=["account_key", "shown_handle", "shown_name"],
        how="anti",
        nulls_equal=True,
    )
    said = ["shown_handle", "shown_name", "shown_bio"]
    now = tables.accounts.select(
        "account_key", shown_handle="handle", shown_name="name", is_present=pl.lit(value=True)
    )
    return (
        pl.concat([former, present], how="diagonal_relaxed")
        .join(now, on=["account_key", *said[:2]], how="left", nulls_equal=True)
        .sort("account_key", "is_present", "last_seen", *said,
              descending=[False, True, True, False, False, False], nulls_last=True)
        .unique(["account_key", *said], keep="first", maintain_order=True)
        .with_columns(nth=pl.int_range(pl.len()).over("account_key"))
        .filter(pl.col("nth") < numbers.most_descriptions)
    )  # fmt: skip


def _folded(column: pl.Expr) -> pl.Expr:
    """Without case, accents, invisible marks and width."""
    plain = column.str.normalize("NFKD").str.replace_all(INVISIBLE, "")
    return plain.str.normalize("NFKC").str.to_lowercase().str.strip_chars()


def _handle(column: pl.Expr) -> pl.Expr:
    """A handle as it is compared: folded, without the sign before it."""
    folded = _folded(column).str.strip_chars_start("@").str.replace_all(r"[^\p{L}\p{M}\p{N}]+", "")
    return pl.when(folded != "").then(folded)


def _letters(column: pl.Expr, numbers: Numbers) -> pl.Expr:
    """The letters of a handle that tell whose it is: without digits, signs and shop words."""
    glued = [re.escape(word) for word in numbers.words.generic if len(word) >= GLUED]
    ends = f"^(?:{'|'.join(glued)})+|(?:{'|'.join(glued)})+$"
    telling = _without_generic(column, numbers).list.join("").str.replace_all(ends, "")
    return telling.str.slice(0, LONGEST)


def _words(column: pl.Expr, numbers: Numbers) -> pl.Expr:
    """The words of a name that tell whose it is, in one order."""
    words = _without_generic(column, numbers).list.sort().list.join(" ").str.slice(0, LONGEST)
    return pl.when(words.str.len_chars() >= numbers.handle.least_letters).then(words)


def _without_generic(column: pl.Expr, numbers: Numbers) -> pl.Expr:
    """Words of letters, without those that identify nobody."""
    words = _folded(column).str.replace_all(NO_LETTER, " ").str.strip_chars().str.split(" ")
    generic = list(numbers.words.generic)
    return words.list.eval(pl.element().filter(~pl.element().is_in([*generic, ""])))


def _plain(column: pl.Expr, numbers: Numbers) -> pl.Expr:
    """A description without contact details, numbers, signs and case."""
    words = _folded(_folded(column).str.replace_all(CONTACT, " "))
    plain = words.str.replace_all(NO_LETTER, " ").str.strip_chars()
    return pl.when(plain.str.len_bytes() >= numbers.bio.least_bytes).then(plain)


def _digits() -> pl.Expr:
    """How many digits of a handle are no year."""
    return pl.col("handle").str.replace_all(YEAR, "$1$2").str.count_matches(r"\d")


def _long_enough(column: str, numbers: Numbers) -> pl.Expr:
    """Whether letters are enough to be compared at all."""
    return pl.col(column).str.len_chars() >= numbers.handle.least_letters


def _bearers_of_runs(rows: pl.DataFrame) -> pl.DataFrame:
    """How many accounts of a platform have a run of letters in a handle or name: ``run bearers``.

    The platform is that where most do.
    """
    said = pl.concat(
        rows.select("account_key", "platform", form=_joined(column)) for column in ("stem", "name")
    ).drop_nulls("form")
    return (
        said.unique()
        .pipe(_with_runs)
        .select("account_key", "platform", "run")
        .unique()
        .group_by("platform", "run")
        .agg(bearers=pl.len().cast(pl.Int64))
        .group_by("run")
        .agg(pl.col("bearers").max())
    )


def _joined(column: str) -> pl.Expr:
    """A stem, or the words of a name, as one run of letters."""
    return pl.col(column).str.replace_all(" ", "", literal=True)


def _with_runs(forms: pl.DataFrame) -> pl.DataFrame:
    """Add the runs of letters of each ``form``, one row each."""
    starts = pl.int_ranges((pl.col("form").str.len_chars().cast(pl.Int64) - RUN + 1).clip(1))
    return (
        forms.with_columns(start=starts)
        .explode("start")
        .with_columns(run=pl.col("form").str.slice(pl.col("start"), RUN))
    )


def _rarest(rows: pl.DataFrame, runs: pl.DataFrame, column: str) -> pl.Series:
    """How many accounts bear the rarest run of each row's value; 0 where there is none."""
    forms = rows.select(form=_joined(column))
    least = (
        forms.drop_nulls().unique().pipe(_with_runs).join(runs, on="run")
        .group_by("form").agg(pl.col("bearers").min())
    )  # fmt: skip
    joined = forms.join(least, on="form", how="left", maintain_order="left")
    return joined["bearers"].fill_null(0)


def _frequencies(numbers: Numbers) -> list[pl.Expr]:
    """The share of the population that is called so by chance, for each way of being called."""
    handle, name, bio = numbers.handle, numbers.name, numbers.bio
    letters = pl.col("stem").str.len_chars().fill_null(0) + _digits().fill_null(0)
    is_name = (pl.col("handle") == pl.col("shown_name").pipe(_handle)).fill_null(value=False)
    scarce = [
        pl.when(letters < handle.many_letters).then(handle.strangers_short).otherwise(0.0),
        pl.when(is_name).then(handle.strangers_name).otherwise(0.0),
    ]
    short_stem = pl.col("stem").str.len_chars() < handle.many_letters
    long_name = pl.col("name").str.len_chars() >= name.many_letters
    long_bio = pl.col("bio").str.len_bytes() >= bio.many_bytes
    same_name = pl.col("account_key").n_unique().over("name").cast(pl.Int64)
    same_bio = pl.col("account_key").n_unique().over("bio").cast(pl.Int64)
    stem_scarce = pl.when(short_stem).then(handle.strangers_short).otherwise(0.0)
    strangers = {
        "tf_handle": pl.max_horizontal(*scarce, pl.lit(handle.same.strangers))
        + _beyond("run_stem"),
        "tf_stem": pl.max_horizontal(stem_scarce, scarce[1], pl.lit(handle.letters.strangers))
        + _beyond("run_stem"),
        "tf_name": pl.when(long_name).then(name.strangers_long).otherwise(name.same.strangers)
        + pl.max_horizontal(_beyond("run_name"), (same_name - 2).clip(0)),
        "tf_bio": pl.when(long_bio).then(bio.same.strangers).otherwise(bio.strangers_short)
        + (same_bio - 2).clip(0),
    }  # fmt: skip
    return [
        (people / numbers.population).clip(upper_bound=1.0).alias(column)
        for column, people in strangers.items()
    ]


def _beyond(column: str) -> pl.Expr:
    """Bearers beyond the two that are compared."""
    return (pl.col(column) - 2).clip(0)
