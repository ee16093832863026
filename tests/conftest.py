"""One Neo4j for the whole test session; tests that ask for it get it empty."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from neo4j import Driver, GraphDatabase

from graph import server
from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.private_server import (
    first_start,
    own_connection,
    server_workspace,
    stopped_workspace,
)
from tests.sharing import ROOT, BySharing, place_of

__all__ = ["first_start", "own_connection", "server_workspace", "stopped_workspace"]

settings.register_profile("spoor", deadline=None, max_examples=60)
settings.load_profile("spoor")

BATCH = 10_000
MARK = "spoor_test_database"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, and keep together what shares something."""
    items.sort(key=lambda item: place_of(item.path.relative_to(ROOT).as_posix()))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BySharing:
    """Share out by groups, in this order: how many tests there are says little of their length."""
    config.option.loadscopereorder = False
    return BySharing(config, log)


@pytest.fixture(scope="session", autouse=True)
def _nobody_elses_neo4j() -> Iterator[None]:
    """Forget the Neo4j and the workspace that the person running the tests works with."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("URI", "USERNAME", "PASSWORD", "DATABASE"):
            patch.delenv(f"NEO4J_{name}", raising=False)
        patch.delenv("SPOOR_WORKSPACE", raising=False)
        yield


@pytest.fixture(scope="session")
def neo4j_connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A real Neo4j: the one of NEO4J_TEST_URI, else a private server, one per worker."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if uri:
        yield _marked(
            Connection(
                uri,
                os.environ.get("NEO4J_TEST_USERNAME", "neo4j"),
                os.environ.get("NEO4J_TEST_PASSWORD", ""),
                os.environ.get("NEO4J_TEST_DATABASE", "neo4j"),
            )
        )
        return
    workspace = open_workspace(tmp_path_factory.mktemp("neo4j") / "workspace")
    try:
        yield server.start(workspace)
    finally:
        server.stop(workspace)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_connection: Connection) -> Iterator[Driver]:
    """A driver for looking at the database behind the program's back."""
    with _driver(neo4j_connection) as driver:
        yield driver


@pytest.fixture
def clean_connection(neo4j_connection: Connection, neo4j_driver: Driver) -> Connection:
    """The session's Neo4j without nodes; constraints and indexes stay."""
    deleted = BATCH
    while deleted:
        deleted = neo4j_driver.execute_query(
            "MATCH (n) WITH n LIMIT $batch DETACH DELETE n RETURN count(n) AS deleted",
            batch=BATCH,
            database_=neo4j_connection.database,
        ).records[0]["deleted"]
    return neo4j_connection


def _marked(connection: Connection) -> Connection:
    """Mark a database as one for tests; refuse one that holds something and is not marked."""
    with _driver(connection) as driver:
        database = connection.database
        marks = driver.execute_query(
            "SHOW CONSTRAINTS YIELD name WHERE name = $mark", mark=MARK, database_=database
        )
        if not marks.records:
            if driver.execute_query("MATCH (n) RETURN n LIMIT 1", database_=database).records:
                pytest.exit(
                    f"NEO4J_TEST_URI: {connection.uri} holds data that the tests would delete; "
                    "name an empty database.",
                    returncode=2,
                )
            driver.execute_query(
                f"CREATE CONSTRAINT {MARK} FOR (n:SpoorTestDatabase) REQUIRE n.id IS UNIQUE",
                database_=database,
            )
    return connection


def _driver(connection: Connection) -> Driver:
    """Open a driver for a connection."""
    return GraphDatabase.driver(connection.uri, auth=(connection.username, connection.password))
