"""Texts without the invisible characters inside them, and the way back to their places."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from ingest.extract.folding import IGNORED

SPACED_LETTER = r"(?-i:[^\W\u0e00-\u109f\u1200-\u1dff\u2000-\U0010ffff])"
"""Pattern of a letter, digit or low line of a script that puts spaces between its words. Never
without regard to case: the Kelvin sign, beyond these scripts, is a capital of ``k``."""


class Seamless(NamedTuple):
    """A text from which `folding.IGNORED` is left out.

    Attributes
    ----------
    text : str
    seams : tuple of int
        Before which of its characters something was left out, in order, as often as it was.
    """

    text: str
    seams: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Place in the text as it was of a stretch that is not empty.

        Parameters
        ----------
        start, end : int
            Character offsets into `text`.

        Returns
        -------
        tuple of int
            Offsets of its first character and behind its last one.
        """
        if not self.seams:
            return start, end
        first = start + bisect_right(self.seams, start)
        return first, end + bisect_right(self.seams, end - 1)


def seamless(text: str) -> Seamless:
    r"""Leave out what shows nothing.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Returns
    -------
    Seamless

    Examples
    --------
    >>> plain = seamless("t.\u2060me/kicau")
    >>> plain.text, plain.span(0, 4)
    ('t.me/kicau', (0, 5))
    """
    if IGNORED not in text:
        return Seamless(text, ())
    parts = text.split(IGNORED)
    return Seamless("".join(parts), tuple(accumulate(len(part) for part in parts[:-1])))


def lower(text: str) -> str:
    """Write in lower case what has a lower case of one character: offsets stay.

    >>> lower("ID İ")
    'id İ'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(
        small if len(small) == 1 else letter
        for letter, small in zip(text, map(str.lower, text), strict=True)
    )
