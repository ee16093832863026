"""Stretches of a text in which digits may be written in any way, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ingest.extract.folding import IGNORED
from ingest.extract.phones.vocabulary import (
    BARS,
    LOOK_ALIKES,
    SIGNS,
    Part,
    read_cluster,
    vocabulary,
    without_word,
)

_LETTERS = (
    "0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff"
    "\u0900-\u0963\u0620-\u065f\u066e-\u06d3"
)
_GAP = re.compile(r"(?:[^\w\n\x00@+➕#%=°\"€£¥₫฿₱₹\u0e00-\u0eff]|_){0,8}")
_PLAIN_GAP = re.compile(rf"[ .()/{IGNORED}-]{{0,6}}")
_LISTING = re.compile(r"[,;&/]|(?: [|] )")
_THAI_VOWEL = "(?![\u0e30-\u0e3a\u0e45-\u0e4e])"
_MOST_PARTS = 48
_FEW_WORDS = 3
_NEAR = 2
_SEEN_BACK = 16


class Span(NamedTuple):
    """Parts that may together be a telephone number, or several.

    Attributes
    ----------
    parts : list of Part
        In order; never empty.
    gaps : list of str
        What stands before each part; before the first one, nothing.
    is_after_word : bool
        Whether letters that are no cue word touch its beginning, or digits in a word stand near.
    is_before_word : bool
        The same of its end.
    next_word : str
        The word after it, if nothing but spaces stands between; without accents.
    """

    parts: list[Part]
    gaps: list[str]
    is_after_word: bool
    is_before_word: bool
    next_word: str

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return self.parts[-1].end

    def is_plain(self) -> bool:
        """Whether it is digits with ordinary separators, and nothing else."""
        return all(part.kind == "digits" for part in self.parts) and all(
            _PLAIN_GAP.fullmatch(gap) for gap in self.gaps
        )

    def odd_gaps(self) -> list[str]:
        """Separators that are not ordinary, without the spaces around them."""
        return [odd for odd in map(odd_gap, self.gaps) if odd is not None]

    def segments(self) -> list[tuple[int, int]]:
        """Ranges of parts between separators that may part two numbers."""
        if all(len(part.digits[0]) == 1 for part in self.parts):
            return [(0, len(self.parts))]
        cuts = [place for place, gap in enumerate(self.gaps) if _LISTING.search(gap)]
        return list(zip([0, *cuts], [*cuts, len(self.parts)], strict=True))


def odd_gap(gap: str) -> str | None:
    """Give a separator that is not ordinary, without the spaces around it; None: it is ordinary."""
    return None if _PLAIN_GAP.fullmatch(gap) else gap.strip(f" {IGNORED}")


def spans(text: str, glued_words: frozenset[str]) -> Iterator[Span]:
    """Find stretches of seven digits or more, however they are written.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    glued_words : frozenset of str
        Words that may be written together with a number, as in ``WA0812``.

    Yields
    ------
    Span
        In order, apart from each other; stretches of very many parts are left out.
    """
    stretch: list[Part] = []
    before: re.Match[str] | None = None
    for match in _parts().finditer(text):
        parts, begins, ends = _read(match, glued_words)
        if not parts:
            if span := _span(text, stretch, before, match):
                yield span
            stretch, before = [], match
            continue
        joined = stretch and not begins and _GAP.fullmatch(text, stretch[-1].end, parts[0].start)
        if not joined:
            if span := _span(text, stretch, before, None):
                yield span
            before = None if begins or stretch else before
            stretch = []
        stretch = [*stretch, *parts] if len(stretch) <= _MOST_PARTS else stretch[-_MOST_PARTS:]
        if ends:
            if span := _span(text, stretch, before, None):
                yield span
            stretch, before = [], None
    if span := _span(text, stretch, before, None):
        yield span


@cache
def _parts() -> re.Pattern[str]:
    """Everything that may stand for digits, and every other word."""
    beside = "0-9OoIlSBZ" + re.escape(BARS)
    return re.compile(
        rf"(?P<native>(?:{'|'.join(vocabulary().native)}){_THAI_VOWEL})"
        rf"|(?P<numeral>[{''.join(vocabulary().numerals)}])"
        rf"|(?P<bar>(?<=[{beside}])[|ǀ]|[|ǀ](?=[{beside}])|(?<=[{beside}])[!$](?=[{beside}]))"
        rf"|(?P<sign>[{SIGNS}])"
        rf"|(?P<cluster>[{_LETTERS}]+)"
    )


def _read(match: re.Match[str], glued_words: frozenset[str]) -> tuple[list[Part], bool, bool]:
    """Parts of a match, and whether a number can only begin or only end there."""
    start, end = match.span()
    written = match.group()
    if match.lastgroup == "native":
        return [Part(start, end, "words", vocabulary().words[written])], False, False
    if match.lastgroup == "numeral":
        return [Part(start, end, "numerals", (vocabulary().numerals[written],))], False, False
    if match.lastgroup == "bar":
        return [Part(start, end, "bar", (*LOOK_ALIKES[written], ""))], False, False
    if match.lastgroup == "sign":
        return [Part(start, end, "look-alikes", LOOK_ALIKES[written])], False, False
    parts, begins, ends = read_cluster(written), False, False
    if not parts:
        word, first, last = without_word(written)
        if word not in glued_words:
            return [], False, False
        parts = read_cluster(written[first:last])
        begins, ends = first > 0, first == 0
        start += first
    placed = [part._replace(start=start + part.start, end=start + part.end) for part in parts]
    return placed, begins, ends


def _span(
    text: str, parts: list[Part], before: re.Match[str] | None, after: re.Match[str] | None
) -> Span | None:
    """Make a span of parts, unless they are too few digits or far too many."""
    if not parts or len(parts) >= _MOST_PARTS or sum(len(part.digits[0]) for part in parts) < 6:
        return None
    ends = [part.end for part in parts]
    gaps = ["", *(text[end : part.start] for end, part in zip(ends, parts[1:], strict=False))]
    parts = [_glued(part, gap) for part, gap in zip(parts, gaps, strict=True)]
    gap = text[ends[-1] : after.start()] if after else "\n"
    word = after.group() if after and not gap.strip(" ") and len(gap) <= _NEAR else ""
    spelled = sum(part.kind == "words" for part in parts) >= _FEW_WORDS
    return Span(
        parts,
        gaps,
        before is not None
        and (
            _is_beside(before.group(), text[before.end() : parts[0].start])
            or (spelled and _interrupts(text, before, parts[0].start, -1))
        ),
        after is not None
        and (_is_beside(after.group(), gap) or (spelled and _interrupts(text, after, ends[-1], 1))),
        word,
    )


def _glued(part: Part, gap: str) -> Part:
    """Take a letter that touches the keycap before it for a digit, not for a word."""
    if part.kind != "letters" or not gap or gap.strip(IGNORED):
        return part
    return part._replace(kind="look-alikes", digits=tuple(filter(None, part.digits)))


def _interrupts(text: str, word: re.Match[str], beside: int, direction: int) -> bool:
    """Whether a word stands between words for digits: it may be one that is not known."""
    if direction > 0:
        near = _parts().match(text, _GAP.match(text, word.end()).end())  # type: ignore[union-attr]
        is_close = word.start() - beside <= _NEAR
    else:
        further = list(_parts().finditer(text[max(0, word.start() - _SEEN_BACK) : word.start()]))
        near = further[-1] if further else None
        is_close = beside - word.end() <= _NEAR
    if near is None or not is_close:
        return False
    if direction > 0 and word.group().islower() and near.group().istitle():
        return False
    parts, _, _ = _read(near, frozenset())
    return any(part.kind == "words" for part in parts)


def _is_beside(word: str, gap: str) -> bool:
    """Whether a word that does not read as digits may still be part of a number beside it."""
    if not gap.strip(IGNORED):
        return True
    return len(gap) <= _NEAR and (any(map(str.isdecimal, word)) or not word.strip("xX"))
