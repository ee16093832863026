"""Everything that an extraction depends on besides the texts, and the version that names it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cache, cached_property

from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.taxa import Taxa

EXTRACTOR_VERSION = "3"
"""Changes whenever the code may find other things in the same text."""

SECRET_BYTES = 32


@dataclass(frozen=True, eq=False)
class Extractor:
    """What texts are read with.

    Attributes
    ----------
    lexicon : Lexicon
        Words that tell of trade, and words that announce contact details.
    taxa : Taxa
        Species and products, by their names.
    secret : bytes
        Key under which identity numbers are hidden.
    """

    lexicon: Lexicon
    taxa: Taxa
    secret: bytes = field(repr=False)

    @cached_property
    def version(self) -> str:
        """Names the code, the lexicon and the taxa; derived tables are kept under it."""
        return f"{EXTRACTOR_VERSION}-{self.lexicon.version}-{self.taxa.version}"

    @property
    def cues(self) -> Cues:
        """Words that announce contact details."""
        return self.lexicon.cues


@cache
def shipped_extractor() -> Extractor:
    """Read with what is shipped alone; what identity numbers are hidden under lasts this run."""
    return Extractor(shipped_lexicon(), shipped_taxa(), secrets.token_bytes(SECRET_BYTES))
