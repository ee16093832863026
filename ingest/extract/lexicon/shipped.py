"""The lexicon that is shipped with the program."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml
from pydantic import TypeAdapter

from ingest.extract.folding import unify
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.entry import Entry
from ingest.extract.lexicon.lexicon import Lexicon

FILES = ("code", "sale", "goods", "shipping", "papers", "contact", "euphemism")
"""Files of entries, in the order in which they are listed."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def shipped_cues() -> Cues:
    """Read the words that announce contact details."""
    return Cues(
        tuple(
            (kind, tuple(sorted({unify(word).lower() for word in words}, key=_longest_first)))
            for kind, words in _read("cues")["cues"].items()
        )
    )


@cache
def shipped_lexicon() -> Lexicon:
    """Read the lexicon."""
    rows = [row for name in FILES for row in _read(name)["entries"]]
    return Lexicon(TypeAdapter(tuple[Entry, ...]).validate_python(rows), shipped_cues())


def _read(name: str) -> dict[str, Any]:
    """Read one of the shipped files."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, _LOADER)  # noqa: S506
    return found


def _longest_first(word: str) -> tuple[int, str]:
    """Order in which alternatives are tried."""
    return -len(word), word
