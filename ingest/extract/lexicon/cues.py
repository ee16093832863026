"""Words that announce a contact detail, by its kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cues:
    """Words that announce contact details; hashable, so that patterns made of them are kept.

    Attributes
    ----------
    words : tuple of (str, tuple of str)
        Kind (``whatsapp wechat qq line …``) and its words in lower case, as `folding.unify`
        writes them.
    """

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, kind: str) -> tuple[str, ...]:
        """Give the words of a kind, longest first; empty where there are none."""
        return next((words for name, words in self.words if name == kind), ())
