"""What is true of a planted history, in the form in which reported events are compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from tests.bench.history.frames import KNOWN
from tests.bench.history.happenings import STOPS, Happening
from tests.bench.history.rings import Ring
from tests.bench.history.sellers import Seller
from tests.bench.history.shape import SETTLED, WEEKS
from tests.bench.history.silence import NEVER, known_gone
from tests.bench.history.weeks import week_of
from tests.bench.history.world import History

Accounts = frozenset[str]
AT_ONCE = 3
"""Weeks within which somebody who looks can tell what is plain to see."""

LEAST_POSTS = 3
"""An account of which fewer posts are known is not asked to be missed."""


class Planted(NamedTuple):
    """Something that happened to a ring.

    Attributes
    ----------
    kind : str
        One of `tests.bench.history.happenings.KINDS`, or ``banned``.
    week, due : int
        When it happened, and by when it is to be reported; `NEVER`: after the end.
    accounts : frozenset of str
        Those whom it is about.
    now, ever : frozenset of str
        The members that show what the cluster is, and all that have ever been.
    parts : tuple of frozenset of str
        Of a merger or split.
    """

    kind: str
    week: int
    due: int
    accounts: Accounts
    now: Accounts
    ever: Accounts
    parts: tuple[Accounts, ...]


class Lasting(NamedTuple):
    """A ring between two changes of what it is, and the weeks in which it has one id."""

    ring: int
    accounts: Accounts
    weeks: tuple[int, ...]


class Stopped(NamedTuple):
    """An account that stopped, and by when that is to be reported."""

    account: str
    week: int
    due: int


class Succeeded(NamedTuple):
    """A successor: the account it follows, all that those followed, and by when to report it."""

    account: str
    of: str
    line: Accounts
    week: int
    due: int
    way: str


@dataclass(frozen=True)
class Truth:
    """What is true of a planted history.

    Attributes
    ----------
    planted : list of Planted
    lasting : list of Lasting
    stopped : list of Stopped
    succeeded : list of Succeeded
    partners : frozenset of str
        All accounts of rings.
    sellers : dict of str to Seller
        By key, those of which anything became known.
    """

    planted: list[Planted]
    lasting: list[Lasting]
    stopped: list[Stopped]
    succeeded: list[Succeeded]
    partners: Accounts
    sellers: dict[str, Seller]

    def goes_on(self, account: str, week: int) -> bool:
        """Whether an account goes on posting at the end of a week, as far as anybody could know."""
        seller = self.sellers.get(account)
        return seller is not None and seller.posts_at(7.0 * (week + 1))

    def chains(self) -> list[Accounts]:
        """Accounts that followed each other, strangers' too."""
        return [each.line | {each.account} for each in self.succeeded]


def truth_of(world: History) -> Truth:
    """Say what is true of a planted history.

    Parameters
    ----------
    world : History

    Returns
    -------
    Truth
        What silence tells is due when 12 weeks, or 8 times the account's mean gap, were observed;
        all else within 3 weeks.
    """
    posts = dict(world.posts.group_by("account_key").len().iter_rows())
    sellers = {seller.key: seller for seller in world.sellers if seller.key in posts}
    told = {key for key, many in posts.items() if many >= LEAST_POSTS}
    planted = [_planted(each) for each in world.happenings]
    return Truth(
        planted, [_lasting(ring, world) for ring in world.rings],
        [each for key in sorted(told) for each in _stops(sellers[key])],
        _succeeded(world, told),
        frozenset(seller.key for ring in world.rings for seller in ring.ever), sellers,
    )  # fmt: skip


def late_to_be_seen(world: History) -> Accounts:
    """Accounts of groups collected later that were first seen well after the first collection.

    Whether they were there before cannot be known; neither answer is right or wrong.
    """
    first = dict(world.posts.group_by("account_key").agg(pl.col(KNOWN).min()).iter_rows())
    hidden = [each for each in world.sellers if any(place.since for place in each.places)]
    return frozenset(
        each.key for each in hidden
        if first.get(each.key, 0) > max(place.since for place in each.places) + 1
    )  # fmt: skip


def keys_of(sellers: tuple[Seller, ...] | list[Seller]) -> Accounts:
    """Keys of accounts."""
    return frozenset(seller.key for seller in sellers)


def _planted(happening: Happening) -> Planted:
    """What happened, with when it is due."""
    parts = tuple(keys_of(part) for part in happening.parts)
    return Planted(
        happening.kind, happening.week, _due(happening), keys_of(happening.accounts),
        keys_of(happening.now), keys_of(happening.ever), parts,
    )  # fmt: skip


def _due(happening: Happening) -> int:
    """By when something is to be reported."""
    if happening.kind in STOPS:
        stopped = [
            each for each in happening.accounts if not each.posts_at(7.0 * happening.week + 70)
        ]
        return max(
            known_gone(each, 7.0 * happening.week + 6.9) for each in stopped or happening.accounts
        )
    if happening.kind == "split":
        return max(known_gone(each, 7.0 * happening.week) for each in happening.accounts)
    due = happening.week + AT_ONCE
    return due if due < WEEKS else NEVER


def _lasting(ring: Ring, world: History) -> Lasting:
    """The weeks in which a ring is to have one id."""
    begins = max(SETTLED, ring.spans[0][0] + AT_ONCE)
    begins = max(begins, *(place.since + AT_ONCE for place in ring.homes))
    for each in world.happenings:
        if each.kind == "split" and each.week == ring.spans[0][0] and _is_part(ring, each):
            begins = max(begins, _due(each))
    weeks = [
        week
        for nth, (first, last) in enumerate(ring.spans)
        for week in range(max(begins, first + (AT_ONCE if nth else 0)), min(last, WEEKS - 1) + 1)
    ]
    departed = {each for each in ring.ever if week_of(each.stints[-1][1]) < ring.spans[0][0]}
    return Lasting(
        ring.name, keys_of([each for each in ring.ever if each not in departed]), tuple(weeks)
    )


def _is_part(ring: Ring, split: Happening) -> bool:
    """Whether a ring came of a split."""
    return any(tuple(ring.ever[: len(part)]) == part for part in split.parts)


def _stops(seller: Seller) -> list[Stopped]:
    """When an account stopped, for good or until it came back."""
    return [
        Stopped(seller.key, week_of(last), known_gone(seller, last))
        for _, last in seller.stints
        if 7 * SETTLED <= last < 7 * WEEKS
    ]


def _succeeded(world: History, told: set[str]) -> list[Succeeded]:
    """Who took over from whom, as far as posts of both are known."""
    line: dict[str, Accounts] = {}
    found = []
    for each in sorted(world.successions, key=lambda it: it.day):
        old, new = each.old.key, each.new.key
        line[new] = line.get(old, frozenset()) | {old}
        if {old, new} <= told:
            due = known_gone(each.old, each.old.stints[-1][1])
            week = week_of(each.day)
            found.append(Succeeded(new, old, line[new], week, max(due, week + AT_ONCE), each.way))
    return found
