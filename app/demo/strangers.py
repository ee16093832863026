"""What joins strangers: couriers, an escrow account, copied texts, reissued numbers, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.demo.adverts import Advert
from app.demo.calendar import END
from app.demo.invent import Contact
from app.demo.people import COURIER, ESCROW, Account, Shown
from app.demo.rings import CHAIN, PlantedRing
from app.demo.town import Town

REISSUED = 8
POPULAR = {"indonesian": 46, "english": 36}
"""Sellers of a language who all copied one text."""

COPIED_ONCE = 24
WARNINGS = 8
WARNED = 40


def plant_hubs(
    town: Town, sellers: Sequence[Account], rings: Sequence[PlantedRing]
) -> dict[str, Contact]:
    """Let strangers, and some rings, use two couriers and an escrow account.

    Returns
    -------
    dict of str to Contact
        What each is, and its number or handle.
    """
    ring = {planted.name: planted.members for planted in rings}
    asia = _speakers(sellers, "indonesian", "thai", "chinese")
    courier = town.invent.phone("indonesian")
    nhaxe = town.invent.phone("vietnamese")
    rekber = Contact("telegram", f"demo_rekber_{town.invent.word(3)}")
    _serve(town, courier, COURIER, _speakers(sellers, "indonesian"), 46, ring["Lembah"])
    _serve(town, nhaxe, COURIER, _speakers(sellers, "vietnamese"), 32, ring[CHAIN][:3])
    both = [*ring["Lembah"][:4], *ring["Senja"], *ring["Yunxi"][:2]]
    _serve(town, rekber, ESCROW, asia, 52, both)
    return {
        "courier in Indonesia": courier,
        "bus courier in Vietnam": nhaxe,
        "escrow (rekber) account": rekber,
    }


def plant_recycled(town: Town, sellers: Sequence[Account]) -> set[str]:
    """Give numbers a first owner in spring and a second one in autumn."""
    local = _speakers(sellers, "indonesian", "vietnamese", "thai")
    pairs = town.strangers([each for each in local if each.whatsapp is None], 2 * REISSUED)
    found = set()
    for before, after in zip(pairs[::2], pairs[1::2], strict=True):
        number = town.invent.phone(before.language)
        before.first, before.last = END - timedelta(days=250), END - timedelta(days=190)
        before.posts = len(before.adverts)
        after.first = END - timedelta(days=30)
        for owner in (before, after):
            owner.bio = None
            owner.shows = [Shown(number)]
        found.add(number.key)
    return found


def plant_copies(
    town: Town, sellers: Sequence[Account], rings: Sequence[PlantedRing]
) -> frozenset[str]:
    """Let innocents copy: popular texts, or once from each other, or once from a ring.

    Parameters
    ----------
    town : Town
        Where the popular texts are composed.
    sellers : sequence of Account
        Who may copy; each copies in one way, so that the ways can be told apart.
    rings : sequence of PlantedRing
        Whose texts are copied, too.

    Returns
    -------
    frozenset of str
        Keys of those who copied.
    """
    followers: set[str] = set()
    for language, many in POPULAR.items():
        popular = town.advert(language, sentences=5)
        for copier in town.strangers(_speakers(sellers, language), many):
            _post_also(copier, popular)
            followers.add(copier.key)
    copied = set()
    reachable = [s for s in sellers if _has_phone(s) and s.key not in followers]
    for copier in town.strangers(reachable, COPIED_ONCE):
        others = [s for s in reachable if s.language == copier.language and s is not copier]
        source = town.draw.choice(others)
        _post_also(copier, source.adverts[0])
        copied.add(copier.key)
    for planted in rings:
        if planted.name in ("Willow", "Senja", "Lembah"):
            member = planted.members[0]
            for copier in town.strangers(_speakers(reachable, member.language), 3):
                _post_also(copier, member.adverts[0])
                copied.add(copier.key)
    return frozenset(copied | followers)


def plant_warner(town: Town, sellers: Sequence[Account], rings: Sequence[PlantedRing]) -> Account:
    """Make somebody who warns of many sellers by listing their numbers."""
    warner = town.account("facebook", "indonesian")
    every = [*_speakers(sellers, "indonesian", "english"), *rings[0].members, *rings[1].members]
    numbers = [
        shown.contact
        for account in town.strangers(every, len(every))
        for shown in account.shows
        if shown.contact.kind == "phone" and shown.purpose not in (COURIER, ESCROW)
    ]
    listed = list(dict.fromkeys(numbers))[:WARNED]
    each = len(listed) // WARNINGS
    for number in range(WARNINGS):
        part = listed[number * each : (number + 1) * each]
        lines = " ; ".join(contact.value for contact in part)
        body = f"Hati-hati, jangan transfer dulu ke nomor ini: {lines} . Daftar ke-{number + 1}."
        warner.adverts.append(Advert("indonesian", body, frozenset(), 0, "Surabaya"))
    warner.posts = WARNINGS
    return warner


def _serve(
    town: Town,
    contact: Contact,
    purpose: str,
    among: Sequence[Account],
    many: int,
    ring: Sequence[Account],
) -> None:
    """Let strangers and members of rings name somebody who serves them."""
    for customer in [*town.strangers(among, many), *ring]:
        customer.shows = [*customer.shows, Shown(contact, 0.35, purpose)]


def _post_also(copier: Account, advert: Advert) -> None:
    """Let an account post one more text."""
    copier.adverts = [*copier.adverts, advert]
    copier.posts += 1


def _has_phone(account: Account) -> bool:
    """Whether an account shows a number of its own."""
    return any(shown.contact.kind == "phone" for shown in account.shows)


def _speakers(accounts: Sequence[Account], *languages: str) -> list[Account]:
    """Keep those who write some languages."""
    return [account for account in accounts if account.language in languages]
