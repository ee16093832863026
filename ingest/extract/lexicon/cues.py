"""Words that announce a contact detail, by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


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

    def __hash__(self) -> int:
        """Hash the words, once: patterns made of them are looked up for every text."""
        return self._hash

    def __reduce__(self) -> tuple[type[Cues], tuple[tuple[tuple[str, tuple[str, ...]], ...]]]:
        """Hand over the words alone: another process hashes them differently."""
        return Cues, (self.words,)

    @cached_property
    def _hash(self) -> int:
        """Hash of the words."""
        return hash(self.words)

    def of(self, kind: str) -> tuple[str, ...]:
        """Give the words of a kind, longest first; empty where there are none."""
        return next((words for name, words in self.words if name == kind), ())

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds that words announce."""
        return tuple(name for name, _ in self.words)
