"""What the words of a question may say; Neo4j's plan of it is checked as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph.console.allowed import check_function, check_procedure
from graph.console.errors import ConsoleRefused
from graph.console.limits import MOST_TEXT
from queries.catalogue import Query

How = Literal["run", "explain", "profile"]

BEGINNINGS = ("MATCH", "OPTIONAL", "RETURN", "WITH", "UNWIND", "CALL", "FILTER", "LET")
"""Clauses that a question which reads may begin with."""

_SKIPPED = re.compile(r"(?:\s|//[^\r\n]*|/\*.*?\*/)+", re.DOTALL)
_PIECE = re.compile(
    r"""(?P<comment>//[^\r\n]*|/\*.*?(?:\*/|\Z))
      | (?P<text>'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*")
      | `(?P<name>(?:[^`]|``)*)`""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z_]+")
_ESCAPE = re.compile(r"\\[uU]")
_LOAD = re.compile(r"(?<![.:$\w])LOAD\s+CSV\b", re.IGNORECASE)
_TRANSACTIONS = re.compile(
    r"(?<![.:$\w])IN\s+(?:\S+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS?\b", re.IGNORECASE
)
_USE = re.compile(r"(?:\{|\bUNION|\bALL|\bDISTINCT|\bNEXT)\s*USE\b", re.IGNORECASE)
_CALLED = re.compile(r"(?<![.:$\w])CALL\s+([A-Za-z_]\w*(?:\.\w+)*)", re.IGNORECASE)
_FUNCTION = re.compile(r"(?<![\w.$])([A-Za-z_]\w*(?:\.\w+)+)\s*\(")
_PLAIN_NAME = re.compile(r"\w+(?:\s*\.\s*\w+)*")


@dataclass(frozen=True)
class Asked:
    """A question whose words say nothing but to read.

    Attributes
    ----------
    text : str
        Without what comes before its first clause.
    how : str
        Whether it is to be run, explained only, or run and explained.
    """

    text: str
    how: How


def check_words(text: str) -> Asked:
    """Check the words of a question.

    Parameters
    ----------
    text : str
        Cypher, with or without EXPLAIN or PROFILE before it.

    Raises
    ------
    ConsoleRefused
        If it is empty or too long; begins with anything but a clause that reads; reads files or
        addresses; calls a procedure or function that is not known to read the graph only; opens
        transactions or another database; or holds escapes that could hide any of that.
    """
    if not text.strip():
        raise ConsoleRefused("There is no question; type one.")
    if len(text) > MOST_TEXT:
        raise ConsoleRefused(
            f"The question has {len(text):,} characters; {MOST_TEXT:,} are the most."
        )
    if _ESCAPE.search(text):
        raise ConsoleRefused(
            "The question holds a character written by its number (\\u…); type the character."
        )
    asked = _without_prefix(text)
    bare = _bare(asked.text)
    if ";" in bare.rstrip().removesuffix(";"):
        raise ConsoleRefused("There is more than one question (;); ask them one by one.")
    if _LOAD.search(bare):
        raise ConsoleRefused(
            "LOAD CSV reads files and addresses; the console reads the graph only."
        )
    if _TRANSACTIONS.search(bare):
        raise ConsoleRefused("IN TRANSACTIONS is for writing; leave it out.")
    if _USE.search(bare):
        raise ConsoleRefused("USE names another database; the console reads this one only.")
    for found in _CALLED.finditer(bare):
        check_procedure(found[1])
    for found in _FUNCTION.finditer(_CALLED.sub(" ", bare)):
        check_function(found[1])
    return Asked(re.sub(r";\s*\Z", "", asked.text), asked.how)


def may_be_asked(query: Query) -> bool:
    """Whether a query of the catalogue answers something and reads the graph only."""
    try:
        check_words(query.text)
    except ConsoleRefused:
        return False
    return query.mode == "read" and bool(query.returns)


def _without_prefix(text: str) -> Asked:
    """Take EXPLAIN or PROFILE away, and check what the question begins with."""
    how: How = "run"
    place = _skip(text, 0)
    first = _word(text, place)
    if first in ("EXPLAIN", "PROFILE"):
        how = "explain" if first == "EXPLAIN" else "profile"
        place = _skip(text, place + len(first))
        first = _word(text, place)
    if first not in BEGINNINGS and not text.startswith("(", place):
        raise ConsoleRefused(
            f"A question begins with {', '.join(BEGINNINGS[:-1])} or {BEGINNINGS[-1]}; "
            "the console only reads, and takes no options."
        )
    return Asked(text[place:], how)


def _skip(text: str, place: int) -> int:
    """Go past blanks and comments."""
    found = _SKIPPED.match(text, place)
    return found.end() if found else place


def _word(text: str, place: int) -> str:
    """Read the word at a place, in capitals; empty when there is none."""
    found = _WORD.match(text, place)
    return found[0].upper() if found else ""


def _bare(text: str) -> str:
    """Leave out comments and strings, and write quoted names as plain ones."""

    def plainly(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            return " " if found["comment"] is not None else "''"
        return name if _PLAIN_NAME.fullmatch(name) else "quoted_name"

    return re.sub(r"\s*\.\s*", ".", _PIECE.sub(plainly, text))
