"""Inventing what people publish: numbers, accounts, names, texts and pictures, all made up."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

SYLLABLES = [c + v for c in "bdfgklmnprstvyz" for v in "aeiou"]
GOODS = (
    "murai batu", "cucak hijau", "kakatua", "nuri", "jalak", "kenari", "lovebird", "elang",
    "iguana", "kura-kura", "ular sanca", "musang", "kukang", "lutung", "otter", "parkit",
)  # fmt: skip
STOCK = (
    "siap kirim seluruh kota", "ready stock harga nego", "sehat dan lincah", "bisa cod",
    "serius langsung chat", "barang sesuai foto", "stok terbatas siapa cepat", "no php",
)  # fmt: skip
BANKS = {"BCA": 10, "BRI": 15, "Mandiri": 13, "BNI": 10}
FEW_WORDS, MANY_WORDS = 14, 26
Thing = TypeVar("Thing")


class Inventor:
    """Invents from one seed; nothing twice."""

    def __init__(self, seed: int, markets: int) -> None:
        self.dice = random.Random(seed)
        self._taken: set[object] = set()
        self._words = [[self.word() for _ in range(500)] for _ in range(markets)]

    def chance(self, share: float) -> bool:
        """True in a share of cases."""
        return self.dice.random() < share

    def below(self, end: int) -> int:
        """A whole number from 0."""
        return int(self.dice.random() * end)

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + self.below(most - least + 1)

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of some things."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[Thing], many: int) -> list[Thing]:
        """Different ones of some things, all when there are no more."""
        return self.dice.sample(things, min(many, len(things)))

    def many(self, mean: float) -> int:
        """A whole number from 1, the higher the rarer."""
        return 1 + int(self.dice.expovariate(1 / (mean - 0.5)))

    def word(self) -> str:
        """An invented word."""
        return "".join(self.one(SYLLABLES) for _ in range(self.between(2, 4)))

    def name(self) -> str:
        """An invented name that nobody else has."""
        while (made := f"{self.word()}{self.word()}{self.below(100)}") in self._taken:
            pass
        self._taken.add(made)
        return made

    def digits(self) -> str:
        """Seven digits that nobody else has."""
        while (made := str(self.between(1_000_000, 9_999_999))) in self._taken:
            pass
        self._taken.add(made)
        return made

    def number(self) -> str:
        """A made-up Indonesian mobile number."""
        return f"+62811{self.digits()}0"

    def bank(self) -> tuple[str, str]:
        """A made-up bank account: its key as a contact detail, and how it is written."""
        bank = self.one(list(BANKS))
        rest = "".join(str(self.below(10)) for _ in range(BANKS[bank] - 7))
        digits = self.digits() + rest
        return f"bank:ID:{bank.upper()}:{digits}", f"{bank} {digits} a.n. {self.word().title()}"

    def detail(self, kind: str) -> tuple[str, str]:
        """A made-up contact detail of a kind: its key, and how it is written."""
        if kind == "phone":
            number = self.number()
            return f"phone:{number}", f"WA {number}"
        if kind == "bank":
            return self.bank()
        name = self.name()
        if kind == "email":
            return f"email:{name}@example.com", f"{name}@example.com"
        return f"handle:telegram:{name}", f"t.me/{name}"

    def text(self, market: int) -> str:
        """An invented advertisement in the words of a market."""
        many = self.between(FEW_WORDS, MANY_WORDS)
        body = self.dice.choices(self._words[market], k=many)
        body.insert(self.below(many), self.one(GOODS))
        if self.chance(0.5):
            body.append(self.one(STOCK))
        return " ".join(["jual" if self.chance(0.6) else "dijual", *body])

    def altered(self, text: str) -> str:
        """A text as it is posted again: now and then a word or two are other ones."""
        words = text.split(" ")
        for _ in range(self.one((0, 0, 1, 2))):
            words[self.below(len(words))] = self.word()
        return " ".join(words)

    def picture(self) -> str:
        """Hashes of a picture: half of their bits are set, as in pictures of something."""
        return f"phash:{self._bits():016x} dhash:{self._bits():016x}"

    def saved_again(self, picture: str) -> str:
        """Hashes of a picture that was cropped a little or saved anew: few bits differ."""
        parts = dict(part.split(":") for part in picture.split(" "))
        for method, digits in parts.items():
            bits = int(digits, 16)
            for place in self.dice.sample(range(64), self.below(4)):
                bits ^= 1 << place
            parts[method] = f"{bits:016x}"
        return " ".join(f"{method}:{digits}" for method, digits in parts.items())

    def _bits(self) -> int:
        """A number of 64 bits, half of them set."""
        return sum(1 << place for place in self.dice.sample(range(64), 32))
