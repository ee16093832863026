"""Telephone numbers that are not written as plain digits: read, kept unresolved, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.extract.found import HIDDEN, Found
from ingest.extract.goods.quantities import blank_quantities
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import disguise_signs, evidence
from ingest.extract.phones.beside import COUNTED, Beside
from ingest.extract.phones.channels import glued_words
from ingest.extract.phones.evidence import Number
from ingest.extract.phones.spans import Span, spans
from ingest.extract.phones.spelling import spell
from ingest.extract.phones.telling import phone, unresolved
from ingest.extract.phones.vocabulary import Part, plain, vocabulary
from ingest.extract.setting import Setting

_SAID_ALONE = frozenset({"words", "tens", "times", "letters", "bar"})
"""Kinds of parts that may be no digits at all where they stand at an edge."""

_LEAST = 7
_MOST_LEFT_OVER = 4
_LEAST_SPELLED = 7
_LOWERED_BY = 0.08
_BY_LENGTH = ("cue word", "national")
_MASK_FILLINGS = "529"
_LIKELY_FIRST = "0123456789OoОоΟο⭕🅾🇴"


class Verdict(NamedTuple):
    """What a stretch of a text is: the number in it; none, but nothing else may read it either."""

    start: int
    end: int
    found: Found | None

    def told(self) -> Found:
        """Make a finding of it."""
        return self.found or Found(self.start, self.end, HIDDEN, "", "", "", 0.0)


def may_hold(_: Cues) -> str:
    """What a text with a number in disguise holds."""
    return disguise_signs.may_hold()


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find numbers with words, look-alikes, numerals or unusual separators in them.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it; links and prices are blanked.
    setting : Setting
        Without a region only numbers that tell their country count.

    Yields
    ------
    Found
        Kind ``phone`` or ``unresolved``, as `candidates.find` does; kind ``hidden`` for what is
        no number but would read as one without its odd parts.

    Notes
    -----
    Every part of a stretch counts: a reading that leaves one out, and is valid besides another,
    makes the number unresolved.
    """
    text = blank_quantities(text)
    if not disguise_signs.stand_in(text):
        return
    for span in spans(text, glued_words(setting.cues)):
        if not span.is_plain():
            for verdict in _judge(text, span, setting):
                yield verdict.told()


def _judge(text: str, span: Span, setting: Setting) -> Iterator[Verdict]:
    """Read the numbers of a span one by one."""
    ranges = span.segments()
    refused = Verdict(span.start, span.end, None)
    if len(ranges) == 1:
        segment = _Segment.of(text, span, ranges[0], setting)
        verdict = segment.read()
        if verdict is not None:
            yield verdict
        return
    segments = [_Segment.of(text, span, each, setting) for each in ranges]
    segments = [each for each in segments if not each.is_remark()]
    if any(each.size() < _LEAST for each in segments):
        whole = _Segment.of(text, span, (0, len(span.parts)), setting)
        plain = all(each.is_plain() for each in segments)
        if not plain or whole.numbers(whole.parts):
            yield refused
        return
    for segment in segments:
        if not segment.is_plain() and (verdict := segment.read()) is not None:
            yield verdict


class _Segment(NamedTuple):
    """What may be one number."""

    parts: list[Part]
    gaps: list[str]
    beside: Beside
    setting: Setting
    span: Span

    @classmethod
    def of(cls, text: str, span: Span, places: tuple[int, int], setting: Setting) -> _Segment:
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
        is_first, is_last = (
            self.parts[0] is self.span.parts[0],
            self.parts[-1] is self.span.parts[-1],
        )
        if (
            (is_first and self.span.is_after_word and not self.beside.said.is_glued)
            or (is_last and self.span.is_before_word)
            or self.beside.is_cut_off()
            or self._next_word(is_last) in vocabulary().multiples
        ):
            return self._refused()
        if self.beside.announces_other():
            return self._refused()
        if all(part.kind == "digits" for part in self.parts):
            return self._separated()
        return self._disguised(self._next_word(is_last))

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
        for digits in _spell_evenly(parts):
            cued = self.beside.said.is_phone or (spelled and len(digits) >= _LEAST_SPELLED)
            number = self._number(plus + digits, cued, _sizes(parts))
            if number is not None:
                found.setdefault(number.e164, number)
        return found

    def _number(self, digits: str, cued: bool, sizes: tuple[int, ...] = (1, 1)) -> Number | None:
        return evidence.number(digits, self.setting.region, cued, sizes)

    def _separated(self) -> Verdict | None:
        """Read plain digits between unusual separators."""
        odd = Span(self.parts, self.gaps, False, False, "").odd_gaps()
        digits = self.beside.plus + "".join(part.digits[0] for part in self.parts)
        cued = self.beside.said.is_phone
        number = self._number(digits, cued, _sizes(self.parts))
        if any(self._with_masks(filling) for filling in _MASK_FILLINGS):
            return self._refused()
        pieces = self._pieces()
        alone = [self._number(piece, cued) for piece in pieces]
        if number is None:
            apart = all(
                found is not None or (len(piece) <= _MOST_LEFT_OVER and piece[0] != "0")
                for piece, found in zip(pieces, alone, strict=True)
            )
            return None if apart else self._refused()
        if not (cued or digits[0] in "+0"):
            return None
        is_even = len(set(odd)) == 1 or all(len(piece) == 1 for piece in pieces)
        if any(alone) or not is_even:
            return self._doubtful(digits.lstrip("+"), "separators")
        return self._told(number, "separators")

    def _pieces(self) -> list[str]:
        """Digits between unusual separators."""
        pieces = [self.beside.plus]
        for part, gap in zip(self.parts, self.gaps, strict=True):
            if Span([part, part], ["", gap], False, False, "").odd_gaps():
                pieces.append("")
            pieces[-1] += part.digits[0]
        return pieces

    def _with_masks(self, filling: str) -> bool:
        """Whether the separators, each hiding a digit, make a valid number."""
        digits = self.beside.plus
        for part, gap in zip(self.parts, self.gaps, strict=True):
            hidden = Span([part, part], ["", gap], False, False, "").odd_gaps()
            digits += filling * len(hidden[0].replace(" ", "")) if hidden else ""
            digits += part.digits[0]
        return self._number(digits, True) is not None

    def _disguised(self, next_word: str) -> Verdict | None:
        """Read words, numerals and look-alikes as digits."""
        readings = _spell_evenly(self.parts)
        if not readings:
            return self._refused()
        names = _names(self.parts)
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
        unlikely = looks and self.beside.first not in _LIKELY_FIRST
        if len(whole) != 1 or others or unlikely or self._is_mostly_letters():
            return self._refused() if unlikely else self._doubtful(readings[0], *names)
        (number,) = whole.values()
        return self._told(number, *names)

    def _without_edges(self, next_word: str) -> Iterator[list[Part]]:
        """What is left without a word at an edge that may be no digit, and beside a bar."""
        parts = self.parts
        first = 1 if parts[0].kind in _SAID_ALONE and _all_plain(parts[1:]) else 0
        is_counted = self._counts(next_word)
        last = parts[-1].kind in _SAID_ALONE and (_all_plain(parts[first:-1]) or is_counted)
        end = len(parts) - last
        for start, stop in {(first, len(parts)), (0, end), (first, end)} - {(0, len(parts))}:
            yield parts[start:stop]
        for place, part in enumerate(parts):
            if "" in part.digits:
                yield parts[:place] or parts
                yield parts[place + 1 :] or parts

    def _is_apart(self, next_word: str) -> bool:
        """Whether what is not plain digits stands beside a plain number and is no part of it."""
        rests = [
            [part for part in self.parts if part.kind != "digits"],
            [part for part in self.parts if part.kind == "digits"],
        ]
        odd, digits = rests
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
        """Whether fewer digits than look-alikes are written."""
        if any(part.kind in ("words", "numerals", "tens") for part in self.parts):
            return False
        return self.beside.written_digits() * 2 < self.size()


def _sizes(parts: Sequence[Part]) -> tuple[int, ...]:
    """How many digits stand together, group by group."""
    sizes = [len(parts[0].digits[0])]
    for part, following in pairwise(parts):
        size = len(following.digits[0])
        sizes[-1:] = [sizes[-1] + size] if part.end == following.start else [sizes[-1], size]
    return tuple(sizes)


def _all_plain(parts: Sequence[Part]) -> bool:
    """Whether parts are digits, written as such."""
    return all(part.kind == "digits" for part in parts)


def _spell_evenly(parts: Sequence[Part]) -> list[str]:
    """Write parts as digits; all that may only separate do so, or none does."""
    as_digits = [part._replace(digits=tuple(filter(None, part.digits))) for part in parts]
    readings = list(spell(as_digits))
    if any("" in part.digits for part in parts):
        readings += spell([part for part in parts if "" not in part.digits])
    return readings


def _names(parts: Sequence[Part]) -> list[str]:
    """Name what was applied, in the order of the text."""
    names = {
        "look-alikes": "look-alikes",
        "letters": "look-alikes",
        "bar": "look-alikes",
        "words": "digit words",
        "tens": "digit words",
        "times": "digit words",
        "numerals": "numerals",
    }
    return list(dict.fromkeys(names[part.kind] for part in parts if part.kind in names))
