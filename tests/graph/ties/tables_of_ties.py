"""Tables for the weighing of evidence, written by hand without reading any file."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import polars as pl

from graph import records
from graph.derived_records import DETAILS, SIGNATURES
from graph.tables import FORWARDS, LINKED, NAMES, REPLIES, SHOWN, Tables
from graph.ties.layers.known import LAYERS
from graph.ties.tie import Ties, tie_accounts
from tests.worlds import calibration

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
TEXTS = ("post_key", "account_key", "platform", "group_key", "price", "text")
SCHEMAS = {
    "posts": pl.Schema(dict.fromkeys(TEXTS, pl.String()) | {"posted_at": records.UTC}),
    "memberships": pl.Schema(
        dict.fromkeys(("account_key", "group_key", "role"), pl.String())
        | dict.fromkeys(("first_seen", "last_seen", "joined_at", "left_at"), records.UTC)
    ),
    "accounts": pl.Schema(
        dict.fromkeys(("account_key", "platform", "handle", "name"), pl.String())
    ),
    "groups": pl.Schema(dict.fromkeys(("group_key", "platform", "name"), pl.String())),
    "details": DETAILS,
    "signatures": SIGNATURES,
    "coverage": pl.Schema(dict.fromkeys(("source", "group_key", "day", "posts"), pl.String())),
    "forwards": FORWARDS,
    "replies": REPLIES,
    "links": LINKED,
    "images": SHOWN,
    "names": NAMES,
}

Row = dict[str, Any]


def at(days: float) -> datetime:
    """A moment some days after the start, a Monday morning."""
    return START + timedelta(days=days)


def made(**rows: list[Row]) -> Tables:
    """Tables that hold exactly these rows; what is not given is null."""
    frames = {
        name: pl.DataFrame(
            [{column: row.get(column) for column in schema} for row in rows.get(name, [])],
            schema=schema,
        )
        for name, schema in SCHEMAS.items()
    }
    return Tables(**frames, as_of="2026-06-30")


def joined(one: Tables, *others: Tables) -> Tables:
    """The rows of several tables together."""
    frames = {
        part.name: pl.concat([getattr(each, part.name) for each in (one, *others)])
        for part in fields(Tables)
        if part.name != "as_of"
    }
    return replace(one, **frames)


def shuffled(tables: Tables, seed: int) -> Tables:
    """The same rows in another order."""
    frames = {
        part.name: getattr(tables, part.name).sample(fraction=1, shuffle=True, seed=seed)
        for part in fields(Tables)
        if part.name != "as_of"
    }
    return replace(tables, **frames)


def account(key: str, handle: str | None = None, name: str | None = None) -> Row:
    """One account of the platform that its key begins with."""
    return {"account_key": key, "platform": key.split(":")[0], "handle": handle, "name": name}


def member(key: str, group: str, **more: Any) -> Row:
    """One account in one group."""
    return {"account_key": key, "group_key": group, **more}


def shown(key: str, detail: str, post: str | None = None, day: float = 0) -> Row:
    """One contact detail in a post, or in the account's description."""
    kind = detail.split(":")[1] if detail.startswith("handle:") else detail.split(":")[0]
    return {"account_key": key, "post_key": post, "detail_key": detail, "kind": kind,
            "confidence": 0.9, "seen_at": at(day)}  # fmt: skip


def tied(tables: Tables, *layers: str) -> Ties:
    """The ties of tables under the shipped calibration, of all layers unless some are named."""
    return tie_accounts(tables, calibration(), layers or LAYERS)


def reason(found: Ties, layer: str) -> Row:
    """The one reason of a layer."""
    return found.reasons.filter(pl.col("layer") == layer).row(0, named=True)
