"""Accounts, contact details, groups and posts by words: all of them exactly, then nearly."""

from __future__ import annotations

from dataclasses import replace

from graph.lookup.lucene import near_query, words_query
from graph.lookup.search_matches import (
    ACCOUNT,
    DETAIL,
    EVERYTHING,
    GROUP,
    MOST,
    POST,
    WORDS,
    Matches,
    Only,
    matches_of,
    put_together,
)
from graph.store import GraphStore

BY_WORDS = {
    ACCOUNT: "search_accounts",
    DETAIL: "search_details",
    GROUP: "search_groups",
    POST: "search_posts",
}
INDEXES = {ACCOUNT: "accounts", DETAIL: "details", GROUP: "groups", POST: "post_words"}
NONE = Matches()


def match_words(
    store: GraphStore, kind: str, text: str, only: Only, *, with_near: bool = True
) -> Matches:
    """Find what has all words of a text, whole or as beginnings.

    Parameters
    ----------
    store : GraphStore
    kind : str
        One of `BY_WORDS`.
    text : str
        What a person typed; nothing in it is query syntax.
    only : Only
        Contact details are on no platform: none is found where one is asked for.
    with_near : bool
        Whether to find after them what has the words nearly.

    Returns
    -------
    Matches
        By falling relevance, those that have the words exactly first.
    """
    exact = words_query(text)
    if not exact or (kind == DETAIL and only.platform) or (kind != POST and only.period):
        return NONE
    found = _find(store, kind, exact, only)
    near = near_query(text) if with_near and found.is_all else ""
    if not near:
        return found
    return put_together([found, _find(store, kind, near, only, is_near=True)])


def _find(
    store: GraphStore, kind: str, words: str, only: Only, *, is_near: bool = False
) -> Matches:
    """Find what has some words, and whether all that has them was looked at."""
    found = matches_of(_ask(store, kind, words, only), WORDS, is_near=is_near)
    if only == EVERYTHING or not found.is_all:
        return found
    reached = store.run("search_reached", index=INDEXES[kind], words=words, reach=only.reach)
    return replace(found, is_all=reached[0]["looked_at"] < only.reach)


def _ask(store: GraphStore, kind: str, words: str, only: Only) -> list[dict[str, object]]:
    """Ask the index of a kind."""
    asked: dict[str, object] = {"words": words, "reach": only.reach, "limit": MOST + 1}
    if kind != DETAIL:
        asked["platform"] = only.platform
    if kind == POST:
        asked["since"], asked["until"] = only.span
    return store.run(BY_WORDS[kind], **asked)
