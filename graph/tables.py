"""What detection reads: the whole workspace as it was known at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import polars as pl

from graph.derived_records import DETAILS, SIGNATURES, STATEMENTS, TAXA, TERMS
from graph.errors import SchemaError
from graph.records import UTC

FORWARDS = pl.Schema(
    {"account_key": pl.String(), "post_key": pl.String(), "origin": pl.String(), "seen_at": UTC}
)
"""One row per post that passes on somebody else's words; ``origin``: whose, as the source names
them."""

REPLIES = pl.Schema(
    {"account_key": pl.String(), "post_key": pl.String(), "to_post": pl.String(),
     "to_key": pl.String(), "group_key": pl.String(), "seen_at": UTC}
)  # fmt: skip
"""One row per post that answers a post of another account, ``to_key``, which is known."""

LINKED = pl.Schema(
    {"from_key": pl.String(), "to_key": pl.String(), "kind": pl.String(), "occurred_at": UTC,
     "amount": pl.String(), "currency": pl.String(), "origin": pl.String(),
     "grade": pl.String(), "link_key": pl.String()}
)  # fmt: skip
"""One row per relation that is no post; the keys are of accounts or contact details."""

SHOWN = pl.Schema(
    {"account_key": pl.String(), "post_key": pl.String(), "image_key": pl.String(),
     "family_key": pl.String(), "seen_at": UTC}
)  # fmt: skip
"""One row per picture of a post; ``family_key``: the picture at the centre of those that look
nearly alike, itself where none does."""

NAMES = pl.Schema(
    {"account_key": pl.String(), "platform": pl.String(), "handle": pl.String(),
     "name": pl.String(), "bio": pl.String(), "first_seen": UTC, "last_seen": UTC}
)  # fmt: skip
"""One row per distinct description of an account, with when it was first and last met."""

SEEN = pl.Schema(
    {"account_key": pl.String(), "platform": pl.String(), "group_key": pl.String(),
     "day": pl.Date(), "posts": pl.Int64(), "first_at": UTC, "last_at": UTC}
)  # fmt: skip
"""One row per account, group (null: outside of groups) and day (UTC) on which it posted: a post
without a time of its own was there whenever it was sighted."""


@dataclass(frozen=True)
class Tables:
    """Everything that detection reads, as known at one moment.

    Attributes
    ----------
    posts : polars.DataFrame
        ``post_key account_key platform group_key posted_at price text``, one row per post (its
        latest sighting).
    memberships : polars.DataFrame
        ``account_key group_key role first_seen last_seen joined_at left_at``, one row per account
        and group, posting there included; ``joined_at`` null: no source says when; ``left_at``
        null: it is not known to have left since.
    accounts : polars.DataFrame
        ``account_key platform handle name``, one row per account (latest description).
    groups : polars.DataFrame
        ``group_key platform name``, one row per group.
    details : polars.DataFrame
        `DETAILS`.
    signatures : polars.DataFrame
        `SIGNATURES`.
    coverage : polars.DataFrame
        ``source group_key day posts``: what was observed when.
    as_of : str
        The day (``YYYY-MM-DD``, UTC) whose knowledge this is.
    statements, taxa, terms : polars.DataFrame
        `STATEMENTS`, `TAXA`, `TERMS`: what posts say of goods; empty where nothing was extracted.
    forwards, replies, links, images, names : polars.DataFrame
        `FORWARDS`, `REPLIES`, `LINKED`, `SHOWN`, `NAMES`; empty where no source states any.
    seen : polars.DataFrame
        `SEEN`.
    """

    posts: pl.DataFrame
    memberships: pl.DataFrame
    accounts: pl.DataFrame
    groups: pl.DataFrame
    details: pl.DataFrame
    signatures: pl.DataFrame
    coverage: pl.DataFrame
    as_of: str
    statements: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=STATEMENTS))
    taxa: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=TAXA))
    terms: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=TERMS))
    forwards: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=FORWARDS))
    replies: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REPLIES))
    links: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=LINKED))
    images: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SHOWN))
    names: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=NAMES))
    seen: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SEEN))

    def __post_init__(self) -> None:
        for part in fields(self):
            value = getattr(self, part.name)
            if part.name in TABLE_COLUMNS:
                missing = TABLE_COLUMNS[part.name] - set(value.columns)
                if missing:
                    raise SchemaError(
                        f"table {part.name} lacks {', '.join(sorted(missing))}; "
                        "take a table made by this version of Spoor."
                    )


TABLE_COLUMNS = {
    "posts": {"post_key", "account_key", "platform", "group_key", "posted_at", "price", "text"},
    "memberships": {
        "account_key",
        "group_key",
        "role",
        "first_seen",
        "last_seen",
        "joined_at",
        "left_at",
    },
    "accounts": {"account_key", "platform", "handle", "name"},
    "groups": {"group_key", "platform", "name"},
    "details": set(DETAILS),
    "signatures": set(SIGNATURES),
    "statements": set(STATEMENTS),
    "taxa": set(TAXA),
    "terms": set(TERMS),
    "forwards": set(FORWARDS),
    "replies": set(REPLIES),
    "links": set(LINKED),
    "images": set(SHOWN),
    "names": set(NAMES),
    "seen": set(SEEN),
    "coverage": {"source", "group_key", "day", "posts"},
}
