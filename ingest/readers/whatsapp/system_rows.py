"""What WhatsApp itself says in a chat: who joined, left, was added, what the group is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import polars as pl

from ingest.readers.whatsapp.marks import unmarked
from ingest.readers.whatsapp.phrases import load

FIELDS = ("by", "who", "new", "title", "old")
_TITLES = frozenset({"title", "old"})
_NAME = r"(?:[^:\n]|:[^ \n])+?"
_QUOTED = r"[^\n]+?"
QUOTE = '["“”„«»「」『』]'
_NO_EVENTS = frozenset({"code", "you", "and"})


@dataclass(frozen=True)
class Wording:
    """One way to say an event.

    Attributes
    ----------
    event : str
        ``created added removed joined left subject number admin``, or ``nothing``.
    pattern : str
        Of the whole row; its groups are some of `FIELDS`.
    language : str
        The language's code.
    """

    event: str
    pattern: str
    language: str


def _pattern(wording: str) -> str:
    """Turn a wording of the table into a pattern."""
    for name in FIELDS:
        piece = _QUOTED if name in _TITLES else _NAME
        wording = wording.replace(f"{{{name}}}", f"(?P<{name}>{piece})")
    return "^" + wording.replace('"', QUOTE).replace("’", "['’]") + r"[.。]?$"


_LANGUAGES: list[dict[str, Any]] = load("wordings.toml")["language"]
WORDINGS = [
    Wording(event, _pattern(wording), language["code"])
    for language in _LANGUAGES
    for event, wordings in language.items()
    if event not in _NO_EVENTS
    for wording in wordings
]
EXPORTER = frozenset(word for language in _LANGUAGES for word in language["you"])
"""How rows call whoever exported the chat."""

AND = {language["code"]: tuple(language["and"]) for language in _LANGUAGES}
"""The words between the last two of several names, by language."""

TITLED = "|".join(
    re.sub(r"\?P<\w+>", "?:", wording.pattern)
    for wording in WORDINGS
    if "?P<title>" in wording.pattern
)
"""Any row that names the group, which may hold a colon and a space in quotation marks."""


def read_system_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Read what rows of WhatsApp's own say.

    Parameters
    ----------
    rows : polars.DataFrame
        ``line``, ``at`` and ``text``.

    Returns
    -------
    polars.DataFrame
        ``line at event language`` and `FIELDS` (null: not said) of the rows in known words, in
        their order.
    """
    left = rows.select("line", "at", unmarked(pl.col("text")).alias("text"))
    found = [_events(left.clear(), WORDINGS[0])]
    for wording in WORDINGS:
        if left.is_empty():
            break
        says = left["text"].str.contains(wording.pattern)
        if says.any():
            found.append(_events(left.filter(says), wording))
            left = left.filter(~says)
    return pl.concat(found).sort("line")


def _events(rows: pl.DataFrame, wording: Wording) -> pl.DataFrame:
    """Take rows in one wording apart."""
    groups = pl.col("text").str.extract_groups(wording.pattern)
    return rows.select(
        "line",
        "at",
        event=pl.lit(wording.event),
        language=pl.lit(wording.language),
        **{
            name: groups.struct.field(name).str.strip_chars()
            if f"?P<{name}>" in wording.pattern
            else pl.lit(None, pl.String)
            for name in FIELDS
        },
    )
