"""How a stretch of digits and separators reads as telephone numbers, or that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.extract.folding import IGNORED
from ingest.extract.phones import evidence
from ingest.extract.phones.evidence import Number

_GROUP = re.compile(rf"[0-9](?:{IGNORED}*[0-9])*")
_STRONG = re.compile(r" {2,}|\.{2,}|-{2,}|/")
_MOST_GROUPS = 64
_MOST_DIGITS = 16


class Reading(NamedTuple):
    """A number at a place of the candidate, and how many digits at its end stand together."""

    start: int
    end: int
    number: Number
    unbroken: int


class _Group(NamedTuple):
    """Digits that stand together."""

    start: int
    end: int
    digits: str
    gap: str


class _Context(NamedTuple):
    """What decides how digits are read; see `read`."""

    region: str | None
    cued: bool
    is_word_next: bool


@lru_cache(maxsize=1 << 17)
def read(candidate: str, region: str | None, cued: bool, is_word_next: bool) -> tuple[Reading, ...]:
    """Read a candidate as telephone numbers.

    Parameters
    ----------
    candidate : str
        A run of ASCII digits and separators, with at most one ``+``, at its beginning.
    region : str or None
        Country whose national numbers are meant.
    cued : bool
        Whether a word such as ``wa:`` says that a telephone number follows.
    is_word_next : bool
        Whether a word follows, which a last short number may count (``2 pairs``).

    Returns
    -------
    tuple of Reading
        Empty where the digits read two ways and nothing decides, or where a part of a longer
        number would read as a valid one.
    """
    groups = _groups(candidate)
    if len(groups) > _MOST_GROUPS:
        return ()
    readings: list[Reading] = []
    for stretch in _stretches(groups):
        is_last = stretch[-1] is groups[-1]
        readings += _read_stretch(stretch, _Context(region, cued, is_last and is_word_next))
    return tuple(readings)


def _groups(candidate: str) -> list[_Group]:
    """Digits that stand together, with what stands before each."""
    groups, last = [], 0
    for match in _GROUP.finditer(candidate):
        gap = candidate[last : match.start()]
        digits = match.group().replace(IGNORED, "")
        groups.append(_Group(match.start(), match.end(), digits, gap.replace(IGNORED, "")))
        last = match.end()
    if groups and "+" in groups[0].gap:
        first = groups[0]
        groups[0] = first._replace(start=0, digits="+" + first.digits)
    return groups


def _stretches(groups: list[_Group]) -> Iterator[list[_Group]]:
    """Cut where the separator parts two numbers rather than two groups of one."""
    stretch: list[_Group] = []
    one_by_one = all(len(group.digits.lstrip("+")) == 1 for group in groups)
    for group in groups:
        is_cut = not one_by_one and _STRONG.search(group.gap) is not None
        if stretch and is_cut and not _is_area_code(stretch, group):
            yield stretch
            stretch = []
        stretch.append(group)
    if stretch:
        yield stretch


def _is_area_code(stretch: list[_Group], group: _Group) -> bool:
    """Whether a slash stands between an area code and the rest, as in ``030/1234567``."""
    before = sum(len(part.digits) for part in stretch)
    return (
        group.gap.strip() == "/"
        and 3 <= before <= 6
        and stretch[0].digits[0] in "+0"
        and len(group.digits) >= 5
        and group.digits[0] != "0"
    )


def _read_stretch(groups: list[_Group], context: _Context) -> list[Reading]:
    """All numbers of a stretch, or none when something in it does not read."""
    stretch = groups
    if _is_count(groups, context):
        groups = groups[1:]
    readings: list[Reading] = []
    while groups:
        size, number = _longest(groups, context)
        if number is None:
            apart = readings and _is_apart(readings[-1], groups, context)
            return readings if apart and not _ends_in_number(stretch, context) else []
        doubtful = size > 1 and _is_doubtful(groups[:size])
        shorter = _number(groups[: size - 1], context) if doubtful else None
        if shorter is not None:
            if size < len(groups) or not context.is_word_next:
                return []
            size, number = size - 1, shorter
        last = groups[size - 1]
        opened = size > 1 and groups[0].gap.endswith("(") and groups[1].gap.startswith(")")
        start = groups[0].start - opened
        readings.append(Reading(start, last.end, number, len(last.digits)))
        groups = groups[size:]
    return readings


def _ends_in_number(groups: list[_Group], context: _Context) -> bool:
    """Whether a number could also begin later and go on to the end of the stretch."""
    return any(_number(groups[place:], context) for place in range(1, len(groups)))


def _longest(groups: list[_Group], context: _Context) -> tuple[int, Number | None]:
    """Find the most groups from the first on that make a valid number."""
    digits = 0
    most = 0
    for group in groups:
        digits += len(group.digits)
        if digits > _MOST_DIGITS:
            break
        most += 1
    for size in range(most, 0, -1):
        if number := _number(groups[:size], context):
            return size, number
    return 0, None


def _is_count(groups: list[_Group], context: _Context) -> bool:
    """Whether a short first group is a count or price before the number proper."""
    return (
        len(groups) > 1
        and len(groups[0].digits) <= 3
        and groups[0].digits[0] not in "+0"
        and "(" not in groups[0].gap
        and _longest(groups, context)[1] is None
        and _longest(groups[1:], context)[1] is not None
    )


def _is_apart(last: Reading, rest: list[_Group], context: _Context) -> bool:
    """Whether digits left over after a number are plainly not its own."""
    if sum(len(group.digits) for group in rest) > 4:
        return False
    return last.unbroken >= 9 or context.is_word_next


def _is_doubtful(groups: Sequence[_Group]) -> bool:
    """Whether the last group of a valid number may not belong to it."""
    *others, tail = groups
    if len(tail.digits) <= 4 and any(len(group.digits) >= 8 for group in others):
        return True
    if len(tail.digits) == 1 and all(len(group.digits) >= 3 for group in others[1:]):
        return True
    gaps = {group.gap for group in others[1:]}
    return len(tail.digits) <= 2 and bool(gaps) and tail.gap not in gaps


def _number(groups: Sequence[_Group], context: _Context) -> Number | None:
    """Read a valid number that is written as numbers of its country are."""
    digits = "".join(group.digits for group in groups)
    sizes = tuple(len(group.digits.lstrip("+")) for group in groups)
    return evidence.number(digits, context.region, context.cued, sizes)
