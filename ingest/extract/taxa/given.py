"""Names as lists give them, and how much each tells."""

from __future__ import annotations

from dataclasses import dataclass

LATIN = "la"

SCIENTIFIC = "scientific name"
VERNACULAR = "vernacular name"
AMBIGUOUS = "ambiguous name"
IMPORTED = "name from an imported list"
ABBREVIATED = "abbreviated genus"
ONE_WORD = "one word from an imported list"

CONFIDENCE = {
    SCIENTIFIC: 0.99,
    VERNACULAR: 0.9,
    IMPORTED: 0.8,
    ABBREVIATED: 0.8,
    ONE_WORD: 0.6,
    AMBIGUOUS: 0.5,
}
"""How likely a name of each grade means the taxon, by judgement, not measured."""

VERY_AMBIGUOUS = 0.2
"""The same for everyday words and single Chinese characters."""

COMPANY = frozenset({ABBREVIATED, ONE_WORD})
"""Grades that count only where the text names the taxon, or one of its family, otherwise too."""


@dataclass(frozen=True)
class Given:
    """A name as a list gives it.

    Attributes
    ----------
    name : str
        As people write it.
    taxon : str
        The scientific name of what it means.
    language : str
        ISO 639-1 (``id`` also for what Malay shares, ``ms`` for Malay alone); `LATIN` for
        scientific names.
    grade : str
        A key of `CONFIDENCE`.
    product : str or None
        What it means besides the animal or plant; null: the animal or plant.
    is_very_ambiguous : bool
        Whether it hardly tells anything by itself.
    source : str
        Where the name is from.
    verified : bool
        Whether it was found in another source.
    is_imported : bool
        Whether it is from a list of the workspace.
    """

    name: str
    taxon: str
    language: str
    grade: str
    product: str | None = None
    is_very_ambiguous: bool = False
    source: str = ""
    verified: bool = False
    is_imported: bool = False

    @property
    def confidence(self) -> float:
        """How likely the name means the taxon."""
        return VERY_AMBIGUOUS if self.is_very_ambiguous else CONFIDENCE[self.grade]
