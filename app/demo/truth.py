"""What was planted, kept in memory only: nothing that detection reads holds any of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Ring:
    """Accounts that belong together: a trading ring, a shop, a scam.

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
    scam : Ring
        Accounts that ask for money in advance and have nothing: one operation, but no trade.
    hubs : dict of str to str
        What a detail that joins strangers is, and its key.
    recycled : frozenset of str
        Keys of numbers that had two owners, one long after the other.
    innocents : frozenset of str
        Keys of every account of no ring, the shop, the scam or the collector.
    apart : dict of str to frozenset of str
        Why somebody might join innocents that belong together in nothing, and who these are.
    own : frozenset of str
        Keys of the collector's accounts.
    ends : tuple of str
        The two ends of the ring that is a chain; they share nothing.
    """

    rings: tuple[Ring, ...]
    shop: Ring
    scam: Ring
    hubs: dict[str, str]
    recycled: frozenset[str]
    innocents: frozenset[str]
    apart: dict[str, frozenset[str]]
    own: frozenset[str]
    ends: tuple[str, str]

    def as_read(self, chats: Mapping[str, str]) -> PlantedTruth:
        """Put the keys that the reader gave to chats in the place of the chats' names.

        Parameters
        ----------
        chats : mapping of str to str
            From a chat's name to the key that it got, for chats whose exports carry no id.
        """
        ids = {name: key.split(":group:", 1)[1] for name, key in chats.items()}

        def read(accounts: Iterable[str]) -> frozenset[str]:
            return frozenset(read_key(key, ids) for key in accounts)

        def read_ring(ring: Ring) -> Ring:
            return replace(ring, accounts=read(ring.accounts))

        return replace(
            self,
            rings=tuple(read_ring(ring) for ring in self.rings),
            shop=read_ring(self.shop),
            scam=read_ring(self.scam),
            innocents=read(self.innocents),
            apart={why: read(accounts) for why, accounts in self.apart.items()},
            own=read(self.own),
        )


def read_key(key: str, ids: Mapping[str, str]) -> str:
    """Put a chat's id in the place of its name in the key of an account known by name."""
    platform, _, native = key.partition(":")
    chat, slash, name = native.partition("/")
    return f"{platform}:{ids[chat]}/{name}" if slash and chat in ids else key
