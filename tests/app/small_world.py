"""A small planted world for the pages: few accounts, every number known by construction.

All of it is invented; the telephone numbers are of the range kept free for fiction.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2026, 2, 2, 9, tzinfo=UTC)
AREAS = (202, 212, 303, 415, 512, 617, 702, 808)
GOODS = ("siskin", "bulbul", "shama", "leaf gecko", "box turtle", "slow-walking tortoise", "myna")
FIRST = ("Amber", "Bao", "Cato", "Dinda", "Eko", "Faro", "Gita", "Hana", "Ivo", "Jun", "Kemi",
         "Lior", "Mira", "Nilo", "Oma", "Pia", "Rafi", "Sora", "Tomi", "Uma", "Vera", "Wira",
         "Yani", "Zeno")  # fmt: skip
LAST = ("Aviary", "Birds", "Corner", "Exotics", "Garden", "Hobby", "House", "Nest", "Pets", "Store")
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

HOSTILE_NAMES = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "[a](http://evil.example) **x** :red[x] $x^2$",
    "https://evil.example :smile: :material/home: -> # head",
    "abc\u202egnp.exe `tick` ``two``",
)
HOSTILE_TEXT = (
    "Selling a siskin <b>bold</b> **stars** [click](http://evil.example/a) :red[red] $a_b$ "
    "www.evil.example :smile: -> call"
)


@dataclass
class SmallWorld:
    """Rows of a plain table, and what was planted in them."""

    rows: list[dict[str, str]] = field(default_factory=list)
    planted: dict[str, list[str]] = field(default_factory=dict)
    hub: str = ""

    @property
    def accounts(self) -> int:
        """How many accounts the rows name."""
        return len({(row["platform"], row["account_id"]) for row in self.rows})

    @property
    def groups(self) -> int:
        """How many groups the rows name."""
        return len({(row["platform"], row["group_id"]) for row in self.rows})


class _Maker:
    """Draws one world."""

    def __init__(self, seed: int, groups: int) -> None:
        self.draw = random.Random(seed)
        self.world = SmallWorld()
        self.numbers = self._numbers()
        self.words = [self._word() for _ in range(900)]
        self.groups = [f"{self._word().title()} {self.draw.choice(LAST)}" for _ in range(groups)]
        self.markets = groups
        self.members = 0

    def _numbers(self) -> Iterator[str]:
        numbers = [f"({area}) 555-01{n:02d}" for area in AREAS for n in range(100)]
        self.draw.shuffle(numbers)
        return iter(numbers)

    def _word(self) -> str:
        return "".join(self.draw.choice(SYLLABLES) for _ in range(self.draw.randint(2, 4)))

    def text(self, length: int = 20) -> str:
        """An invented advertisement."""
        good = self.draw.choice(GOODS)
        return f"{good.capitalize()} for sale, " + " ".join(self.draw.choices(self.words, k=length))

    def account(self, platform: str = "facebook", name: str | None = None) -> dict[str, str]:
        """A new account that has posted nothing yet."""
        self.members += 1
        shown = name or f"{self.draw.choice(FIRST)} {self.draw.choice(LAST)} {self.members}"
        handle = "" if name else shown.lower().replace(" ", "_")
        return {"platform": platform, "account_id": f"{10_000 + self.members}",
                "account_name": shown, "account_handle": handle}  # fmt: skip

    def post(
        self, account: dict[str, str], text: str, *, group: int | None = None, days: int = 120
    ) -> None:
        """One post of an account, in the first days."""
        rows = self.world.rows
        place = self.draw.randrange(self.markets) if group is None else group
        when = START + timedelta(hours=self.draw.randrange(24 * days))
        rows.append(account | {
            "post_id": f"{len(rows) + 1}",
            "posted_at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "group_id": f"{place + 1}",
            "group_name": self.groups[place],
            "text": text,
            "price": str(self.draw.randrange(20, 900)),
            "currency": "USD",
        })  # fmt: skip

    def plant(self, name: str, accounts: list[dict[str, str]]) -> None:
        """Note what was planted."""
        self.world.planted[name] = sorted(_key(account) for account in accounts)


def small_world(*, seed: int = 7, strangers: int = 40, further_rings: int = 0) -> SmallWorld:
    """Make the world.

    Parameters
    ----------
    seed : int
        The same arguments make the same world.
    strangers : int
        Accounts of nobody's, the first 24 of whom name one courier.
    further_rings : int
        Rings of three to nine accounts beside the planted ones.

    Returns
    -------
    SmallWorld
        Planted: ``ring`` (six accounts on two platforms, one number and texts in common),
        ``chain`` (five accounts, each with a number of the next), ``shop`` (three accounts that
        name a licence), ``hostile`` (five accounts whose names are code).
    """
    maker = _Maker(seed, groups=4)
    _plant_ring(maker)
    _plant_chain(maker)
    _plant_shop(maker)
    _plant_hostile(maker)
    for nth in range(further_rings):
        _plant_further(maker, nth)
    _plant_strangers(maker, strangers)
    return maker.world


def _key(account: dict[str, str]) -> str:
    prefix = "user" if account["platform"] == "telegram" else ""
    return f"{account['platform']}:{prefix}{account['account_id']}"


def _plant_ring(maker: _Maker) -> None:
    """Six accounts with one number; three of them also use the same two texts."""
    number = next(maker.numbers)
    accounts = [maker.account("telegram" if n > 3 else "facebook") for n in range(6)]
    texts = [maker.text(30), maker.text(30)]
    for nth, account in enumerate(accounts):
        for text in texts if nth < 3 else [maker.text(), maker.text()]:
            maker.post(account, f"{text} call {number}")
    maker.plant("ring", accounts)


def _plant_chain(maker: _Maker) -> None:
    """Five accounts, each with a number of the next."""
    accounts = [maker.account() for _ in range(5)]
    for nth in range(len(accounts) - 1):
        detail = f"call {next(maker.numbers)}"
        for account in accounts[nth : nth + 2]:
            maker.post(account, f"{maker.text()} {detail}", days=14)
    maker.plant("chain", accounts)


def _plant_shop(maker: _Maker) -> None:
    """Three accounts of a shop that says so."""
    number = next(maker.numbers)
    accounts = [maker.account(name=f"Fernhill Pets {place}") for place in ("North", "South", "Web")]
    for account in accounts:
        maker.post(account, f"Licensed breeder, opening hours 9-17. {maker.text()} call {number}")
        maker.post(account, f"Invoice with every {maker.text()} call {number}")
    maker.plant("shop", accounts)


def _plant_hostile(maker: _Maker) -> None:
    """Accounts whose names, group and texts are code."""
    number = next(maker.numbers)
    maker.groups.append("<i>group</i> [g](http://evil.example)")
    accounts = [maker.account(name=name) for name in HOSTILE_NAMES]
    for account in accounts:
        maker.post(account, f"{HOSTILE_TEXT} {maker.text(12)} {number}",
                   group=len(maker.groups) - 1)  # fmt: skip
    maker.plant("hostile", accounts)


def _plant_further(maker: _Maker, nth: int) -> None:
    """A ring of three to nine accounts in two cells that one account joins."""
    size = maker.draw.randint(3, 9)
    accounts = [maker.account(maker.draw.choice(("facebook", "telegram", "instagram")))
                for _ in range(size)]  # fmt: skip
    cut = max(2, size // 2)
    for number, cell in ((next(maker.numbers), accounts[:cut]),
                         (next(maker.numbers), accounts[cut - 1 :])):  # fmt: skip
        for account in cell:
            for _ in range(maker.draw.randint(1, 3)):
                maker.post(account, f"{maker.text()} call {number}")
    maker.plant(f"further {nth}", accounts)


def _plant_strangers(maker: _Maker, many: int) -> None:
    """Accounts with pages and numbers of their own, some of whom name one courier."""
    courier = next(maker.numbers)
    maker.world.hub = "phone:+1" + "".join(c for c in courier if c.isdigit())
    for nth in range(many):
        account = maker.account(maker.draw.choice(("facebook", "facebook", "telegram")))
        own = f"call {next(maker.numbers)}"
        page = len(maker.groups)
        maker.groups.append(f"{account['account_name']} offers")
        for _ in range(maker.draw.randint(1, 3)):
            maker.post(account, f"{maker.text()} {own}", group=page)
        if nth < 24:
            maker.post(account, f"{maker.text()} {own}, courier {courier}", group=page)
