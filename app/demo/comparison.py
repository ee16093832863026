"""What became of everything that was planted, as numbers to be told."""

from __future__ import annotations

from dataclasses import dataclass

from app.demo.truth import Ring


@dataclass(frozen=True)
class RingFound:
    """What became of a planted ring.

    Attributes
    ----------
    ring : Ring
        As it was planted.
    cluster_id : str or None
        The cluster that holds most of it; null when none does.
    members : int
        How many of the ring are in that cluster.
    others : int
        How many more accounts are.
    """

    ring: Ring
    cluster_id: str | None
    members: int
    others: int


@dataclass(frozen=True)
class HubFound:
    """What became of a planted hub.

    Attributes
    ----------
    name, detail_key : str
        What it is, and its key.
    accounts : int or None
        How many accounts publish it; null when it was not taken for a hub.
    """

    name: str
    detail_key: str
    accounts: int | None


@dataclass(frozen=True)
class Comparison:
    """Detection compared with what was planted.

    Attributes
    ----------
    accounts, clusters : int
        How many there are.
    rings : tuple of RingFound
        One for each planted ring, in the order of planting.
    hubs : tuple of HubFound
        One for each planted hub.
    shop : RingFound
        The lawful shop.
    explanation, facts : str
        The alternative explanation of the shop's cluster that is named first, and the facts for
        it; empty when the shop is in no cluster.
    innocents : int
        How many accounts of no ring there are.
    misplaced : tuple of str
        Those of them that are in some cluster, by key.
    looked_at : str or None
        An account worth looking at next; null when there is no cluster.
    """

    accounts: int
    clusters: int
    rings: tuple[RingFound, ...]
    hubs: tuple[HubFound, ...]
    shop: RingFound
    explanation: str
    facts: str
    innocents: int
    misplaced: tuple[str, ...]
    looked_at: str | None
