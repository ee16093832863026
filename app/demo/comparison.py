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
class Explained:
    """What became of accounts that belong together for another reason than trade.

    Attributes
    ----------
    found : RingFound
        The accounts.
    explanation, facts : str
        The alternative explanation of their cluster that is named first, and the facts for it;
        empty when they are in no cluster.
    """

    found: RingFound
    explanation: str
    facts: str


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
class Apart:
    """What became of innocents whom somebody might join.

    Attributes
    ----------
    why : str
        For which reason.
    accounts, joined : int
        How many they are, and how many of them are in a cluster.
    """

    why: str
    accounts: int
    joined: int


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
    shop, scam : Explained
        The lawful shop, and the advance-fee scam.
    innocents : int
        How many accounts belong to nothing that was planted.
    misplaced : tuple of str
        Those of them that are in some cluster, by key.
    apart : tuple of Apart
        Kinds of them.
    own : tuple of str
        Keys that were declared our own side's.
    own_found : tuple of str
        Keys of the collector's that detection knows of; there should be none.
    named_only : int
        How many accounts are known by a name in one chat only.
    ends : tuple of str, optional
        The two ends of a chain, for a path between them; null when it was not found.
    looked_at : str or None
        An account worth looking at next; null when there is no cluster.
    """

    accounts: int
    clusters: int
    rings: tuple[RingFound, ...]
    hubs: tuple[HubFound, ...]
    shop: Explained
    scam: Explained
    innocents: int
    misplaced: tuple[str, ...]
    apart: tuple[Apart, ...]
    own: tuple[str, ...]
    own_found: tuple[str, ...]
    named_only: int
    ends: tuple[str, str] | None
    looked_at: str | None
