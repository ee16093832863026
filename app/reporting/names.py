"""How accounts, groups, posts and contact details are called in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import polars as pl

from app.literal import visible
from app.words import PLATFORMS, account
from graph.keys import detail_parts, is_detail
from graph.tables import Tables

LONGEST = 60
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_GROUP = re.compile(r"\w+:group:[^\s,;]+")


class Names:
    """Names of what a report speaks of.

    Parameters
    ----------
    tables : Tables
        What is known.

    Attributes
    ----------
    spoken : dict of str to str
        Names by key, of all that was asked for so far.
    """

    def __init__(self, tables: Tables) -> None:
        self._accounts = {
            key: account(name, handle.removeprefix("@") if handle else None, key)
            for key, name, handle in tables.accounts.select(
                "account_key", "name", "handle"
            ).iter_rows()
        }
        self._groups = dict(tables.groups.select("group_key", "name").iter_rows())
        self._posts = tables.posts
        self.spoken: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Call an account, a group or a contact detail."""
        if key not in self.spoken:
            self.spoken[key] = self._called(key)
        return self.spoken[key]

    def all_of(self, keys: Iterable[str], most: int = 6) -> str:
        """Call several in a row; says how many more there are."""
        named = [self.of(key) for key in keys]
        if len(named) > most:
            return f"{', '.join(named[:most])} and {len(named) - most} more"
        return _joined(named)

    def replace_in(self, sentence: str, keys: Iterable[str | None]) -> str:
        """Write names in place of keys in a sentence, groups' too."""
        groups = {found.rstrip(".") for found in _GROUP.findall(sentence)} & self._groups.keys()
        for key in sorted({key for key in keys if key} | groups, key=len, reverse=True):
            if key in sentence:
                sentence = sentence.replace(key, self.of(key))
        return _DAY.sub(_day_in_words, sentence)

    def note_posts(self, keys: Iterable[str]) -> None:
        """Call posts by who made them, and when."""
        wanted = pl.Series(sorted(set(keys)), dtype=pl.String).implode()
        for post, author, when in (
            self._posts.filter(pl.col("post_key").is_in(wanted))
            .select("post_key", "account_key", "posted_at")
            .iter_rows()
        ):
            day = f"{when:%d %b %Y}" if when else "undated"
            self.spoken[post] = f"{self.of(author)}, {day}"

    def _called(self, key: str) -> str:
        """Find the name of a key; the key itself where there is none."""
        if is_detail(key):
            return visible(detail_parts(key)[1])
        named = self._accounts.get(key) or self._groups.get(key)
        if named is None and key.startswith("platform:"):
            platform = key.removeprefix("platform:")
            named = f"{PLATFORMS.get(platform, platform)}, outside of groups"
        shown = " ".join(visible(named or key).split())
        return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def _day_in_words(found: re.Match[str]) -> str:
    """Write a day as people do."""
    return f"{date.fromisoformat(found[0]):%d %B %Y}"


def _joined(named: list[str]) -> str:
    """Join names as a sentence does."""
    if len(named) < 2:
        return "".join(named)
    return f"{', '.join(named[:-1])} and {named[-1]}"
