"""A second world, built differently: nobody draws its shapes, people trade in it for forty weeks.

Sellers arrive, open profiles, post, copy what they see, are shut out and come back; operators open
one profile after the other and share what they have among them; numbers that are given up are sold
again. What is shared comes about; the truth is who was behind each profile.
"""

from __future__ import annotations

from tests.planted.invent import Inventor
from tests.planted.lived.book import Book
from tests.planted.lived.life import Life
from tests.planted.lived.people import Person
from tests.planted.lived.places import Numbers
from tests.planted.lived.weeks import Weeks
from tests.planted.truth import World

__all__ = ["Life", "world"]


def world(seed: int, life: Life | None = None) -> World:
    """Let people trade, and tell who was who.

    Parameters
    ----------
    seed : int
        The same seed and life make the same world.
    life : Life, optional
        How many people there are, and what they are apt to do.

    Returns
    -------
    World
    """
    life = life or Life()
    made = World()
    invent = Inventor(seed, life.cities)
    book = Book(invent, made)
    weeks = Weeks(invent, life, book)
    weeks.pass_by()
    book.put()
    for person in weeks.people:
        _tell(person, book.posted, made)
    made.shown = {(key, piece) for key, piece in made.shown if key in made.rings}
    made.hubs = _hubs(weeks)
    made.recycled = _recycled(weeks.numbers)
    _leave_to_rings(made, _owners(weeks, made.recycled) & book.posted)
    return made


def _tell(person: Person, posted: set[str], made: World) -> None:
    """Write down who is behind profiles: several of one person's are a ring, or a shop."""
    known = [profile.key for profile in person.profiles if profile.key in posted]
    if person.kind == "shop":
        made.organisations |= dict.fromkeys(known, f"shop {person.number}")
    elif len(known) > 1:
        made.rings |= dict.fromkeys(known, person.number)
    if person.relative is not None:
        relatives = [profile.key for profile in person.relative.profiles]
        alone = not {*known, *relatives} & set(made.rings)
        if alone:
            name = f"family {person.relative.number}"
            made.organisations |= dict.fromkeys([*known, *relatives], name)


def _leave_to_rings(made: World, owners: set[str]) -> None:
    """Leave out of organisations who is of a ring, and out of the innocents who is of either."""
    rings = made.rings
    made.organisations = {key: it for key, it in made.organisations.items() if key not in rings}
    innocents = made.innocents | dict.fromkeys(sorted(owners), "recycled number")
    apart = {*rings, *made.organisations}
    made.innocents = {key: what for key, what in innocents.items() if key not in apart}


def _hubs(weeks: Weeks) -> dict[str, str]:
    """Contact details that serve strangers."""
    found: dict[str, str] = {}
    for city in weeks.cities:
        (account, _), number = city.keeper
        found |= {f"phone:{it}": "courier" for it in city.couriers}
        found |= {account: "escrow", f"phone:{number}": "escrow"}
        found |= {f"phone:{city.ruled}": "administrator", f"phone:{city.secretary}": "club"}
    return found


def _recycled(numbers: Numbers) -> set[str]:
    """Numbers that several people had, one after the other."""
    return {f"phone:{number}" for number, users in numbers.users.items() if len(users) > 1}


def _owners(weeks: Weeks, recycled: set[str]) -> set[str]:
    """Accounts that give a number which somebody else had."""
    return {
        profile.key
        for person in weeks.people
        for profile in person.profiles
        if any(key in recycled for key, _ in profile.details)
    }
