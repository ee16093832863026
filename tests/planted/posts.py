"""Posts: what the accounts of a planted world publish, as rows of a plain table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl

from graph import keys
from tests.planted.account import Account, Sign
from tests.planted.invent import Inventor
from tests.planted.truth import COLUMNS, PICTURES, World

START = datetime(2026, 1, 5, tzinfo=UTC)
UNDATED, WITHOUT_GROUP, WORDLESS, NAMELESS = 0.03, 0.05, 0.04, 0.2
WITH_OWN_PICTURE = 0.3


class Posts:
    """Writes posts, and what they show of rings into the truth."""

    def __init__(self, invent: Inventor, world: World) -> None:
        self._invent = invent
        self._world = world
        self._rows: list[tuple[str | None, ...]] = []
        self._pictures: list[tuple[str, str]] = []

    def of(self, account: Account) -> None:
        """Write the posts of one account."""
        invent = self._invent
        name = None if invent.chance(NAMELESS) else f"{invent.word()} {invent.word()}".title()
        bio = " ".join(self._show(account, sign) for sign in account.in_bio) or None
        many = max(invent.many(4), len(account.texts), len(account.pictures))
        for nth in range(many):
            place = self._place(account)
            post_id = str(len(self._rows) + 1)
            when = self._when(account)
            self._rows.append((
                account.platform, post_id, when, place, place and f"Group {place}",
                str(account.number), account.handle, name, bio, self._text(account, nth),
                *self._price(account),
            ))  # fmt: skip
            self._picture(account, nth, post_id, place)

    def put(self) -> None:
        """Put all that was written into the world."""
        kinds = dict.fromkeys(COLUMNS, pl.String)
        self._world.rows = pl.DataFrame(self._rows, schema=kinds, orient="row")
        self._world.pictures = pl.DataFrame(self._pictures, schema=PICTURES, orient="row")

    def _show(self, account: Account, sign: Sign) -> str:
        """Publish a sign."""
        if sign.piece is not None:
            self._world.shown.add((account.key, sign.piece))
        return sign.what

    def _text(self, account: Account, nth: int) -> str | None:
        """A text of its own or of those it has, with contact details behind it."""
        invent = self._invent
        if nth < len(account.texts):
            body = invent.altered(self._show(account, account.texts[nth]))
        elif nth and invent.chance(WORDLESS):
            return None
        else:
            body = invent.text(account.market)
        shown = [
            self._show(account, sign)
            for sign in account.details
            if invent.chance(sign.share) or (nth == 0 and sign.piece is not None)
        ]
        return " ".join([body, *shown])

    def _place(self, account: Account) -> str | None:
        """One of its groups; or its own page, which there is not where all is said in chats."""
        if not account.groups:
            return None
        if account.platform not in keys.PER_CHAT_IDS and self._invent.chance(WITHOUT_GROUP):
            return None
        return self._invent.one(account.groups)

    def _when(self, account: Account) -> str | None:
        """A moment of its active days, where the collector noted one."""
        if self._invent.chance(UNDATED):
            return None
        first, last = account.active
        day = first + self._invent.dice.random() * max(last - first, 1)
        return (START + timedelta(days=float(day))).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _price(self, account: Account) -> tuple[str | None, str | None]:
        """A price, of accounts that state them."""
        if not account.prices or self._invent.chance(0.3):
            return None, None
        return str((20 + self._invent.below(880)) * 10_000), "IDR"

    def _picture(self, account: Account, nth: int, post_id: str, place: str | None) -> None:
        """A picture of those it has, or now and then of its own."""
        if nth < len(account.pictures):
            shown = self._invent.saved_again(self._show(account, account.pictures[nth]))
        elif self._invent.chance(WITH_OWN_PICTURE):
            shown = self._invent.picture()
        else:
            return
        group = place and keys.group(account.platform, place)
        self._pictures.append((keys.post(account.platform, post_id, group), shown))
