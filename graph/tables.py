"""What detection reads: the whole workspace as it was known at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import polars as pl

from graph.derived_records import DETAILS, SIGNATURES, STATEMENTS, TAXA, TERMS
from graph.errors import SchemaError


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
    "memberships": {"account_key", "group_key", "role", "first_seen", "last_seen", "left_at"},
    "accounts": {"account_key", "platform", "handle", "name"},
    "groups": {"group_key", "platform", "name"},
    "details": set(DETAILS),
    "signatures": set(SIGNATURES),
    "statements": set(STATEMENTS),
    "taxa": set(TAXA),
    "terms": set(TERMS),
    "coverage": {"source", "group_key", "day", "posts"},
}
