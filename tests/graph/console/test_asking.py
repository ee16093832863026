"""The console on a real Neo4j: all layers together, and what each question may take."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graph.console import ConsoleRefused, ConsoleStopped, Cut, Node, Question, ask
from graph.console import Path as Way
from graph.console.limits import SPARE_SECONDS, START_SECONDS
from graph.server.connection import Connection
from graph.server.free_text import Failed, reading
from tests.graph.console.hostile import ADMINISTRATION, PROCEDURES, WRITES, loads
from tests.graph.servers import listener, run


@pytest.fixture(scope="module")
def connection(neo4j_connection: Connection) -> Connection:
    run(neo4j_connection, "MATCH (n) DETACH DELETE n")
    run(
        neo4j_connection,
        "CREATE (a:Account {key: 'x:1', name: 'A'})-[:PUBLISHES {posts: 2}]->"
        "(:ContactDetail {key: 'phone:+1', value: '+1'}) CREATE (:Account {key: 'x:2'})",
    )
    return neo4j_connection


def test_rows_nodes_and_ways_come_back(connection: Connection) -> None:
    found = ask(connection, Question(
        "MATCH p = (a:Account {key: $key})-[r]->() RETURN p, a, r, a.name AS name, "
        "date('2026-03-01') AS day, duration('P1D') AS long, point({x: 1, y: 2}) AS at, "
        "[1, {b: a}] AS list, 0.5 AS half, null AS none", {"key": "x:1"}
    ))  # fmt: skip
    assert found.columns[:4] == ("p", "a", "r", "name")
    way, node, link, name, day, long, at, values, half, none = found.rows[0]
    assert isinstance(way, Way)
    assert [each.properties["key"] for each in way.nodes] == ["x:1", "phone:+1"]
    assert isinstance(node, Node)
    assert (node.labels, name) == (("Account",), "A")
    assert (link.type, link.start, link.properties) == ("PUBLISHES", node.id, {"posts": 2})
    assert (day, long) == ("2026-03-01", "P1D")
    assert "1" in at
    assert values == [1, {"b": node}]
    assert (half, none) == (0.5, None)
    assert not found.has_more


def test_nothing_is_written_and_nobody_is_administered(connection: Connection) -> None:
    before = run(connection, "SHOW USERS YIELD user RETURN collect(user) AS users")[0]["users"]
    for text in (*WRITES, *ADMINISTRATION, *PROCEDURES):
        with pytest.raises(ConsoleRefused) as refused:
            ask(connection, Question(text))
        assert str(refused.value).endswith("."), text
    counted = run(connection, "MATCH (n) RETURN count(n) AS all, count(n.planted) AS planted")[0]
    assert (counted["all"], counted["planted"]) == (3, 0)
    assert before == run(connection, "SHOW USERS YIELD user RETURN collect(user) AS u")[0]["u"]


def test_nothing_is_read_or_sent(connection: Connection, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with listener() as (port, calls):
        for address in (secret.as_uri(), f"http://127.0.0.1:{port}/?leak=1"):
            for text in loads(address):
                with pytest.raises(ConsoleRefused):
                    ask(connection, Question(text))
        assert calls == []


@pytest.mark.parametrize("text", WRITES[:6])
def test_neo4j_itself_refuses_to_write(connection: Connection, text: str) -> None:
    with (
        pytest.raises(Failed, match=r"(?i)read access mode"),
        reading(connection) as free_text,
        free_text.run(text, {}, seconds=5, at_a_time=10) as rows,
    ):
        list(rows)


def test_neo4j_itself_reads_no_files_and_calls_nobody(
    connection: Connection, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with listener() as (port, calls):
        for address in (secret.as_uri(), f"http://127.0.0.1:{port}/?leak=1"):
            for text in loads(address):
                if "UNWIND" in text or "PROFILE" in text:
                    continue
                with (
                    pytest.raises(Failed),
                    reading(connection) as free_text,
                    free_text.run(text, {}, seconds=5, at_a_time=10) as rows,
                ):
                    assert "secret" in str(list(rows))
        assert calls == []


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000000000) AS y RETURN count(*) AS n",
        "RETURN [x IN range(1, 1000000000) WHERE size([y IN range(1, 1000000) WHERE y < 0]) > 0]",
    ],
)
def test_time_is_bounded_by_neo4j(connection: Connection, text: str) -> None:
    began = time.monotonic()
    with pytest.raises(ConsoleStopped, match=r"within 1 seconds|took longer"):
        ask(connection, Question(text, seconds=1))
    assert time.monotonic() - began < 30


def test_memory_is_bounded_by_neo4j(connection: Connection) -> None:
    text = "UNWIND range(1, 100000000) AS x RETURN collect(toString(x) + 'aaaaaaaaaaaaaaa') AS all"
    with pytest.raises(ConsoleStopped, match="too much memory"):
        ask(connection, Question(text, seconds=60))
    assert ask(connection, Question("RETURN 1 AS one")).rows == [[1]]


def test_memory_is_bounded_on_our_side(connection: Connection) -> None:
    began = time.monotonic()
    with pytest.raises(ConsoleStopped):
        ask(connection, Question("RETURN range(1, 1000000000) AS all", seconds=1))
    assert time.monotonic() - began < START_SECONDS + SPARE_SECONDS + 2
    assert ask(connection, Question("RETURN 1 AS one", seconds=60)).rows == [[1]]


def test_rows_are_bounded_while_they_come(connection: Connection) -> None:
    found = ask(connection, Question("UNWIND range(1, 1000000000) AS x RETURN x", rows=30))
    assert [row[0] for row in found.rows] == list(range(1, 31))
    assert found.has_more
    assert found.seconds < 5
    whole = ask(connection, Question("UNWIND range(1, 30) AS x RETURN x", rows=30))
    assert not whole.has_more


def test_large_values_are_cut_and_counted(connection: Connection) -> None:
    found = ask(connection, Question(
        "WITH reduce(s = 'abcdefghij', x IN range(1, 20) | s + s) AS text "
        "RETURN text, range(1, 10000) AS list, [[[[[[[[1]]]]]]]] AS deep"
    ))  # fmt: skip
    text, values, _ = found.rows[0]
    assert isinstance(text, Cut)
    assert (len(text.shown), text.left) == (10_000, 10 * 2**20 - 10_000)
    assert isinstance(values, Cut)
    assert (len(values.shown), values.left) == (500, 9_500)


def test_explain_shows_the_plan_and_profile_runs_it(connection: Connection) -> None:
    explained = ask(connection, Question("EXPLAIN MATCH (n:Account) RETURN n"))
    assert explained.rows == []
    assert [step.operator for step in explained.plan] == ["ProduceResults", "NodeByLabelScan"]
    assert explained.plan[0].rows is None
    profiled = ask(connection, Question("PROFILE MATCH (n:Account) RETURN n"))
    assert len(profiled.rows) == 2
    assert profiled.plan[-1].rows == 2


def test_what_neo4j_cannot_read_is_one_sentence(connection: Connection) -> None:
    for text, said in (("MATCH (n RETURN n", "Invalid"), ("RETURN $missing", "missing")):
        with pytest.raises(ConsoleRefused, match=f"(?i){said}") as refused:
            ask(connection, Question(text))
        assert "\n" not in str(refused.value)
    with pytest.raises(ConsoleRefused):
        ask(connection, Question("RETURN $x", {"x": "\udcff"}))
