"""Whether what stands beside a number and its unit lets it be what the unit says."""

from __future__ import annotations

import re

from ingest.extract.goods.units import (
    BEHIND_AGE,
    BEHIND_LENGTH,
    BESIDE_AGE,
    BESIDE_LENGTH,
    Unit,
)
from ingest.extract.goods.wording import any_of

_BEFORE = r"[^0-9\n\x00.,;!?]{0,8}\Z"
_AGE = re.compile(any_of(BESIDE_AGE, whole=True) + _BEFORE)
_OLD = re.compile(rf" ?-?{any_of(BEHIND_AGE)}")
_LENGTH = re.compile(any_of(BESIDE_LENGTH, whole=True) + _BEFORE)
_LONG = re.compile(rf" ?{any_of(BEHIND_LENGTH)}")
_NEAR = 24
_AFTER_ITEM = re.compile(r" {0,2}(?:[,;|/)\n•·]|-|\Z)")
_BEFORE_ITEM = re.compile(r"(?:[,;|/(\n•·]|-) {0,2}\Z")
_VIETNAMESE = re.compile("[ăđơưạ-ỹ]")
_NOT_COUNTED = re.compile("[要有能是卖像事一1]")
_CLASSIFIERS = frozenset("只隻头頭件对對")


def suits(unit: Unit, low: str, span: tuple[int, int, int], region: str | None) -> tuple[bool, int]:
    """Decide whether a number with a unit measures what the unit is for.

    Parameters
    ----------
    unit : Unit
    low : str
        The text as `wording.lowered` writes it.
    span : (int, int, int)
        Where the number begins, where its unit begins, and where that ends.
    region : str or None
        ISO 3166 code.

    Returns
    -------
    bool, int
        Whether it does, and where the phrase ends.
    """
    start, begin, end = span
    if unit.fact == "quantity":
        if low[begin:end] in _CLASSIFIERS and _NOT_COUNTED.match(low, end):
            return False, end
        vietnamese = unit.needs != "Vietnamese" or region == "VN" or _VIETNAMESE.search(low)
        return bool(vietnamese), end
    if not unit.needs:
        return True, end
    near = low[max(0, start - _NEAR) : start]
    if unit.needs == "length":
        behind = _LONG.match(low, end)
        return behind is not None or _LENGTH.search(near) is not None, end
    behind = _OLD.match(low, end)
    if behind is not None or _AGE.search(near) is not None:
        return True, behind.end() if behind else end
    is_item = bool(_BEFORE_ITEM.search(near) and _AFTER_ITEM.match(low, end))
    return unit.needs == "age or list" and is_item, end
