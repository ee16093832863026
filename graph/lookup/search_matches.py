"""What a search finds, before anything is said of it: keys, and by which way each was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

ACCOUNT, DETAIL, GROUP, POST = "account", "contact_detail", "group", "post"
CLUSTER, TAXON, TERM = "cluster", "taxon", "term"

KEY, NUMBER, WORDS = "key", "number", "words"
PUBLISHES, MENTIONS, NAMES, HOLDS = "publishes", "mentions", "names", "holds"

MOST = 2_000
"""How many of a kind are found by one way; what comes after fits worse and is not counted."""

REACH = 20_000
"""How many are looked at where only some of them, as those of a platform, are wanted."""


@dataclass(frozen=True)
class Only:
    """What is wanted.

    Attributes
    ----------
    platform : str or None
        Only what is on it.
    period : str or None
        Only posts of this year (``2026``) or month (``2026-02``, UTC).
    """

    platform: str | None = None
    period: str | None = None

    @property
    def span(self) -> tuple[int | None, int | None]:
        """First millisecond since 1970 of the period, and the first after it; None: any."""
        if not self.period:
            return None, None
        year, _, month = self.period.partition("-")
        first = datetime(int(year), int(month or 1), 1, tzinfo=UTC)
        months = first.year * 12 + first.month - 1 + (1 if month else 12)
        after = datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)
        return int(first.timestamp() * 1000), int(after.timestamp() * 1000)

    @property
    def reach(self) -> int:
        """How many have to be looked at."""
        return MOST + 1 if self == EVERYTHING else REACH


EVERYTHING = Only()


@dataclass(frozen=True)
class Match:
    """One thing found.

    Attributes
    ----------
    key : str
    way : str
        ``key``: it has this very key or id; ``number``: it has these digits; ``words``: it has
        these words; or it ``publishes``, ``mentions``, ``names`` or ``holds`` what has.
    by : str or None
        Key of the contact detail, taxon or account by which it was found.
    platform, month : str or None
        Of an account, a group, a post; of a post, such as ``2026-02``.
    label : str or None
        What it is called; None where nothing is known, and of posts.
    is_near : bool
        Not as typed, but a letter or two away.
    """

    key: str
    way: str
    by: str | None = None
    platform: str | None = None
    month: str | None = None
    label: str | None = None
    is_near: bool = False


@dataclass(frozen=True)
class Matches:
    """Things of one kind, each once, in the order of how well they fit.

    ``is_all`` is False where there may be more than are here.
    """

    found: tuple[Match, ...] = ()
    is_all: bool = True

    def key_list(self, most: int | None = None, *, with_near: bool = True) -> list[str]:
        """Keys of the first of them."""
        return [each.key for each in self.found if with_near or not each.is_near][:most]

    def where(self, *, is_near: bool) -> Matches:
        """Only those that fit as typed, or only those that fit nearly."""
        return Matches(tuple(each for each in self.found if each.is_near == is_near), self.is_all)


def matches_of(rows: list[dict[str, Any]], way: str, *, is_near: bool = False) -> Matches:
    """Make matches of the rows of a query that was asked for one more than `MOST`."""
    found = [
        Match(
            row["key"],
            way,
            by=row.get("by_key"),
            platform=row.get("platform"),
            month=_month(row),
            label=row.get("label"),
            is_near=is_near,
        )
        for row in rows[:MOST]
    ]
    return Matches(tuple(found), len(rows) <= MOST)


def put_together(parts: Iterable[Matches]) -> Matches:
    """Put matches one after the other, each thing once, for its best reason."""
    parts = list(parts)
    found: dict[str, Match] = {}
    for part in parts:
        for match in part.found:
            found.setdefault(match.key, match)
    return Matches(tuple(found.values()), all(part.is_all for part in parts))


def _month(row: dict[str, Any]) -> str | None:
    """Name the month of a post; None where its time is unknown."""
    return f"{row['year']:04d}-{row['month']:02d}" if row.get("year") else None
