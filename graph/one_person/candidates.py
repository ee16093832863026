"""Same-person candidates: two accounts behind which one person may be, for a human to say.

Candidates answer a question of their own: evidence for one person behind two accounts is never
added to evidence for a common operation, and nothing is merged on their account. Splink (on
DuckDB) blocks and weighs with numbers fixed in ``candidates.toml``; what agrees by chance follows
Fellegi and Sunter (1969, doi:10.1080/01621459.1969.10501049) with term frequencies after Winkler.

They are computed when they are asked for, from what was known on a snapshot's day and the hubs
that it found, and not stored with it: a detection does not depend on them, people's judgements of
hubs and candidates count at once, and to take one back leaves nothing behind.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from graph.judged import NOTHING_JUDGED, Judged
from graph.one_person.blocks import block
from graph.one_person.called import describe
from graph.one_person.linking import COMPARED, LISTS, weigh_pairs
from graph.one_person.numbers import Numbers, shipped_numbers
from graph.one_person.phrases import find_phrases
from graph.one_person.reasons import PAIR, give_reasons
from graph.one_person.shown import DETAIL, OWN, PHONE, PHRASE, PICTURE, TEXT, find_shared
from graph.tables import Tables

FAMILIES = {"called": ("handle", "name"), "shown": ("details", "texts", "phrases", "pictures")}
"""Comparisons that repeat each other: the strongest of a family counts, further ones little."""


class Candidates(NamedTuple):
    """What `find_candidates` finds.

    Attributes
    ----------
    pairs : polars.DataFrame
        ``account_a account_b score``, every pair that was compared, the strongest first; by
        account where they are equal. ``score``: log-odds in bits that one person is behind both.
    reasons : polars.DataFrame
        `graph.one_person.reasons.REASONS` of the pairs that reach the threshold.
    left_out : dict
        How many values were not compared, by why: ``hub``, ``quoting account``, or the kind of
        value that too many accounts share.
    numbers : str
        Name of the numbers that were used.
    threshold_bits : float
    """

    pairs: pl.DataFrame
    reasons: pl.DataFrame
    left_out: dict[str, int]
    numbers: str
    threshold_bits: float

    @property
    def likely(self) -> pl.DataFrame:
        """The pairs to put before a person."""
        return self.pairs.filter(pl.col("score") >= self.threshold_bits)


def find_candidates(
    tables: Tables,
    hubs: pl.DataFrame,
    texts: pl.DataFrame,
    judged: Judged = NOTHING_JUDGED,
    numbers: Numbers | None = None,
) -> Candidates:
    """Find accounts behind which one person may be.

    Parameters
    ----------
    tables : Tables
        What is known as of a day.
    hubs, texts : polars.DataFrame
        Of a detection: `graph.detection.Detection`.
    judged : Judged
        Hubs are as people say. Judgements of candidates change no score.
    numbers : Numbers, optional
        The frozen numbers; those that the program comes with unless given.

    Returns
    -------
    Candidates
        Deterministic, and the same whatever the order of rows. Cost grows with the values that
        few accounts share: at most half the square of ``most_accounts_per_value`` for each.
    """
    numbers = numbers or shipped_numbers()
    called = describe(tables, numbers)
    shown = find_shared(tables, hubs, texts, judged, numbers)
    phrases = find_phrases(tables, numbers.phrases)
    blocks = block(called, pl.concat([shown.shared, _as_shared(phrases, "pair")]), numbers)
    shared = pl.concat([shown.shared, _as_shared(phrases, "phrase")])
    rows = _rows(called, shared, blocks.keys, numbers)
    weighed = weigh_pairs(rows, numbers)
    best = _best_of_descriptions(weighed, rows)
    counted = _count_families(best, rows, numbers)
    bits = [f"bits_{name}" for name in COMPARED]
    pairs = counted.select(
        *PAIR,
        score=(numbers.prior_bits + pl.sum_horizontal(bits)).round(6),
    ).sort("score", *PAIR, descending=[True, False, False])  # fmt: skip
    likely = pairs.filter(pl.col("score") >= numbers.threshold_bits)
    reasons = give_reasons(counted.join(likely, on=PAIR, how="semi"), rows, shared)
    return Candidates(
        pairs, reasons, shown.left_out | blocks.left_out, numbers.fingerprint,
        numbers.threshold_bits,
    )  # fmt: skip


def _rows(
    called: pl.DataFrame, shared: pl.DataFrame, keys: pl.DataFrame, numbers: Numbers
) -> pl.DataFrame:
    """What is compared: descriptions, the latest of an account with what the account shows."""
    lists = {
        "own_contacts": (OWN, 2, 2),
        "details_two": (DETAIL, 2, 2),
        "details_few": (DETAIL, 3, numbers.details.few_accounts),
        "details_many": (DETAIL, numbers.details.few_accounts + 1, None),
        "texts_two": (TEXT, 2, 2),
        "texts_more": (TEXT, 2, None),
        "phrases": (PHRASE, 2, 2),
        "pictures": (PICTURE, 2, None),
    }
    most = numbers.most_accounts_per_value
    gathered = (
        shared.group_by("account_key")
        .agg(
            pl.col("value")
            .filter((pl.col("kind") == kind) & pl.col("accounts").is_between(least, upto or most))
            .sort()
            .alias(name)
            for name, (kind, least, upto) in lists.items()
        )
        .join(_phones(shared), on="account_key", how="left")
    )
    own = keys.group_by("account_key", "nth").agg(keys=pl.col("key").sort())
    latest = pl.col("nth") == 0
    return (
        called.join(own, on=["account_key", "nth"], how="left")
        .join(gathered, on="account_key", how="left")
        .with_columns(pl.when(latest).then(pl.col(name)).alias(name) for name in LISTS)
        .with_columns(pl.col("keys").fill_null([]))
        .filter(latest | (pl.col("keys").list.len() > 0))
        .sort("account_key", "nth")
        .with_row_index("row")
        .with_columns(pl.col("row").cast(pl.Int64))
    )


def _as_shared(phrases: pl.DataFrame, column: str) -> pl.DataFrame:
    """Phrases, or the pairs that share them, as `graph.one_person.shown.SHARED`."""
    return phrases.select(
        "account_key",
        kind=pl.lit(PHRASE),
        value=column,
        accounts=pl.lit(2, dtype=pl.Int64),
    ).unique(maintain_order=True)


def _phones(shared: pl.DataFrame) -> pl.DataFrame:
    """Phone numbers of each account, whoever else has them: ``account_key phones``."""
    numbers = shared.filter(pl.col("value").str.starts_with(PHONE))
    return numbers.group_by("account_key").agg(phones=pl.col("value").sort())


def _best_of_descriptions(weighed: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """One row per pair of accounts: of each comparison the description that says most for it.

    What differs in every description counts against the pair, at the most it does.
    """
    owner = rows.select("row", "account_key")
    both = weighed.join(
        owner.rename({"row": "row_a", "account_key": "account_a"}), on="row_a"
    ).join(owner.rename({"row": "row_b", "account_key": "account_b"}), on="row_b")
    ordered = both.sort("row_a", "row_b")
    telling = []
    for name in COMPARED:
        bits = pl.col(f"bits_{name}")
        place = pl.when(bits.max() > 0).then(bits.arg_max()).otherwise(bits.arg_min())
        telling += [pl.col(f"{part}_{name}").get(place) for part in ("bits", "level")] + [
            pl.col(f"row_{side}").get(place).alias(f"row_{side}_{name}") for side in "ab"
        ]
    return ordered.group_by(PAIR, maintain_order=True).agg(telling)


def _count_families(best: pl.DataFrame, rows: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
    """Count what repeats once: of a family the strongest in full, a further one up to a bound.

    A display name that says the handle again adds nothing to it.
    """
    again = rows.select(row_a_name="row", again="name_is_handle")
    repeats = pl.col("again").fill_null(value=False) & (pl.col("bits_handle") > 0)
    best = best.join(again, on="row_a_name", how="left", maintain_order="left").with_columns(
        bits_name=pl.when(repeats & (pl.col("bits_name") > 0)).then(0.0).otherwise("bits_name")
    )
    for family, bound in numbers.further_bits.model_dump().items():
        columns = [f"bits_{name}" for name in FAMILIES[family]]
        strongest = pl.max_horizontal(columns)
        first = pl.coalesce(
            pl.when(pl.col(column) == strongest).then(pl.lit(column)) for column in columns
        )
        best = best.with_columns(
            pl.when(first == column).then(column).otherwise(pl.col(column).clip(upper_bound=bound))
            for column in columns
        )
    return best.drop("again")
