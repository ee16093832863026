"""What happens in a planted history, as it is planned; the truth is made of it."""

from __future__ import annotations

from typing import NamedTuple

from tests.bench.history.rings import Ring
from tests.bench.history.sellers import Seller

KINDS = ("formed", "grown", "shrunk", "merged", "split", "dissolved", "reappeared", "found")
"""What is scored of clusters; ``found``: seen for the first time because of coverage only."""

BANNED = "banned"
"""Members are replaced by successors: a change of accounts, not of the ring."""

STOPS = ("shrunk", "dissolved", BANNED)
"""What becomes visible by silence only."""

NOTICED = ("formed", "grown", "merged", "split", "reappeared", BANNED)
"""What somebody who looks can see at once."""


class Happening(NamedTuple):
    """Something that happens to a ring.

    Attributes
    ----------
    kind : str
        One of `KINDS`, or `BANNED`.
    week : int
    ring : Ring
        As it is then; of a merger the new one, of a split the old one.
    accounts : tuple of Seller
        Those whom it is about: who came, stopped, came back or was found, else all.
    now : tuple of Seller
        Members that show what the cluster is: after it, or before members stopped.
    ever : tuple of Seller
        All that have been members until then.
    parts : tuple of tuple of Seller
        Of a merger or split, the members of each of the smaller rings.
    """

    kind: str
    week: int
    ring: Ring
    accounts: tuple[Seller, ...]
    now: tuple[Seller, ...]
    ever: tuple[Seller, ...]
    parts: tuple[tuple[Seller, ...], ...] = ()


class Succession(NamedTuple):
    """An account takes over from another that was shut out.

    Attributes
    ----------
    old, new : Seller
    day : float
        The first day of the new one.
    way : str
        What gives it away.
    """

    old: Seller
    new: Seller
    day: float
    way: str
