"""The goods of an account: which places its posts say it is in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from graph.server.connection import Connection
from tests.app.conftest import Planted
from tests.app.test_account_page import open_account
from tests.app.test_pages import marked

HOSTILE = "<b>Bogor</b> [a](http://evil.example)"
PLACED = """
MATCH (:Account {key: $key})-[:POSTED]->(p:Post)
WITH p ORDER BY p.key LIMIT 1
SET p.places = $places
"""
CLEARED = "MATCH (p:Post) WHERE p.places = $places REMOVE p.places"


@pytest.fixture
def placed(planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection) -> Iterator[str]:
    """An account one post of which names two places."""
    key, database = planted.world.planted["ring"][2], neo4j_connection.database
    asked = {"key": key, "places": ["Bandung", HOSTILE]}
    neo4j_driver.execute_query(PLACED, asked, database_=database)
    yield key
    neo4j_driver.execute_query(CLEARED, asked, database_=database)


def test_places_are_said_in_the_words_of_the_posts(
    placed: str, planted: Planted, pages: AppTest
) -> None:
    at = open_account(pages, placed, view="Goods")
    assert not at.exception
    posts = sum(placed.endswith(row["account_id"]) for row in planted.world.rows)
    of = f"in 1 of {posts} posts"
    assert f"Says it is in `{HOSTILE}`, {of}; `Bandung`, {of}." in marked(at)
    assert "no place was looked up" in marked(at)
    assert not any(each.allow_html for each in at.markdown)


def test_posts_show_them_too(placed: str, pages: AppTest) -> None:
    at = open_account(pages, placed, view="Posts")
    assert f"Says it is in: `Bandung`; `{HOSTILE}`" in marked(at)


def test_an_account_that_names_no_place_is_said_nothing_of(
    planted: Planted, pages: AppTest
) -> None:
    at = open_account(pages, planted.world.planted["ring"][3], view="Goods")
    assert "Says it is in" not in marked(at)
