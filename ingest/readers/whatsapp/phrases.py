"""What WhatsApp itself writes into a chat, from the tables beside this file."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import polars as pl


def load(name: str) -> dict[str, Any]:
    """Read one of the tables beside this file."""
    return tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))


def one_of(words: list[str]) -> str:
    """Write a pattern for any of some words; one of a script with spaces ends where it ends."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"\b" if _is_spaced(word) else "") for word in ordered)


def alike(text: pl.Expr) -> pl.Expr:
    """Make phrases comparable: lower case, no full stop or space at the ends."""
    return text.str.to_lowercase().str.strip_chars(_ENDS)


def _is_spaced(word: str) -> bool:
    """Whether a word ends in a letter of a script that leaves spaces between words."""
    return word[-1].isalpha() and ord(word[-1]) < 0x0E00


def _alike(phrases: list[str]) -> list[str]:
    """Make phrases of a table comparable."""
    return [phrase.lower().strip(_ENDS) for phrase in phrases]


_ENDS = " .。"
_TABLE = load("phrases.toml")
MORNING: list[str] = _TABLE["clock"]["morning"]
AFTERNOON: list[str] = _TABLE["clock"]["afternoon"]
FILE_TITLES: list[str] = _TABLE["titles"]["files"]
PLACEHOLDERS = _alike(_TABLE["media"]["placeholders"])
ATTACHED = _alike(_TABLE["media"]["attached"])
KINDS = {
    kind: "|".join(re.escape(stem) for stem in stems)
    for kind, stems in _TABLE["media"]["kinds"].items()
}
DELETED_BY_SENDER = _alike(_TABLE["deleted"]["by_sender"])
DELETED_BY_EXPORTER = _alike(_TABLE["deleted"]["by_exporter"])
EDITED = _alike(_TABLE["edited"]["markers"])
