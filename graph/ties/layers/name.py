"""Names: what being called alike says.

Chance agreement: a name is as common as its rarest run of letters that both names have, borne by
k accounts here, and by ``stray`` elsewhere: two sellers called Bird Shop are no more related than
all who are. Digits, signs and case are left away, as they are what a taken name is varied by.
Handles are chosen for one platform and count when they are nearly the same; people's names are
common among those who speak one language, whatever a workspace shows of it, so that display names
count when they are the same only, and less. What script or language a name is in, or where it
comes from, is never compared. The layer supports a tie that other evidence suggests and never
makes one. A name that repeats a shared handle or e-mail address adds nothing to it
(`graph.ties.repeats`).
"""

from __future__ import annotations

import polars as pl
from rapidfuzz import fuzz, process

from graph.calibration import Calibration, Name
from graph.tables import Tables
from graph.ties.layers.layer import PairLayer, as_evidence

RUN = 5
"""Letters of which a name's rarity is told; shorter names are one run."""
LEAST_LETTERS = 4
NOT_CHOSEN = (
    "user", "deleted", "deletedaccount", "unknown", "facebookuser", "telegramuser", "whatsappuser",
    "instagramuser", "tiktokuser", "anonymous", "anonymousmember", "admin",
)  # fmt: skip
"""What platforms call accounts that have no name."""


def weigh_names(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of names that are alike, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here the accounts' handles and names, present and former.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, at most one row per pair: its rarest likeness.
        ``value`` is ``name:`` and the shorter of the two names without digits and signs,
        ``accounts`` how many have its rarest run of letters in theirs.
    """
    model = calibration.name_likeness
    called = _called(tables)
    alike = _alike(pairs, called, model)
    rarity = _rarity(alike.select("form_a", "form_b").unique(), called)
    both_names = ~pl.col("is_handle_a") & ~pl.col("is_handle_b")
    stray = pl.when(both_names).then(model.name_stray).otherwise(model.handle_stray)
    strangers = stray + (pl.col("accounts") - 2).clip(lower_bound=0)
    shorter = pl.col("form_a").str.len_chars() <= pl.col("form_b").str.len_chars()
    return (
        alike.join(rarity, on=["form_a", "form_b"])
        .with_columns(
            bits=(model.agree * calibration.population / strangers).log(2),
            value=pl.format("name:{}", pl.when(shorter).then("form_a").otherwise("form_b")),
        )
        .filter(pl.col("bits") > 0)
        .with_columns(further_bits=pl.col("bits"))
        .sort("account_a", "account_b", "bits", "value", descending=[False, False, True, False])
        .unique(["account_a", "account_b"], keep="first", maintain_order=True)
        .pipe(as_evidence, layer=LAYER.name, family="name")
    )


def _called(tables: Tables) -> pl.DataFrame:
    """What each account is and was called, letters only: ``account_key form is_handle``."""
    said = pl.concat(
        table.select("account_key", form=column, is_handle=pl.lit(column == "handle"))
        for table in (tables.accounts, tables.names)
        for column in ("handle", "name")
    )
    letters = (
        pl.col("form")
        .str.normalize("NFKD")
        .str.replace_all(r"[\u0300-\u036f]", "")
        .str.normalize("NFKC")
        .str.to_lowercase()
        .str.replace_all(r"[^\p{L}\p{M}]+", "")
    )
    return (
        said.with_columns(form=letters)
        .filter(
            (pl.col("form").str.len_chars() >= LEAST_LETTERS) & ~pl.col("form").is_in(NOT_CHOSEN)
        )
        .group_by("account_key", "form")
        .agg(pl.col("is_handle").any())
    )


def _alike(pairs: pl.DataFrame, called: pl.DataFrame, model: Name) -> pl.DataFrame:
    """Names of a pair's two accounts that are the same, or handles that are nearly so."""
    both = pairs.join(
        called.rename({"form": "form_a", "is_handle": "is_handle_a"}),
        left_on="account_a",
        right_on="account_key",
    ).join(
        called.rename({"form": "form_b", "is_handle": "is_handle_b"}),
        left_on="account_b",
        right_on="account_key",
    )
    same = pl.col("form_a") == pl.col("form_b")
    handles = both.filter(~same & pl.col("is_handle_a") & pl.col("is_handle_b"))
    likeness = process.cpdist(
        handles["form_a"].to_list(), handles["form_b"].to_list(), scorer=fuzz.ratio
    )
    near = handles.filter(pl.Series(likeness >= 100 * model.similarity, dtype=pl.Boolean))
    return pl.concat([both.filter(same), near])


def _rarity(alike: pl.DataFrame, called: pl.DataFrame) -> pl.DataFrame:
    """How many accounts have the rarest common run of two names: ``form_a form_b accounts``."""
    shared = alike.with_columns(
        run=pl.Series(
            [sorted(_runs(a) & _runs(b)) for a, b in alike.iter_rows()], dtype=pl.List(pl.String)
        )
    ).explode("run")
    runs = shared["run"].unique().drop_nulls().sort()
    bearers = (
        called.select(
            "account_key", run=pl.col("form").str.extract_many(runs.implode(), overlapping=True)
        )
        .explode("run")
        .unique()
        .group_by("run")
        .agg(accounts=pl.len())
    )
    return (
        shared.join(bearers, on="run")
        .group_by("form_a", "form_b")
        .agg(accounts=pl.col("accounts").min().cast(pl.Int64))
    )


def _runs(form: str) -> set[str]:
    """The runs of letters in a name."""
    return {form[start : start + RUN] for start in range(max(len(form) - RUN, 0) + 1)}


LAYER = PairLayer("name", weigh_names)
