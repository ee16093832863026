"""Search on the real indexes, in several scripts, with anything a person may type."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.lookup.lucene import nearest_query, words_query
from graph.lookup.search import Hit, nearest_accounts, nearest_clusters, search
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, RING_PHONE


def keys(store: GraphStore, text: str, **asked: int) -> list[str]:
    return [hit.key for hit in search(store, text, **asked)]


def test_an_exact_key_comes_first_and_once(store: GraphStore) -> None:
    hits = search(store, "facebook:1")
    assert hits[0] == Hit("account", "facebook:1", "Kicau Shop", "this is its key")
    assert len({hit.key for hit in hits}) == len(hits)
    assert keys(store, " post:facebook:3 ")[0] == "post:facebook:3"
    assert keys(store, "Facebook:Group:1")[0] == "facebook:group:1"
    assert keys(store, RING_PHONE)[0] == RING_PHONE
    assert search(store, "cluster:2026-06-30-aaaa:Cring")[0].kind == "cluster"


@pytest.mark.parametrize(
    "number", ["+12025550199", "202 555 0199", "(202) 555-0199", "0012025550199", "50199"]
)
def test_a_number_is_found_however_it_is_written(store: GraphStore, number: str) -> None:
    assert keys(store, number)[0] == COURIER


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("budi", "facebook:2"),
        ("BUDI setia", "facebook:2"),
        ("setiawan budi", "facebook:2"),
        ("zoë", "facebook:3"),
        ("O'Brien", "facebook:3"),
        ("o'brien+co", "facebook:3"),
        ("passer-by", "facebook:5"),
        ("@kicau_shop", "facebook:1"),
        ("songbird", "facebook:group:1"),
        ("murai batu", "post:facebook:1"),
        ("please help!", "post:facebook:5"),
        ("手镯", "post:facebook:3"),
        ("นกปรอด", "post:facebook:4"),
    ],
)
def test_words_are_found_in_any_script(store: GraphStore, text: str, key: str) -> None:
    assert key in keys(store, text)


@pytest.mark.parametrize("text", ["murai AND budi", "setiawan budi nobody", "镯手", "zzz"])
def test_all_words_must_be_there_in_one_thing(store: GraphStore, text: str) -> None:
    assert keys(store, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "*",
        "?",
        "~",
        "AND",
        "a AND",
        "[1 TO",
        '"',
        "\\",
        "//",
        "(((",
        "key:*",
        "😀",
        "\udcff",
        "x" * 5000,
        "a " * 5000,
    ],
)
def test_query_syntax_is_only_text(store: GraphStore, text: str) -> None:
    search(store, text)
    nearest_accounts(store, text)


def test_everything_does_not_fit_a_star(store: GraphStore) -> None:
    assert keys(store, "*") == []
    assert keys(store, "text:murai") == []


def test_hits_of_each_kind_are_bounded(store: GraphStore) -> None:
    assert len(keys(store, "kicau")) > 2
    kinds = [hit.kind for hit in search(store, "kicau", limit=1)]
    assert len(kinds) == len(set(kinds))


def test_long_labels_are_cut(store: GraphStore) -> None:
    post = {"key": "post:facebook:6", "properties": {"text": "bulbul " * 100}}
    post |= {"posted_at": None, "collected_at": None, "is_listing": False}
    store.load("load_new_posts", [post], source_key="source:aa", done="z")
    hit = search(store, "bulbul")[0]
    assert len(hit.label) == 160
    assert hit.label.endswith("…")


def test_nearest_accounts_of_a_misspelt_key(store: GraphStore) -> None:
    assert nearest_accounts(store, "telegram:usr9")[0] == "telegram:user9"
    assert nearest_accounts(store, "facebok:8")[0] == "facebook:8"
    assert nearest_accounts(store, "facebook:33", limit=2)[0] == "facebook:3"
    assert nearest_accounts(store, "Budi Setiawn")[0] == "facebook:2"
    assert len(nearest_accounts(store, "facebook:", limit=3)) == 3


def test_nearest_clusters_of_a_misspelt_id(store: GraphStore) -> None:
    assert nearest_clusters(store, "2026-06-30-aaaa", "Crin") == ["Cring", "Cpair"]
    assert nearest_clusters(store, "2026-06-30-aaaa", "Cpear", limit=1) == ["Cpair"]


@given(st.text(alphabet=st.characters(codec=None), max_size=40))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_anything_may_be_typed(empty_store: GraphStore, text: str) -> None:
    assert search(empty_store, text) == []
    assert nearest_accounts(empty_store, text) == []


@given(st.text(max_size=200))
def test_queries_are_bounded(text: str) -> None:
    assert words_query(text).count(" AND ") < 20
    assert nearest_query(text).count("~2") <= 20
