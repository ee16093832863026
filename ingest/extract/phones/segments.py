"""One stretch of words, look-alikes, numerals and digits: which number it is, if any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.extract.found import HIDDEN, Found
from ingest.extract.phones import evidence, numbers
from ingest.extract.phones.beside import COUNTED, Beside
from ingest.extract.phones.evidence import Number
from ingest.extract.phones.separators import pieces, with_hidden_digits
from ingest.extract.phones.spans import Span
from ingest.extract.phones.spelling import all_plain, disguises_of, sizes, spell_evenly
from ingest.extract.phones.telling import phone, unresolved
from ingest.extract.phones.vocabulary import Part, plain, vocabulary
from ingest.extract.setting import Setting

_SAID_ALONE = frozenset({"words", "tens", "times", "letters", "bar"})
"""Kinds of parts that may be no digits at all where they stand at an edge."""

_MOST_LEFT_OVER, _LEAST_SPELLED, _LEAST_BARE = 4, 7, 9
_SIGNS_TOGETHER = re.compile(r"[*•●#×✕x?\u2580-\u25ff]{2}", re.IGNORECASE)
_LIKE_A_MASK = re.compile(r"[oOоО]{4}")
_LOWERED_BY = 0.08
_BY_LENGTH = ("cue word", "national")
_LIKELY_FIRST = "(0123456789OoОоΟο⭕🅾🇴"


class Verdict(NamedTuple):
    """What a stretch of a text is: the number in it; none, but nothing else may read it either."""

    start: int
    end: int
    found: Found | None

    def told(self) -> Found:
        """Make a finding of it."""
        return self.found or Found(self.start, self.end, HIDDEN, "", "", "", 0.0)


class Segment(NamedTuple):
    """What may be one number."""

    parts: list[Part]
    gaps: list[str]
    beside: Beside
    setting: Setting
    span: Span

    @classmethod
    def of(cls, text: str, span: Span, places: tuple[int, int], setting: Setting) -> Segment:
        """Take some parts of a span."""
        first, last = places
        parts, gaps = span.parts[first:last], ["", *span.gaps[first + 1 : last]]
        start = parts[0].start
        while start > 0 and text[start - 1] in "+➕(":
            start -= 1
        beside = Beside.of(text, start, parts[0].start, parts[-1].end, setting.cues)
        return cls(parts, gaps, beside, setting, span)

    def is_plain(self) -> bool:
        """Whether it holds nothing but digits and ordinary separators."""
        return Span(self.parts, self.gaps, False, False, "").is_plain()

    def size(self) -> int:
        """How many digits it has, at the least."""
        return sum(len(part.digits[0]) for part in self.parts)

    def is_remark(self) -> bool:
        """Whether it is a word or two that stand beside a number in a list."""
        return self.size() <= 2 and all(part.kind in _SAID_ALONE for part in self.parts)

    def read(self) -> Verdict | None:
        """Read the number; None leaves it to whoever reads plain digits."""
        is_first = self.parts[0] is self.span.parts[0]
        is_last = self.parts[-1] is self.span.parts[-1]
        if (
            (is_first and self.span.is_after_word and not self.beside.said.is_glued)
            or (is_last and self.span.is_before_word)
            or self.beside.is_cut_off()
            or self._next_word(is_last) in vocabulary().multiples
            or self.beside.announces_other()
            or self._hides_digits()
        ):
            return self._refused()
        if all(part.kind == "digits" for part in self.parts):
            return self._separated()
        return self._disguised(self._next_word(is_last))

    def _hides_digits(self) -> bool:
        """Whether signs stand together in one gap, as for hidden digits, and not in every gap."""
        gaps = [gap for gap in self.gaps[1:] if gap]
        together = [gap for gap in gaps if _SIGNS_TOGETHER.search(gap)]
        return bool(together) and (len(gaps) < 2 or len(together) < len(gaps))

    def _next_word(self, is_last: bool) -> str:
        return plain(self.span.next_word) if is_last else ""

    def _refused(self) -> Verdict:
        return Verdict(self.beside.start, self.parts[-1].end, None)

    def _told(self, number: Number, *disguises: str) -> Verdict:
        told = number.rule if self.beside.said.is_phone else number.rule.replace(*_BY_LENGTH)
        rule = " + ".join([*disguises, told])
        confidence = max(0.4, number.confidence - _LOWERED_BY * len(disguises))
        found = phone(self.beside, number._replace(rule=rule, confidence=confidence))
        return Verdict(found.start, found.end, found)

    def _doubtful(self, digits: str, *disguises: str) -> Verdict:
        """Keep what is plainly a telephone number, but not which one."""
        plainly = self.beside.said.is_phone or self.beside.plus or digits.startswith("0")
        if not plainly or not 8 <= len(digits) <= 15:
            return self._refused()
        found = unresolved(self.beside, digits, " + ".join([*disguises, "unresolved"]))
        return Verdict(found.start, found.end, found)

    def numbers(self, parts: Sequence[Part]) -> dict[str, Number]:
        """All valid numbers that parts may stand for."""
        found: dict[str, Number] = {}
        spelled = all(part.kind in ("words", "tens", "times", "numerals") for part in parts)
        plus = self.beside.plus if parts[0] is self.parts[0] else ""
        for digits in spell_evenly(parts):
            cued = self.beside.said.is_phone or (spelled and len(digits) >= _LEAST_SPELLED)
            number = self._number(plus + digits, cued, sizes(parts))
            if number is None or (spelled and not self._is_sure(number)):
                continue
            if not (cued or plus or digits[0] == "0" or len(digits) >= _LEAST_BARE):
                continue
            found.setdefault(number.e164, number)
        return found

    def _is_sure(self, number: Number) -> bool:
        """Whether more than the length of what is spelled out tells that it is this number."""
        return self.beside.said.is_phone or not number.rule.startswith("country code")

    def _number(self, digits: str, cued: bool, sizes: tuple[int, ...] = (1, 1)) -> Number | None:
        return evidence.number(digits, self.setting.region, cued, sizes)

    def _separated(self) -> Verdict | None:
        """Read plain digits between unusual separators."""
        odd = Span(self.parts, self.gaps, False, False, "").odd_gaps()
        digits = self.beside.plus + "".join(part.digits[0] for part in self.parts)
        cued = self.beside.said.is_phone
        number = self._number(digits, cued, sizes(self.parts))
        if self._may_hide_digits():
            return self._refused()
        apart_by_signs = pieces(self.parts, self.gaps, self.beside.plus)
        alone = [self._number(piece, cued) for piece in apart_by_signs]
        if number is None:
            apart = all(
                found is not None or (len(piece) <= _MOST_LEFT_OVER and piece[0] != "0")
                for piece, found in zip(apart_by_signs, alone, strict=True)
            )
            return None if apart else self._refused()
        one_by_one = all(len(part.digits[0]) == 1 for part in self.parts)
        if not (cued or digits[0] in "+0" or (one_by_one and len(digits) >= _LEAST_BARE)):
            return None
        is_even = len(set(odd)) == 1 or all(len(piece) == 1 for piece in apart_by_signs)
        if any(alone) or not is_even:
            return self._doubtful(digits.lstrip("+"), "separators")
        return self._told(number, "separators")

    def _may_hide_digits(self) -> bool:
        """Whether the separators, each hiding a digit, make a valid number of the region."""
        home = numbers.country_code(self.setting.region) if self.setting.region else "+"
        every = with_hidden_digits(self.parts, self.gaps, self.beside.plus)
        found = (self._number(digits, True) for digits in every)
        return any(
            number is not None
            and (bool(self.beside.plus) or number.e164.startswith(home))
            and not evidence.is_mailbox(number.e164)
            for number in found
        )

    def _disguised(self, next_word: str) -> Verdict | None:
        """Read words, numerals and look-alikes as digits."""
        readings = spell_evenly(self.parts)
        if not readings:
            return self._refused()
        names = disguises_of(self.parts)
        whole = self.numbers(self.parts)
        if not whole and self._is_apart(next_word):
            return None
        others = {
            e164
            for rest in self._without_edges(next_word)
            for e164 in self.numbers(rest)
            if e164 not in whole
        }
        if len(whole) + len(others) > 1 and self._is_apart(next_word) and self._counts(next_word):
            return None
        looks = self.parts[0].kind == "look-alikes" and not self.beside.said.is_phone
        unlikely = looks and not self.beside.plus and self.beside.written[0] not in _LIKELY_FIRST
        if len(whole) != 1 or others or unlikely or self._is_mostly_letters() or self._omits():
            return self._refused() if unlikely else self._doubtful(readings[0], *names)
        (number,) = whole.values()
        return self._told(number, *names)

    def _without_edges(self, next_word: str) -> Iterator[list[Part]]:
        """What is left without a word at an edge that may be no digit, and beside a bar."""
        parts = self.parts
        first = 1 if parts[0].kind in _SAID_ALONE and all_plain(parts[1:]) else 0
        is_counted = self._counts(next_word)
        last = parts[-1].kind in _SAID_ALONE and (all_plain(parts[first:-1]) or is_counted)
        end = len(parts) - last
        for start, stop in {(first, len(parts)), (0, end), (first, end)} - {(0, len(parts))}:
            yield parts[start:stop]
        if any(len(part.digits[0]) > 1 for part in parts):
            for place, part in enumerate(parts):
                if "" in part.digits:
                    yield parts[:place] or parts
                    yield parts[place + 1 :] or parts

    def _omits(self) -> bool:
        """Whether the digits make a number only where a letter between them is left out."""
        inner = self.parts[1:-1]
        if not any(part.kind == "letters" and "" in part.digits for part in inner):
            return False
        kept = [
            part._replace(digits=part.digits[:1]) if part.kind == "letters" else part
            for part in inner
        ]
        return not self.numbers([self.parts[0], *kept, self.parts[-1]])

    def _is_apart(self, next_word: str) -> bool:
        """Whether what is not plain digits stands beside a plain number and is no part of it."""
        odd = [part for part in self.parts if part.kind != "digits"]
        digits = [part for part in self.parts if part.kind == "digits"]
        if any(part.kind not in _SAID_ALONE for part in odd):
            return False
        touching = any(a.end == b.start and a.kind != b.kind for a, b in pairwise(self.parts))
        longest = max((len(part.digits[0]) for part in digits), default=0)
        weak = all("" in part.digits for part in odd)
        return not touching and longest >= 9 and (weak or (len(odd) == 1 and bool(next_word)))

    def _counts(self, next_word: str) -> bool:
        """Whether the last part, a word or letter, goes with the word after it."""
        last = self.parts[-1]
        return bool(next_word) and (last.kind == "letters" or next_word in COUNTED)

    def _is_mostly_letters(self) -> bool:
        """Whether fewer digits than look-alikes are written, or so many alike that they hide."""
        if any(part.kind in ("words", "numerals", "tens") for part in self.parts):
            return False
        written = self.beside.written
        return self.beside.written_digits() * 2 < self.size() or bool(_LIKE_A_MASK.search(written))
