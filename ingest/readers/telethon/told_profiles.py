"""What is told of accounts and groups themselves, and of relations between them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl

from graph import keys
from graph.records import ACCOUNTS, ALIASES, GROUPS, LINKS, Batch
from ingest.readers.json_lines import Item
from ingest.readers.json_values import raw
from ingest.readers.options import ReadOptions
from ingest.readers.rows import BATCH_CHARACTERS
from ingest.readers.telegram.peers import PLATFORM, Peer
from ingest.readers.told_rows import BATCH_ROWS, ToldRows

_Row = dict[str, str | None]
_HANDLE = "its handle"
_BEFORE = "the group became a supergroup"


class ToldProfiles(ToldRows):
    """Rows that are told, and besides them descriptions and relations.

    One row of a source may describe a channel both as an account that posts and as a group in
    which is posted; `described` counts it once.

    Parameters
    ----------
    options : ReadOptions
        Zone of times that carry none.
    """

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._seen: set[bytes] = set()

    def _begin(self) -> None:
        """Begin a batch."""
        super()._begin()
        self._of_accounts: list[_Row] = []
        self._of_groups: list[_Row] = []
        self._aliases: list[_Row] = []
        self._links: list[_Row] = []
        self._described = 0
        self._repeated = 0
        self._length = 0

    def note(self, sentence: str) -> None:
        """Have the user read a sentence, once."""
        if sentence not in self._notices:
            super().note(sentence)

    def described(self) -> None:
        """Count a row of the source that is neither post, membership nor relation."""
        self._described += 1

    def once(self, item: Item, tell: Callable[[Item, ToldProfiles], None]) -> None:
        """Have an item told, unless it equals one that was; it is then counted as merged."""
        print_of = raw(item.value).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(print_of, digest_size=16).digest()
        if digest in self._seen:
            self._repeated += 1
            return
        tell(item, self)
        self._seen.add(digest)

    def account(
        self,
        locator: str,
        peer: Peer | None,
        handles: Sequence[str] = (),
        *,
        name: str | None = None,
        bio: str | None = None,
        contact: str | None = None,
    ) -> str:
        """Describe an account; one of which no id is known needs a handle.

        Returns
        -------
        str
            Its key.
        """
        key = peer.account_key if peer else keys.account_by_handle(PLATFORM, handles[0])
        said = {
            "account_key": key,
            "native_id": peer.native_id if peer else None,
            "handle": handles[0] if handles else None,
            "name": _short(name),
            "bio": bio,
            "contact": contact,
        }
        self._add(self._of_accounts, {**said, "locator": locator})
        others = [keys.account_by_handle(PLATFORM, handle) for handle in handles]
        self._known_as("account", key, others, locator)
        return key

    def group(
        self,
        locator: str,
        peer: Peer | None,
        handles: Sequence[str] = (),
        *,
        name: str | None = None,
        before: Peer | None = None,
    ) -> str:
        """Describe a group or channel; one of which no id is known needs a handle.

        Returns
        -------
        str
            Its key.
        """
        native_id = str(peer.number) if peer else None
        key = (
            keys.group(PLATFORM, native_id)
            if native_id
            else keys.group_by_handle(PLATFORM, handles[0])
        )
        said = {"group_key": key, "native_id": native_id, "name": _short(name)}
        self._add(self._of_groups, {**said, "locator": locator})
        others = [keys.group_by_handle(PLATFORM, handle) for handle in handles]
        self._known_as("group", key, others, locator)
        if before is not None:
            other = keys.group(PLATFORM, str(before.number))
            self._known_as("group", key, [other], locator, reason=_BEFORE)
        return key

    def link(self, locator: str, from_key: str, to_key: str, kind: str, extra: _Row) -> None:
        """Tell a relation, which is a row by itself; ``extra``: what else is said of it."""
        said = {name: value for name, value in extra.items() if value is not None}
        self._add(
            self._links,
            {
                "link_key": keys.link(from_key, to_key, kind, "", ""),
                "from_key": from_key,
                "to_key": to_key,
                "kind": kind,
                "extra": raw(said) if said else None,
                "locator": locator,
            },
        )

    @property
    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        count = len(self._of_accounts) + len(self._of_groups) + len(self._links)
        return super().is_full or count >= BATCH_ROWS or self._length >= BATCH_CHARACTERS

    def batch(self, bytes_read: int) -> Batch:
        """Lay out what was told, and begin anew."""
        accounts = _distinct(self._of_accounts, ACCOUNTS)
        groups = _distinct(self._of_groups, GROUPS)
        aliases = _distinct(self._aliases, ALIASES)
        links = _table(self._links, LINKS)
        described, repeated = self._described, self._repeated
        batch = super().batch(bytes_read)
        return replace(
            batch,
            rows_read=batch.rows_read + described + repeated + len(links),
            rows_merged=batch.rows_merged + repeated,
            rows_described=batch.rows_described + described,
            accounts=pl.concat([batch.accounts, accounts]),
            groups=pl.concat([batch.groups, groups]),
            aliases=pl.concat([batch.aliases, aliases]),
            links=links,
        )

    def _known_as(
        self, kind: str, key: str, others: Sequence[str], locator: str, reason: str = _HANDLE
    ) -> None:
        """Say under which other keys an account or a group is known."""
        for other in others:
            if other != key:
                said = {"kind": kind, "key": other, "same_as": key}
                self._add(self._aliases, {**said, "reason": reason, "locator": locator})

    def _add(self, table: list[_Row], row: _Row) -> None:
        """Add a row to a table."""
        table.append(row)
        self._length += sum(len(value) for value in row.values() if value)


def _short(name: str | None) -> str | None:
    """Cut a name that is too long to be one."""
    return name[: keys.LONGEST_NAME] if name else None


def _table(rows: Sequence[_Row], schema: pl.Schema) -> pl.DataFrame:
    """Lay out rows as a table of a schema; Telegram's where it has a platform."""
    said = [row | {"platform": PLATFORM} if "platform" in schema else row for row in rows]
    columns = {name: [row.get(name) for row in said] for name in schema}
    return pl.DataFrame(columns, schema=schema)


def _distinct(rows: Sequence[_Row], schema: pl.Schema) -> pl.DataFrame:
    """Lay out rows, each description once, at its first place."""
    what = [name for name in schema if name != "locator"]
    return _table(rows, schema).unique(what, keep="first", maintain_order=True)
