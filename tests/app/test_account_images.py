"""Pictures on an account's page and in `find_images`, against planted ones in a real Neo4j."""

from __future__ import annotations

import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from graph.images.hashes import PLAIN
from graph.server.connection import Connection
from tests.app.conftest import Planted
from tests.app.test_pages import marked, table

HOSTILE = "<img src=x onerror=alert(1)> [Budi](http://evil.example)"
PICTURES = """
MATCH (a:Account {key: $one})-[:POSTED]->(own:Post)
WITH collect(own) AS own
MATCH (b:Account {key: $other})-[:POSTED]->(theirs:Post)
SET b.name = $name
WITH own, collect(theirs) AS theirs
MERGE (i:Image {key: 'image:sha256:01'}) SET i.perceptual_hash = 'phash:01'
MERGE (c:Image {key: 'image:sha256:02'}) SET c.perceptual_hash = 'phash:02'
MERGE (flat:Image {key: 'image:sha256:03'}) SET flat.perceptual_hash = $plain
MERGE (i)-[r:LOOKS_LIKE]->(c) SET r.distance = 4
FOREACH (p IN own | MERGE (p)-[:SHOWS]->(flat))
FOREACH (p IN theirs | MERGE (p)-[:SHOWS]->(flat))
FOREACH (p IN [own[0]] | MERGE (p)-[:SHOWS]->(i))
FOREACH (p IN theirs | MERGE (p)-[:SHOWS]->(c))
RETURN size(own) AS own, size(theirs) AS theirs
"""


@pytest.fixture(scope="module")
def shown(
    planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection
) -> tuple[str, str, int, int]:
    """Two accounts that show nearly the same picture, and how much each posted."""
    one, other, *_ = planted.world.planted["chain"]
    (record,) = neo4j_driver.execute_query(
        PICTURES, one=one, other=other, name=HOSTILE, plain=PLAIN,
        database_=neo4j_connection.database,
    ).records  # fmt: skip
    return one, other, record["own"], record["theirs"]


def open_pictures(at: AppTest, key: str) -> AppTest:
    """Open the pictures of an account."""
    at.query_params["account"] = key
    at.query_params["view"] = "Pictures"
    return at.switch_page("views/account.py").run()


def test_it_says_who_else_shows_a_picture(shown: tuple[str, str, int, int], pages: AppTest) -> None:
    one, other, own, theirs = shown
    at = open_pictures(pages, one)
    assert not at.exception
    posts = f"{own} post" if own == 1 else f"{own} posts"
    assert (
        f"With a picture whose bytes are known: {posts} of this account, 2 pictures. Shown by "
        "other accounts as well: 1 picture, in 1 post of this account."
    ) in marked(at)
    found = table(at, "Pictures")
    assert found["Key"].to_list() == [other]
    assert found["Pictures"].to_list() == [1]
    assert found["In posts"].to_list() == [theirs]
    assert found["Account"].to_list() == [HOSTILE]
    assert HOSTILE not in marked(at)


def test_without_pictures_it_says_so(planted: Planted, pages: AppTest) -> None:
    at = open_pictures(pages, planted.world.planted["ring"][0])
    assert not at.exception
    assert "No picture of this account’s posts was found beside its sources." in marked(at)
