"""The store on a real Neo4j: modes, errors as sentences, whose database it is."""

from __future__ import annotations

import dataclasses
import socket
from datetime import UTC, datetime

import pytest
from neo4j import Driver

from graph.errors import QueryError, StoreError, StoreUnavailable
from graph.server.connection import Connection
from graph.store import GraphStore
from queries.catalogue import parse


@pytest.fixture
def store(clean_connection: Connection):  # type: ignore[no-untyped-def]
    with GraphStore(clean_connection) as opened:
        opened.ensure_schema()
        yield opened


def source(key: str, **properties: object) -> dict[str, object]:
    return {"key": key, "properties": properties}


def one_sentence(error: pytest.ExceptionInfo[BaseException]) -> str:
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_what_is_written_comes_back_as_plain_values(store: GraphStore) -> None:
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    store.load("load_source", [source("source:a", path="a.csv", collected_at=when, tags=["x"])])
    row = store.run("sources")[0]
    assert row["key"] == "source:a"
    assert row["properties"]["tags"] == ["x"]
    assert row["properties"]["collected_at"] == when
    assert type(row["properties"]["collected_at"]) is datetime


def test_a_read_cannot_write(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = parse(
        "example.cypher",
        "// name: example\n// summary: S.\n// params: none\n// returns: none\n// mode: write\n"
        "CREATE (:Account {key: 'x'})",
    )
    monkeypatch.setattr("graph.store.query", lambda name: dataclasses.replace(honest, mode="read"))
    with pytest.raises(StoreError, match="read access mode"):
        store.run("example")


def test_parameters_are_checked_both_ways(store: GraphStore) -> None:
    with pytest.raises(QueryError, match=r"account\.cypher takes key; .* differs in name"):
        store.run("account", key="a", name="b")
    with pytest.raises(QueryError, match="differs in key"):
        store.run("account")
    with pytest.raises(QueryError, match="there is no such query"):
        store.run("no_such_query")


def test_what_is_no_character_is_a_sentence(store: GraphStore) -> None:
    with pytest.raises(QueryError) as raised:
        store.run("account", key="facebook:\udcff")
    assert "no character" in one_sentence(raised)


def test_text_that_looks_like_cypher_stays_text(store: GraphStore) -> None:
    evil = "x'}) DETACH DELETE n // $key \u0000 ‮ 💥"
    store.load("load_source", [source("source:a", path=evil)])
    assert store.run("sources")[0]["properties"]["path"] == evil


def test_rows_that_do_not_match_are_undone(store: GraphStore) -> None:
    store.load("load_source", [source("source:a")])
    rows = [{"post_key": "post:x:1", "account_key": "x:1"}]
    with pytest.raises(StoreError, match="matched 0 of 1 rows and wrote nothing"):
        store.load("load_post_authors", rows, source_key="source:a", done="z")
    assert "loaded_post_authors" not in store.run("sources")[0]["properties"]


def test_a_key_is_unique(store: GraphStore) -> None:
    store.load("load_source", [source("source:a")])
    post = {"key": "post:x:1", "properties": {}, "is_listing": False}
    post |= {"posted_at": None, "collected_at": None}
    store.load("load_new_posts", [post], source_key="source:a", done="1")
    with pytest.raises(StoreError, match="load_new_posts"):
        store.load("load_new_posts", [post], source_key="source:a", done="2")
    assert store.run("overview_counts")[0]["posts"] == 1


def test_schema_may_be_ensured_again(store: GraphStore) -> None:
    store.ensure_schema()


def test_a_database_is_claimed_once(store: GraphStore) -> None:
    store.claim("mine")
    store.claim("mine")
    with pytest.raises(StoreError, match=r"belongs to another workspace \(mine\)") as raised:
        store.claim("other")
    assert "NEO4J_DATABASE" in one_sentence(raised)


def test_a_database_that_is_claimed_can_be_searched(
    store: GraphStore, clean_connection: Connection, neo4j_driver: Driver
) -> None:
    neo4j_driver.execute_query("DROP INDEX details", database_=clean_connection.database)
    store.claim("mine")
    assert store.run("detail_nearest", words="anybody", limit=5) == []


def test_a_database_with_other_things_is_refused(store: GraphStore) -> None:
    store.load("load_source", [source("source:a")])
    with pytest.raises(StoreError, match="already holds 1 nodes"):
        store.claim("mine")


def test_a_wrong_password_is_a_sentence(clean_connection: Connection) -> None:
    wrong = dataclasses.replace(clean_connection, password="not-it")
    with GraphStore(wrong) as store, pytest.raises(StoreUnavailable) as raised:
        store.run("overview_counts")
    text = one_sentence(raised)
    assert "NEO4J_PASSWORD" in text
    assert "not-it" not in text


def test_a_wrong_database_is_a_sentence(clean_connection: Connection) -> None:
    wrong = dataclasses.replace(clean_connection, database="elsewhere")
    with GraphStore(wrong) as store, pytest.raises(StoreUnavailable) as raised:
        store.run("overview_counts")
    assert "elsewhere" in one_sentence(raised)


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost", "bolt://localhost:port", ""])
def test_an_address_that_is_none_is_a_sentence(uri: str, clean_connection: Connection) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        GraphStore(dataclasses.replace(clean_connection, uri=uri)).run("overview_counts")
    assert "NEO4J_URI" in one_sentence(raised)


def test_nobody_at_the_address_is_a_sentence(
    clean_connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.RETRY_SECONDS", 1.0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"
        nobody = dataclasses.replace(clean_connection, uri=uri)
        with GraphStore(nobody) as store, pytest.raises(StoreUnavailable) as raised:
            store.run("overview_counts")
    assert "spoor neo4j start" in one_sentence(raised)
