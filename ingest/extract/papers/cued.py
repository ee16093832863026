"""Permits, rings, chips, parcels, plates and companies: numbers that a word announces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ingest.extract.announced import Announcer, Cue, words_of
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.papers import chips, companies, parcels, permits, plates, rings
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs

_READERS: dict[str, Callable[[str, Cue, Setting], Found | None]] = {
    "permit": permits.read,
    "parcel": parcels.read,
    "plate": plates.read,
    "company": companies.read,
}
_SEVERAL: dict[str, Callable[[str, Cue, Setting], Iterator[Found]]] = {
    "ring": rings.read,
    "chip": chips.read,
}
_FAMILIES = (*_READERS, *_SEVERAL)


def may_hold(cues: Cues) -> Signs:
    """What a text with such a number holds: a word for it and three digits, or a telling form."""
    return Signs(
        words=tuple(word for _, word in words_of(cues, _FAMILIES)),
        beside=r"[0-9][^0-9\x00]{0,4}[0-9]",
        alone=rf"{parcels.MAY_HOLD_S10}|{companies.MAY_HOLD_FORMS}|/(?i-u:sats)-?[lLdD][nN]",
    )


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find numbers of papers and marks in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting

    Yields
    ------
    Found
        ``permit ring chip parcel plate company``. Numbers of identity cards and passports are
        none of these and never kept.
    """
    taken = 0
    for cue in _announcer(setting.cues).cues(text):
        if cue.start < taken:
            continue
        for item in _read(text, cue, setting):
            taken = item.end
            yield item
    yield from parcels.find_s10(text)
    yield from companies.find_forms(text)


def _read(text: str, cue: Cue, setting: Setting) -> Iterator[Found]:
    """Read what a word announces."""
    several = _SEVERAL.get(cue.family)
    if several is not None:
        yield from several(text, cue, setting)
        return
    item = _READERS[cue.family](text, cue, setting)
    if item is not None:
        yield item


@lru_cache(maxsize=8)
def _announcer(cues: Cues) -> Announcer:
    """Seek all words for papers and marks at once."""
    return Announcer(words_of(cues, _FAMILIES))
