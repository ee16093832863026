"""The tables that flow through Spoor: their columns, types and what a missing value means.

A reader turns a file into *batches* of records; the archive keeps them as Parquet; extraction
derives more tables from them; detection reads them all as one `graph.tables.Tables`. A missing
value is always null and means "the source does not say", never empty and never zero. Times are UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from graph.errors import SchemaError

UTC = pl.Datetime("us", "UTC")

POSTS = pl.Schema(
    {
        "post_key": pl.String(),
        "platform": pl.String(),
        "account_key": pl.String(),
        "group_key": pl.String(),
        "post_id": pl.String(),
        "post_url": pl.String(),
        "posted_at": UTC,
        "posted_at_raw": pl.String(),
        "time_zone_assumed": pl.Boolean(),
        "text": pl.String(),
        "price": pl.String(),
        "currency": pl.String(),
        "location": pl.String(),
        "image": pl.String(),
        "contact": pl.String(),
        "forwarded_from": pl.String(),
        "reply_to": pl.String(),
        "extra": pl.String(),
        "locator": pl.String(),
        "collected_at": UTC,
    }
)
"""One row per sighting of a post. ``forwarded_from``: whose words the post passes on, as the source
names them; null: the account's own. ``reply_to``: key of the post that it answers. ``extra``: what
else the source says, as a JSON object."""

MEMBERSHIPS = pl.Schema(
    {
        "account_key": pl.String(),
        "group_key": pl.String(),
        "role": pl.String(),
        "event": pl.String(),
        "by_key": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
        "collected_at": UTC,
    }
)
"""One row per statement that an account belongs to a group, joined or left it (posting there is not
repeated here). ``event``: ``joined`` or ``left``; null: it belongs. ``by_key``: the account that
brought it about, where that is another one."""

ACCOUNTS = pl.Schema(
    {
        "account_key": pl.String(),
        "platform": pl.String(),
        "native_id": pl.String(),
        "handle": pl.String(),
        "name": pl.String(),
        "url": pl.String(),
        "bio": pl.String(),
        "contact": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per distinct description of an account in a source, at its first sighting. ``contact``:
the account's own details (the number it is registered with), separated by ``;``."""

GROUPS = pl.Schema(
    {
        "group_key": pl.String(),
        "platform": pl.String(),
        "native_id": pl.String(),
        "name": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per distinct description of a group in a source, at its first sighting."""

ALIASES = pl.Schema(
    {
        "kind": pl.String(),
        "key": pl.String(),
        "same_as": pl.String(),
        "reason": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per statement of the platform itself that two keys name one account or one group (a
changed number, a group that became a supergroup, the handle of an id). ``kind``: ``account`` or
``group``; ``same_as``: the later key, or the id's where ``key`` is a handle's."""

LINKS = pl.Schema(
    {
        "link_key": pl.String(),
        "from_key": pl.String(),
        "to_key": pl.String(),
        "kind": pl.String(),
        "occurred_at": UTC,
        "occurred_at_raw": pl.String(),
        "time_zone_assumed": pl.Boolean(),
        "amount": pl.String(),
        "currency": pl.String(),
        "origin": pl.String(),
        "grade": pl.String(),
        "handling": pl.String(),
        "extra": pl.String(),
        "locator": pl.String(),
        "collected_at": UTC,
    }
)
"""One row per sighting of a relation that is no post: a call, a transfer, a parcel, an entry in a
register. ``from_key``, ``to_key``: an account or a contact detail. ``origin``: who says so, in the
source's own words; ``grade``: how reliable the source holds that to be; ``handling``: its code for
whom it may be shown to."""

IMAGES = pl.Schema(
    {
        "image_key": pl.String(),
        "post_key": pl.String(),
        "sha256": pl.String(),
        "perceptual_hash": pl.String(),
        "url": pl.String(),
        "locator": pl.String(),
        "collected_at": UTC,
    }
)
"""One row per image of a post whose fingerprint the source states, or whose file lay beside it.
``sha256``: of its bytes; ``perceptual_hash``: of what it looks like, with the method before it
(``pdq:…``, ``phash:… dhash:…``; see `graph.images.hashes`); ``url``: its name or address there."""

REJECTED = pl.Schema(
    {"locator": pl.String(), "field": pl.String(), "reason": pl.String(), "raw": pl.String()}
)
"""One row per row of the source that was refused. ``raw``: the row as found, at most 2,000
characters."""

RECORD_SCHEMAS = {
    "posts": POSTS,
    "memberships": MEMBERSHIPS,
    "accounts": ACCOUNTS,
    "groups": GROUPS,
    "aliases": ALIASES,
    "links": LINKS,
    "images": IMAGES,
    "rejected": REJECTED,
}


def _empty(schema: pl.Schema) -> pl.DataFrame:
    """An empty table of a schema."""
    return pl.DataFrame(schema=schema)


@dataclass(frozen=True)
class Batch:
    """What a reader hands over at a time.

    Attributes
    ----------
    posts, memberships, accounts, groups, aliases, links, images, rejected : polars.DataFrame
        Tables of the schemas above.
    rows_read : int
        Rows of the source that this batch stands for; equals accepted + rejected + merged.
    rows_merged : int
        Rows that repeat an earlier row of the same source exactly.
    rows_described : int
        Of the accepted rows those that are neither post, membership nor link, but describe an
        account or group.
    bytes_read : int
        How far into the source the reader has come, for progress.
    notices : tuple of str
        Sentences that the user should read: what was assumed, what was passed over. The same
        sentence of several batches counts once.
    suggested_own : mapping of str to str
        Accounts that may be our own side's, each with the reason; only a person decides.
    """

    rows_read: int
    posts: pl.DataFrame = field(default_factory=lambda: _empty(POSTS))
    memberships: pl.DataFrame = field(default_factory=lambda: _empty(MEMBERSHIPS))
    accounts: pl.DataFrame = field(default_factory=lambda: _empty(ACCOUNTS))
    groups: pl.DataFrame = field(default_factory=lambda: _empty(GROUPS))
    aliases: pl.DataFrame = field(default_factory=lambda: _empty(ALIASES))
    links: pl.DataFrame = field(default_factory=lambda: _empty(LINKS))
    images: pl.DataFrame = field(default_factory=lambda: _empty(IMAGES))
    rejected: pl.DataFrame = field(default_factory=lambda: _empty(REJECTED))
    rows_merged: int = 0
    rows_described: int = 0
    bytes_read: int = 0
    notices: tuple[str, ...] = ()
    suggested_own: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, schema in RECORD_SCHEMAS.items():
            check_schema(name, getattr(self, name), schema)


def check_schema(name: str, table: pl.DataFrame, schema: pl.Schema) -> None:
    """Raise `SchemaError` unless a table has exactly the columns and types of a schema."""
    if table.schema != schema:
        wrong = set(table.schema.items()) ^ set(schema.items())
        raise SchemaError(
            f"table {name} does not have the agreed columns: "
            f"{', '.join(sorted(f'{column} {kind}' for column, kind in wrong))}."
        )
