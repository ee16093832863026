"""Why one person may be behind two accounts, or may not: one sentence per piece of evidence."""

from __future__ import annotations

from typing import Any

import polars as pl

from graph.one_person.linking import COMPARED
from graph.one_person.shown import DETAIL, PHRASE, PICTURE, TEXT

PAIR = ("account_a", "account_b")
REASONS = pl.Schema(
    {"account_a": pl.String(), "account_b": pl.String(), "layer": pl.String(),
     "shared": pl.List(pl.String()), "bits": pl.Float64(), "sentence": pl.String()}
)  # fmt: skip
"""One row per pair and comparison that speaks for or against it, the strongest first. ``shared``:
the values that agree, as keys or in the source's own words; empty where they differ, and for
phrases, which are counted."""

KINDS = {"details": DETAIL, "texts": TEXT, "phrases": PHRASE, "pictures": PICTURE}
LONGEST = 120
"""Letters of a description that a sentence quotes."""

_Side = dict[str, Any]


def give_reasons(counted: pl.DataFrame, rows: pl.DataFrame, shared: pl.DataFrame) -> pl.DataFrame:
    """Write the reasons of candidates.

    Parameters
    ----------
    counted : polars.DataFrame
        ``account_a account_b`` and for each comparison ``bits_ level_ row_a_ row_b_``, of the pairs
        that are candidates.
    rows : polars.DataFrame
        `graph.one_person.called.describe` with ``row``.
    shared : polars.DataFrame
        `graph.one_person.shown.SHARED`.

    Returns
    -------
    polars.DataFrame
        `REASONS`. The bits of a pair and the prior add up to its score.
    """
    wanted = {row for side in "ab" for name in COMPARED for row in counted[f"row_{side}_{name}"]}
    described = {
        row["row"]: row
        for row in rows.filter(pl.col("row").is_in(sorted(wanted))).iter_rows(named=True)
    }
    held = _held(counted, shared)
    found = [
        reason
        for pair in counted.iter_rows(named=True)
        for name in COMPARED
        if (reason := _reason(pair, name, described, held))
    ]
    return pl.DataFrame(found, schema=REASONS, orient="row").sort(
        *PAIR, pl.col("bits").abs(), "layer", descending=[False, False, True, False]
    )


def _held(counted: pl.DataFrame, shared: pl.DataFrame) -> dict[tuple[str, str], dict[str, int]]:
    """What accounts of the pairs share with others: by account and kind, value to accounts."""
    accounts = pl.concat([counted[side] for side in PAIR]).unique()
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in shared.filter(pl.col("account_key").is_in(accounts.implode())).iter_rows(named=True):
        found.setdefault((row["account_key"], row["kind"]), {})[row["value"]] = row["accounts"]
    return found


def _reason(
    pair: dict[str, Any],
    name: str,
    described: dict[int, _Side],
    held: dict[tuple[str, str], dict[str, int]],
) -> tuple[object, ...] | None:
    """One reason as a row of `REASONS`; None where the comparison says nothing."""
    bits, level = pair[f"bits_{name}"], pair[f"level_{name}"]
    if round(bits, 6) == 0:
        return None
    if name in KINDS:
        one, other = (held.get((pair[side], KINDS[name]), {}) for side in PAIR)
        common = {value: one[value] for value in sorted(one.keys() & other.keys())}
        values = [] if name == "phrases" else list(common)
        sentence = _in_common(name, common)
    else:
        a, b = (described[pair[f"row_{side}_{name}"]] for side in "ab")
        values = [a[f"shown_{name}"]] if level > 0 else []
        sentence = _called(name, level, a, b)
    return (*(pair[side] for side in PAIR), name, values, round(bits, 6), sentence)


def _called(name: str, level: int, a: _Side, b: _Side) -> str:
    """Say how two accounts are called, or describe themselves."""
    one, other = (_said(side, name) for side in (a, b))
    if name == "bio":
        return f"Both describe themselves in the same words: {one}."
    if name == "name":
        if level == 0:
            return f"Against: they are called differently, {one} and {other}."
        return f"Both are called the same, {one} and {other}, but for case, order and shop words."
    return {
        3: f"Both have the same handle, {one} and {other}.",
        2: f"Their handles {one} and {other} are the same but for digits, signs and shop words.",
        1: f"Their handles {one} and {other} differ in one letter.",
        0: f"Against: their handles differ, {one} and {other}.",
    }[level]


def _said(side: _Side, name: str) -> str:
    """What an account says of itself, quoted; what it does not say any more with its last day."""
    text = " ".join(str(side[f"shown_{name}"]).split())
    quoted = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    if side["nth"] == 0:
        return f"“{quoted}”"
    last = side["last_seen"]
    return f"“{quoted}” (formerly{f', until {last:%Y-%m-%d}' if last else ''})"


def _in_common(name: str, common: dict[str, int]) -> str:
    """Say which values two accounts have in common, and who else has them."""
    if not common:
        return "Against: each shows phone numbers of its own, and they share no contact detail."
    if name == "phrases":
        return f"{len(common)} runs of words are in posts of both and of nobody else here."
    alone = [value for value, accounts in common.items() if accounts == 2]
    if name == "details":
        if alone:
            return f"Only these two show {', '.join(alone)}."
        return "; ".join(
            f"{accounts} accounts show {value}, these two among them"
            for value, accounts in common.items()
        ) + "."  # fmt: skip
    many = f"{len(common)} {name if len(common) > 1 else name.removesuffix('s')}"
    used = "use" if name == "texts" else "show"
    else_ = f"nobody else here does so with {len(alone)}" if alone else "others do so, too"
    return f"Both {used} {many} that are nearly the same; {else_}."
