"""The population of the demonstration: sellers, buyers and groups, before anything is planted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations
from random import Random

from app.demo.adverts import Advert, compose
from app.demo.calendar import DAY, END, FIRST_VISIT, HISTORY
from app.demo.invent import Contact, Inventor
from app.demo.people import NUMBER, PHONEBOOK, PUSH, Account, Shown, WhatsApp
from app.demo.places import SHARES, make_group, open_groups

SELLERS = {
    "indonesian": 150,
    "english": 90,
    "vietnamese": 70,
    "thai": 60,
    "spanish": 45,
    "chinese": 45,
}
BUYERS = 70
SEED = 20261115
ALIKE = 3
"""Two advertisements with this many sentences in common look copied."""


class Town:
    """Draws accounts from one seed.

    Attributes
    ----------
    draw : random.Random
        The source of all that is random.
    invent : Inventor
        The source of names and numbers.
    groups : list of Group
        Those that anybody may join.
    accounts : list of Account
        Everybody made so far.
    creators : dict of str to Account
        Who made each chat, by its key.
    """

    def __init__(self) -> None:
        self.draw = Random(SEED)  # noqa: S311
        self.invent = Inventor(self.draw)
        self.groups = open_groups()
        self.accounts: list[Account] = []
        self.creators: dict[str, Account] = {}
        self._written: set[tuple[str, ...]] = set()

    def account(
        self,
        platform: str,
        language: str,
        *,
        since: datetime | None = None,
        whatsapp: WhatsApp | None = None,
    ) -> Account:
        """Make an account that posts until the end, in some open groups of its language."""
        if platform == "whatsapp" and whatsapp is None:
            shown_as = self.draw.choice((NUMBER, NUMBER, PHONEBOOK, PUSH))
            whatsapp = WhatsApp(self.invent.phone(language), shown_as)
        made = Account(
            platform,
            whatsapp.number.value if whatsapp else self._native_id(platform),
            self.invent.handle() if platform in ("telegram", "instagram") else None,
            self.invent.person(),
            language,
            since or self.some_time(END - HISTORY, FIRST_VISIT + 5 * DAY),
            END,
            whatsapp=whatsapp,
        )
        here = [
            group
            for group in self.groups
            if (group.platform, group.language) == (platform, language)
        ]
        made.groups = self.draw.sample(here, min(len(here), self.draw.choice((1, 1, 2, 2, 3))))
        self.accounts.append(made)
        return made

    def _native_id(self, platform: str) -> str:
        """Count the ids of a platform."""
        number = self.invent.number()
        return {"facebook": f"999{number:012d}", "telegram": str(4_200_000_000 + number)}.get(
            platform, f"999{number:08d}"
        )

    def seller(self, language: str) -> Account:
        """Make an ordinary seller with contact details and advertisements of its own."""
        platforms, shares = zip(*SHARES[language], strict=True)
        made = self.account(self.draw.choices(platforms, shares)[0], language)
        number = made.whatsapp.number if made.whatsapp else None
        made.shows = [Shown(contact) for contact in self.own_contacts(language, number)]
        made.adverts = self.adverts(language, self.draw.choice((1, 2, 2, 3, 4)))
        made.posts = len(made.adverts) + self.draw.choice((1, 1, 2, 3, 4))
        if made.shows and self.draw.random() < 0.1:
            made.bio = made.shows[0].contact.written(self.draw)
        return made

    def own_contacts(self, language: str, number: Contact | None = None) -> list[Contact]:
        """Invent what one seller can be reached at; one in five asks for a message instead."""
        draw = self.draw.random
        found = [number or self.invent.phone(language)] if draw() < 0.7 else []
        found += [self.invent.telegram()] if draw() < 0.2 else []
        return found + ([self.invent.email()] if draw() < 0.12 else [])

    def advert(self, language: str, *, sentences: int) -> Advert:
        """Compose an advertisement that is like no other made here."""
        while True:
            made = compose(self.draw, language, sentences=sentences)
            parts = set(combinations(sorted(made.sentences), ALIKE))
            if self._written.isdisjoint(parts):
                self._written |= parts
                return made

    def adverts(self, language: str, many: int) -> list[Advert]:
        """Compose advertisements of common lengths."""
        return [self.advert(language, sentences=self.draw.choice((4, 4, 5))) for _ in range(many)]

    def buyer(self) -> Account:
        """Make an account that belongs to groups and advertises nothing."""
        group = self.draw.choice(self.groups)
        return self.account(group.platform, group.language)

    def some_time(self, begin: datetime, end: datetime) -> datetime:
        """Draw a time of day and date, to the second."""
        seconds = int((end - begin).total_seconds())
        return begin + timedelta(seconds=self.draw.randrange(max(seconds, 1)))

    def strangers(self, among: Sequence[Account], many: int) -> list[Account]:
        """Draw accounts, each once."""
        return self.draw.sample(list(among), min(many, len(among)))

    def private_group(
        self, number: int, language: str, name: str, members: Sequence[Account]
    ) -> None:
        """Let the first of some accounts make one more group on Telegram, and bring the others."""
        creator, *_ = members
        group = make_group(number, "telegram", language, name, is_private=True)
        creator.first = min(member.first for member in members)
        self.creators[group.key] = creator
        for member in members:
            member.groups = [*member.groups, group]
