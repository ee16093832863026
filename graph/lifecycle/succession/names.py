"""All that accounts are called, as letters: who has a part of a name, and how many do."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from graph.one_person.called import RUN
from graph.one_person.numbers import Numbers
from graph.tables import Tables

NO_LETTER = r"[^\p{L}\p{M}]+"
LEAST_PART = 4
"""Letters of a part of a name by which others are found."""
BIO_PART = 20


class Names:
    """The handles, names and descriptions of all accounts, letters only.

    Parameters
    ----------
    tables : Tables
        What is known; of it ``accounts`` and ``names``.
    """

    def __init__(self, tables: Tables) -> None:
        said = [
            table.select("account_key", raw=column)
            for table in (tables.accounts, tables.names)
            for column in ("handle", "name")
        ]
        self._called = _letters(pl.concat(said))
        self._bios = _letters(tables.names.select("account_key", raw="bio"))

    def alike(self, described: pl.DataFrame, old: Collection[str]) -> set[str]:
        """Find accounts that may be called like some others.

        Parameters
        ----------
        described : polars.DataFrame
            `graph.one_person.called.describe` of those others.
        old : collection of str
            Accounts of which a part of a name is enough; of the rest the whole is asked for.

        Returns
        -------
        set of str
            Keys of accounts, more than those that turn out to be called alike.
        """
        stems = described["stem"].drop_nulls().unique().to_list()
        names = described["name"].drop_nulls().unique().to_list()
        parts = {
            part for stem in stems for part in (stem[: len(stem) // 2], stem[len(stem) // 2 :])
        }
        parts |= {max(name.split(" "), key=len) for name in names}
        bios = {bio.replace(" ", "") for bio in described["bio"].drop_nulls()}
        slices = {part for bio in bios for part in (bio[:BIO_PART], bio[-BIO_PART:])}
        is_old = pl.col("account_key").is_in(pl.Series(sorted(old), dtype=pl.String).implode())
        found = [
            _having(self._called, {*stems, *_joined(names)}),
            _having(self._called.filter(is_old), parts),
            _having(self._bios, slices),
        ]
        return set(pl.concat(found))

    def counted_among_all(self, described: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
        """Count how common names are among all accounts, where only some were described.

        Parameters
        ----------
        described : polars.DataFrame
            `graph.one_person.called.describe` of some accounts.
        numbers : Numbers
            The frozen numbers.

        Returns
        -------
        polars.DataFrame
            The rows, with ``tf_handle tf_stem tf_name`` raised by those not described.
        """
        runs = {
            form: sorted({form[at : at + RUN] for at in range(max(len(form) - RUN + 1, 1))})
            for column in ("stem", "name")
            for form in _joined(described[column].drop_nulls().unique().to_list())
        }
        wanted = sorted({run for each in runs.values() for run in each})
        bearers = _bearers(self._called, wanted)
        theirs = self._called.filter(
            pl.col("account_key").is_in(described["account_key"].unique().implode())
        )
        known = _bearers(theirs, wanted)
        more = {form: _rarest(each, bearers) - _rarest(each, known) for form, each in runs.items()}
        return described.with_columns(
            (pl.col(f"tf_{column}") + _more(of, more) / numbers.population).clip(upper_bound=1.0)
            for column, of in (("handle", "stem"), ("stem", "stem"), ("name", "name"))
        )


def _letters(said: pl.DataFrame) -> pl.DataFrame:
    """What accounts say, folded to letters: ``account_key text``, without the empty."""
    folded = pl.col("raw").str.normalize("NFKC").str.to_lowercase().str.replace_all(NO_LETTER, "")
    distinct = said.drop_nulls().unique(maintain_order=True)
    return distinct.select("account_key", text=folded).filter(pl.col("text") != "")


def _having(said: pl.DataFrame, parts: Collection[str]) -> pl.Series:
    """Accounts whose letters hold one of some parts."""
    asked = sorted(part for part in parts if len(part) >= LEAST_PART)
    if not asked:
        return pl.Series("account_key", dtype=pl.String)
    return said.filter(pl.col("text").str.contains_any(asked))["account_key"]


def _joined(forms: Collection[str]) -> list[str]:
    """Stems and names without the spaces between words."""
    return [form.replace(" ", "") for form in forms]


def _bearers(said: pl.DataFrame, runs: list[str]) -> dict[str, int]:
    """How many accounts have each run of letters."""
    if not runs:
        return {}
    found = (
        said.select("account_key", run=pl.col("text").str.extract_many(runs, overlapping=True))
        .explode("run")
        .drop_nulls()
        .unique()
        .group_by("run")
        .len()
    )
    return dict(found.iter_rows())


def _rarest(runs: list[str], bearers: dict[str, int]) -> int:
    """Bearers of the rarest of some runs beyond the two who are compared."""
    return max(min(bearers.get(run, 0) for run in runs) - 2, 0)


def _more(column: str, more: dict[str, int]) -> pl.Expr:
    """How many bearers were not described, by what is told of an account."""
    form = pl.col(column).str.replace_all(" ", "", literal=True)
    return form.replace_strict(more, default=0, return_dtype=pl.Int64).fill_null(0)
