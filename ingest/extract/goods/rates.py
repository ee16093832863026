"""What a price is for: a piece, a pair, a kilogram."""

from __future__ import annotations

import re

from ingest.extract.goods.units import ALONE, LEADS, STATED
from ingest.extract.goods.wording import any_of

_COUNTERS = {word: unit for word, unit in STATED.items() if unit.fact == "quantity"}
_THINGS = frozenset({*STATED, "animal", "bird", "tusk", "tier", "kepala"})
_UNITS = any_of(_THINGS)
_EACH = {
    **dict.fromkeys(
        [
            "each", "ea", "apiece", "cada uno", "cada una", "cada um", "cada uma", "cada", "c/u",
            "chacun", "chacune", "la pièce", "satuan", "seekor", "للواحد", "للواحدة", "للقطعة",
            "للحبة", "每只", "一只", "每条", "tek",
        ],
        "piece",
    ),
    **dict.fromkeys(["sepasang", "للزوج", "一对", "每对", "la pareja", "le couple"], "pair"),
    **dict.fromkeys(["للكيلو"], "kg"),
    **dict.fromkeys(["للغرام", "للجرام"], "g"),
}  # fmt: skip
_LEADS = (
    r"(?:per|pro|par|por|por cada|al?|for an?|for the|for one|an|el|las?|les?|der|das|die|os?|je|"
    r"mỗi|một|tiap|за|प्रति) |l'|per|/ ?|ต่อ|每|一"
)
_BEHIND = re.compile(
    rf" ?(?:(?P<each>{any_of(_EACH)})"
    rf"|(?:{_LEADS})(?P<count>100 ?|10 ?|1 ?)?(?P<unit>{_UNITS}))"
)
_NEAR = 18
_ALONE = {**ALONE, **dict.fromkeys(("each", "cada", "masing2", "masing-masing", "je"), "piece")}
_OF_EACH = re.compile(rf"(?:[一每1](?P<counter>{any_of(_COUNTERS)})|(?P<unit>{_UNITS})ละ)\Z")
_BEGINS_OF_EACH = re.compile("[一每1]|ละ")


def behind(text: str, end: int) -> tuple[str | None, int]:
    """Read what a price is for behind it.

    Parameters
    ----------
    text : str
        As `wording.lowered` writes it.
    end : int
        Where the price ends.

    Returns
    -------
    str or None, int
        The unit, and where the phrase ends.
    """
    match = _BEHIND.match(text, end)
    if match is None:
        return None, end
    if match["each"]:
        return _EACH[match["each"]], match.end()
    count = (match["count"] or "1").strip()
    symbol = _symbol(match["unit"])
    return symbol if count == "1" else f"{count} {symbol}", match.end()


def before(text: str, start: int, last: int) -> str | None:
    """Read what a price is for before it.

    Parameters
    ----------
    text : str
        As `wording.lowered` writes it.
    start : int
        Where the price begins.
    last : int
        Where what was found before it ends.
    """
    near = text[max(last, start - _NEAR) : start].rstrip(" :=")
    if near.endswith("@"):
        return "piece"
    if _BEGINS_OF_EACH.search(near) and (match := _OF_EACH.search(near)):
        return _symbol(match["counter"] or match["unit"])
    *_, lead, word = ["", "", *near.replace("/", " / ").split()]
    if word in _ALONE:
        return _ALONE[word]
    if f"{lead} {word}" in _ALONE:
        return _ALONE[f"{lead} {word}"]
    return _symbol(word) if word in _THINGS and (lead == "/" or lead in LEADS) else None


def _symbol(written: str) -> str:
    """What a unit is called; other things are counted in pieces."""
    unit = STATED.get(written)
    if unit is None:
        return "piece"
    return unit.symbol if unit.factor == 1 else written
