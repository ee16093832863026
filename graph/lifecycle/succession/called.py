"""What new accounts are called, against what others are called: handles, names, descriptions.

They are folded and weighed as same-person candidates are (`graph.one_person.called`), with the
same frozen numbers, and counted among all accounts; but only those are described in full that have
a part of a new account's handle, name or description, so that the cost is that of reading every
name once.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import polars as pl
from rapidfuzz.distance import Levenshtein

from graph.lifecycle.succession.evidence import BIO, HANDLE, NAME, Piece
from graph.lifecycle.succession.names import Names
from graph.lifecycle.succession.numbers import Numbers
from graph.lifecycle.succession.shown import Shared
from graph.one_person.called import describe
from graph.one_person.numbers import Level, shipped_numbers
from graph.tables import Tables

LONGEST = 80
"""Letters of a name or description that a sentence quotes."""

_Said = dict[str, Any]


def called_alike(
    new: Collection[str], old: Collection[str], tables: Tables, numbers: Numbers
) -> Shared:
    """Find accounts that are or were called like new ones.

    Parameters
    ----------
    new, old : collection of str
        Keys of the new accounts, and of those from whom they may have carried on: of these near
        handles are found, of all others equal ones only.
    tables : Tables
        What is known; of it ``accounts`` and ``names``.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    dict
        `graph.lifecycle.succession.shown.Shared`.
    """
    compared = shipped_numbers()
    names = Names(tables)
    theirs = describe(_only(tables, set(new)), compared)
    alike = names.alike(theirs, old) | set(new)
    rows = describe(_only(tables, alike), compared)
    met = {side["account_key"] for pair in _pairs(rows.to_dicts(), set(new)) for side in pair}
    rows = names.counted_among_all(rows.filter(pl.col("account_key").is_in(met)), compared)
    found: Shared = {}
    for one, other in _pairs(rows.to_dicts(), set(new)):
        pieces = found.setdefault(one["account_key"], {}).setdefault(other["account_key"], [])
        pieces += _agreeing(one, other, numbers)
    return found


def _only(tables: Tables, accounts: Collection[str]) -> Tables:
    """What some accounts are called."""
    meant = pl.col("account_key").is_in(pl.Series(sorted(accounts), dtype=pl.String).implode())
    return replace(tables, accounts=tables.accounts.filter(meant), names=tables.names.filter(meant))


def _pairs(rows: list[_Said], new: Collection[str]) -> Iterator[tuple[_Said, _Said]]:
    """Descriptions of a new account and of another that meet in a key."""
    met: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for key in _keys(row):
            met.setdefault(key, []).append(place)
    pairs = {
        (one, other)
        for places in met.values()
        for one in places
        if rows[one]["account_key"] in new
        for other in places
        if rows[other]["account_key"] != rows[one]["account_key"]
    }
    return ((rows[one], rows[other]) for one, other in sorted(pairs))


def _keys(row: _Said) -> set[str]:
    """What a description is found by; near handles share what one letter less leaves."""
    found = {f"{column} {row[column]}" for column in ("handle", "name", "bio") if row[column]}
    if stem := row["stem"]:
        found.add(f"stem {stem}")
        if len(stem) >= shipped_numbers().handle.many_letters:
            found |= {f"stem {stem[:at]}{stem[at + 1 :]}" for at in range(len(stem))}
    return found


def _agreeing(one: _Said, other: _Said, numbers: Numbers) -> Iterator[Piece]:
    """In what two descriptions agree."""
    compared = shipped_numbers()
    handle = _handles(one, other)
    if handle:
        column, level, how = handle
        a, b = _quoted(one, "handle"), _quoted(other, "handle")
        yield _piece(
            HANDLE, one, other, column, level, numbers, f"Their handles {a} and {b} {how}."
        )
    repeats = handle and one["name_is_handle"] and other["name_is_handle"]
    if one["name"] and one["name"] == other["name"] and not repeats:
        a, b = _quoted(one, "name"), _quoted(other, "name")
        says = f"Both are called the same, {a} and {b}, but for case, order and shop words."
        yield _piece(NAME, one, other, "name", compared.name.same, numbers, says)
    if one["bio"] and one["bio"] == other["bio"]:
        says = f"Both describe themselves in the same words: {_quoted(one, 'bio')}."
        yield _piece(BIO, one, other, "bio", compared.bio.same, numbers, says)


def _handles(one: _Said, other: _Said) -> tuple[str, Level, str] | None:
    """How two handles agree: the column that tells how common that is, the level, and words."""
    model = shipped_numbers().handle
    if one["handle"] and one["handle"] == other["handle"]:
        return "handle", model.same, "are the same"
    a, b = one["stem"], other["stem"]
    if not a or not b:
        return None
    if a == b:
        return "stem", model.letters, "are the same but for digits, signs and shop words"
    if min(len(a), len(b)) >= model.many_letters and Levenshtein.distance(a, b) == 1:
        return "stem", model.near, "differ in one letter"
    return None


def _piece(
    kind: str,
    one: _Said,
    other: _Said,
    column: str,
    level: Level,
    numbers: Numbers,
    says: str,
) -> Piece:
    """One way of being called alike, as rare as the commoner of both."""
    chance = max(one[f"tf_{column}"], other[f"tf_{column}"], level.strangers / numbers.population)
    bits = max(math.log2(level.agree / min(chance, 1.0)), 0.0)
    return Piece(kind, str(other[column]), bits, min(bits, numbers.called.further_bits), says=says)


def _quoted(row: _Said, column: str) -> str:
    """What an account says of itself, in quotation marks and not too long."""
    text = " ".join(str(row[f"shown_{column}"]).split())
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”"
