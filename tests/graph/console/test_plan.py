"""Neo4j's plan of a question, alone: as if its words had told nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.console import may_be_asked
from graph.console.errors import ConsoleRefused
from graph.console.plan import Planned, check_plan
from graph.server.connection import Connection
from graph.server.free_text import Failed, FreeText, reading
from graph.store import GraphStore
from queries.catalogue import catalogue
from tests.graph.console.hostile import ADMINISTRATION, PROCEDURES, WRITES, loads
from tests.graph.console.test_words import HARMLESS
from tests.graph.servers import run

HIDDEN_FROM_PLANS = ("COLLECT {", "EXISTS {", "COUNT {")
"""Plans do not show what is inside these where they stand in an expression; words do."""


@pytest.fixture(scope="module")
def connection(neo4j_connection: Connection) -> Connection:
    with GraphStore(neo4j_connection) as store:
        store.ensure_schema()
    return neo4j_connection


@pytest.fixture(scope="module")
def free_text(connection: Connection) -> Iterator[FreeText]:
    with reading(connection) as opened:
        yield opened


def plan(free_text: FreeText, text: str, connection: Connection) -> None:
    seen = free_text.plan(text, {})
    check_plan(Planned(seen.query_type, seen.database, seen.plan), connection.database)


@pytest.mark.parametrize("text", [*WRITES, *ADMINISTRATION, *PROCEDURES])
def test_a_plan_that_does_more_than_read_is_refused(connection: Connection, text: str) -> None:
    if any(hidden in text for hidden in HIDDEN_FROM_PLANS):
        pytest.skip("a matter of words")
    with pytest.raises((ConsoleRefused, Failed)), reading(connection) as free_text:
        plan(free_text, text, connection)
    left = run(connection, "MATCH (n:Planted) RETURN count(n) AS left")[0]["left"]
    assert left == 0


def test_a_plan_that_reads_files_is_refused(connection: Connection, tmp_path: Path) -> None:
    for text in loads((tmp_path / "x.csv").as_uri()):
        if not any(hidden in text for hidden in HIDDEN_FROM_PLANS):
            with pytest.raises((ConsoleRefused, Failed)), reading(connection) as free_text:
                plan(free_text, text, connection)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_plan_that_reads_is_not_refused(
    free_text: FreeText, connection: Connection, text: str
) -> None:
    plan(free_text, text, connection)


def test_every_query_of_the_catalogue_may_be_asked(
    free_text: FreeText, connection: Connection
) -> None:
    for each in catalogue().values():
        if may_be_asked(each):
            seen = free_text.plan(each.text, dict.fromkeys(each.params))
            check_plan(Planned(seen.query_type, seen.database, seen.plan), connection.database)


def test_unknown_steps_and_other_databases_are_refused() -> None:
    reads = {"operatorType": "ProduceResults@neo4j", "args": {}, "children": []}
    check_plan(Planned("r", "neo4j", reads), "neo4j")
    for planned in (
        Planned("rw", "neo4j", reads),
        Planned("s", "neo4j", reads),
        Planned(None, "neo4j", reads),
        Planned("r", "neo4j", None),
        Planned("r", "system", reads),
        Planned("r", "neo4j", reads | {"children": [{"operatorType": "FetchAddress@neo4j"}]}),
        Planned("r", "neo4j", reads | {"args": {"Details": "`apoc`.load.text($x) AS y"}}),
    ):
        with pytest.raises(ConsoleRefused):
            check_plan(planned, "neo4j")
