"""Made-up posts of groups of traders, for timing: talk, advertisements, reposts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import yaml

from tests.bench.contact_cases.advertisement import language, person, phrases, sentence, wrap
from tests.bench.contact_cases.detail import Ways
from tests.bench.contact_cases.draw import channels
from tests.bench.contact_cases.telephone import plans

BATCH = 20_000
_ADVERTISED = 1 / 3
_REPOSTED = 1 / 3
_TALKED = 0.5
_SHORT = 0.35
_TWO_GOODS = 0.4
_TALK_IN = (
    ["id"] * 8 + ["en"] * 5 + ["vi", "vi", "th", "th", "zh", "zh", "ar", "es", "pt", "fr", "de"]
)
_SOLD_IN = ["ID"] * 8 + ["MY"] * 2
_LINKED = ("telegram", "instagram", "tiktok", "facebook", "invite", "e-mail")
_PLATFORMS = ["facebook", "telegram", "whatsapp", "instagram"]


@cache
def _talk() -> dict[str, dict[str, list[str]]]:
    """Replies and talk by language."""
    path = Path(__file__).with_name("extraction_talk.yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def _channels(country: str) -> dict[str, Ways]:
    """What is in use in a country, made once."""
    return channels(country)


def make_posts(posts: int, seed: int, harsh: bool) -> Iterator[pl.DataFrame]:
    """Make batches of posts as `ingest.deriving.derive_posts` wants them.

    Parameters
    ----------
    posts : int
    seed : int
    harsh : bool
        Whether every post is an advertisement that nobody has written before.

    Yields
    ------
    DataFrame
        Of `BATCH` posts, the last of fewer. Half talk without details, a third advertisements
        with a number, of which a third are reposted word for word, the rest with links.
    """
    rng = Random(seed)
    earlier: list[str] = []
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    for first in range(0, posts, BATCH):
        rows = range(first, min(first + BATCH, posts))
        make = _advertise if harsh else _mixed
        texts = [make(rng, earlier) for _ in rows]
        yield pl.DataFrame(
            {
                "row": pl.Series(rows, dtype=pl.UInt32),
                "account_key": [f"account:facebook:{rng.randrange(posts // 10 + 1)}" for _ in rows],
                "seen_at": [begun + timedelta(seconds=37 * row) for row in rows],
                "post_key": [f"post:facebook:{row}" for row in rows],
                "platform": [rng.choice(_PLATFORMS) for _ in rows],
                "text": texts,
                "contact": pl.Series([None] * len(rows), dtype=pl.String),
                "locator": [f"line {row + 1}" for row in rows],
                "forwarded_from": pl.Series([None] * len(rows), dtype=pl.String),
                "picture_text": pl.Series([None] * len(rows), dtype=pl.String),
            }
        )


def _mixed(rng: Random, earlier: list[str]) -> str:
    """One post of the usual mixture."""
    drawn = rng.random()
    if drawn < _TALKED:
        return _say(rng)
    if drawn > _TALKED + _ADVERTISED:
        return _advertise(rng, earlier, _LINKED)
    if earlier and rng.random() < _REPOSTED:
        return rng.choice(earlier)
    text = _advertise(rng, earlier)
    if len(earlier) < 100_000:
        earlier.append(text)
    return text


def _say(rng: Random) -> str:
    """A short reply or some sentences of talk."""
    name = rng.choice(_TALK_IN)
    talk = _talk()[name]
    if rng.random() < _SHORT:
        return rng.choice(talk["short"])
    said = [
        rng.choice(talk[rng.choice(["plain", "talk"])]) for _ in range(rng.choice([1, 1, 2, 3]))
    ]
    said += rng.choices(talk["short"], k=rng.choice([0, 1]))
    price, place = f"{rng.randint(2, 95)}0.000", rng.choice(plans()["ID"]["places"])
    return " ".join(said).format(
        n=rng.randint(2, 9),
        price=rng.choice([f"Rp {price}", f"{price}", f"{rng.randint(50, 900)}rb", f"${price[:3]}"]),
        time=f"{rng.randint(7, 21):02}.{rng.choice(['00', '15', '30', '45'])}",
        good=rng.choice(language(name)["goods"]),
        place=place,
    )


def _advertise(rng: Random, _: list[str], among: tuple[str, ...] = ()) -> str:
    """An advertisement with one to three details."""
    country = rng.choice(_SOLD_IN) if rng.random() < 0.6 else rng.choice(list(plans()))
    name = rng.choice(plans()[country]["languages"])
    made = _channels(country)
    chosen = [rng.choice(among or ("phone", "whatsapp", "whatsapp"))]
    chosen += rng.sample(sorted(made), rng.choice([0, 0, 1, 2]))
    said = [_told(rng, country, name, channel, made[channel]) for channel in chosen]
    text = wrap(rng, country, name, rng.choice(["\n", " ", " | "]).join(said))
    story = _talk().get(name, {}).get("story", [])
    more = rng.sample(story, min(len(story), rng.choice([0, 1, 1, 2])))
    if rng.random() < _TWO_GOODS:
        more.append(sentence(rng, country, name, "openings"))
    return "\n".join([*more, text])


def _told(rng: Random, country: str, name: str, channel: str, ways: Ways) -> str:
    """A detail in its phrase; most are not hidden."""
    plain = ("none", "international", "spacing", "dashes", "link, scheme", "whatsapp", "wa.me")
    usual = [way for way in plain if way in ways]
    way = rng.choice(usual) if usual and rng.random() < 0.75 else rng.choice(list(ways))
    detail = ways[way](rng, country, name)
    say = detail.say or channel
    parts: dict[str, Any] = {"name": person(rng, name)} | detail.parts
    return rng.choice(phrases(name, say) or phrases("en", say)).format(x=detail.written, **parts)
