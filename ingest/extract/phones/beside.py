"""A number and what stands beside it: its channel, other kinds of numbers, what cuts it off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.extract.folding import IGNORED
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import channels, context
from ingest.extract.phones.channels import Announced
from ingest.extract.phones.context import Before, OtherWords

_OTHER_KINDS = (
    "account", "card", "till", "paybill", "permit", "ring", "chip", "parcel", "plate", "company",
    "numbered",
)  # fmt: skip
_SEEN_BEFORE = 28
_SEEN_AFTER = 28
_MANY = 8
_AMOUNT = re.compile(r"[1-9][0-9]{0,2}(?:[.][0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_ABOVE = re.compile(r"(?<![0-9+])(\+?[0-9][0-9 .()-]{0,7}) ?\n ?$")
_BELOW = re.compile(r" ?\n ?([0-9](?:[ .()-]?[0-9]){0,6})(?![0-9]) ?(?:$|[\n.,!?])")

COUNTED = frozenset({
    "ekor", "pasang", "pcs", "pc", "biji", "unit", "botol", "buah", "orang", "kali", "hari",
    "bulan", "tahun", "pairs", "pair", "pieces", "piece", "birds", "bird", "days", "weeks",
    "months", "years", "left", "con", "cai", "ngay", "thang", "nam", "aves", "casal", "casais",
    "filhotes", "dias", "parejas", "pareja", "crias", "couples", "couple", "oiseaux", "jours",
    "paare", "paar", "stuck", "vogel", "tiere",
})  # fmt: skip
"""Words, without accents, that a number word before them counts."""


class Beside(NamedTuple):
    """A stretch of a text that may be a number, and what stands beside it.

    Attributes
    ----------
    start, end : int
        Where the number stands, with the ``+`` and brackets before it.
    written : str
        What stands there, as `folding.unify` writes it.
    plus : str
        ``+`` where one is written before the number, else empty.
    said : Announced
    before : Before
    after : str
        The next characters.
    other_words : OtherWords
        Words that announce numbers of other kinds.
    lines : tuple of str
        Digits at the end of the line before and at the beginning of the one after, when the
        number stands at the edge of its line; empty where there are none.
    """

    start: int
    end: int
    written: str
    plus: str
    said: Announced
    before: Before
    after: str
    other_words: OtherWords
    lines: tuple[str, str]

    @classmethod
    def of(cls, text: str, start: int, digits: int, end: int, cues: Cues) -> Beside:
        """Look at what stands beside ``text[start:end]``, whose digits begin at ``digits``."""
        if text[max(0, start - 2) : start] == "+ " and text[digits] != "0":
            start -= 2
        before, after = text[max(0, start - channels.SEEN) : start], text[end : end + _SEEN_AFTER]
        plus = "+" if any(sign in text[start:digits] for sign in "+➕") else ""
        return cls(
            start,
            end,
            text[start:end],
            plus,
            channels.announced(before, after, cues),
            Before.of(before[-_SEEN_BEFORE:]),
            after,
            _other_words(cues),
            _over_lines(before, after),
        )

    @property
    def first(self) -> str:
        """The first digit, or what is written for it."""
        return self.written.lstrip("+➕(")[:1]

    def is_keycapped(self) -> bool:
        """Whether so many keycaps are written that it can hardly be anything else."""
        return self.written.count(IGNORED) >= _MANY

    def written_digits(self) -> int:
        """How many digits are written as digits."""
        return sum(map(str.isdecimal, self.written))

    def is_cut_off(self) -> bool:
        """Whether the number seems to go on before or after, or to be masked."""
        if self._is_emphasised():
            return False
        return self.before.is_masked() or context.is_masked(self.after.lstrip(IGNORED))

    def belongs_to_number(self) -> bool:
        """Whether what stands before or after plain digits may be part of a number with them."""
        if self._is_emphasised():
            return False
        begins = bool(self.plus) or self.first == "0"
        return self.before.belongs_to_number(self.said.is_glued, begins) or context.goes_on(
            self.after.lstrip(IGNORED)
        )

    def announces_other(self) -> bool:
        """Whether words say that it is a number of another kind, and none that it is a phone."""
        return not (self.said.is_phone or self.plus) and (
            self.before.announces_other(self.other_words)
            or context.names_holder(self.after)
            or context.counts_something(self.after)
            or _AMOUNT.fullmatch(self.written) is not None
        )

    def may_be_ordered(self) -> bool:
        """Whether a word stands before it that numbers orders, and that sellers call with, too."""
        is_order = not self.other_words.by_word.isdisjoint(self.before.words[-1:])
        is_order = is_order and ":" not in self.before.gap
        return is_order and not self.said.is_phone

    def _is_emphasised(self) -> bool:
        """Whether the number stands between two signs that make it bold or the like."""
        sign = self.before.last
        return (
            bool(sign)
            and sign in "*_~"
            and self.after.lstrip(IGNORED).startswith(sign)
            and (self.after.lstrip(IGNORED)[1:2] not in (sign, "x", "X"))
        )


def _over_lines(before: str, after: str) -> tuple[str, str]:
    """Few digits that end the line before a number, or stand alone in the line after it."""
    above = _ABOVE.search(before) if "\n" in before[-2:] else None
    below = _BELOW.match(after) if "\n" in after[:2] else None
    return (
        re.sub(r"[ .()-]", "", above.group(1)) if above else "",
        re.sub(r"[ .()-]", "", below.group(1)) if below else "",
    )


@lru_cache(maxsize=16)
def _other_words(cues: Cues) -> OtherWords:
    """Words that announce a number of another kind."""
    every = {
        word
        for kind, words in cues.words
        if kind.partition("-")[0] in _OTHER_KINDS
        for word in words
    }
    return OtherWords(
        frozenset(word for word in every if word.isalpha()),
        frozenset(cues.of("order")),
        tuple(sorted(word for word in every if not word.isascii())),
    )
