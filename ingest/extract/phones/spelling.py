"""All strings of digits that parts of a text may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.extract.phones.vocabulary import Part

LEAST_DIGITS = 7
"""Of a telephone number."""

_MOST_READINGS = 48
_LONGEST = 18
_AFTER_TEN = range(7, 10)
_IN_TWENTIES = {"60": range(10, 17), "80": range(10, 20)}
"""What is counted on from ten, and from sixty and eighty beyond nine, as in French."""


def spell(parts: Sequence[Part]) -> tuple[str, ...]:
    """Write parts as digits, in every way they may be meant.

    Parameters
    ----------
    parts : sequence of Part

    Returns
    -------
    tuple of str
        The likeliest first; empty when they make no string of digits, or so many that nobody
        can tell.

    Examples
    --------
    >>> spell([Part(0, 6, "times", ("2",)), Part(7, 8, "digits", ("5",))])
    ('55',)
    >>> spell([Part(0, 7, "tens", ("70",)), Part(8, 13, "words", ("8",))])
    ('78', '708')
    """
    found: dict[str, None] = {}
    waiting = [("", 0)]
    while waiting:
        digits, place = waiting.pop()
        if place == len(parts):
            found[digits] = None
        elif len(digits) <= _LONGEST:
            following = [(digits + each, after) for each, after in _phrase(parts, place)]
            waiting.extend(reversed(following))
        if len(found) + len(waiting) > _MOST_READINGS:
            return ()
    return tuple(found)


def _phrase(parts: Sequence[Part], place: int) -> list[tuple[str, int]]:
    """Digits that begin at a part, and where the next ones begin."""
    part = parts[place]
    if part.kind == "times":
        return _repeated(parts, place)
    phrases: list[tuple[str, int]] = []
    following = parts[place + 1] if place + 1 < len(parts) else None
    if following is not None and following.kind == "tens" and part.digits == ("4",):
        if following.digits == ("20",):
            phrases += _tens("80", parts, place + 1)
    elif part.kind == "tens":
        return _tens(part.digits[0], parts, place)
    return phrases + [(digits, place + 1) for digits in part.digits]


def _tens(number: str, parts: Sequence[Part], place: int) -> list[tuple[str, int]]:
    """A word for tens, with and without what is counted on from it."""
    phrases = [(number, place + 1)]
    if place + 1 == len(parts):
        return phrases
    following = parts[place + 1]
    digit = int(following.digits[0] or 0)
    if following.kind == "words":
        if digit and number[1] == "0" and (number != "10" or digit in _AFTER_TEN):
            phrases.insert(0, (number[0] + following.digits[0], place + 2))
    elif following.kind == "tens" and digit in _IN_TWENTIES.get(number, ()):
        further = _tens(following.digits[0], parts, place + 1)
        phrases[:0] = [(str(int(number) + int(each)), after) for each, after in further]
    return phrases


def _repeated(parts: Sequence[Part], place: int) -> list[tuple[str, int]]:
    """A digit that is meant several times."""
    if place + 1 == len(parts) or parts[place + 1].kind in ("times", "tens"):
        return []
    times = int(parts[place].digits[0])
    digits = [each for each in parts[place + 1].digits if each]
    if any(len(each) != 1 for each in digits):
        return []
    return [(each * times, place + 2) for each in digits]


def sizes(parts: Sequence[Part]) -> tuple[int, ...]:
    """How many digits stand together, group by group."""
    groups = [len(parts[0].digits[0])]
    for part, following in pairwise(parts):
        size = len(following.digits[0])
        groups[-1:] = [groups[-1] + size] if part.end == following.start else [groups[-1], size]
    return tuple(groups)


def all_plain(parts: Sequence[Part]) -> bool:
    """Whether parts are digits, written as such."""
    return all(part.kind == "digits" for part in parts)


def spell_evenly(parts: Sequence[Part]) -> list[str]:
    """Write parts as digits; all that may only separate do so, or none does."""
    as_digits = [part._replace(digits=tuple(filter(None, part.digits))) for part in parts]
    readings = list(spell(as_digits))
    if any("" in part.digits for part in parts):
        readings += spell([part for part in parts if "" not in part.digits])
    return [digits for digits in readings if len(digits) >= LEAST_DIGITS]


def disguises_of(parts: Sequence[Part]) -> list[str]:
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
