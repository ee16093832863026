"""Rings: accounts run or supplied by the same people, of several builds, from 2 to 60 accounts."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.account import Account, Sign
from tests.planted.town import DAYS, PLATFORMS, WITH_GROUPS, Town

SIZES = ((0.42, 2, 3), (0.40, 4, 9), (0.14, 10, 24), (0.04, 25, 60))
"""Share of rings, least and most accounts."""

OTHER_KINDS = ("bank", "telegram", "email")
ENDINGS = ("", "_id", "shop", "_bird")
Build = Callable[["Ring"], None]


class Ring:
    """One ring as it is planted; its pieces of evidence are named by the ring and counted."""

    def __init__(self, town: Town, name: int, members: list[Account]) -> None:
        self.town = town
        self.invent = town.invent
        self.members = members
        self._name = name
        self._pieces = 0

    def share_detail(self, users: list[Account], kind: str, *, in_bio: bool = False) -> None:
        """Let members publish a contact detail; most do."""
        _, written = self.invent.detail(kind)
        piece = self._piece()
        for user in self._who_show(users):
            where = user.in_bio if in_bio else user.details
            where.append(Sign(written, piece=piece))

    def share_texts(self, users: list[Account], many: int, share: float = 0.6) -> None:
        """Let members post from one catalogue, each a part of it."""
        for _ in range(many):
            text, piece = self.invent.text(self.members[0].market), self._piece()
            for user in users:
                if self.invent.chance(share):
                    user.texts.append(Sign(text, piece=piece))

    def share_pictures(self, users: list[Account], many: int, share: float = 0.6) -> None:
        """Let members show the same animals, each some of them."""
        for _ in range(many):
            picture, piece = self.invent.picture(), self._piece()
            for user in users:
                if self.invent.chance(share):
                    user.pictures.append(Sign(picture, piece=piece))

    def share_group(self) -> None:
        """Let members of one platform meet in a group of their own."""
        for platform in WITH_GROUPS:
            there = [member for member in self.members if member.platform == platform]
            for member in there if len(there) > 1 else []:
                if self.invent.chance(self.town.shape.shown):
                    member.groups.append(self.town.private_group(there[0]))

    def live_alike(self) -> None:
        """Bring most members to one market, platform and time; let some give up details."""
        first, lead = self.members[0].active, self.members[0]
        for member in self.members[1:]:
            if self.invent.chance(0.8):
                shift = self.invent.below(61) - 30
                begin = min(max(first[0] + shift, 0), DAYS - 20)
                member.active = (begin, max(min(first[1] + shift, DAYS), begin + 10))
            if self.invent.chance(0.8):
                member.market, member.platform = lead.market, lead.platform
                member.groups = self.town.groups(member.platform, member.market)
        for member in self.members:
            keep = 1 if self.invent.chance(0.5) else 0
            member.details = member.details[:keep]

    def _piece(self) -> str:
        """Name the next piece of evidence."""
        self._pieces += 1
        return f"{self._name}/{self._pieces}"

    def _who_show(self, users: list[Account]) -> list[Account]:
        """Those who show a piece, two at least."""
        showing = [user for user in users if self.invent.chance(self.town.shape.shown)]
        return showing if len(showing) > 1 else users[:2]


def one_number(ring: Ring) -> None:
    """Everybody has the same number; often a second thing in common."""
    ring.share_detail(ring.members, "phone")
    if ring.invent.chance(0.6):
        ring.share_detail(ring.members, ring.invent.one(OTHER_KINDS))


def chain(ring: Ring) -> None:
    """A and B share a number, B and C a bank account, C and D texts and a picture."""
    for nth, pair in enumerate(zip(ring.members, ring.members[1:], strict=False)):
        if nth % 3 == 2:
            ring.share_texts(list(pair), 3, share=0.95)
            ring.share_pictures(list(pair), 1, share=0.95)
        else:
            ring.share_detail(list(pair), ("phone", "bank")[nth % 3])


def cells(ring: Ring) -> None:
    """Cells with a number each; one or two of each cell are paid to the same bank account."""
    size = 3 + ring.invent.below(3)
    parts = [ring.members[at : at + size] for at in range(0, len(ring.members), size)]
    for part in parts:
        ring.share_detail(part, "phone")
    ring.share_detail([member for part in parts for member in part[:2]], "bank")


def turns(ring: Ring) -> None:
    """Members answer on two of several numbers."""
    many = max(len(ring.members) // 4, 3)
    for nth in range(many):
        users = [
            member for at, member in enumerate(ring.members) if nth in (at % many, (at + 1) % many)
        ]
        ring.share_detail(users, "phone")


def in_bios(ring: Ring) -> None:
    """Details stand in descriptions only."""
    ring.share_detail(ring.members, "phone", in_bio=True)
    ring.share_detail(ring.members, "telegram", in_bio=True)


def quiet(ring: Ring) -> None:
    """No detail is shared: a catalogue, its pictures and a private group."""
    ring.share_texts(ring.members, 5, share=0.8)
    ring.share_pictures(ring.members, 4, share=0.8)
    ring.share_group()


def across(ring: Ring) -> None:
    """The same operator on several platforms, under names alike."""
    stem = ring.invent.name()
    for member in ring.members:
        member.platform = ring.invent.one(PLATFORMS)
        member.groups = ring.town.groups(member.platform, member.market)
        member.handle = f"{stem}{ring.invent.one(ENDINGS)}{member.number}"
    ring.share_detail(ring.members, "phone")
    ring.share_detail(ring.members, "bank")


SMALL: tuple[tuple[float, Build], ...] = (
    (0.60, one_number), (0.14, across), (0.13, in_bios), (0.13, quiet),
)  # fmt: skip
MIDDLE: tuple[tuple[float, Build], ...] = (
    (0.34, one_number), (0.14, chain), (0.16, cells), (0.08, turns), (0.12, across),
    (0.08, in_bios), (0.08, quiet),
)  # fmt: skip
LARGE: tuple[tuple[float, Build], ...] = (
    (0.35, one_number), (0.30, cells), (0.25, turns), (0.10, across),
)  # fmt: skip


def plant_rings(town: Town) -> None:
    """Plant rings, one of the largest size, until as many accounts are in one as the shape says."""
    left = town.shape.in_rings
    name = 0
    while left >= 2:
        size = min(_draw_size(town) if name else town.shape.largest_ring, left)
        left -= size
        plant_ring(town, name, town.take(size))
        name += 1


def plant_ring(town: Town, name: int, members: list[Account]) -> None:
    """Plant one ring of some accounts, of a build that its size allows."""
    _build(town, Ring(town, name, members))
    town.ringed += members
    town.world.rings |= {member.key: name for member in members}


def _build(town: Town, ring: Ring) -> None:
    """Give a ring a build, and often more that its members have in common."""
    members = ring.members
    ring.live_alike()
    builds = SMALL if len(members) < 4 else MIDDLE if len(members) < 20 else LARGE
    shares = [share for share, _ in builds]
    build = town.invent.dice.choices([build for _, build in builds], shares)[0]
    build(ring)
    if build is quiet:
        return
    if town.invent.chance(0.5):
        ring.share_texts(members, 2 + town.invent.below(4))
    if town.invent.chance(0.4):
        ring.share_pictures(members, 1 + town.invent.below(4))
    if town.invent.chance(0.4):
        ring.share_group()


def _draw_size(town: Town) -> int:
    """How many accounts a ring has."""
    _, least, most = town.invent.dice.choices(SIZES, [share for share, *_ in SIZES])[0]
    return min(town.invent.between(least, most), town.shape.largest_ring)
