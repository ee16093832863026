"""A fresh draw of labelled cases."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.bench.contact_cases.accounts_said import accounts
from tests.bench.contact_cases.advertisement import person, phrases, reported_phrases, wrap
from tests.bench.contact_cases.case import Case
from tests.bench.contact_cases.detail import Detail, Make, Ways
from tests.bench.contact_cases.numbers_said import called, others, whatsapp
from tests.bench.contact_cases.papers_said import papers
from tests.bench.contact_cases.payments_said import payments
from tests.bench.contact_cases.refusals import refusals
from tests.bench.contact_cases.telephone import plans

FIRST_REPORTED = 101
"""Seeds from here on draw half of their sentences from a set that lower seeds never show."""

_EACH = 6
_NEW = 0.5
_PLATFORMS = ["facebook", "facebook", "whatsapp", "telegram", "instagram", "tiktok", None]


def cases(seed: int, each: int = _EACH) -> list[Case]:
    """Compose labelled texts.

    Parameters
    ----------
    seed : int
        Decides sentences, names, numbers and places. 1 to 9 are for tuning what reads them;
        what is reported is measured on 101 and up.
    each : int
        Cases of every country, channel and obfuscation.

    Returns
    -------
    list of Case
        The same for the same seed.
    """
    made = [
        case
        for country in plans()
        for channel, ways in channels(country).items()
        for way, make in ways.items()
        for case in _of_cell(seed, country, channel, way, make, each)
    ]
    return made + list(_several(seed, each)) + list(refusals(seed))


def channels(country: str) -> dict[str, Ways]:
    """Everything that is in use in a country: channels, their obfuscations, and who makes them."""
    made = {"phone": called(country), "whatsapp": whatsapp(country)}
    for more in (others(country), accounts(country), payments(country), papers(country)):
        for channel, ways in more.items():
            made[channel] = made.get(channel, {}) | ways
    return made


def _of_cell(
    seed: int, country: str, channel: str, way: str, make: Make, each: int
) -> Iterator[Case]:
    """Cases of one cell of the table."""
    for again in range(each):
        rng = Random(f"{seed}/{country}/{channel}/{way}/{again}")
        name = rng.choice(plans()[country]["languages"])
        detail = make(rng, country, name)
        new = seed >= FIRST_REPORTED and bool(reported_phrases(name, detail.say or channel))
        new = new and rng.random() < _NEW
        text = wrap(rng, country, name, _phrase(rng, name, channel, detail, new), new)
        yield Case(
            country, channel, way, text, _region(rng, country, detail), _platform(rng, detail),
            frozenset(detail.keys), detail.allowed, detail.said, detail.holder, new,
        )  # fmt: skip


def _several(seed: int, each: int) -> Iterator[Case]:
    """Advertisements with a number, a name and something more."""
    for country in plans():
        for again in range(2 * each):
            rng = Random(f"{seed}/{country}/several/{again}")
            name = rng.choice(plans()[country]["languages"])
            made = channels(country)
            chosen = ["whatsapp", *rng.sample(sorted(set(made) - {"whatsapp", "phone"}), 2)]
            details = [(each, _plain(rng, country, name, made[each])) for each in chosen]
            rng.shuffle(details)
            said = [_phrase(rng, name, channel, detail) for channel, detail in details]
            keys = frozenset(key for _, detail in details for key in detail.keys)
            text = wrap(rng, country, name, rng.choice(["\n", "\n", " | "]).join(said))
            platform = rng.choice(["facebook", "whatsapp", None])
            yield Case(country, "several", "none", text, country, platform, keys)


def _plain(rng: Random, country: str, name: str, ways: Ways) -> Detail:
    """A detail of a channel, not hidden."""
    way = next(iter(ways)) if rng.random() < 0.7 else rng.choice(sorted(set(ways) - {"@ at home"}))
    return ways[way](rng, country, name)


def _phrase(rng: Random, name: str, channel: str, detail: Detail, new: bool = False) -> str:
    """What stands around a detail."""
    say = detail.say or channel
    found = reported_phrases(name, say) if new else phrases(name, say) or phrases("en", say)
    parts = {"name": person(rng, name)} | detail.parts
    return rng.choice(found).format(x=detail.written, **parts)


def _region(rng: Random, country: str, detail: Detail) -> str | None:
    """What the reader is told of the country."""
    if detail.region == "any" and rng.random() < 0.3:
        return rng.choice([None, "US" if country != "US" else "ID"])
    return country


def _platform(rng: Random, detail: Detail) -> str | None:
    """Where the text stands."""
    return rng.choice(_PLATFORMS) if detail.platform == "any" else detail.platform
