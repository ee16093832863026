"""The planted trading rings: each holds together in its own way."""

from __future__ import annotations

from dataclasses import dataclass

from app.demo.calendar import DAY, FIRST_VISIT, WEEK
from app.demo.invent import Contact
from app.demo.people import NUMBER, Account, Shown, WhatsApp
from app.demo.town import Town

CHAIN = "Suối"
WEEK_TWO = FIRST_VISIT + WEEK - DAY / 2


@dataclass(frozen=True)
class PlantedRing:
    """A ring of accounts.

    Attributes
    ----------
    name, how : str
        What to call it, and what its members share.
    members : list of Account
        Its accounts.
    """

    name: str
    how: str
    members: list[Account]


def plant_rings(town: Town) -> list[PlantedRing]:
    """Plant rings of three to twelve accounts.

    Returns
    -------
    list of PlantedRing
        A star around one number; a chain that no detail spans; one that re-posts its own texts;
        one that meets in a private group; one on two platforms; one that appears in week two.
    """
    return [
        _star(town),
        _texts(town),
        _platforms(town),
        _chain(town),
        _private(town),
        _newcomers(town),
    ]


def _member(
    town: Town,
    platform: str,
    language: str,
    *,
    joins_late: bool = False,
    whatsapp: WhatsApp | None = None,
) -> Account:
    """Make a member with advertisements of its own."""
    since = WEEK_TWO if joins_late else None
    made = town.account(platform, language, since=since, whatsapp=whatsapp)
    made.adverts = town.adverts(language, 2)
    made.posts = town.draw.choice((4, 5, 6))
    return made


def _star(town: Town) -> PlantedRing:
    """Twelve accounts answer one number, in two of the groups; the last two join in week two."""
    phone = town.invent.phone("indonesian")
    members = [
        *(_member(town, "facebook", "indonesian") for _ in range(8)),
        *_on_whatsapp(town, phone),
        *(_member(town, "facebook", "indonesian", joins_late=True) for _ in range(2)),
    ]
    house = town.advert("indonesian", sentences=6)
    for number, member in enumerate(members):
        member.shows = [Shown(phone, 0.8)]
        if number % 3 == 0:
            member.shows.append(Shown(town.invent.telegram(), 0.3))
        if number % 2 == 0:
            member.adverts = [house, *member.adverts[1:]]
    members[4].bio = phone.written(town.draw)
    return PlantedRing("Lembah", "one number, on Facebook and WhatsApp", members)


def _on_whatsapp(town: Town, phone: Contact) -> list[Account]:
    """Two accounts: one is registered with the ring's number, one changes its own number."""
    other, later = (town.invent.phone("indonesian") for _ in range(2))
    known_as = [WhatsApp(phone, NUMBER), WhatsApp(other, NUMBER, WEEK_TWO, later)]
    return [_member(town, "whatsapp", "indonesian", whatsapp=each) for each in known_as]


def _chain(town: Town) -> PlantedRing:
    """Five accounts, of which only neighbours share something, each pair another kind."""
    members = [_member(town, "facebook", "vietnamese") for _ in range(5)]
    links: list[Contact] = [
        town.invent.phone("vietnamese"),
        town.invent.email(),
        town.invent.telegram(),
        town.invent.phone("vietnamese"),
    ]
    for member in members:
        member.groups = members[0].groups
    for link, left, right in zip(links, members, members[1:], strict=False):
        left.shows.append(Shown(link))
        right.shows.append(Shown(link))
    return PlantedRing(CHAIN, "a chain: phone, e-mail, Telegram, phone", members)


def _texts(town: Town) -> PlantedRing:
    """Eight accounts re-post the same five texts, each under a number of its own."""
    members = [_member(town, "facebook", "english") for _ in range(8)]
    house = [town.advert("english", sentences=6) for _ in range(5)]
    for member in members:
        member.adverts = [*town.draw.sample(house, 4), *member.adverts[:1]]
        member.posts = len(member.adverts) + 2
        member.shows = [Shown(town.invent.phone("english"))]
    return PlantedRing("Willow", "the same texts posted again and again", members)


def _private(town: Town) -> PlantedRing:
    """Four accounts meet in a small group of their own and share two texts."""
    members = [_member(town, "telegram", "indonesian") for _ in range(4)]
    town.private_group(900, "indonesian", "Keluarga Rantau", members)
    house = [town.advert("indonesian", sentences=6) for _ in range(2)]
    for member in members:
        member.adverts = [*house, *member.adverts[:1]]
        member.posts = 5
    members[1].shows = [Shown(town.invent.phone("indonesian"))]
    return PlantedRing("Senja", "a private group of four, and two texts", members)


def _platforms(town: Town) -> PlantedRing:
    """Four accounts on Facebook and three on Instagram share a number or an address."""
    phone, email = town.invent.phone("spanish"), town.invent.email()
    members = [
        _member(town, platform, "spanish") for platform in ["facebook"] * 4 + ["instagram"] * 3
    ]
    for number, member in enumerate(members):
        member.shows = [Shown(phone)] if number != 2 else []
        if number in (1, 2, 5):
            member.shows.append(Shown(email, 0.6))
    return PlantedRing("Jara", "one number and one address, on two platforms", members)


def _newcomers(town: Town) -> PlantedRing:
    """Three accounts with one handle, all of which appear in week two."""
    handle = town.invent.telegram()
    members = [_member(town, "telegram", "chinese", joins_late=True) for _ in range(3)]
    for member in members:
        member.shows = [Shown(handle, 0.9)]
    return PlantedRing("Yunxi", "one Telegram handle; new in the second week", members)
