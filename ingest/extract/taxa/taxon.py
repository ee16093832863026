"""A taxon, and what lists say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

PREFIX = "taxon:"
INTERNATIONAL = "international"
"""The jurisdiction of the CITES appendices."""


@dataclass(frozen=True)
class Listing:
    """What one list says of a taxon.

    Attributes
    ----------
    list : str
        Name of the list (``cites``, ``p106``).
    jurisdiction : str
        Where it holds: `INTERNATIONAL` or a country's code.
    status : str
        In the list's words: ``I``, ``I/II`` (parts of it in each), ``II/NC``, ``protected``.
    valid_from, valid_to : date or None
        First and last day; null: the list does not say, and no bound is known.
    note, source : str
        Empty where there is none.
    verified : bool
        Whether somebody has compared it with another source.
    """

    list: str
    jurisdiction: str
    status: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    source: str = ""
    verified: bool = False

    def holds(self, on: date) -> bool:
        """Whether it holds on a day, bounds included."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True)
class Taxon:
    """A species, or a higher or lower taxon.

    Attributes
    ----------
    scientific_name : str
        As the list that brought it writes it.
    rank : str
        ``species subspecies genus subfamily family order class``.
    english : str
        A common English name; empty where none is known.
    lineage : tuple of str
        Higher taxa from the top down, as far as the lists tell.
    synonyms : tuple of str
        Other scientific names of it.
    listings : tuple of Listing
        By list, then by date; empty where no list has it.
    """

    scientific_name: str
    rank: str
    english: str = ""
    lineage: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = field(default=())

    @property
    def key(self) -> str:
        """``taxon:<scientific name>``."""
        return f"{PREFIX}{self.scientific_name}"

    @property
    def genus(self) -> str:
        """First word of the scientific name."""
        return self.scientific_name.partition(" ")[0]

    def listed(self, on: date) -> tuple[Listing, ...]:
        """Give the listings that hold on a day.

        Parameters
        ----------
        on : date

        Returns
        -------
        tuple of Listing
            Empty where none does. A listing without a first day counts as old as need be: only
            the changes that a list states are known.
        """
        return tuple(listing for listing in self.listings if listing.holds(on))


def rank_of(scientific_name: str) -> str:
    """Tell the rank from how a scientific name is built.

    >>> rank_of("Panthera tigris"), rank_of("Cacatuidae")
    ('species', 'family')
    """
    words = scientific_name.count(" ") + 1
    if words > 1:
        return "species" if words == 2 else "subspecies"
    for ending, rank in (
        ("idae", "family"),
        ("aceae", "family"),
        ("inae", "subfamily"),
        ("iformes", "order"),
        ("ales", "order"),
    ):
        if scientific_name.endswith(ending):
            return rank
    return "genus"
