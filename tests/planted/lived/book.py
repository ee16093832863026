"""What is posted week by week, as rows, and what everybody in a group can see of it."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import timedelta

import polars as pl

from graph import keys
from tests.planted.invent import Inventor
from tests.planted.lived.people import NOBODY, Advert, Profile
from tests.planted.posts import START
from tests.planted.truth import COLUMNS, PICTURES, World

SEEN = 30
"""Posts of a group that newcomers look back at."""


class Book:
    """Writes posts as rows of a plain table, and evidence of operations into the truth."""

    def __init__(self, invent: Inventor, world: World) -> None:
        self._invent = invent
        self._world = world
        self._rows: list[tuple[str | None, ...]] = []
        self._pictures: list[tuple[str, str]] = []
        self._seen: defaultdict[str, deque[Advert]] = defaultdict(lambda: deque(maxlen=SEEN))
        self.posted: set[str] = set()

    def seen_by(self, groups: list[str]) -> list[Advert]:
        """Adverts that members of some groups have seen lately."""
        return [advert for group in groups for advert in self._seen[group]]

    def post(
        self,
        profile: Profile,
        advert: Advert,
        shown: list[tuple[str, str]],
        besides: list[str],
        week: int,
    ) -> None:
        """Post an advert.

        Parameters
        ----------
        profile : Profile
        advert : Advert
        shown : list of tuple
            Contact details of the profile, as ``(key, as written)``.
        besides : list of str
            What else is written: couriers, rules of the group.
        week : int
        """
        invent = self._invent
        place = invent.one(profile.groups) if profile.groups else None
        words = [invent.word() if nth in advert.gaps else it for nth, it in enumerate(advert.words)]
        text = " ".join([*words, *(written for _, written in shown), *besides])
        when = START + timedelta(weeks=week, days=7 * invent.dice.random())
        post_id = str(len(self._rows) + 1)
        bio = " ".join(written for _, written in profile.details) if profile.in_bio else None
        self._rows.append((
            profile.platform, post_id, when.strftime("%Y-%m-%dT%H:%M:%SZ"), place,
            place and f"Group {place}", str(profile.number), profile.handle,
            f"{profile.handle.title()} {profile.person.city}", bio, text,
            str(invent.between(20, 900) * 10_000), "IDR",
        ))  # fmt: skip
        if advert.picture:
            group = place and keys.group(profile.platform, place)
            key = keys.post(profile.platform, post_id, group)
            self._pictures.append((key, invent.saved_again(advert.picture)))
        if place:
            self._seen[place].append(advert)
        self._note(profile, advert, shown)

    def _note(self, profile: Profile, advert: Advert, shown: list[tuple[str, str]]) -> None:
        """Write down what this post shows of who is behind it."""
        person = profile.person
        self.posted.add(profile.key)
        given = [key for key, _ in (profile.details if profile.in_bio else shown)]
        if advert.owner == person.number:
            given.append(advert.name)
        elif advert.owner == NOBODY:
            self._world.organisations.setdefault(profile.key, f"club {person.city}")
        else:
            self._world.innocents[profile.key] = "copies others"
        self._world.shown |= {(profile.key, f"{person.number}/{each}") for each in given}

    def put(self) -> None:
        """Put all that was posted into the world."""
        kinds = dict.fromkeys(COLUMNS, pl.String)
        self._world.rows = pl.DataFrame(self._rows, schema=kinds, orient="row")
        self._world.pictures = pl.DataFrame(self._pictures, schema=PICTURES, orient="row")
