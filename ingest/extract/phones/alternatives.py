"""Many words as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Write a regular expression of words: the longest that fits, quick however many they are.

    Parameters
    ----------
    words : iterable of str

    Returns
    -------
    str
        Matches nothing when there are no words.

    Examples
    --------
    >>> any_of(["sept", "sei", "se"])
    'se(?:i|pt)?'
    """
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    if not by_first:
        return r"(?!)"
    ends_here = by_first.pop("", None) is not None
    branches = [re.escape(first) + any_of(rest) for first, rest in sorted(by_first.items())]
    if not branches:
        return ""
    if len(branches) == 1 and not ends_here:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"
