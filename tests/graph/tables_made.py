"""Tables of what is known, written by hand: accounts, posts and what was found in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import polars as pl

from graph import records
from graph.derived_records import DETAILS, SIGNATURES, STATEMENTS
from graph.tables import FORWARDS, LINKED, NAMES, REPLIES, Tables

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
POSTS = pl.Schema(
    {"post_key": pl.String(), "account_key": pl.String(), "platform": pl.String(),
     "group_key": pl.String(), "posted_at": records.UTC, "price": pl.String(),
     "text": pl.String()}
)  # fmt: skip
ACCOUNTS = pl.Schema(dict.fromkeys(("account_key", "platform", "handle", "name"), pl.String()))
GROUPS = pl.Schema(dict.fromkeys(("group_key", "platform", "name"), pl.String()))
MEMBERSHIPS = pl.Schema(
    {"account_key": pl.String(), "group_key": pl.String(), "role": pl.String(),
     "first_seen": records.UTC, "last_seen": records.UTC, "joined_at": records.UTC,
     "left_at": records.UTC}
)  # fmt: skip
COVERAGE = pl.Schema(
    {"source": pl.String(), "group_key": pl.String(), "day": pl.Date(), "posts": pl.Int64()}
)


def table(schema: pl.Schema, rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """A table of a schema; what is not given is null."""
    filled = [{name: row.get(name) for name in schema} for row in rows]
    return pl.DataFrame(filled, schema=schema)


def on(day: float) -> datetime:
    """A moment some days after the start."""
    return START + timedelta(days=day)


def account(key: str, name: str | None = None, handle: str | None = None) -> dict[str, Any]:
    """One account."""
    platform = key.partition(":")[0]
    return {"account_key": key, "platform": platform, "name": name, "handle": handle}


def post(key: str, by: str, text: str, *, day: float = 0, **more: Any) -> dict[str, Any]:
    """One post."""
    platform = by.partition(":")[0]
    return {"post_key": key, "account_key": by, "platform": platform, "text": text,
            "posted_at": on(day), **more}  # fmt: skip


def reply(key: str, by: str, to_post: str, to: str, *, day: float = 0) -> dict[str, Any]:
    """One answer."""
    return {"account_key": by, "post_key": key, "to_post": to_post, "to_key": to,
            "seen_at": on(day)}  # fmt: skip


def shown(key: str, by: str, detail: str, *, day: float = 0) -> dict[str, Any]:
    """One contact detail in a post."""
    return {"account_key": by, "post_key": key, "detail_key": detail, "seen_at": on(day),
            "kind": detail.partition(":")[0]}  # fmt: skip


def made(
    accounts: Iterable[dict[str, Any]] = (),
    posts: Iterable[dict[str, Any]] = (),
    *,
    details: Iterable[dict[str, Any]] = (),
    replies: Iterable[dict[str, Any]] = (),
    forwards: Iterable[dict[str, Any]] = (),
    links: Iterable[dict[str, Any]] = (),
    groups: Iterable[dict[str, Any]] = (),
    statements: Iterable[dict[str, Any]] = (),
) -> Tables:
    """Tables that hold exactly this."""
    described = list(accounts)
    return Tables(
        posts=table(POSTS, posts),
        memberships=table(MEMBERSHIPS, []),
        accounts=table(ACCOUNTS, described),
        groups=table(GROUPS, groups),
        details=table(DETAILS, details),
        signatures=table(SIGNATURES, []),
        coverage=table(COVERAGE, []),
        as_of="2026-06-30",
        statements=table(STATEMENTS, statements),
        forwards=table(FORWARDS, forwards),
        replies=table(REPLIES, replies),
        links=table(LINKED, links),
        names=table(NAMES, described),
    )
