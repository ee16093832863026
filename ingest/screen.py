"""What may be seen of the archive's tables: everything but our own side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from graph import keys
from ingest.archive import Archive
from ingest.handles import is_of_handle, stated_handles
from ingest.mask import Mask
from ingest.own import declined, own_accounts
from ingest.traits import Traits, traits_of

HIDDEN: dict[str, dict[str, tuple[str, ...]]] = {
    "statements": {"key": ("post_key",), "account_key": ("account_key",), "text": ("raw",)},
    "taxa": {"key": ("post_key",), "account_key": ("account_key",), "text": ("raw",)},
    "terms": {"key": ("post_key",), "account_key": ("account_key",), "text": ("raw",)},
    "languages": {"key": ("post_key",)},
    "places": {"key": ("post_key",), "account_key": ("account_key",), "text": ("place", "raw")},
    "posts": {
        "key": ("post_key", "group_key", "post_id", "reply_to"),
        "account_key": ("account_key",),
        "text": ("post_url", "text", "price", "location", "image", "contact", "forwarded_from"),
        "json": ("extra",),
    },
    "memberships": {"key": ("group_key",), "account_key": ("account_key", "by_key")},
    "accounts": {
        "account_key": ("account_key",),
        "identifiers": ("handle", "name", "url"),
        "text": ("bio", "contact"),
    },
    "groups": {"key": ("group_key", "native_id"), "text": ("name",)},
    "aliases": {"key": ("key", "same_as"), "text": ("reason",)},
    "links": {
        "account_key": ("from_key", "to_key"),
        "text": ("kind", "amount", "origin", "grade", "handling"),
        "json": ("extra",),
    },
    "images": {"key": ("post_key",), "text": ("url",)},
    "rejected": {"text": ("reason", "raw")},
    "details": {"key": ("post_key",), "account_key": ("account_key",)},
    "signatures": {"key": ("post_key",), "account_key": ("account_key",)},
}
"""How our own side is hidden in each table's columns: by which function of `ingest.mask.Mask`."""

_LEADING = {"aliases": ("key", "same_as"), "links": ("from_key", "to_key")}
"""The columns that say of whom a row is, where that is not ``account_key``."""


@dataclass(frozen=True)
class Screen:
    """What is left out and what is hidden.

    Attributes
    ----------
    accounts : frozenset of str
        Keys of our own accounts, with those that the platform says are the same, and those that
        are known by nothing but the name of one of them in a chat where that one is.
    traits : Traits
        What they are known by.
    posts : frozenset of str
        Keys of the posts that some source gives to one of them.
    mask : Mask
        Hides what they are known by.
    fingerprint : str
        Differs whenever something else would be left out or hidden.
    """

    accounts: frozenset[str]
    traits: Traits
    posts: frozenset[str]
    mask: Mask
    fingerprint: str

    def of_others(self, table: str, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Leave our own side out of a table, and hide it in what others say.

        Parameters
        ----------
        table : str
            One of `HIDDEN`.
        rows : polars.LazyFrame
            That table, as it is archived or derived.
        """
        columns = rows.collect_schema().names()
        kept = rows.filter(self._is_others(table, columns)).with_columns(
            _unless(pl.col(column), hidden)
            for column, hidden in (("by_key", self.accounts), ("reply_to", self.posts))
            if column in columns
        )
        return kept.with_columns(
            pl.col(column).map_batches(
                getattr(self.mask, how), return_dtype=pl.String, is_elementwise=True
            )
            for how, named in HIDDEN[table].items()
            for column in named
        )

    def _is_others(self, table: str, columns: Collection[str]) -> pl.Expr:
        """Tell the rows that do not speak of our own side as such."""
        hidden = [(name, self.accounts) for name in _LEADING.get(table, ("account_key",))]
        if table == "links":
            hidden += [(name, self.traits.details) for name in _LEADING[table]]
        hidden += [("post_key", self.posts), ("detail_key", self.traits.details)]
        is_others = pl.lit(value=True)
        for name, own in hidden:
            if name in columns:
                is_others &= ~_among(pl.col(name), own)
        if table == "details":
            is_others &= ~pl.col("raw").map_batches(
                self.mask.finds, return_dtype=pl.Boolean, is_elementwise=True
            )
        return is_others


def screen_of(archive: Archive) -> Screen | None:
    """Work out what to leave out and to hide; None when nobody is declared our own side's.

    Parameters
    ----------
    archive : Archive
        As it is, with our own side.
    """
    decided = own_accounts(archive.workspace)
    if not decided:
        return None
    left = declined(archive.workspace)
    accounts = decided | _aliases(archive, decided, left)
    traits = traits_of(archive, accounts)
    accounts |= _by_name(archive, accounts, traits.names) - left
    posts, disputed = _posts(archive, accounts)
    told = json.dumps([sorted(accounts), sorted(disputed), traits.fingerprint])
    return Screen(
        accounts=accounts,
        traits=traits,
        posts=posts,
        mask=Mask(traits, archive.workspace.id),
        fingerprint=hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def _aliases(archive: Archive, own: Collection[str], left: Collection[str]) -> frozenset[str]:
    """Find the keys that the platform says are own accounts', directly or through others."""
    import networkx as nx

    stated: nx.Graph[str] = nx.Graph()
    for source in archive.sources():
        rows = archive.records(source.sha256, "aliases").filter(pl.col("kind") == "account")
        pairs = rows.select("key", "same_as").collect().rows()
        stated.add_edges_from(pair for pair in pairs if not is_of_handle(pair[0]))
    stated.add_edges_from(
        pair for pair in stated_handles(archive).items() if ":group:" not in pair[0]
    )
    stated.remove_nodes_from([key for key in left if key in stated])
    found: set[str] = set()
    for key in own:
        if key in stated and key not in found:
            found |= nx.node_connected_component(stated, key)
    return frozenset(found)


def _by_name(archive: Archive, own: Collection[str], names: Collection[str]) -> frozenset[str]:
    """Find the keys under which a chat's export may hold own accounts by their names only."""
    is_own = _among(pl.col("account_key"), own)
    tables = [
        archive.records(source.sha256, table)
        for source in archive.sources()
        for table in ("posts", "memberships")
    ]
    chats = _keys_of(tables, is_own & pl.col("group_key").is_not_null(), "group_key")
    possible = {
        keys.account_by_name(chat.partition(":")[0], chat, name) for chat in chats for name in names
    }
    described = [archive.records(source.sha256, "accounts") for source in archive.sources()]
    return _keys_of(described, _among(pl.col("account_key"), possible), "account_key")


def _posts(archive: Archive, own: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Find own accounts' posts, and those of them that some source gives to somebody else."""
    sources = [archive.records(source.sha256, "posts") for source in archive.sources()]
    theirs = _keys_of(sources, _among(pl.col("account_key"), own), "post_key")
    if not theirs:
        return theirs, frozenset()
    elsewhere = _among(pl.col("post_key"), theirs) & ~_among(pl.col("account_key"), own)
    return theirs, _keys_of(sources, elsewhere, "post_key")


def _keys_of(sources: list[pl.LazyFrame], chosen: pl.Expr, column: str) -> frozenset[str]:
    """Gather the keys in some rows of a table of all sources."""
    return frozenset(
        key
        for rows in sources
        for key in rows.filter(chosen).select(pl.col(column).unique()).collect().to_series()
    )


def _among(column: pl.Expr, values: Collection[str]) -> pl.Expr:
    """Whether a value is one of some; false where it is missing."""
    among = pl.Series(sorted(values), dtype=pl.String).implode()
    return column.is_in(among).fill_null(value=False)


def _unless(column: pl.Expr, values: Collection[str]) -> pl.Expr:
    """Keep a value unless it is one of some."""
    return pl.when(~_among(column, values)).then(column)
