"""Hubs: couriers, escrow accounts and administrators, who serve rings and strangers alike."""

from __future__ import annotations

from tests.planted.account import Account, Sign
from tests.planted.town import Town

FEWEST = 25


def plant_hubs(town: Town) -> None:
    """Plant hubs of every kind."""
    for _ in range(town.shape.couriers):
        _courier(town)
    for _ in range(town.shape.escrows):
        _escrow(town)
    for _ in range(town.shape.admins):
        _administrator(town)


def _courier(town: Town) -> None:
    """A courier's number, in the posts of strangers of one or two markets, and of some rings."""
    markets = {town.invent.below(town.shape.markets) for _ in range(2)}
    near = [account for account in town.free if account.market in markets]
    users = town.some(_many(town), near) + town.some(2 + town.invent.below(6), town.ringed)
    number = town.invent.number()
    _serve(town, users, f"phone:{number}", f"Kirim lewat kurir {number}", "courier")


def _escrow(town: Town) -> None:
    """An escrow account and its keeper's number: of strangers, and of whole rings."""
    users = town.some(max(_many(town) // 2, FEWEST)) + town.some(town.invent.below(10), town.ringed)
    if town.ringed:
        ring = town.world.rings[town.some(1, town.ringed)[0].key]
        users += [each for each in town.ringed if town.world.rings[each.key] == ring]
    key, written = town.invent.detail("bank")
    number = town.invent.number()
    _serve(town, users, key, f"Rekber {written}", "escrow")
    _serve(town, users, f"phone:{number}", f"admin rekber {number}", "escrow")


def _administrator(town: Town) -> None:
    """The number of a group's administrator, quoted by members of that group only."""
    market = town.invent.below(town.shape.markets)
    place = town.group("facebook", market * town.shape.groups_per_market)
    inside = [account for account in town.free if place in account.groups]
    number = town.invent.number()
    users = town.some(FEWEST + town.invent.below(40), inside)
    if len(users) >= FEWEST // 2:
        _serve(town, users, f"phone:{number}", f"lapor admin grup {number}", "administrator")


def _many(town: Town) -> int:
    """How many strangers a hub serves."""
    return town.invent.between(FEWEST, town.shape.largest_hub)


def _serve(town: Town, users: list[Account], key: str, written: str, kind: str) -> None:
    """Put a hub's detail into the posts of those whom it serves."""
    for user in users:
        user.details.append(Sign(written, share=0.5))
    town.world.hubs[key] = kind
