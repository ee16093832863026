"""Search: one text over accounts, groups, contact details, posts and keys; and nearest keys."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from graph.lookup.lucene import nearest_query, words_query
from graph.store import GraphStore

LEAST_DIGITS = 5
LABEL_CHARACTERS = 160
CANDIDATES = 50
LONGEST_TEXT = 300
INDEXES = {
    "account": ("search_accounts", "its id, handle or a name has these words"),
    "contact_detail": ("search_details", "its value has these words"),
    "group": ("search_groups", "its id or name has these words"),
    "post": ("search_posts", "its text has these words"),
}
_NUMBER = re.compile(r"[\d\s().+/-]+")


@dataclass(frozen=True)
class Hit:
    """Something found.

    Attributes
    ----------
    kind : str
        ``account``, ``contact_detail``, ``group``, ``post`` or ``cluster``.
    key : str
    label : str
        Name, value or the beginning of the text; the key when there is none.
    why : str
        What in it fits, in words.
    """

    kind: str
    key: str
    label: str
    why: str


def search(
    store: GraphStore, text: str, *, limit: int = 20, kinds: Collection[str] = tuple(INDEXES)
) -> list[Hit]:
    """Find what fits a text: exact keys first, then numbers, then words.

    Parameters
    ----------
    store : GraphStore
    text : str
        A key, a phone number in any spelling, or words; nothing in it is query syntax. Its first
        300 characters count.
    limit : int
        Most hits of each kind and way of fitting.
    kinds : collection of str
        Which kinds to look through by words.

    Returns
    -------
    list of Hit
        Each thing once, for its best reason; by reason, kind and falling relevance.
    """
    text = _readable(text)
    hits = (
        _by_key(store, text) + _by_number(store, text, limit) + _by_words(store, text, limit, kinds)
    )
    return list({(hit.kind, hit.key): hit for hit in reversed(hits)}.values())[::-1]


def nearest_accounts(store: GraphStore, text: str, *, limit: int = 5) -> list[str]:
    """Keys of accounts most like a key that is not there, the nearest first.

    Parameters
    ----------
    store : GraphStore
    text : str
        What was asked for.
    limit : int
        Most keys.
    """
    text = _readable(text)
    candidates: dict[str, str] = {}
    if words := nearest_query(text):
        rows = store.run("search_accounts", words=words, limit=CANDIDATES)
        candidates.update({row["key"]: row["label"] or "" for row in rows})
    prefix = text[: max(len(text) - 2, text.find(":") + 1)]
    for row in store.run("accounts_by_prefix", prefix=prefix, limit=CANDIDATES):
        candidates[row["key"]] = row["label"] or ""
    likeness = {
        key: max(fuzz.ratio(text, key), fuzz.ratio(text.lower(), label.lower()))
        for key, label in candidates.items()
    }
    return sorted(likeness, key=lambda key: (-likeness[key], key))[:limit]


def nearest_clusters(store: GraphStore, snapshot: str, text: str, *, limit: int = 5) -> list[str]:
    """Ids of a snapshot's clusters most like an id that is not there, the nearest first."""
    rows = store.run("cluster_ids", snapshot=snapshot, limit=10_000)
    likeness = {row["id"]: fuzz.ratio(text, row["id"]) for row in rows}
    return sorted(likeness, key=lambda each: (-likeness[each], each))[:limit]


def _readable(text: str) -> str:
    """Cut what was typed to a length that can be searched, without what is no character."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")


def _by_key(store: GraphStore, text: str) -> list[Hit]:
    """Find what has this very key."""
    wanted = text.strip()
    return [
        _hit(row["kind"], row, "this is its key")
        for row in store.run("search_key", keys=[wanted, wanted.lower()])
    ]


def _by_number(store: GraphStore, text: str, limit: int) -> list[Hit]:
    """Find contact details with these digits, however the number is written."""
    digits = re.sub(r"\D", "", text)
    if not _NUMBER.fullmatch(text.strip()) or len(digits) < LEAST_DIGITS:
        return []
    national = digits.removeprefix("00").lstrip("0") or digits
    rows = store.run("search_number", digits=national, limit=limit)
    return [_hit("contact_detail", row, "its number has these digits") for row in rows]


def _by_words(store: GraphStore, text: str, limit: int, kinds: Collection[str]) -> list[Hit]:
    """Find what has all these words."""
    words = words_query(text)
    if not words:
        return []
    return [
        _hit(kind, row, why)
        for kind, (query, why) in INDEXES.items()
        if kind in kinds
        for row in store.run(query, words=words, limit=limit)
    ]


def _hit(kind: str, row: dict[str, Any], why: str) -> Hit:
    """Make a hit with a short label."""
    label = " ".join((row["label"] or row["key"]).split())
    if len(label) > LABEL_CHARACTERS:
        label = label[: LABEL_CHARACTERS - 1] + "…"
    return Hit(kind, row["key"], label, why)
