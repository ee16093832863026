"""Planted worlds: plain-table rows whose operations, hubs and innocents are known.

The rows are what an investigator would hold (the columns of the plain table); the truth is kept
apart and never read by the program. Every number is of a made-up range, every name invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
import polars as pl

START = datetime(2026, 1, 5, tzinfo=UTC)
DAYS = 300
SYLLABLES = [c + v for c in "bdfgklmnprstvyz" for v in "aeiou"]
COLUMNS = [
    "platform", "post_id", "posted_at", "group_id", "group_name", "account_id", "account_handle",
    "account_name", "text", "price", "currency", "contact",
]  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """How a world is made; the defaults are the 20,000-account world of the benchmark."""

    accounts: int = 20_000
    rings: int = 150
    largest_ring: int = 20
    hubs: int = 25
    largest_hub: int = 500
    recycled_numbers: int = 300
    popular_texts: int = 60
    copied_once: int = 500
    copied_twice: int = 60
    thieves: int = 80
    warners: int = 5
    markets: int = 10
    groups: int = 600
    shown: float = 0.85
    """How often a member of a ring shows a piece of its evidence."""


@dataclass
class World:
    """A planted world.

    Attributes
    ----------
    rows : polars.DataFrame
        The plain table, one row per post, all strings.
    rings : dict of str to int
        Account key to the ring it belongs to; accounts of no ring are absent.
    hubs : set of str
        Contact-detail keys of planted hubs.
    recycled : set of str
        Contact-detail keys of recycled numbers.
    """

    rows: pl.DataFrame
    rings: dict[str, int] = field(default_factory=dict)
    hubs: set[str] = field(default_factory=set)
    recycled: set[str] = field(default_factory=set)


class _Maker:
    """Draws one world from one seed."""

    def __init__(self, seed: int, shape: Shape) -> None:
        self.rng = np.random.default_rng(seed)
        self.shape = shape
        self.numbers = iter(self.rng.permutation(9_000_000)[:400_000] + 1_000_000)
        self.words = [self.name(int(n)) for n in self.rng.integers(2, 5, 4_000)]
        self.rows: list[tuple[str | None, ...]] = []
        self.market = self.rng.integers(shape.markets, size=shape.accounts)
        self.groups_of = [self._draw_groups(int(m)) for m in self.market]
        self.active = self._draw_periods()
        self.own_details = [self._draw_details() for _ in range(shape.accounts)]
        self.extra_details: dict[int, list[tuple[str, float]]] = {}
        self.extra_texts: dict[int, list[str]] = {}
        self.catalogues: list[list[str]] = []

    def number(self) -> str:
        """A fresh made-up Indonesian mobile number."""
        return f"+62811{next(self.numbers)}0"

    def _draw_groups(self, market: int) -> list[int]:
        """The groups of one account: some of its market's, the popular ones more often."""
        per_market = self.shape.groups // self.shape.markets
        wanted = 1 + self.rng.integers(0, 6)
        ranks = np.minimum(self.rng.zipf(1.3, size=wanted) - 1, per_market - 1)
        return sorted({market * per_market + int(rank) for rank in ranks})

    def _draw_periods(self) -> list[tuple[int, int]]:
        """First and last active day of every account."""
        first = self.rng.integers(0, DAYS - 60, size=self.shape.accounts)
        length = self.rng.integers(20, 240, size=self.shape.accounts)
        return [(int(a), int(min(a + n, DAYS))) for a, n in zip(first, length, strict=True)]

    def _draw_details(self) -> list[str]:
        """An account's own contact details, some with none."""
        drawn = []
        if self.rng.random() < 0.7:
            drawn.append(f"WA {self.number()}")
        if self.rng.random() < 0.2:
            drawn.append(f"t.me/{self.name()}{self.rng.integers(1000)}")
        if self.rng.random() < 0.1:
            drawn.append(f"{self.name()}{self.rng.integers(1000)}@example.com")
        return drawn

    def name(self, syllables: int = 4) -> str:
        """An invented name."""
        return "".join(SYLLABLES[i] for i in self.rng.integers(len(SYLLABLES), size=syllables))

    def text(self, length: int = 22) -> str:
        """An invented advertisement."""
        return " ".join(self.words[i] for i in self.rng.integers(len(self.words), size=length))

    def give(self, account: int, detail: str, share: float = 0.6) -> None:
        """Let an account publish a further detail in a share of its posts."""
        self.extra_details.setdefault(account, []).append((detail, share))

    def posts(self, account: int) -> None:
        """Write the posts of one account."""
        texts = self.extra_texts.get(account, [])
        first, last = self.active[account]
        for nth in range(max(1 + self.rng.geometric(0.3), len(texts))):
            body = texts[nth] if nth < len(texts) else self.text()
            details = [d for d in self.own_details[account] if self.rng.random() < 0.6]
            for detail, share in self.extra_details.get(account, []):
                if nth == 0 or self.rng.random() < share:
                    details.append(detail)
            day = first + self.rng.random() * max(last - first, 1)
            when = START + timedelta(days=float(day))
            places = self.groups_of[account]
            place = places[int(self.rng.integers(len(places)))]
            price = str(int(self.rng.integers(20, 900)) * 10_000)
            self.rows.append((
                "facebook", str(len(self.rows) + 1), when.strftime("%Y-%m-%dT%H:%M:%SZ"),
                str(place), f"Group {place}", str(account + 1), None, f"Trader {account + 1}",
                f"{body} {' '.join(details)}".strip(), price, "IDR", None,
            ))  # fmt: skip

    def ring(self, members: list[int]) -> None:
        """Plant one ring: shared details as star, chain or cells, own texts, a private group."""
        market = int(self.market[members[0]])
        first, last = self.active[members[0]]
        for member in members:
            if self.rng.random() < 0.8:
                early, late = self.rng.integers(-30, 31, size=2)
                self.active[member] = (
                    max(first + int(early), 0),
                    max(last + int(late), first + 10),
                )
            if self.rng.random() < 0.8:
                self.market[member] = market
                self.groups_of[member] = self._draw_groups(market)
            self.own_details[member] = (
                self.own_details[member][:1] if self.rng.random() < 0.4 else []
            )
        for shared, users in self._ring_details(members):
            for user in users:
                if self.rng.random() < self.shape.shown:
                    self.give(user, shared)
        if self.rng.random() < 0.6:
            catalogue = [self.text(30) for _ in range(self.rng.integers(2, 6))]
            self.catalogues.append(catalogue)
            for member in members:
                self.extra_texts[member] = [t for t in catalogue if self.rng.random() < 0.6]
        if self.rng.random() < 0.5:
            private = self.shape.groups + members[0]
            for member in members:
                if self.rng.random() < self.shape.shown:
                    self.groups_of[member] = [*self.groups_of[member], private]

    def _ring_details(self, members: list[int]) -> list[tuple[str, list[int]]]:
        """Who of a ring shares what."""
        kinds = [
            lambda: f"WA {self.number()}",
            lambda: f"{self.name()}{self.name()}@example.com",
            lambda: f"t.me/{self.name()}{self.name()}",
        ]
        structure = self.rng.random()
        if structure < 0.5 or len(members) < 3:
            shared = [(kinds[0](), members)]
            if self.rng.random() < 0.5:
                shared.append((kinds[int(self.rng.integers(1, 3))](), members))
            return shared
        if structure < 0.75:
            return [(kinds[i % 3](), members[i : i + 2]) for i in range(len(members) - 1)]
        cut = len(members) // 2
        return [(kinds[0](), members[: cut + 1]), (kinds[0](), members[cut:]),
                (kinds[1](), members[::2])]  # fmt: skip

    def strangers(self, free: np.ndarray, many: int) -> list[int]:
        """Some accounts of no ring."""
        return [int(a) for a in self.rng.choice(free, size=min(many, len(free)), replace=False)]


def world(seed: int, shape: Shape | None = None) -> World:
    """Make a planted world.

    Parameters
    ----------
    seed : int
        The same seed and shape make the same world.
    shape : Shape, optional
        How many of everything.

    Returns
    -------
    World
    """
    shape = shape or Shape()
    maker = _Maker(seed, shape)
    rng = maker.rng
    order = rng.permutation(shape.accounts)
    made = World(rows=pl.DataFrame())
    taken = 0
    for ring in range(shape.rings):
        size = int(min(2 + rng.geometric(0.22) - 1, shape.largest_ring))
        members = [int(a) for a in order[taken : taken + size]]
        taken += size
        maker.ring(members)
        made.rings |= {f"facebook:{member + 1}": ring for member in members}
    free = order[taken:]
    _plant_hubs(maker, made, order[:taken], free)
    _plant_recycled(maker, made, free)
    _plant_copies(maker, free)
    for account in range(shape.accounts):
        maker.posts(account)
    made.rows = pl.DataFrame(maker.rows, schema=dict.fromkeys(COLUMNS, pl.String), orient="row")
    return made


def _plant_hubs(maker: _Maker, made: World, ringed: np.ndarray, free: np.ndarray) -> None:
    """Couriers and escrow accounts: numbers used by many strangers, and by some rings."""
    for _ in range(maker.shape.hubs):
        number = maker.number()
        many = int(maker.rng.integers(25, maker.shape.largest_hub))
        users = maker.strangers(free, many)
        if len(ringed):
            users += [int(a) for a in maker.rng.choice(ringed, size=many // 20)]
        for user in users:
            maker.give(user, f"Kirim {number}", 0.4)
        made.hubs.add(f"phone:{number}")


def _plant_recycled(maker: _Maker, made: World, free: np.ndarray) -> None:
    """Numbers with two owners, one after the other."""
    users = maker.strangers(free, 2 * maker.shape.recycled_numbers)
    for before, after in zip(users[::2], users[1::2], strict=False):
        number = maker.number()
        maker.active[before] = (0, 100)
        maker.active[after] = (200, DAYS)
        for user in (before, after):
            maker.give(user, f"WA {number}")
        made.recycled.add(f"phone:{number}")


def _plant_copies(maker: _Maker, free: np.ndarray) -> None:
    """Innocents who copy: popular texts, texts of rings and of each other, lists of warnings."""
    for thief in maker.strangers(free, maker.shape.thieves if maker.catalogues else 0):
        catalogue = maker.catalogues[int(maker.rng.integers(len(maker.catalogues)))]
        taken = 1 + int(maker.rng.random() < 0.3)
        maker.extra_texts.setdefault(thief, []).extend(catalogue[:taken])
    for _ in range(maker.shape.popular_texts):
        text = maker.text(25)
        for user in maker.strangers(free, int(maker.rng.integers(20, 300))):
            maker.extra_texts.setdefault(user, []).append(text)
    for copies, many in ((1, maker.shape.copied_once), (2, maker.shape.copied_twice)):
        for _ in range(many):
            texts = [maker.text(25) for _ in range(copies)]
            for user in maker.strangers(free, 2):
                maker.extra_texts.setdefault(user, []).extend(texts)
    for warner in maker.strangers(free, maker.shape.warners):
        for warned in maker.strangers(free, 30):
            for detail in maker.own_details[warned][:1]:
                maker.give(warner, detail, 0.2)
