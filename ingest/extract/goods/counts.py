"""Measures in words: ``sepasang``, ``two kilos``, ``deux défenses``, ``zwei Rotrückenara``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.found import Stated
from ingest.extract.goods.amounts import STARTS
from ingest.extract.goods.surroundings import suits
from ingest.extract.goods.units import (
    ALONE,
    ENDS_OF_NOUNS,
    FUNCTION_WORDS,
    LARGER,
    LINKS_TO_LARGER,
    NOUNS,
    NUMBER_LANGUAGES,
    NUMBERS,
    PAIR_OF,
    STATED,
)
from ingest.extract.goods.wording import any_of, loosely_any_of, lowered, starts_of
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs

_NOUN = (
    rf"(?P<between>[^\W\d_]{{2,16}}(?:-[^\W\d_]{{2,16}})? )?"
    rf"(?:(?P<noun>{any_of(NOUNS)})"
    rf"|(?P<compound>[^\W\d_]{{2,20}}?(?:{'|'.join(sorted(ENDS_OF_NOUNS))})(?![^\W\d_])))"
)
_STARTS = starts_of({*ALONE, *PAIR_OF, *NUMBERS})
_COUNT = re.compile(
    rf"(?P<alone>{any_of(ALONE)})|(?P<pair>{any_of(PAIR_OF)}) {_NOUN.replace('<', '<pair_')}"
    rf"|(?P<word>{any_of(NUMBERS)})(?: ?-?(?P<unit>{any_of(STATED)})| {_NOUN})"
)
_DIGITS = re.compile(rf"(?<![\w.,:/+-])(?<![0-9] )(?P<digits>[2-9]|1[0-2]) {_NOUN}")
_LAST_WORDS = re.compile(r"(?:(?P<larger>[^\W\d_]+)[ -])?(?P<last>[^\W\d_]+)[ -]\Z")
_NUMERAL_BEFORE = re.compile(
    r"(?:[0-9第一二三四五六七八九十百千万两]|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|[0-9] )\Z"
)
_ONE_TO_ONE = frozenset("一1")
_NEAR = 24
_OTHERS = frozenset({("one", "piece"), ("once", "pieces"), ("once", "piece"), ("once", "pair")})


@cache
def may_hold(_: Cues) -> Signs:
    """What a text with a measure in words holds."""
    numbers = loosely_any_of(NUMBERS, begin=True, end=True)
    units = loosely_any_of(STATED, end=True)
    nouns = loosely_any_of(NOUNS, begin=True, end=True)
    ends = loosely_any_of(ENDS_OF_NOUNS)
    pairs = loosely_any_of(PAIR_OF, begin=True, end=True)
    goods = rf"(?:\pL[\pL-]{{1,33}} )?(?:{nouns}|\pL{{2,20}}{ends})"
    alone = loosely_any_of(ALONE, begin=True, end=True)
    return Signs(
        words=tuple(sorted({*NUMBERS, *PAIR_OF, *ALONE, *NOUNS})),
        beside=rf"(?i){numbers}[ -]?{units}|(?:{numbers}|[0-9]|{pairs}) {goods}|{alone}",
        alone=rf"(?i)[0-9] (?:\pL[\pL-]{{1,33}} )?\pL{{2,20}}{ends}",
    )


def find(text: str, setting: Setting) -> Iterator[Stated]:
    """Find measures in words in a unified text from which prices and other measures are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its region tells the language where a word is ambiguous.

    Yields
    ------
    Stated
        ``weight``, ``length``, ``age`` and ``quantity``, from one to twelve. A number right before
        a name of goods in its own language, or one word away from it, counts pieces; before any
        other word it counts nothing. Cost is linear in the length of the text.
    """
    low = lowered(text)
    for begin in STARTS.finditer(low):
        match = _DIGITS.match(low, begin.start())
        if match and _is_counted(match, None):
            yield Stated(
                match.start(), match.end("digits"), "quantity", int(match["digits"]), unit="piece"
            )
    last = 0
    for begin in _STARTS.finditer(low):
        start = begin.start()
        match = _COUNT.match(low, start) if start >= last else None
        if match is None:
            continue
        if match["alone"]:
            if low[match.end() : match.end() + 1] in _ONE_TO_ONE:
                continue
            last = match.end()
            yield Stated(start, last, "quantity", 1, unit=ALONE[match["alone"]])
        elif match["pair"]:
            last = match.end("pair")
            yield Stated(start, last, "quantity", 1, unit="pair")
        elif not _is_tail(low[max(0, start - _NEAR) : start]):
            for stated in _in_words(match, text, low, setting.region):
                last = stated.end
                yield stated


def _in_words(match: re.Match[str], text: str, low: str, region: str | None) -> Iterator[Stated]:
    """Read a number word with the unit or the name of goods behind it."""
    word, start = match["word"], match.start()
    if match["unit"]:
        unit = STATED[match["unit"]]
        begin, end = match.span("unit")
        is_few = match["unit"] == "paar" and text[begin] == "p"
        if is_few or (word, match["unit"]) in _OTHERS:
            return
        said, end = suits(unit, low, (start, begin, end), region)
        if said:
            amount = unit.amount(NUMBERS[word], region)
            yield Stated(start, end, unit.fact or "", amount, unit=unit.symbol)
    elif _is_counted(match, word):
        yield Stated(start, match.end("word"), "quantity", NUMBERS[word], unit="piece")


def _is_counted(match: re.Match[str], word: str | None) -> bool:
    """Whether a name of goods is in the number's language, and nothing parts them."""
    between = (match["between"] or "").strip()
    if between in FUNCTION_WORDS:
        return False
    noun = match["noun"]
    return word is None or (NOUNS[noun] if noun else "de") in NUMBER_LANGUAGES[word]


def _is_tail(near: str) -> bool:
    """Whether a larger number goes on in a number word."""
    if _NUMERAL_BEFORE.search(near):
        return True
    words = _LAST_WORDS.search(near)
    return words is not None and (
        words["last"] in LARGER or (words["last"] in LINKS_TO_LARGER and words["larger"] in LARGER)
    )
