"""Planted histories: accounts that are shut out, their successors, and who only looks like one.

Strangers of three markets come and go; rings share a number and texts. Some accounts are shut out
and come back under a new one that keeps what it keeps, or nothing. Beside them new members join
rings, newcomers copy texts, numbers are sold again, people open second accounts, a group is
collected late and another one not any more. The truth is kept apart.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import polars as pl

from graph.derived_records import DETAILS
from graph.lifecycle.observed import place_of
from graph.tables import NAMES, SEEN, SHOWN, Tables
from tests.graph.tables_made import ACCOUNTS, GROUPS, POSTS, account, made, on, table

DAYS = 168
WAYS = {"phone and texts": 0.3, "phone": 0.25, "texts": 0.17, "pictures": 0.08, "handle": 0.12,
        "nothing": 0.08}  # fmt: skip
SYLLABLES = [c + v for c in "bdgjklmnprstw" for v in "aeiou"]
GOODS = ("kicau", "burung", "satwa", "murai", "reptil", "kucing", "bird", "toko")
ENDINGS = ("2", "_new", "_baru", ".official", "99", "_id")
NAMES_GIVEN = ("Budi Santoso", "Siti Aminah", "Agus Wijaya", "Dewi Lestari", "Rina Putri")
MARKETS, GROUPS_PER_MARKET = 3, 8
LATE_GROUP, LATE_DAY, LOST_GROUP, LOST_DAY = "telegram:group:0-7", 110, "telegram:group:1-7", 70
COURIER = "phone:+628110000001"


@dataclass
class Seller:
    """An account and what it shows."""

    key: str
    handle: str
    name: str
    groups: list[str]
    start: float
    end: float
    gap: float
    details: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


class Succession(NamedTuple):
    """Who came after whom, and by what it gives itself away."""

    new: str
    old: str
    way: str
    day: float


@dataclass
class Bans:
    """A planted history.

    Attributes
    ----------
    sellers : list of Seller
    successions : list of Succession
        The truth.
    looks_like : dict
        By account that is nobody's successor, what makes it look like one.
    """

    sellers: list[Seller]
    successions: list[Succession]
    looks_like: dict[str, str]
    posts: pl.DataFrame = field(default_factory=POSTS.to_frame)
    shown: pl.DataFrame = field(default_factory=pl.DataFrame)

    def tables(self, day: int) -> Tables:
        """What was known by the end of a day."""
        return _tables(self, day)

    def hubs(self) -> pl.DataFrame:
        """The hubs that a detection would find."""
        return pl.DataFrame({"detail_key": [COURIER], "probability": [0.99]})

    def texts(self, tables: Tables) -> pl.DataFrame:
        """The texts that several accounts use, as a detection gives them."""
        posts = tables.posts.select("account_key", "post_key", text_key="text").drop_nulls()
        return posts.filter(pl.col("account_key").n_unique().over("text_key") > 1)


class _Town:
    """Makes accounts, nothing twice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.sellers: list[Seller] = []
        self.truth: list[Succession] = []
        self.looks_like: dict[str, str] = {}
        self._things = 0

    def word(self) -> str:
        return "".join(self.dice.choice(SYLLABLES) for _ in range(self.dice.randint(2, 4)))

    def handle(self) -> str:
        good = self.dice.choice(GOODS) if self.dice.random() < 0.4 else self.word()
        number = str(self.dice.randint(1, 99)) if self.dice.random() < 0.5 else ""
        return f"{good}_{self.word()}{number}"

    def thing(self, kind: str) -> str:
        self._things += 1
        return f"phone:+62811{1_000_000 + self._things}" if kind == "phone" else (
            f"{kind}:{self._things}"
        )  # fmt: skip

    def groups(self, market: int, many: int) -> list[str]:
        numbers = self.dice.sample(range(GROUPS_PER_MARKET), many)
        return [f"telegram:group:{market}-{number}" for number in numbers]

    def seller(self, start: float, market: int | None = None, **given: object) -> Seller:
        dice = self.dice
        market = dice.randrange(MARKETS) if market is None else market
        name = dice.choice(NAMES_GIVEN) if dice.random() < 0.3 else (
            f"{self.word()} {self.word()}".title()
        )  # fmt: skip
        made_one = Seller(
            key=f"telegram:user{len(self.sellers) + 100}",
            handle=self.handle(),
            name=name,
            groups=self.groups(market, dice.randint(1, 3)),
            start=start,
            end=start + dice.lognormvariate(4.5, 0.8),
            gap=dice.uniform(0.7, 4),
            details=[self.thing("phone")] if dice.random() < 0.7 else [],
            texts=[self.thing("text") for _ in range(dice.randint(2, 6))],
            pictures=[self.thing("image") for _ in range(dice.randint(0, 4))],
        )
        seller = replace(made_one, **given)  # type: ignore[arg-type]
        self.sellers.append(seller)
        return seller


def bans(seed: int) -> Bans:
    """Make a planted history; the same seed makes the same."""
    town = _Town(seed)
    dice = town.dice
    strangers = [town.seller(dice.uniform(-90, DAYS)) for _ in range(420)]
    rings = [_ring(town) for _ in range(12)]
    for each in dice.sample(strangers, 40):
        each.details.append(COURIER)
    for text in [town.thing("text") for _ in range(4)]:
        for each in dice.sample(strangers, 15):
            each.texts.append(text)
    free = [each for each in strangers if each.start < 50]
    ringed = [member for ring in rings for member in ring[1:] if member.start < 50]
    for old in [*dice.sample(free, 30), *dice.sample(ringed, min(25, len(ringed)))]:
        _succeed(town, old, dice.uniform(max(old.start + 14, 30), 125))
    _join(town, rings)
    _look_alike(town, strangers)
    world = Bans(town.sellers, town.truth, town.looks_like)
    world.posts, world.shown = _posts(town)
    return world


def _ring(town: _Town) -> list[Seller]:
    """A ring: one number, two texts and a picture in common."""
    market = town.dice.randrange(MARKETS)
    phone, picture = town.thing("phone"), town.thing("image")
    texts = [town.thing("text") for _ in range(2)]
    members = []
    for _ in range(town.dice.randint(3, 7)):
        own = [town.thing("phone")] if town.dice.random() < 0.4 else []
        member = town.seller(town.dice.uniform(-90, 20), market, details=[phone, *own], end=10.0**6)
        member.texts += texts
        member.pictures += [picture] if town.dice.random() < 0.5 else []
        members.append(member)
    return members


def _succeed(town: _Town, old: Seller, day: float) -> None:
    """Shut an account out, and let another come back for it."""
    dice = town.dice
    old.end, old.gap = day, min(old.gap, 2.5)
    way = dice.choices(list(WAYS), list(WAYS.values()))[0]
    if "phone" in way and not old.details:
        old.details.append(town.thing("phone"))
    if way == "pictures":
        old.pictures += [town.thing("image") for _ in range(4)]
    if "texts" in way:
        old.texts += [town.thing("text") for _ in range(2)]
    start = day + min(dice.expovariate(1 / 6) + 0.3, 40)
    market = int(old.groups[0].split(":")[-1].split("-")[0])
    new = town.seller(start, market, end=10.0**6)
    if dice.random() < 0.8:
        new.groups = list(old.groups)
    if way == "handle" or (way != "nothing" and dice.random() < 0.25):
        new.handle = f"{old.handle.rstrip('0123456789')}{dice.choice(ENDINGS)}"
    if "phone" in way:
        new.details = [each for each in old.details if each != COURIER] or new.details
    if "texts" in way:
        new.texts = [*dice.sample(old.texts, max(len(old.texts) - 1, 3)), *new.texts[:2]]
    if way == "pictures":
        new.pictures = [*old.pictures, *new.pictures[:1]]
    town.truth.append(Succession(new.key, old.key, way, start))


def _join(town: _Town, rings: list[list[Seller]]) -> None:
    """New members of rings, who follow nobody."""
    dice = town.dice
    for _ in range(25):
        ring = dice.choice(rings)
        market = int(ring[0].groups[0].split(":")[-1].split("-")[0])
        new = town.seller(dice.uniform(35, DAYS - 10), market, details=[ring[0].details[0]])
        new.texts += dice.sample(ring[0].texts[-2:], dice.randint(0, 2))
        new.groups = list(ring[0].groups)
        if dice.random() < 0.2:
            new.handle = f"{ring[0].handle.rstrip('0123456789')}{dice.choice(ENDINGS)}"
        town.looks_like[new.key] = "new member of a ring"


def _look_alike(town: _Town, strangers: list[Seller]) -> None:
    """Newcomers who follow nobody, but look a little as if they did."""
    dice = town.dice
    for old in dice.sample([each for each in strangers if each.end < DAYS - 20], 30):
        new = town.seller(max(old.end, 31) + dice.uniform(0.2, 2))
        new.groups = list(old.groups)
        town.looks_like[new.key] = "came the day after"
    for source in dice.sample(strangers, 25):
        new = town.seller(dice.uniform(max(source.start, 30), DAYS - 10))
        new.texts += source.texts[: dice.randint(1, 2)]
        town.looks_like[new.key] = "copies texts"
    for source in dice.sample([each for each in strangers if each.end < 30 and each.details], 5):
        new = town.seller(max(source.end, 0) + dice.uniform(110, 150), details=source.details[:1])
        town.looks_like[new.key] = "bought an old number"
    staying = [each for each in strangers if each.end > DAYS and each.details and each.start < 60]
    for source in dice.sample(staying, min(15, len(staying))):
        new = town.seller(dice.uniform(61, DAYS - 20), details=list(source.details))
        new.handle = f"{source.handle}2" if dice.random() < 0.3 else new.handle
        town.looks_like[new.key] = "second account"
    for ring in dice.sample([each for each in strangers if each.details], 8):
        hidden = town.seller(
            dice.uniform(0, 40), details=list(ring.details), groups=[LATE_GROUP], end=10.0**6
        )
        town.looks_like[hidden.key] = "collected late"


def _posts(town: _Town) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What everybody posted where it was collected, and what the posts show."""
    posts, shown = [], []
    for seller in town.sellers:
        day, nth = seller.start, 0
        while day < min(seller.end, DAYS):
            group = town.dice.choice(seller.groups)
            if day >= 0 and _is_collected(group, day):
                key = f"post:{seller.key}:{nth}"
                text = seller.texts[nth % len(seller.texts)]
                row = {"post_key": key, "account_key": seller.key, "platform": "telegram",
                       "group_key": group, "posted_at": on(day), "text": text}  # fmt: skip
                posts.append(row)
                shown += [(key, seller.key, each, day) for each in seller.details
                          if nth == 0 or town.dice.random() < 0.6]  # fmt: skip
                if seller.pictures:
                    picture = seller.pictures[nth % len(seller.pictures)]
                    shown.append((key, seller.key, picture, day))
                nth += 1
            day += town.dice.expovariate(1 / seller.gap)
    columns = ["post_key", "account_key", "value", "day"]
    return table(POSTS, posts), pl.DataFrame(shown, schema=columns, orient="row")


def _is_collected(group: str, day: float) -> bool:
    """One group is collected late, another not any more."""
    return not (group == LATE_GROUP and day < LATE_DAY) and not (
        group == LOST_GROUP and day > LOST_DAY
    )


def _tables(world: Bans, day: int) -> Tables:
    """What was known by the end of a day."""
    posts = world.posts.filter(pl.col("posted_at") < on(day + 1).replace(hour=0))
    met = posts["account_key"].unique().implode()
    sellers = pl.DataFrame(
        [account(each.key, each.name, each.handle) for each in world.sellers], schema=ACCOUNTS
    ).filter(pl.col("account_key").is_in(met))
    shown = world.shown.join(posts.select("post_key", "posted_at"), on="post_key")
    details = shown.filter(pl.col("value").str.starts_with("phone:")).select(
        "account_key", "post_key", detail_key="value", kind=pl.lit("phone"),
        confidence=pl.lit(1.0), seen_at="posted_at",
    )  # fmt: skip
    pictures = shown.filter(pl.col("value").str.starts_with("image:")).select(
        "account_key", "post_key", image_key="value", family_key="value", seen_at="posted_at"
    )
    return replace(
        made(),
        posts=posts,
        accounts=sellers,
        groups=table(GROUPS, _groups(posts)),
        names=_like(NAMES, sellers),
        details=_like(DETAILS, details),
        images=_like(SHOWN, pictures),
        seen=seen(posts),
        as_of=f"{on(day):%Y-%m-%d}",
    )


def _groups(posts: pl.DataFrame) -> Iterable[dict[str, str]]:
    """The groups posted in."""
    for key in posts["group_key"].unique().sort():
        yield {"group_key": key, "platform": "telegram", "name": key.rpartition(":")[2]}


def _like(schema: pl.Schema, frame: pl.DataFrame) -> pl.DataFrame:
    """A frame with all columns of a schema; what it has not is null."""
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )


def seen(posts: pl.DataFrame) -> pl.DataFrame:
    """Who posted where on which day, as `graph.tables.SEEN`."""
    return (
        posts.with_columns(day=pl.col("posted_at").dt.date(), place=place_of())
        .group_by("account_key", "platform", "group_key", "day")
        .agg(
            posts=pl.len().cast(pl.Int64),
            first_at=pl.col("posted_at").min(),
            last_at=pl.col("posted_at").max(),
        )
        .select(pl.col(name).cast(kind) for name, kind in SEEN.items())
        .sort("account_key", "day", "group_key")
    )
