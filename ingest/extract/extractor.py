"""Everything that an extraction depends on besides the texts, and the version that names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.shipped import shipped_cues

EXTRACTOR_VERSION = "2"
"""Changes whenever the code may find other things in the same text."""


@dataclass(frozen=True)
class Extractor:
    """What texts are read with.

    Attributes
    ----------
    version : str
        Names the code, the lexicon and the taxa; derived tables are kept under it.
    cues : Cues
        Words that announce contact details.
    secret : bytes
        Key under which identity numbers are hidden.
    """

    version: str
    cues: Cues
    secret: bytes = field(repr=False)


@cache
def shipped_extractor() -> Extractor:
    """Read with what is shipped alone; what identity numbers are hidden under lasts this run."""
    import secrets

    return Extractor(EXTRACTOR_VERSION, shipped_cues(), secrets.token_bytes(32))
