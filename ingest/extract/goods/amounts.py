"""Numbers as they are written in digits, in every style."""

from __future__ import annotations

import re

STARTS = re.compile(r"[0-9½¼¾](?<![0-9].)(?<![0-9][.,'’٬٫].)")
"""Where a number begins."""

_GROUP = r"[0-9]{3}(?![0-9])"
_CENTS = r"[0-9]{1,2}(?![0-9])"
DIGITS = (
    rf"(?>[1-9][0-9]?(?:,[0-9]{{2}}){{1,3}},{_GROUP}(?:\.{_CENTS})?"
    rf"|[1-9][0-9]{{0,2}}(?:(?:\.{_GROUP}){{1,4}}(?:,{_CENTS})?"
    rf"|(?:[,٬]{_GROUP}){{1,4}}(?:[.٫]{_CENTS})?"
    rf"|(?:['’]{_GROUP}){{1,4}}(?:[.,]{_CENTS})?"
    rf"|(?: {_GROUP}){{1,4}}(?:[.,]{_CENTS})?(?! ?-?[0-9]))"
    rf"|(?:[1-9][0-9]{{0,11}}|0)(?:[.,٫]{_CENTS})?)(?![0-9]|[.,][0-9])"
)
"""A number: digits in groups of three by one mark (or as in ``1,50,000``), then decimals."""

_MARKS = re.compile(r"[^0-9]")


def amount(written: str, *, decimals_of_three: bool = False) -> float:
    """Work out the number that digits and the marks between them mean.

    Parameters
    ----------
    written : str
        What `DIGITS` matches.
    decimals_of_three : bool
        Whether three digits behind the only mark, a point or comma, are decimals.

    Returns
    -------
    float

    Examples
    --------
    >>> amount("1.500.000"), amount("9 500"), amount("12,5"), amount("1,50,000")
    (1500000.0, 9500.0, 12.5, 150000.0)
    """
    groups = _MARKS.split(written)
    if len(groups) > 1 and (
        len(groups[-1]) < 3 or (decimals_of_three and len(groups) == 2 and written[-4] in ".,")
    ):
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))
