"""Inventing names, numbers, addresses and handles; none belongs to anybody.

United States numbers are from 555-0100 to 555-0199, which are reserved for fiction. The other
countries reserve none that is also valid, so theirs are visibly made up: the subscriber's part
begins with zeros (+62 811-0000-xxxx, +84 90-000-xxxx, +66 80-000-xxxx, +34 600-000-xxx,
+86 138-0000-xxxx). E-mail is at example.com, .org and .net; handles begin with ``demo_``; the
platforms' ids are longer than real ones, or from a stretch that is not known to be in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random
from typing import NamedTuple

SYLLABLES = tuple(consonant + vowel for consonant in "bdfklmnprstvz" for vowel in "aeiou")
DOMAINS = ("example.com", "example.org", "example.net")
AREAS = ("202", "305", "415", "713", "602")


class Form(NamedTuple):
    """A country's made-up numbers: its code, what all begin with, and how people part them."""

    country: str
    prefix: str
    groups: tuple[int, ...]


_FORMS = {
    "english": Form("1", "", (3, 3, 4)),
    "indonesian": Form("62", "8110000", (3, 4, 4)),
    "vietnamese": Form("84", "90000", (2, 3, 4)),
    "thai": Form("66", "80000", (2, 3, 4)),
    "spanish": Form("34", "600000", (3, 3, 3)),
    "chinese": Form("86", "1380000", (3, 4, 4)),
}
_STYLES = {
    "phone": (
        "{bare}",
        "{spaced}",
        "{dashed}",
        "WA {spaced}",
        "wa.me/{digits}",
        "WhatsApp {bare}",
        "https://wa.me/{digits}",
    ),
    "email": ("{bare}", "E-mail: {bare}"),
    "telegram": ("t.me/{bare}", "Telegram: @{bare}", "https://t.me/{bare}"),
}
_AT_HOME = ("{national}", "{national}", "WA {national}")


@dataclass(frozen=True)
class Contact:
    """A contact detail.

    Attributes
    ----------
    kind : str
        ``phone``, ``email`` or ``telegram``.
    value : str
        E.164, address, or handle without ``@``.
    parts : tuple of str
        Country code and groups of digits, as people part them; empty for other kinds.
    """

    kind: str
    value: str
    parts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key that detection gives it."""
        named = "handle:telegram" if self.kind == "telegram" else self.kind
        return f"{named}:{self.value}"

    @property
    def noted(self) -> str:
        """How a volunteer writes it down."""
        return f"t.me/{self.value}" if self.kind == "telegram" else self.value

    @property
    def spaced(self) -> str:
        """The number with its groups of digits apart."""
        country, *groups = self.parts
        return f"+{country} {' '.join(groups)}"

    def written(self, draw: Random, *, at_home: bool = False) -> str:
        """Write it in one of the ways that people do; at home often without the country."""
        if self.kind != "phone":
            return draw.choice(_STYLES[self.kind]).format(bare=self.value)
        country, *groups = self.parts
        return draw.choice(_STYLES["phone"] + _AT_HOME * at_home).format(
            bare=self.value,
            digits=self.value.lstrip("+"),
            spaced=self.spaced,
            dashed=f"+{country} {'-'.join(groups)}",
            national=f"0{'-'.join(groups)}",
        )


class Inventor:
    """Invents what is drawn from one seed, each thing once.

    Parameters
    ----------
    draw : random.Random
        The source of all that is random.
    """

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self._subscribers = {name: self._shuffled(name) for name in _FORMS}
        self._names: set[str] = set()
        self._ids = 0

    def phone(self, language: str) -> Contact:
        """Invent a telephone number of the country where a language is spoken."""
        form = _FORMS[language]
        national = form.prefix + self._subscribers[language].pop()
        cuts = pairwise(accumulate(form.groups, initial=0))
        groups = (national[begin:end] for begin, end in cuts)
        return Contact("phone", f"+{form.country}{national}", (form.country, *groups))

    def email(self) -> Contact:
        """Invent an e-mail address."""
        return Contact("email", f"{self.word(4)}@{self.draw.choice(DOMAINS)}")

    def telegram(self) -> Contact:
        """Invent a Telegram handle."""
        return Contact("telegram", self.handle())

    def handle(self) -> str:
        """Invent a handle."""
        return f"demo_{self.word(4)}"

    def person(self) -> str:
        """Invent a name."""
        return f"{self.word(2).title()} {self.word(3).title()}"

    def word(self, syllables: int) -> str:
        """Invent a word that was not invented before."""
        while True:
            word = "".join(self.draw.choice(SYLLABLES) for _ in range(syllables))
            if word not in self._names:
                self._names.add(word)
                return word

    def number(self) -> int:
        """Count what needs an id."""
        self._ids += 1
        return self._ids

    def _shuffled(self, language: str) -> list[str]:
        """Every subscriber's part there is, in random order."""
        form = _FORMS[language]
        if form.prefix:
            digits = sum(form.groups) - len(form.prefix)
            found = [f"{number:0{digits}d}" for number in range(10**digits)]
        else:
            found = [f"{area}55501{number:02d}" for area in AREAS for number in range(100)]
        self.draw.shuffle(found)
        return found
