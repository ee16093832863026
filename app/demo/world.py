"""The whole demonstration world, made once from its seed: what is said, who is there, the truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from app.demo.chats import happen, plant_creators, plant_leavers, rules
from app.demo.club import meet, plant_club
from app.demo.collector import Collector, greet, make_collector
from app.demo.people import COURIER, ESCROW, Account, Post
from app.demo.posting import write_posts
from app.demo.rings import CHAIN, PlantedRing, plant_rings
from app.demo.scam import Scam, plant_scam
from app.demo.shop import plant_shop
from app.demo.strangers import plant_copies, plant_hubs, plant_recycled, plant_warner
from app.demo.talk import ask_about, pass_on
from app.demo.timeline import Entry, in_order
from app.demo.town import BUYERS, SELLERS, Town
from app.demo.truth import PlantedTruth, Ring


@dataclass(frozen=True)
class World:
    """What there is to be collected, and the truth about it.

    Attributes
    ----------
    accounts : tuple of Account
        All accounts but the collector's, those that never post included.
    collector : Collector
        Who collects.
    entries : tuple of Post or Event
        All that is said and happens, in order of time.
    truth : PlantedTruth
        What was planted; accounts known by name in a chat have the chat's name in their keys.
    """

    accounts: tuple[Account, ...]
    collector: Collector
    entries: tuple[Entry, ...]
    truth: PlantedTruth

    @property
    def posts(self) -> list[Post]:
        """All that is said."""
        return [entry for entry in self.entries if isinstance(entry, Post)]


@cache
def make_world() -> World:
    """Make the world; always the same."""
    town = Town()
    plant_creators(town)
    rings = plant_rings(town)
    staff = plant_shop(town)
    sellers = [town.seller(language) for language, many in SELLERS.items() for _ in range(many)]
    for _ in range(BUYERS):
        town.buyer()
    plant_leavers(town)
    club = plant_club(town)
    recycled = plant_recycled(town, sellers)
    others = [seller for seller in sellers if not recycled & _contacts(seller)]
    scam = plant_scam(town, others, rings)
    copied = plant_copies(town, others, rings)
    hubs = plant_hubs(town, sellers, rings)
    warner = plant_warner(town, sellers, rings)
    collector = make_collector(town)
    adverts = write_posts(town)
    passed = pass_on(town, adverts)
    ruled = rules(town)
    said = [*adverts, *ask_about(town, adverts), *passed, *ruled, *meet(town, club)]
    events = happen(town, collector.accounts, ruled)
    entries = in_order([*said, *greet(town, collector), *events])
    innocents = _innocents(town, rings, staff, scam)
    shown = {account.key: _contacts(account) for account in town.accounts}
    apart = {
        "use the same courier or escrow account": _keys(_served(town.accounts)),
        "copied a text, or one that everybody copies": copied,
        "held one number, one after the other": {key for key in shown if recycled & shown[key]},
        "had texts stolen by the scam": _keys(scam.robbed),
        "belong to a breeders' club, and talk": _keys(club),
        "passed on what others had said": _keys(post.account for post in passed),
        "warn of others, and list their numbers": {warner.key},
    }
    truth = PlantedTruth(
        rings=tuple(Ring(ring.name, ring.how, _keys(ring.members)) for ring in rings),
        shop=Ring("Larkfield Pet Supplies", "one number, four staff", _keys(staff)),
        scam=Ring("An advance-fee scam", "one number, stolen texts", _keys(scam.members)),
        hubs={name: contact.key for name, contact in hubs.items()},
        recycled=frozenset(recycled),
        innocents=innocents,
        apart={why: innocents & who for why, who in apart.items()},
        own=_keys(collector.accounts),
        ends=_ends(rings),
    )
    return World(tuple(town.accounts), collector, tuple(entries), truth)


def _innocents(
    town: Town, rings: Sequence[PlantedRing], staff: Sequence[Account], scam: Scam
) -> frozenset[str]:
    """Find who belongs to no ring, shop or scam."""
    connected = _keys(staff) | _keys(scam.members)
    return _keys(town.accounts) - connected.union(*(_keys(ring.members) for ring in rings))


def _ends(rings: Sequence[PlantedRing]) -> tuple[str, str]:
    """Find the ends of the chain."""
    chain = next(ring.members for ring in rings if ring.name == CHAIN)
    return chain[0].key, chain[-1].key


def _served(accounts: Iterable[Account]) -> list[Account]:
    """Find who names a courier or an escrow account."""
    return [
        account
        for account in accounts
        if any(shown.purpose in (COURIER, ESCROW) for shown in account.shows)
    ]


def _keys(accounts: Iterable[Account]) -> frozenset[str]:
    """Keys of accounts."""
    return frozenset(account.key for account in accounts)


def _contacts(account: Account) -> set[str]:
    """Keys of what an account shows."""
    return {shown.contact.key for shown in account.shows}
