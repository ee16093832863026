"""Handles that stand for ids: one account or group captured by its name and by its number.

Some tools know only the handle in an address (``telegram:@pasar_burung``), others the platform's
own id. Where a source states both of one account or group, what was captured under the handle is
read under the id, posts included, whenever it was stated.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from ingest.archive import Archive
from ingest.scanned import SOURCE

_HANDLE = r"^[^:]+:(?:group:)?@[^/]+$"
_NAMED_IN_CHAT = r"^([^:]+:@[^/]+)/"
_POST_BY_HANDLE = r"^(post:[^:]+:@[^/]+)/"
_ACCOUNTS = ("account_key", "by_key", "from_key", "to_key")
_POSTS = ("post_key", "reply_to")


@dataclass(frozen=True)
class Handles:
    """Which keys by handle stand for which keys by id.

    Attributes
    ----------
    accounts, groups : mapping of str to str
        Only of handles under which something was captured, and that were stated of one id only:
        a handle that was passed on names nobody with certainty.
    used : mapping of str to frozenset of str
        Those of them under which each source holds something, by the source's SHA-256.
    """

    accounts: Mapping[str, str]
    groups: Mapping[str, str]
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def fingerprint(self, sha256: str) -> str | None:
        """Differs whenever something else of a source would be put together; None: nothing is."""
        known = {**self.accounts, **self.groups}
        found = sorted((key, known[key]) for key in self.used.get(sha256, ()))
        if not found:
            return None
        told = json.dumps(found).encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()[:16]

    def resolved(self, table: str, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Put ids into a table where it has handles.

        Parameters
        ----------
        table : str
            Its name; of ``aliases`` the statements of handles are left out, as they are heeded.
        rows : polars.LazyFrame
            As archived or derived.
        """
        if table == "aliases":
            rows = rows.filter(~pl.col("key").str.contains(_HANDLE))
        if not self.accounts and not self.groups:
            return rows
        columns = rows.collect_schema().names()
        groups = pl.col("group_key").replace(dict(self.groups))
        return rows.with_columns(
            *(self._account(name) for name in _ACCOUNTS if name in columns),
            *(self._post(name) for name in _POSTS if name in columns),
            *(groups for name in ("group_key",) if name in columns),
        )

    def _account(self, column: str) -> pl.Expr:
        """Put the id into an account's key, or into that of the chat in which it is only named."""
        key = pl.col(column).replace(dict(self.accounts))
        return _with_prefix(key, _NAMED_IN_CHAT, _chats(self.groups, ""))

    def _post(self, column: str) -> pl.Expr:
        """Put the group's id into the key of a post."""
        return _with_prefix(pl.col(column), _POST_BY_HANDLE, _chats(self.groups, "post:"))


def handles_of(archive: Archive) -> Handles:
    """Find out which handles stand for which ids.

    Parameters
    ----------
    archive : Archive
        As it is, with our own side.
    """
    stated = stated_handles(archive)
    if not stated:
        return Handles({}, {})
    used = {sha256: keys & stated.keys() for sha256, keys in _used(archive).items()}
    found = {key: stated[key] for keys in used.values() for key in keys}
    return Handles(
        accounts={key: to for key, to in found.items() if ":group:" not in key},
        groups={key: to for key, to in found.items() if ":group:" in key},
        used=used,
    )


def stated_handles(archive: Archive) -> dict[str, str]:
    """Read of which id each handle is, for those stated of one id only."""
    certain = (
        archive.records_of(_sources(archive), "aliases")
        .filter(pl.col("key").str.contains(_HANDLE))
        .select("key", "same_as")
        .unique()
        .filter(pl.len().over("key") == 1)
        .sort("key")
        .collect(engine="streaming")
    )
    return dict(certain.iter_rows())


def is_of_handle(key: str) -> bool:
    """Whether a key names an account or group by its handle."""
    return key.partition(":")[2].removeprefix("group:").startswith("@")


_COLUMNS = {
    "posts": ("account_key", "group_key"),
    "memberships": ("account_key", "by_key", "group_key"),
    "accounts": ("account_key",),
    "groups": ("group_key",),
    "links": ("from_key", "to_key"),
}


def _used(archive: Archive) -> dict[str, frozenset[str]]:
    """Gather the keys by handle under which each source holds something."""
    found: dict[str, set[str]] = {sha256: set() for sha256 in _sources(archive)}
    for table, names in _COLUMNS.items():
        rows = archive.records_of(found, table)
        for name in names:
            by_handle = rows.select(SOURCE, name).filter(pl.col(name).str.contains(_HANDLE))
            for sha256, key in by_handle.unique().collect(engine="streaming").iter_rows():
                found[sha256].add(key)
    return {sha256: frozenset(keys) for sha256, keys in found.items()}


def _sources(archive: Archive) -> list[str]:
    """The sources that were not withdrawn, in the order of their ingestion."""
    return [source.sha256 for source in archive.sources()]


def _chats(groups: Mapping[str, str], before: str) -> dict[str, str]:
    """Give what the keys inside a group begin with, by handle and by id."""

    def prefix(group_key: str) -> str:
        platform, _, native = group_key.partition(":group:")
        return f"{before}{platform}:{native}"

    return {prefix(key): prefix(same_as) for key, same_as in groups.items()}


def _with_prefix(key: pl.Expr, pattern: str, prefixes: Mapping[str, str]) -> pl.Expr:
    """Replace what a key begins with, where it is one of some."""
    begins = key.str.extract(pattern, 1)
    other = begins.replace_strict(
        list(prefixes), list(prefixes.values()), default=None, return_dtype=pl.String
    )
    rest = key.str.slice(begins.str.len_chars())
    return pl.when(other.is_not_null()).then(pl.concat_str(other, rest)).otherwise(key)
