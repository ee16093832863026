"""Reading one text: every cleaner in turn, each seeing what those before it left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ingest.extract.addresses import disguised_emails, disguised_links, emails, links
from ingest.extract.found import HIDDEN, Found, Stated, apart, blank
from ingest.extract.goods import counts, measures, places, prices, worded_prices
from ingest.extract.goods.places import Place
from ingest.extract.lexicon.cues import Cues
from ingest.extract.messengers import cued, handles
from ingest.extract.papers import cued as papers
from ingest.extract.payments import crypto, ibans, upi
from ingest.extract.payments import cued as payments
from ingest.extract.phones import candidates, disguises
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs


class Cleaner(NamedTuple):
    """One way of finding contact details.

    Attributes
    ----------
    name : str
    may_hold : callable
        Gives a regular expression without look-around, or `Signs`: texts that do not show it hold
        nothing for this cleaner, which is then not called for them.
    find : callable
        Finds contact details in a unified text from which earlier findings are blanked.
    """

    name: str
    may_hold: Callable[[Cues], str | Signs]
    find: Callable[[str, Setting], Iterator[Found]]


class Measurer(NamedTuple):
    """One way of finding prices or measures; as a `Cleaner`."""

    name: str
    may_hold: Callable[[Cues], str | Signs]
    find: Callable[[str, Setting], Iterator[Stated]]


class Placer(NamedTuple):
    """The way of finding places; as a `Cleaner`."""

    name: str
    may_hold: Callable[[Cues], str | Signs]
    find: Callable[[str, Setting], Iterator[Place]]


BEFORE_PRICES = (
    Cleaner("emails", emails.may_hold, emails.find),
    Cleaner("disguised emails", disguised_emails.may_hold, disguised_emails.find),
    Cleaner("disguised links", disguised_links.may_hold, disguised_links.find),
    Cleaner("links", links.may_hold, links.find),
    Cleaner("crypto", crypto.may_hold, crypto.find),
    Cleaner("ibans", ibans.may_hold, ibans.find),
    Cleaner("upi", upi.may_hold, upi.find),
    Cleaner("papers", papers.may_hold, papers.find),
    Cleaner("payments", payments.may_hold, payments.find),
    Cleaner("names", cued.may_hold, cued.find),
    Cleaner("handles", handles.may_hold, handles.find),
)
"""In this order; what one found, those after it do not see."""

MEASURERS = (
    Measurer("prices", prices.may_hold, prices.find),
    Measurer("worded prices", worded_prices.may_hold, worded_prices.find),
    Measurer("measures", measures.may_hold, measures.find),
    Measurer("counts", counts.may_hold, counts.find),
)

AFTER_PRICES = (
    Cleaner("disguised phones", disguises.may_hold, disguises.find),
    Cleaner("phones", candidates.may_hold, candidates.find),
)

PLACES = Placer("places", places.may_hold, places.find)
"""Last, so that nothing else that was found is part of a place."""

EVERY: tuple[Cleaner | Measurer | Placer, ...] = (
    *BEFORE_PRICES, *MEASURERS, *AFTER_PRICES, PLACES
)  # fmt: skip


class Reading(NamedTuple):
    """The cleaners that may find something in a text, in their order."""

    before: tuple[Cleaner, ...]
    measurers: tuple[Measurer, ...]
    after: tuple[Cleaner, ...]
    placer: Placer | None


class Read(NamedTuple):
    """What one text gives away."""

    details: list[Found]
    stated: list[Stated]
    places: list[Place]


def reading_of(marks: int) -> Reading:
    """Choose cleaners.

    Parameters
    ----------
    marks : int
        Bit n: text shows the signs of cleaner n of `EVERY`.
    """
    wanted = {cleaner.name for nth, cleaner in enumerate(EVERY) if marks >> nth & 1}
    return Reading(
        tuple(each for each in BEFORE_PRICES if each.name in wanted),
        tuple(each for each in MEASURERS if each.name in wanted),
        tuple(each for each in AFTER_PRICES if each.name in wanted),
        PLACES if PLACES.name in wanted else None,
    )


def read_text(text: str, reading: Reading, setting: Setting) -> Read:
    """Find contact details, prices, measures and places in one text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    reading : Reading
        The cleaners to use.
    setting : Setting

    Returns
    -------
    Read
        Each in order of the text. No two details overlap, and none overlaps a price or a place.
    """
    details: list[Found] = []
    stated: list[Stated] = []
    for cleaner in reading.before:
        text = _clean(text, cleaner, setting, details)
    for measurer in reading.measurers:
        found = list(measurer.find(text, setting))
        if found:
            text = blank(text, [item[:2] for item in found])
            stated.extend(found)
    for cleaner in reading.after:
        text = _clean(text, cleaner, setting, details)
    return Read(
        sorted(details, key=lambda each: each[:5]),
        sorted(stated, key=lambda each: each[:3]),
        list(reading.placer.find(text, setting)) if reading.placer else [],
    )


def _clean(text: str, cleaner: Cleaner, setting: Setting, details: list[Found]) -> str:
    """Add what a cleaner finds and blank it."""
    found = apart(cleaner.find(text, setting))
    details.extend(item for item in found if item.kind != HIDDEN)
    return blank(text, [item[:2] for item in found]) if found else text
