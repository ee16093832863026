"""The whole demonstration world, made once from its seed: posts, memberships and the truth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.demo.people import Account, Post
from app.demo.posting import write_posts
from app.demo.rings import plant_rings
from app.demo.shop import plant_shop
from app.demo.strangers import plant_copies, plant_hubs, plant_recycled, plant_warner
from app.demo.town import BUYERS, SELLERS, Town
from app.demo.truth import PlantedTruth, Ring


@dataclass(frozen=True)
class World:
    """What there is to be collected, and the truth about it.

    Attributes
    ----------
    accounts : tuple of Account
        All accounts, those that never post included.
    posts : tuple of Post
        All posts in order of time.
    truth : PlantedTruth
        What was planted.
    """

    accounts: tuple[Account, ...]
    posts: tuple[Post, ...]
    truth: PlantedTruth


@cache
def make_world() -> World:
    """Make the world; always the same."""
    town = Town()
    rings = plant_rings(town)
    staff = plant_shop(town)
    sellers = [town.seller(language) for language, many in SELLERS.items() for _ in range(many)]
    for _ in range(BUYERS):
        town.buyer()
    recycled = plant_recycled(town, sellers)
    others = [seller for seller in sellers if not recycled & _contacts(seller)]
    copied = plant_copies(town, others, rings)
    hubs = plant_hubs(town, sellers, rings)
    plant_warner(town, sellers, rings)
    posts = write_posts(town)
    planted = tuple(
        Ring(ring.name, ring.how, frozenset(account.key for account in ring.members))
        for ring in rings
    )
    shop = Ring(
        "Larkfield Pet Supplies",
        "a licensed shop whose four staff share a number",
        frozenset(account.key for account in staff),
    )
    connected = shop.accounts.union(*(ring.accounts for ring in planted))
    truth = PlantedTruth(
        rings=planted,
        shop=shop,
        hubs={name: contact.key for name, contact in hubs.items()},
        recycled=frozenset(recycled),
        copied=frozenset(copied),
        innocents=frozenset(account.key for account in town.accounts) - connected,
    )
    return World(tuple(town.accounts), tuple(posts), truth)


def _contacts(account: Account) -> set[str]:
    """Keys of what an account shows."""
    return {shown.contact.key for shown in account.shows}
