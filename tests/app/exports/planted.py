"""A planted detection with the tables behind it: who, when and why are known by construction."""

from __future__ import annotations

from datetime import UTC, datetime

import networkx as nx
import polars as pl

from app.exports.network import build_network
from graph.derived_records import DETAILS, SIGNATURES
from graph.records import UTC as UTC_COLUMN
from graph.tables import Tables
from tests.graph.planted_graph import detection

RING = ("facebook:1", "facebook:2", "facebook:3")
FIRST = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
LAST = datetime(2026, 6, 9, 21, tzinfo=UTC)
JOINED = datetime(2026, 5, 20, tzinfo=UTC)
LEFT = datetime(2026, 6, 20, tzinfo=UTC)
POSTED = {
    "post:facebook:1": ("facebook:1", FIRST),
    "post:facebook:2": ("facebook:2", LAST),
    "post:facebook:3": ("facebook:3", None),
}
NAMES = {"facebook:1": "Kicau Shop", "facebook:2": None, "facebook:3": None}
HANDLES = {"facebook:1": "kicau", "facebook:2": "budi", "facebook:3": None}


def tables(names: dict[str, str | None] | None = None) -> Tables:
    """Three accounts with a post each, one of them without a time; one is in a group."""
    names = NAMES if names is None else names
    return Tables(
        posts=pl.DataFrame(
            [(key, account, "facebook", None, at, None, None)
             for key, (account, at) in POSTED.items()],
            schema={"post_key": pl.String, "account_key": pl.String, "platform": pl.String,
                    "group_key": pl.String, "posted_at": UTC_COLUMN, "price": pl.String,
                    "text": pl.String},
            orient="row",
        ),
        memberships=pl.DataFrame(
            [("facebook:1", "facebook:group:1", None, JOINED, LEFT, None, None)],
            schema={"account_key": pl.String, "group_key": pl.String, "role": pl.String,
                    "first_seen": UTC_COLUMN, "last_seen": UTC_COLUMN, "joined_at": UTC_COLUMN,
                    "left_at": UTC_COLUMN},
            orient="row",
        ),
        accounts=pl.DataFrame(
            [(key, "facebook", HANDLES.get(key), name) for key, name in names.items()],
            schema={"account_key": pl.String, "platform": pl.String, "handle": pl.String,
                    "name": pl.String},
            orient="row",
        ),
        groups=pl.DataFrame(schema={"group_key": pl.String, "platform": pl.String,
                                    "name": pl.String}),
        details=pl.DataFrame(schema=DETAILS),
        signatures=pl.DataFrame(schema=SIGNATURES),
        coverage=pl.DataFrame(schema={"source": pl.String, "group_key": pl.String,
                                      "day": pl.String, "posts": pl.Int64}),
        as_of="2026-06-30",
    )  # fmt: skip


def ring() -> nx.Graph[str]:
    """The graph of the planted ring."""
    return build_network(detection(), ["Cring"], tables())


def named(names: dict[str, str | None]) -> nx.Graph[str]:
    """A pair of accounts with such keys and names, tied."""
    a, b = sorted(names)
    found = detection(ties=((a, b, 5.0),), clusters={"Codd": (a, b)})
    return build_network(found, ["Codd"], tables(names))
