"""Organisations with lawful explanations, and one with a sad one: advance-fee scams."""

from __future__ import annotations

from typing import NamedTuple

from tests.planted.account import Account, Sign
from tests.planted.town import Town


class Manner(NamedTuple):
    """How an organisation of a kind appears.

    Attributes
    ----------
    size : tuple of int
        Least and most accounts.
    says : tuple of str
        What its posts say of it, one of these in most posts.
    goods : str
        What its posts are about.
    prices : bool
        Whether they state prices.
    details : tuple of str
        Kinds of contact details that its accounts share.
    """

    size: tuple[int, int]
    says: tuple[str, ...]
    goods: str
    prices: bool
    details: tuple[str, ...]


MANNERS = {
    "shop": Manner(
        (2, 8),
        ("izin usaha SIUP lengkap", "toko resmi buka jam 9 sampai 17", "nota dan invoice resmi",
         "penangkaran berizin", "faktur tersedia"),
        "pakan dan kandang", True, ("phone", "bank"),
    ),
    "family": Manner(
        (2, 4),
        ("hubungi suami saya", "ini nomor istri saya", "hp dipakai bersama kakak saya",
         "chat anak saya", "pakai nomor keluarga"),
        "barang rumah tangga", True, ("phone",),
    ),
    "rescue": Manner(
        (2, 5),
        ("butuh adopter dan foster", "pusat rescue satwa", "hasil rehabilitasi siap dilepas",
         "mohon donasi obat dan pakan", "penyelamatan tadi malam"),
        "kucing dan anjing terlantar", False, ("phone", "bank"),
    ),
    "scam": Manner(
        (3, 10),
        ("dp dulu baru dikirim", "transfer dulu ongkir", "deposit first no cod",
         "bayar biaya karantina dulu", "payment in advance only"),
        "murai batu murah", True, ("phone", "bank"),
    ),
}  # fmt: skip
CLUB_SIZE, CLUB_NOTICES, CAMPAIGN_SIZE = (12, 40), 3, (20, 80)


def plant_organisations(town: Town) -> None:
    """Plant organisations of every kind."""
    counts = {"shop": town.shape.shops, "family": town.shape.families,
              "rescue": town.shape.rescues, "scam": town.shape.scams}  # fmt: skip
    for kind, many in counts.items():
        for nth in range(many):
            _operate(town, f"{kind} {nth}", MANNERS[kind])
    for nth in range(town.shape.clubs):
        _club(town, f"club {nth}")
    for nth in range(town.shape.campaigns):
        _campaign(town, f"campaign {nth}")


def _enrol(town: Town, accounts: list[Account], name: str) -> None:
    """Note whose accounts are whose."""
    town.world.organisations |= {account.key: name for account in accounts}


def _operate(town: Town, name: str, manner: Manner) -> None:
    """An organisation that runs several accounts and answers on the same details."""
    staff = town.take(town.invent.between(*manner.size))
    shared = [Sign(town.invent.detail(kind)[1], share=0.7) for kind in manner.details]
    for account in staff:
        account.market, account.prices = staff[0].market, manner.prices
        account.groups = town.groups(account.platform, account.market)
        account.details = [*account.details[:1], *shared] if town.invent.chance(0.3) else [*shared]
        for _ in range(2 + town.invent.below(3)):
            words = town.invent.text(account.market).split(" ")[2:12]
            said = town.invent.one(manner.says)
            account.texts.append(Sign(" ".join([manner.goods, *words, said])))
    _enrol(town, staff, name)


def _club(town: Town, name: str) -> None:
    """Breeders who paste the club's announcements, its secretary's number in them."""
    members = town.take(town.invent.between(*CLUB_SIZE))
    number = town.invent.number()
    notices = [
        Sign(
            f"komunitas peternak {town.invent.text(members[0].market)} hubungi sekretaris {number}"
        )
        for _ in range(CLUB_NOTICES)
    ]
    for member in members:
        member.market, member.platform = members[0].market, "facebook"
        member.groups = [*town.groups("facebook", member.market), town.private_group(members[0])]
        if town.invent.chance(0.4):
            member.texts += [each for each in notices if town.invent.chance(0.6)]
    town.world.hubs[f"phone:{number}"] = "club"
    _enrol(town, members, name)


def _campaign(town: Town, name: str) -> None:
    """Strangers of all markets who paste one petition, with its address."""
    members = town.take(town.invent.between(*CAMPAIGN_SIZE))
    key, address = town.invent.detail("email")
    said = town.invent.text(0).split(" ")[2:]
    petition = Sign(" ".join(["petisi stop perdagangan satwa liar", *said, address]))
    for member in members:
        member.texts.append(petition)
    town.world.hubs[key] = "campaign"
    _enrol(town, members, name)
