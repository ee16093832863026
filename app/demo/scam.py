"""The advance-fee scam: accounts that sell what they do not have, in words taken from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.demo.calendar import DAY, FIRST_VISIT
from app.demo.people import NUMBER, Account, Shown, WhatsApp
from app.demo.rings import PlantedRing
from app.demo.town import Town

TAKEN_EACH = 3
ADVANCE = (
    "Harga miring, transfer dulu separuh baru dikirim.",
    "Wajib DP dulu hari ini, sisanya setelah burung tiba.",
    "Banyak peminat, siapa transfer dulu dia yang dapat.",
)


@dataclass(frozen=True)
class Scam:
    """An advance-fee scam.

    Attributes
    ----------
    members : list of Account
        Its accounts.
    robbed : list of Account
        Whose advertisements it posts as its own.
    """

    members: list[Account]
    robbed: list[Account]


def plant_scam(town: Town, sellers: Sequence[Account], rings: Sequence[PlantedRing]) -> Scam:
    """Let four accounts on three platforms post other people's advertisements at one number.

    Parameters
    ----------
    town : Town
        Where they are made.
    sellers, rings
        Whom they rob of texts: innocents and two rings alike.
    """
    phone = town.invent.phone("indonesian")
    since = FIRST_VISIT - 12 * DAY
    members = [
        town.account("facebook", "indonesian", since=since),
        town.account("facebook", "indonesian", since=since),
        town.account("telegram", "indonesian", since=since),
        town.account("whatsapp", "indonesian", since=since, whatsapp=WhatsApp(phone, NUMBER)),
    ]
    local = [each for each in sellers if each.language == "indonesian"]
    of_rings = [ring.members[0] for ring in rings if ring.name in ("Lembah", "Senja")]
    robbed = [*town.strangers(local, TAKEN_EACH * len(members) - len(of_rings)), *of_rings]
    for number, member in enumerate(members):
        taken = robbed[number * TAKEN_EACH : (number + 1) * TAKEN_EACH]
        member.adverts = [
            replace(
                victim.adverts[0],
                body=f"{victim.adverts[0].body} {ADVANCE[at % len(ADVANCE)]}",
                price=victim.adverts[0].price // 2,
            )
            for at, victim in enumerate(taken)
        ]
        member.posts = 5
        member.shows = [Shown(phone, 0.9)]
    return Scam(members, robbed)
