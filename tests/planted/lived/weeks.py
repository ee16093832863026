"""Weeks of trade: people arrive, open profiles, post, copy, are shut out, and come back."""

from __future__ import annotations

from tests.planted.invent import Inventor
from tests.planted.lived.book import Book
from tests.planted.lived.life import WEEKS, Life
from tests.planted.lived.people import NOBODY, Advert, Person, Profile
from tests.planted.lived.places import City, Numbers
from tests.planted.organisations import MANNERS

PLATFORMS, SHARES = ("facebook", "telegram", "instagram", "tiktok"), (0.6, 0.2, 0.1, 0.1)
NEW_NUMBER, STAYS_TOGETHER, SHOWN = 0.25, 0.3, 0.7
DELIVERED, KEPT, RULED, PASTES = 0.25, 0.05, 0.03, 0.03
SAYS_WHAT = 0.4
"""How often a shop says that it is one, or somebody that the telephone is a relative's."""
BREEDERS = 20
"""Every so many profiles belong to a member of the city's breeders' club."""
TELLING = 0.97
"""How many profiles give any contact at all; the others say to write to them."""


class Weeks:
    """Everybody who trades, and what they do next.

    Attributes
    ----------
    people : list of Person
        In the order of arrival.
    """

    def __init__(self, invent: Inventor, life: Life, book: Book) -> None:
        self._invent, self._life, self._book = invent, life, book
        self.cities = [City(invent, number) for number in range(life.cities)]
        self.numbers = Numbers(invent)
        self.people: list[Person] = []
        self._opened = 0
        self._operated = 0

    def pass_by(self) -> None:
        """Let all weeks pass."""
        for week in range(WEEKS):
            until = self._life.accounts * min(1.0, (week + 1) / (WEEKS - 8))
            while self._opened < until:
                self._arrive(week)
            for person in self.people:
                self._live(person, week)

    def _arrive(self, week: int) -> None:
        """Let somebody come to a city."""
        invent, life = self._invent, self._life
        kind, wanted = "seller", 1
        if self._operated < life.operated * life.accounts * (week + 1) / WEEKS:
            kind, wanted = "operator", self._ambition()
            self._operated += wanted
        elif invent.chance(life.shops / life.accounts):
            kind, wanted = "shop", invent.between(2, 8)
        number, city = len(self.people), self.cities[invent.below(life.cities)]
        share = 0.85 if wanted > 1 else 0.6
        person = Person(
            number, kind, city.number,
            [self.numbers.buy(number, week) for _ in range(1 + wanted // 8)],
            [invent.detail(each) for each in ("bank", "telegram") if invent.chance(share / 2)],
            wanted,
            WEEKS if wanted > 1 else week + invent.many(14),
        )  # fmt: skip
        if invent.chance(life.kin) and kind == "seller" and self.people:
            self._borrow(person, invent.one(self.people))
        if invent.chance(DELIVERED):
            person.couriers = [invent.one(city.couriers)]
        person.adverts = [self._think_up(person, city) for _ in range(1 + min(wanted, 6))]
        self.people.append(person)
        self._open(person)

    def _ambition(self) -> int:
        """How many profiles an operator wants: most a few, some very many."""
        drawn = 1 + int(self._invent.dice.paretovariate(1.1))
        return min(drawn, self._life.most_wanted)

    def _borrow(self, person: Person, relative: Person) -> None:
        """Use a relative's telephone."""
        if relative.kind == "seller" and relative.relative is None:
            person.phones, person.relative = relative.phones, relative

    def _think_up(self, person: Person, city: City) -> Advert:
        """Write an advert, or learn from one that others posted."""
        invent = self._invent
        seen = self._book.seen_by([city.largest("facebook")])
        if seen and person.kind == "seller" and invent.chance(self._life.learns):
            words = list(invent.one(seen).words)
            for nth in range(len(words)):
                if invent.chance(0.4):
                    words[nth] = invent.word()
        else:
            words = invent.text(person.city).split(" ")
        gaps = tuple(invent.some(range(len(words)), invent.below(3)))
        picture = invent.picture() if invent.chance(0.5) else None
        return Advert(tuple(words), gaps, picture, person.number, invent.name())

    def _open(self, person: Person) -> None:
        """Open a profile."""
        invent, city = self._invent, self.cities[person.city]
        self._opened += 1
        alive = person.alive()
        platform = invent.dice.choices(PLATFORMS, SHARES)[0]
        if alive and invent.chance(0.6):
            platform = alive[0].platform
        groups = city.join(platform)
        if alive and alive[0].platform == platform and invent.chance(STAYS_TOGETHER):
            groups = list(alive[0].groups)
        details = self._contacts(person) if invent.chance(TELLING) else []
        profile = Profile(
            self._opened, platform, invent.name(), person, groups, details, invent.chance(0.1)
        )
        person.profiles.append(profile)

    def _contacts(self, person: Person) -> list[tuple[str, str]]:
        """What a new profile gives as contact: one or two of the numbers, some of the rest."""
        invent = self._invent
        phones = invent.some(person.phones, 2 if invent.chance(0.5) else 1)
        others = [each for each in person.others if invent.chance(0.8)]
        return [*((f"phone:{it}", f"WA {it}") for it in phones), *others]

    def _live(self, person: Person, week: int) -> None:
        """What somebody does in a week."""
        if week >= person.until:
            self._leave(person, week)
            return
        busy = self._life.posts if person.wanted == 1 else self._life.busy
        for profile in person.alive():
            first = profile.key not in self._book.posted
            while first or self._invent.chance(busy):
                self._post(profile, week)
                first = False
            self._perhaps_close(profile, week)
        if person.wanted > len(person.alive()) and person.wanted > 1 and self._invent.chance(0.5):
            self._open(person)

    def _leave(self, person: Person, week: int) -> None:
        """Give up trading and the telephone."""
        if person.phones and person.relative is None:
            for number in person.phones:
                self.numbers.give_up(number, person.number, week)
        person.phones = []
        for profile in person.alive():
            profile.closed = True

    def _perhaps_close(self, profile: Profile, week: int) -> None:
        """Close a profile now and then; its owner may come back, with a new number at times."""
        invent, person = self._invent, profile.person
        operates = person.kind == "operator"
        if not invent.chance(self._life.noticed if operates else self._life.banned):
            return
        profile.closed = True
        if operates and invent.chance(NEW_NUMBER):
            person.phones.append(self.numbers.buy(person.number, week))
        if person.wanted == 1 and invent.chance(self._life.back):
            self._open(person)

    def _post(self, profile: Profile, week: int) -> None:
        """Post an advert of one's own, or somebody else's under one's own number."""
        invent, person = self._invent, profile.person
        seen = self._book.seen_by(profile.groups)
        if seen and invent.chance(self._life.copies):
            advert = invent.one(seen)
        elif invent.chance(0.5):
            advert = invent.one(person.adverts)
        else:
            advert = self._think_up(person, self.cities[person.city])
            if person.wanted > 1 and invent.chance(0.2):
                person.adverts.append(advert)
        in_posts = [] if profile.in_bio else profile.details
        shown = [each for each in in_posts if invent.chance(SHOWN)]
        self._book.post(profile, advert, shown, self._besides(profile), week)
        if profile.number % BREEDERS == 0 and invent.chance(PASTES):
            city = self.cities[person.city]
            notice = Advert(tuple(city.notice.split(" ")), (), None, NOBODY, "notice")
            self._book.post(profile, notice, [], [], week)

    def _besides(self, profile: Profile) -> list[str]:
        """Who delivers, who keeps the money, what a group demands, and what one is."""
        invent, city = self._invent, self.cities[profile.person.city]
        kind = "family" if profile.person.relative else profile.person.kind
        said = [f"kurir {it}" for it in profile.person.couriers if invent.chance(0.5)]
        if invent.chance(KEPT):
            (_, account), number = city.keeper
            said.append(f"rekber {account} admin {number}")
        if city.largest("facebook") in profile.groups and invent.chance(RULED):
            said.append(f"lapor admin {city.ruled}")
        if kind in MANNERS and invent.chance(SAYS_WHAT):
            said.append(invent.one(MANNERS[kind].says))
        return said
