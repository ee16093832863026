"""A small planted graph and detections over it, every number known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import polars as pl

from graph.detect import Detection
from graph.settings import DetectionSettings
from graph.store import GraphStore
from tests.graph.planted_dossier import dossier

SOURCE = "source:aa"
RING_PHONE = "phone:+12025550101"
COURIER = "phone:+12025550199"
DAY = datetime(2026, 6, 1, tzinfo=UTC)
RING = ("facebook:1", "facebook:2", "facebook:3")
PAIR = ("facebook:8", "telegram:user9")
STRANGER = "facebook:5"
TEXTS = {
    "post:facebook:1": "Murai batu for sale",
    "post:facebook:2": "Murai batu, wrapped and shipped",
    "post:facebook:3": "象牙手镯出售",
    "post:facebook:4": "ขายนกปรอดหัวโขนราคาถูก",
    "post:facebook:5": "Lost my dog (please help!)",
}


def millis(day: int) -> int:
    return int(datetime(2026, 6, day, tzinfo=UTC).timestamp() * 1000)


def plant(store: GraphStore) -> None:
    """Five accounts on Facebook and one on Telegram, five posts, three details, two groups."""
    store.ensure_schema()
    properties = {"path": "week.csv", "ingested_at": "2026-06-30T00:00:00+00:00"}
    store.load("load_source", [{"key": SOURCE, "properties": properties}])
    _load(
        store, "groups", [_group("facebook:group:1", "Songbirds"), _group("facebook:group:2", None)]
    )
    accounts = [
        _account("facebook:1", "kicau_shop", "Kicau Shop"),
        _account("facebook:2", None, "Budi Setiawan"),
        _account("facebook:3", "o'brien+co", "Zoë O'Brien"),
        _account("facebook:5", None, "Passer-by"),
        _account("facebook:8", None, "Kicau Two"),
        _account("telegram:user9", "kicau_shop", None),
    ]
    _load(store, "accounts", accounts)
    details = [
        {"key": RING_PHONE, "kind": "phone", "value": "+12025550101"},
        {"key": COURIER, "kind": "phone", "value": "+12025550199"},
        {"key": "handle:telegram:kicau_shop", "kind": "telegram", "value": "kicau_shop"},
    ]
    _load(store, "details", details)
    _load(store, "new_posts", [_post(key, text) for key, text in TEXTS.items()])
    authors = ["facebook:1", "facebook:2", "facebook:3", "facebook:3", STRANGER]
    pairs = list(zip(TEXTS, authors, strict=True))
    _load(store, "post_authors", [{"post_key": p, "account_key": a} for p, a in pairs])
    _load(store, "post_groups", [{"post_key": p, "group_key": "facebook:group:1"} for p in TEXTS])
    _load(store, "memberships", [_member("facebook:1", "admin"), _member("facebook:2", None)])
    mention = {"raw": "202 555 0101", "start": 4, "end": 16, "rule": "phone", "confidence": 0.9}
    mentions = [("post:facebook:1", RING_PHONE), ("post:facebook:2", RING_PHONE)]
    _load(
        store,
        "mentions",
        [
            {"post_key": p, "detail_key": d, "properties": mention, "is_latest": True}
            for p, d in mentions
        ],
    )
    published = [(account, RING_PHONE, 2) for account in RING[:2]]
    published += [(account, COURIER, 1) for account in (*RING, *PAIR, STRANGER)]
    published += [("facebook:1", "handle:telegram:kicau_shop", 0)]
    _load(store, "publications", [_publication(*each) for each in published])
    reached = {"detail_key": "handle:telegram:kicau_shop", "account_key": "telegram:user9"}
    _load(store, "reaches", [reached])
    seen = [
        {"post_key": p, "locator": f"row {n}", "collected_at": millis(20)}
        for n, p in enumerate(TEXTS, 1)
    ]
    _load(store, "sightings", seen)
    store.run("complete_source", source_key=SOURCE)


def detection(
    snapshot: str = "2026-06-30-aaaa",
    ties: tuple[tuple[str, str, float], ...] = (
        ("facebook:1", "facebook:2", 12.0),
        ("facebook:2", "facebook:3", 6.5),
        ("facebook:8", "telegram:user9", 8.0),
    ),
    clusters: dict[str, tuple[str, ...]] | None = None,
    hubs: dict[str, float] | None = None,
) -> Detection:
    """A detection as `graph.detect.run` gives it, with these results."""
    clusters = {"Cring": RING, "Cpair": PAIR} if clusters is None else clusters
    hubs = {COURIER: 0.97} if hubs is None else hubs
    return Detection(
        snapshot=snapshot,
        as_of=snapshot[:10],
        calibration="test-1",
        settings=DetectionSettings(),
        accounts=6,
        ties=pl.DataFrame(
            [(a, b, score, score + 10, 0.99) for a, b, score in ties],
            schema={
                "account_a": pl.String,
                "account_b": pl.String,
                "score": pl.Float64,
                "bits": pl.Float64,
                "probability": pl.Float64,
            },
            orient="row",
        ),
        reasons=_reasons(ties),
        texts=pl.DataFrame(
            {
                "account_key": ["facebook:1", "facebook:2"],
                "post_key": ["post:facebook:1", "post:facebook:2"],
                "accounts": [2, 2],
                "text_key": ["text:1", "text:1"],
            }
        ),
        hubs=pl.DataFrame(
            {
                "detail_key": list(hubs),
                "kind": ["phone"] * len(hubs),
                "probability": list(hubs.values()),
                "accounts": [6] * len(hubs),
                "first_seen": [DAY] * len(hubs),
                "last_seen": [DAY] * len(hubs),
                "reasons": [["6 accounts publish it."]] * len(hubs),
            },
            schema_overrides={"detail_key": pl.String, "probability": pl.Float64},
        ),
        clusters=_clusters(clusters),
        members=pl.DataFrame(
            [
                (name, key, "member", 0.9, False, 0.8)
                for name, keys in clusters.items()
                for key in keys
            ],
            schema={
                "cluster_id": pl.String,
                "account_key": pl.String,
                "role": pl.String,
                "stability": pl.Float64,
                "borderline": pl.Boolean,
                "by_seed": pl.Float64,
            },
            orient="row",
        ),
        coverage=pl.DataFrame(),
        **dossier(),
    )


def _clusters(clusters: dict[str, tuple[str, ...]]) -> pl.DataFrame:
    """What is measured of clusters; the larger is the less connected."""
    return pl.DataFrame(
        {
            "cluster_id": list(clusters),
            "connectedness": [1 / len(keys) for keys in clusters.values()],
            "trade_relevance": [None for _ in clusters],
            "size": [len(keys) for keys in clusters.values()],
            "platforms": [
                sorted({key.split(":")[0] for key in keys}) for keys in clusters.values()
            ],
            "span_first": [DAY for _ in clusters],
            "span_last": [DAY for _ in clusters],
            "bridges": [[f"{keys[0]} ↔ {keys[1]}"] for keys in clusters.values()],
            "alternatives": [["family", "rescue"] for _ in clusters],
            "alternatives_for": [["", "1 post mentions rescue"] for _ in clusters],
        },
        schema_overrides={"cluster_id": pl.String, "trade_relevance": pl.Float64},
    )


def _reasons(ties: tuple[tuple[str, str, float], ...]) -> pl.DataFrame:
    """One counted reason for each tie, and one that is not counted."""
    rows = [
        row
        for a, b, score in ties
        for row in (
            (a, b, "phone", "identifier", RING_PHONE, score, True,
             ["post:facebook:1", "post:facebook:2"], "Both publish the phone number."),
            (a, b, "text", "content", "text:1", 3.0, False,
             ["post:facebook:3"], "Both posted nearly the same text; not counted."),
        )
    ]  # fmt: skip
    schema = {
        "account_a": pl.String,
        "account_b": pl.String,
        "layer": pl.String,
        "family": pl.String,
        "shared": pl.String,
        "bits": pl.Float64,
        "counted": pl.Boolean,
        "posts": pl.List(pl.String),
        "sentence": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _load(store: GraphStore, step: str, rows: list[dict[str, Any]]) -> None:
    """Write rows as one step of loading."""
    store.load(f"load_{step}", rows, source_key=SOURCE, done="z")


def _group(key: str, name: str | None) -> dict[str, Any]:
    names = [name] if name else []
    return {"key": key, "platform": "facebook", "native_id": key[-1], "name": name, "names": names}


def _account(key: str, handle: str | None, name: str | None) -> dict[str, Any]:
    platform, native = key.split(":")
    return {
        "key": key,
        "platform": platform,
        "native_id": native,
        "handle": handle,
        "name": name,
        "names": [each for each in (name, handle) if each],
        "url": None,
        "bio": None,
    }


def _post(key: str, text: str) -> dict[str, Any]:
    day = int(key[-1])
    return {
        "key": key,
        "posted_at": millis(day),
        "collected_at": millis(20),
        "is_listing": day < 3,
        "properties": {"platform": "facebook", "text": text, "price": "9" if day < 3 else None},
    }


def _member(account: str, role: str | None) -> dict[str, Any]:
    return {
        "account_key": account,
        "group_key": "facebook:group:1",
        "role": role,
        "first_seen": millis(1),
        "last_seen": None,
    }


def _publication(account: str, detail: str, posts: int) -> dict[str, Any]:
    return {
        "account_key": account,
        "detail_key": detail,
        "posts": posts,
        "first_seen": millis(1),
        "last_seen": millis(4),
        "is_published": True,
    }
