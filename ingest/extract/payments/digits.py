"""Runs of digits as people group them, and where an account number ends in one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from ingest.extract.folding import IGNORED

_RUN = re.compile(rf"[0-9](?:[ .{IGNORED}-]{{0,3}}[0-9]){{4,31}}")
_GROUP = re.compile(rf"[0-9](?:{IGNORED}{{0,3}}[0-9])*")
_COUNTED = re.compile(r"[0-9]{1,4}(?![0-9]) {0,2}[^\W\d_]")
_AMOUNT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})*[.,]000$|[1-9][0-9]{0,3}0{5,}$")
_MASK = re.compile(r"[ .-]?[*xX•#…]{2}|[*•#_@]")


class Run(NamedTuple):
    """Digits that belong together.

    Attributes
    ----------
    start, end : int
        Character offsets.
    digits : str
    written : str
        With the marks between them.
    """

    start: int
    end: int
    digits: str
    written: str


def read(text: str, start: int, lengths: Collection[int], most: int = 19) -> Run | None:
    """Read the account number that begins at a place.

    Parameters
    ----------
    text : str
        Unified.
    start : int
    lengths : collection of int
        How many digits are expected. Where the whole run has another length and groups at its
        beginning have an expected one, those are the number.
    most : int
        More digits than these are several numbers; then the first group is taken.

    Returns
    -------
    Run or None
        None where no number stands there, it is an amount of money, is masked or goes on in
        letters.
    """
    match = _RUN.match(text, start)
    if match is None:
        return None
    groups = [
        (part.end(), part.group().replace(IGNORED, ""))
        for part in _GROUP.finditer(text, start, match.end())
    ]
    count = _count(text, groups, lengths, most)
    if count is None:
        return None
    end = groups[count - 1][0]
    digits = "".join(group for _, group in groups[:count])
    written = text[start:end].replace(IGNORED, "")
    if _AMOUNT.fullmatch(written) or not _ends(text, end, whole=count == len(groups)):
        return None
    return Run(start, end, digits, written)


def _count(
    text: str, groups: list[tuple[int, str]], lengths: Collection[int], most: int
) -> int | None:
    """How many groups make the number."""
    size = sum(len(group) for _, group in groups)
    if size in lengths:
        return len(groups)
    so_far = 0
    for place, (end, group) in enumerate(groups, 1):
        so_far += len(group)
        apart = place == 1 or size - so_far >= 8 or _COUNTED.match(text, end + 1)
        if so_far in lengths and apart:
            return place
    if size <= most:
        return len(groups)
    return 1 if 8 <= len(groups[0][1]) <= most else None


def _ends(text: str, end: int, whole: bool) -> bool:
    """Whether a number ends here rather than going on in letters or masks."""
    following = text[end : end + 5]
    if whole and following[:1].isdigit():
        return False
    if _MASK.match(following):
        return False
    letter = following[:1]
    return not (letter.isalpha() and letter < "\u0530") or following[:2].lower() in ("a/", "a.")
