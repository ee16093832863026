"""Measures in digits: weights, lengths, ages of living things, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.found import Stated
from ingest.extract.goods.amounts import STARTS, amount
from ingest.extract.goods.surroundings import suits
from ingest.extract.goods.units import STATED, UNITS, Unit
from ingest.extract.goods.wording import any_of, loosely_any_of, lowered
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}
_NUMBER = r"(?:[0-9]{1,5}(?:[.,٫][0-9]{1,3})?(?![0-9]|[.,٫][0-9]))"
_MEASURE = re.compile(
    r"(?<![0-9][ /:-])(?<![a-z_#+])"
    rf"(?P<first>[13]/[24]|[½¼¾]|{_NUMBER})"
    rf"(?:(?P<more>(?: ?[x×*] ?{_NUMBER}){{1,3}})"
    rf"|(?: ?[-~] ?| (?:to|sampai|bis|à|a|до) )(?P<most>{_NUMBER}))?"
    rf"(?P<gap> ?)(?P<unit>{any_of(UNITS)}|\"|'')"
)
_DIMENSION = re.compile(_NUMBER)
_INCH = Unit("length", "cm", 2.54)
_MOST_QUOTED = 400


@cache
def may_hold(_: Cues) -> str:
    """What a text with a measure in digits holds."""
    units = {*STATED, '"', "''"}
    return rf"(?i)[0-9½¼¾] ?{loosely_any_of(units, end=True)}"


def find(text: str, setting: Setting) -> Iterator[Stated]:
    """Find measures in a unified text from which prices are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its region tells what a unit is that is another one elsewhere (``斤``).

    Yields
    ------
    Stated
        ``weight``, ``length``, ``age`` and ``quantity``; ``75 x 20 cm`` is two lengths. A span of
        time is an age only where a word says so, or where it stands alone in a list. Three digits
        behind the only mark of a number tell nothing: neither 1.250 kg nor 1,250 kg is read. Cost
        is linear in the length of the text.
    """
    low = lowered(text)
    last = 0
    for begin in STARTS.finditer(low):
        match = _MEASURE.match(low, begin.start()) if begin.start() >= last else None
        if match is None:
            continue
        last = match.end()
        written = match["unit"]
        unit = UNITS.get(written) or _INCH
        if unit.fact is None or _is_something_else(match, text):
            continue
        end = match.end()
        if not match["more"]:
            said, end = suits(unit, low, (match.start(), match.start("unit"), end), setting.region)
            if not said:
                continue
        elif unit.fact != "length":
            continue
        yield from _stated(match, unit, end, setting.region)


def _stated(match: re.Match[str], unit: Unit, end: int, region: str | None) -> Iterator[Stated]:
    """Put down what was matched: one measure, a range, or each of several dimensions."""
    places = [match.span("first")]
    if match["more"]:
        inner = _DIMENSION.finditer(match.string, *match.span("more"))
        places += [found.span() for found in inner]
    written = [match.string[begin:stop] for begin, stop in places]
    numbers = [number(each, unit) for each in written]
    most = number(match["most"], unit) if match["most"] else None
    if None in numbers or (match["most"] and (most is None or most <= (numbers[0] or 0))):
        return
    for (begin, stop), low in zip(places, numbers, strict=True):
        amount_of = unit.amount(low or 0, region)
        yield Stated(
            begin,
            end if (begin, stop) == places[-1] else stop,
            unit.fact or "",
            amount_of,
            None if most is None else unit.amount(most, region),
            unit.symbol,
        )


def number(written: str, unit: Unit) -> float | None:
    """Work out a number beside a unit; None where it can be read in two ways or counts nothing.

    >>> number("9,8", Unit("weight", "kg")), number("1.250", Unit("weight", "kg"))
    (9.8, None)
    """
    if written in _FRACTIONS:
        return None if unit.fact == "quantity" else _FRACTIONS[written]
    is_grouped = len(written) > 4 and not written[-4].isdigit()
    if unit.fact == "quantity":
        is_whole = written.isdigit() or is_grouped
        counted = amount(written) if is_whole and not written.startswith("0") else 0
        return counted or None
    if is_grouped and not written.startswith("0"):
        return None
    return amount(written, decimals_of_three=True) or None


def _is_something_else(match: re.Match[str], text: str) -> bool:
    """Whether ``5G`` is a network, or a quotation mark closes a quotation."""
    unit = match["unit"]
    if unit == "g":
        is_network = match["gap"] == "" and match["first"] in {"2", "3", "4", "5", "6"}
        return is_network or text[match.start("unit")] == "G"
    if unit in {'"', "''"}:
        before = text[max(0, match.start() - _MOST_QUOTED) : match.start()]
        return match["gap"] != "" or before.count(unit[0]) % 2 == 1
    return False
