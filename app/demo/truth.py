"""What was planted, kept in memory only: nothing that detection reads holds any of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ring:
    """A planted trading ring.

    Attributes
    ----------
    name : str
        What to call it.
    how : str
        What its members share.
    accounts : frozenset of str
        Keys of its members.
    """

    name: str
    how: str
    accounts: frozenset[str]


@dataclass(frozen=True)
class PlantedTruth:
    """What was planted.

    Attributes
    ----------
    rings : tuple of Ring
        The trading rings.
    shop : Ring
        The lawful shop and its staff: connected, and rightly so.
    hubs : dict of str to str
        What a detail that joins strangers is, and its key.
    recycled : frozenset of str
        Keys of numbers that had two owners, one long after the other.
    copied : frozenset of str
        Keys of innocents who copied a text from a ring or from each other.
    innocents : frozenset of str
        Keys of every account of no ring and not of the shop.
    """

    rings: tuple[Ring, ...]
    shop: Ring
    hubs: dict[str, str]
    recycled: frozenset[str]
    copied: frozenset[str]
    innocents: frozenset[str]
