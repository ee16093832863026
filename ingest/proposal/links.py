"""Proposing a mapping for a table of links: rows that say what passed from whom to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.proposal.guesses import KEPT, Guess, guess
from ingest.proposal.shapes import Shape
from ingest.proposal.words import meaning

_ENDS = {"sender": "from", "recipient": "to"}
_OF_AN_END = frozenset({"sender", "recipient", "account", "id", "contact"})
_AS_A_LINK = {
    "posted_at": "time",
    "price": "amount",
    "currency": "currency",
    "collected_at": "collected_at",
}
_OWN = frozenset({"source", "grade", "handling"})
_MOST_KINDS = 50


def guess_links(shapes: Mapping[str, Shape]) -> dict[str, Guess] | None:
    """Tell what the columns of a table of links are.

    Parameters
    ----------
    shapes : mapping of str to Shape
        What the values look like, by column.

    Returns
    -------
    dict of str to Guess or None
        Fields are columns of the links table; None unless the names say both ends, and no column
        holds texts, as those of messages do.
    """
    ends = {column: end for column in shapes if (end := _end(column))}
    if {"from", "to"} - set(ends.values()) or any(each.is_prose for each in shapes.values()):
        return None
    taken: set[str] = set()
    guesses = {}
    for column, found in shapes.items():
        end = ends.get(column)
        is_own = column.casefold() in _OWN and (end is None or not _is_only(end, ends))
        if is_own:
            guesses[column] = Guess(column.casefold(), "sure", "it is the links table's own name")
        elif end is not None:
            guesses[column] = _as_end(end, found, is_taken=end in taken)
            taken.add(end)
        else:
            guesses[column] = _other(column, found)
    return guesses


def _end(column: str) -> str | None:
    """Which end of a link a column's name says."""
    said = meaning(column, of_links=True)
    ends = [end for concept, end in _ENDS.items() if concept in said.concepts]
    is_one = len(ends) == 1 and said.is_whole and said.concepts <= _OF_AN_END
    return ends[0] if is_one else None


def _is_only(end: str, ends: Mapping[str, str]) -> bool:
    """Whether no other column says this end."""
    return list(ends.values()).count(end) == 1


def _as_end(end: str, found: Shape, *, is_taken: bool) -> Guess:
    """Take a column as an end, unless there is one already or its numbers are spoilt."""
    if is_taken:
        return Guess(end, "unsure", "it may be this end as well; another column was taken")
    if found.is_cut_short:
        return Guess(end, "unsure", "a spreadsheet cut its numbers short; get the table again")
    return Guess(end, "sure", "its name says so")


def _other(column: str, found: Shape) -> Guess:
    """Tell what else is said of a link."""
    if meaning(column, of_links=True).concepts == {"kind"} and found.distinct:
        if len(found.distinct) <= _MOST_KINDS:
            return Guess("kind", "likely", "its name says so, and its values are few")
        return Guess("kind", "unsure", "its name says so, but its values are many")
    as_post = guess(meaning(column), found)
    field = _AS_A_LINK.get(as_post.field or "")
    return KEPT if field is None else replace(as_post, field=field)
