"""What a text is read with: where it stands, which words announce what, and the secret."""

from __future__ import annotations

import hashlib
import hmac
from typing import NamedTuple

from ingest.extract.lexicon.cues import Cues

HIDDEN = "hmac-"
"""What stand-ins for values that must not be kept begin with."""


class Setting(NamedTuple):
    """What cleaners go by besides the text.

    Attributes
    ----------
    region : str or None
        ISO 3166 code of the country whose national numbers, banks and currencies are meant.
    platform : str or None
        Where the text stands, when ``@name`` there means an account of that platform.
    cues : Cues
        Words that announce a contact detail, by kind.
    secret : bytes
        Key of the workspace: numbers that may be a person's national identity number are kept
        only as a keyed hash (HMAC-SHA-256).
    """

    region: str | None
    platform: str | None
    cues: Cues
    secret: bytes

    def hidden(self, kind: str, value: str) -> str:
        """Stand in for a value that must not be kept: the same for the same value and secret."""
        digest = hmac.new(self.secret, f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()
        return f"{HIDDEN}{digest[:32]}"


NOWHERE = Setting(None, None, Cues(), b"")
"""For texts of which nothing is known, and in which no word announces anything."""
