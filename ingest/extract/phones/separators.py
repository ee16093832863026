"""Plain digits between unusual separators, and what they are if those hide digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.extract.phones.spans import odd_gap
from ingest.extract.phones.vocabulary import Part

_FILLINGS = "0123456789"


def pieces(parts: Sequence[Part], gaps: Sequence[str], plus: str) -> list[str]:
    """Give the digits between unusual separators.

    Parameters
    ----------
    parts : sequence of Part
        Of digits alone.
    gaps : sequence of str
        What stands before each part.
    plus : str
        ``+`` where one is written before the first digit, else empty.

    Returns
    -------
    list of str
        The first one with the ``+``.
    """
    found = [plus]
    for part, gap in zip(parts, gaps, strict=True):
        if odd_gap(gap) is not None:
            found.append("")
        found[-1] += part.digits[0]
    return found


def with_hidden_digits(parts: Sequence[Part], gaps: Sequence[str], plus: str) -> Iterator[str]:
    """Write the digits with one more for every sign of unusual separators, each digit in turn.

    Parameters
    ----------
    parts, gaps, plus
        As for `pieces`.

    Yields
    ------
    str
        Ten times.
    """
    hidden = [len((odd_gap(gap) or "").replace(" ", "")) for gap in gaps]
    for filling in _FILLINGS:
        yield plus + "".join(
            filling * size + part.digits[0] for part, size in zip(parts, hidden, strict=True)
        )
