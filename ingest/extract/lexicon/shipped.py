"""The lexicon that is shipped with the program."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from ingest.extract.folding import unify
from ingest.extract.lexicon.cues import Cues


@cache
def shipped_cues() -> Cues:
    """Read the words that announce contact details."""
    text = resources.files(__package__).joinpath("cues.yaml").read_text(encoding="utf-8")
    return Cues(
        tuple(
            (kind, tuple(sorted({unify(word).lower() for word in words}, key=_longest_first)))
            for kind, words in yaml.safe_load(text)["cues"].items()
        )
    )


def _longest_first(word: str) -> tuple[int, str]:
    """Order in which alternatives are tried."""
    return -len(word), word
