"""Search: one text over accounts, groups, contact details, posts and keys; and nearest keys."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.lookup.lucene import nearest_query, readable
from graph.lookup.search_links import match_digits
from graph.lookup.search_matches import DETAIL, EVERYTHING, POST, Match
from graph.lookup.search_rows import post_rows
from graph.lookup.search_words import BY_WORDS, match_words
from graph.store import GraphStore

LABEL_CHARACTERS = 160
CANDIDATES = 50
WHY = {
    "account": "its id, handle or a name has these words",
    "contact_detail": "its value has these words",
    "group": "its id or name has these words",
    "post": "its text has these words",
}
_NUMBER = re.compile(r"[\d\s().+/-]+")


@dataclass(frozen=True)
class Hit:
    """Something found.

    Attributes
    ----------
    kind : str
        ``account``, ``contact_detail``, ``group``, ``post``, ``cluster``, or of what has a key.
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
    store: GraphStore, text: str, *, limit: int = 20, kinds: Collection[str] = tuple(BY_WORDS)
) -> list[Hit]:
    """Find what fits a text exactly: keys first, then numbers, then words.

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
    text = readable(text)
    hits = [*by_key(store, text), *_by_number(store, text, limit)]
    for kind in BY_WORDS:
        if kind in kinds:
            hits += _by_words(store, kind, text, limit)
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
    text = readable(text)
    candidates: dict[str, str] = {}
    if words := nearest_query(text):
        rows = store.run(
            "search_accounts", words=words, reach=CANDIDATES, platform=None, limit=CANDIDATES
        )
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


def by_key(store: GraphStore, text: str) -> list[Hit]:
    """Find what has this very key."""
    wanted = text.strip()
    return [
        Hit(row["kind"], row["key"], short_label(row["label"], row["key"]), "this is its key")
        for row in store.run("search_key", keys=[wanted, wanted.lower()])
    ]


def national_digits(text: str) -> str:
    """Give the digits of what is a number and nothing else, without what is dialled before it."""
    if not _NUMBER.fullmatch(text.strip()):
        return ""
    digits = re.sub(r"\D", "", text)
    return digits.removeprefix("00").lstrip("0") or digits


def _by_number(store: GraphStore, text: str, limit: int) -> list[Hit]:
    """Find contact details with these digits, however the number is written."""
    found = match_digits(store, [national_digits(text)], EVERYTHING)
    return [_hit(DETAIL, match, "its number has these digits") for match in found.found[:limit]]


def _by_words(store: GraphStore, kind: str, text: str, limit: int) -> list[Hit]:
    """Find what has all these words."""
    found = match_words(store, kind, text, EVERYTHING, with_near=False).found[:limit]
    if kind != POST:
        return [_hit(kind, match, WHY[kind]) for match in found]
    rows = post_rows(store, [match.key for match in found])
    texts = {key: row.text or row.translation for key, row in rows.items()}
    return [
        Hit(kind, match.key, short_label(texts.get(match.key), match.key), WHY[kind])
        for match in found
    ]


def _hit(kind: str, match: Match, why: str) -> Hit:
    """Make a hit of a match."""
    return Hit(kind, match.key, short_label(match.label, match.key), why)


def short_label(label: str | None, key: str) -> str:
    """Write a short label on one line."""
    shown = " ".join((label or key).split())
    return shown if len(shown) <= LABEL_CHARACTERS else shown[: LABEL_CHARACTERS - 1] + "…"
