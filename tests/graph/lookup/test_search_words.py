"""Searching a real graph: near after exact, translations, counts that end, and no scans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from neo4j import Driver

from graph.lookup import search_matches, search_words
from graph.lookup.posts import write_translations
from graph.lookup.search_indexes import INDEXES, prepare_search
from graph.lookup.search_links import (
    match_cluster_ids,
    match_digits,
    match_members,
    match_mentions,
    match_naming,
    match_publishers,
)
from graph.lookup.search_matches import (
    ACCOUNT,
    DETAIL,
    EVERYTHING,
    GROUP,
    POST,
    Only,
    put_together,
)
from graph.lookup.search_rows import cluster_rows, detail_rows, group_rows, post_rows
from graph.lookup.search_words import match_words
from graph.results import write_results
from graph.server.connection import Connection
from graph.store import GraphStore
from queries.catalogue import catalogue
from tests.graph.planted_graph import COURIER, PAIR, RING, RING_PHONE, detection, plant

SNAPSHOT = "2026-06-30-aaaa"
FEW = {"search_regions"}
"""Queries over nodes of which there are few."""


@pytest.fixture(scope="module")
def store(neo4j_connection: Connection, neo4j_driver: Driver) -> Iterator[GraphStore]:
    """The planted graph, once for these tests; what they change they change back."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    with GraphStore(neo4j_connection) as opened:
        plant(opened)
        write_results(opened, detection())
        yield opened


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        (ACCOUNT, "setiwan", "facebook:2"),
        (ACCOUNT, "kicua", "facebook:1"),
        (ACCOUNT, "obrien", "facebook:3"),
        (GROUP, "sognbirds", "facebook:group:1"),
        (POST, "shiped", "post:facebook:2"),
        (DETAIL, "kicau_shpo", "handle:telegram:kicau_shop"),
        (DETAIL, "12025550109", COURIER),
    ],
)
def test_what_is_a_letter_away_is_found_and_called_near(
    store: GraphStore, kind: str, text: str, key: str
) -> None:
    found = {match.key: match.is_near for match in match_words(store, kind, text, EVERYTHING).found}
    assert found[key]
    exact = match_words(store, kind, text, EVERYTHING, with_near=False)
    assert key not in exact.key_list()


def test_what_fits_exactly_comes_first_and_once(store: GraphStore) -> None:
    found = match_words(store, POST, "murai", EVERYTHING)
    assert not any(match.is_near for match in found.found)
    assert sorted(found.key_list()) == ["post:facebook:1", "post:facebook:2"]
    twice = put_together([found.where(is_near=False), found])
    assert twice.found == found.found


def test_common_words_do_not_keep_a_post_from_being_found(store: GraphStore) -> None:
    assert match_words(store, POST, "murai batu for sale", EVERYTHING).key_list() == [
        "post:facebook:1"
    ]
    assert match_words(store, POST, "for the", EVERYTHING).found == ()


def test_posts_are_found_by_platform_and_period(store: GraphStore) -> None:
    def found(**only: str) -> list[str]:
        return sorted(match_words(store, POST, "murai", Only(**only)).key_list())

    assert found(platform="facebook") == ["post:facebook:1", "post:facebook:2"]
    assert found(platform="telegram") == []
    assert found(period="2026") == found(period="2026-06") == found(platform="facebook")
    assert found(period="2026-05") == found(period="2026-07") == found(period="2025") == []
    (match,) = match_words(store, POST, "wrapped", EVERYTHING).found
    assert (match.platform, match.month) == ("facebook", "2026-06")
    assert match_words(store, ACCOUNT, "kicau", Only(platform="telegram")).key_list() == [
        "telegram:user9"
    ]
    assert match_words(store, ACCOUNT, "kicau", Only(period="2026")).found == ()


def test_december_ends_with_the_year() -> None:
    assert (
        Only(period="2026-12").span[1] == Only(period="2026").span[1] == Only(period="2027").span[0]
    )


def test_translations_are_found_and_taken_back(store: GraphStore) -> None:
    assert match_words(store, POST, "bangle", EVERYTHING).found == ()
    write_translations(store, {"post:facebook:3": "Ivory bangle for sale"})
    assert match_words(store, POST, "bangle", EVERYTHING).key_list() == ["post:facebook:3"]
    assert post_rows(store, ["post:facebook:3"])["post:facebook:3"].translation is not None
    write_translations(store, {"post:facebook:3": None})
    assert match_words(store, POST, "bangle", EVERYTHING).found == ()


def test_counting_that_ends_early_says_so(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = match_words(store, ACCOUNT, "kicau", EVERYTHING)
    assert whole.is_all
    assert len(whole.found) == 3
    monkeypatch.setattr(search_matches, "MOST", 2)
    monkeypatch.setattr(search_words, "MOST", 2)
    cut = match_words(store, ACCOUNT, "kicau", EVERYTHING)
    assert not cut.is_all
    assert cut.found == whole.found[:2]


@pytest.mark.parametrize(("platform", "expected"), [("facebook", 2), ("telegram", 1), ("line", 0)])
def test_looking_that_ends_early_says_so_even_where_nothing_is_left(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch, platform: str, expected: int
) -> None:
    only = Only(platform)
    whole = match_words(store, ACCOUNT, "kicau", only, with_near=False)
    assert (len(whole.found), whole.is_all) == (expected, True)
    monkeypatch.setattr(search_matches, "REACH", 2)
    cut = match_words(store, ACCOUNT, "kicau", only, with_near=False)
    assert not cut.is_all
    assert set(cut.found) <= set(whole.found)


def test_what_hangs_on_a_number_is_found(store: GraphStore) -> None:
    digits = match_digits(store, ["2025550101", "202", ""], EVERYTHING)
    assert digits.key_list() == [RING_PHONE]
    assert match_digits(store, ["2025550101"], Only(platform="facebook")).found == ()
    accounts = match_publishers(store, [RING_PHONE], EVERYTHING)
    assert accounts.key_list() == list(RING[:2])
    assert {match.by for match in accounts.found} == {RING_PHONE}
    on_telegram = match_publishers(store, [COURIER], Only(platform="telegram"))
    assert on_telegram.key_list() == [PAIR[1]]
    posts = match_mentions(store, [RING_PHONE], EVERYTHING)
    assert posts.key_list() == ["post:facebook:2", "post:facebook:1"]
    assert match_mentions(store, [RING_PHONE], Only(period="2025")).found == ()
    assert match_naming(store, ["taxon:Nobody's"], EVERYTHING).found == ()
    assert match_publishers(store, [], EVERYTHING).found == ()


def test_clusters_are_found_by_id_and_by_members(store: GraphStore) -> None:
    prefix = f"cluster:{SNAPSHOT}:Cri"
    assert match_cluster_ids(store, [prefix], EVERYTHING).key_list() == [
        f"cluster:{SNAPSHOT}:Cring"
    ]
    held = match_members(store, [*RING, PAIR[0]], SNAPSHOT, EVERYTHING)
    assert held.key_list() == [f"cluster:{SNAPSHOT}:Cring", f"cluster:{SNAPSHOT}:Cpair"]
    assert match_members(store, RING, "another", EVERYTHING).found == ()
    row = cluster_rows(store, held.key_list())[held.found[0].key]
    assert (row.id, row.size, len(row.names)) == ("Cring", 3, 3)


def test_rows_say_how_much_is_known(store: GraphStore) -> None:
    detail = detail_rows(store, [RING_PHONE, "phone:+000"])[RING_PHONE]
    assert (detail.accounts, detail.posts, detail.writings) == (2, 2, ("202 555 0101",))
    group = group_rows(store, ["facebook:group:1"])["facebook:group:1"]
    assert (group.name, group.posts, group.members) == ("Songbirds", 5, 2)
    post = post_rows(store, ["post:facebook:1"], [RING_PHONE])["post:facebook:1"]
    assert post.writings == ("202 555 0101",)
    assert post.authors[0].key == "facebook:1"


def test_an_earlier_graph_gets_the_indexes(
    store: GraphStore, neo4j_driver: Driver, neo4j_connection: Connection
) -> None:
    def names() -> set[str]:
        rows = neo4j_driver.execute_query(
            "SHOW FULLTEXT INDEXES YIELD name", database_=neo4j_connection.database
        ).records
        return {row["name"] for row in rows}

    for statement in (
        "DROP INDEX post_words",
        "CREATE FULLTEXT INDEX posts FOR (n:Post) ON EACH [n.text]",
    ):
        neo4j_driver.execute_query(statement, database_=neo4j_connection.database)
    assert "posts" in names()
    prepare_search(store)
    assert "posts" not in names()
    assert set(INDEXES) - {"detail_value"} <= names()
    assert match_words(store, POST, "wrapped", EVERYTHING).key_list() == ["post:facebook:2"]


def test_no_search_looks_through_everything(
    store: GraphStore, neo4j_driver: Driver, neo4j_connection: Connection
) -> None:
    scans = {"AllNodesScan", "NodeByLabelScan", "AllRelationshipsScan"}
    asked = [each for name, each in catalogue().items() if name.startswith("search_")]
    assert len(asked) > 15
    for query in asked:
        plan = neo4j_driver.execute_query(
            f"EXPLAIN {query.text}",
            dict.fromkeys(query.params),
            database_=neo4j_connection.database,
        ).summary.plan
        assert plan is not None
        if query.name not in FEW:
            assert not {each.split("@")[0] for each in operators(plan)} & scans, query.name


def operators(plan: dict[str, object]) -> set[str]:
    """Names of all steps of a plan."""
    found = {str(plan["operatorType"])}
    for child in plan.get("children", []):  # type: ignore[attr-defined]
        found |= operators(child)
    return found
