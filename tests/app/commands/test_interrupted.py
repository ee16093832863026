"""Cut off anywhere and run again; two at once; the server gone: the end is as if undisturbed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from graph import server
from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor, environment, finish
from tests.builders import post, write_csv
from tests.graphs import ask, dump

POSTS = 600
SECONDS = 300
WAITING = "Another command is writing to this workspace; waiting for it to finish …\n"
OWN = re.compile(r"\('ingested_at', '[^']*'\)|'[0-9a-f]{32}'")

Stage = Callable[[Spoor, Connection], bool]


def reading(spoor: Spoor, connection: Connection) -> bool:
    return any((spoor.workspace / "evidence").glob("drafts/*/records"))


def extracting(spoor: Spoor, connection: Connection) -> bool:
    return any((spoor.workspace / "derived").glob("*/.*.draft"))


def loading(spoor: Spoor, connection: Connection) -> bool:
    found = ask(connection, "MATCH (n) WHERE 'Post' IN labels(n) RETURN count(n) AS posts")
    return found[0]["posts"] > 0


def wait_for(
    stage: Stage, spoor: Spoor, connection: Connection, process: subprocess.Popen[str]
) -> None:
    """Wait until a command has come to a stage."""
    until = time.monotonic() + SECONDS
    while not stage(spoor, connection):
        assert process.poll() is None, finish(process)
        assert time.monotonic() < until
        time.sleep(0.002)


def graph(connection: Connection) -> list[str]:
    """All that the graph holds, but for what differs between two runs."""
    return sorted(OWN.sub("", line) for line in dump(connection))


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table that takes a moment to load; three accounts at a time have a number in common."""
    folder = tmp_path_factory.mktemp("table")
    rows = [post(n, account_id=f"a{n % 300}", group_id=f"g{n % 7}") for n in range(POSTS)]
    return write_csv(folder / "t.csv", rows)


@pytest.fixture(scope="module")
def undisturbed(
    neo4j_connection: Connection, table: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    """The graph of a run that nothing disturbed."""
    ask(neo4j_connection, "MATCH (n) DETACH DELETE n")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(neo4j_connection).items():
            patch.setenv(name, value)
        Spoor(tmp_path_factory.mktemp("undisturbed"))("ingest", table, "--region", "US")
    return graph(neo4j_connection)


@pytest.mark.parametrize(
    ("stage", "how"),
    [
        (reading, signal.SIGKILL),
        (extracting, signal.SIGKILL),
        (loading, signal.SIGKILL),
        (loading, signal.SIGINT),
    ],
)
def test_cut_off_and_run_again_is_an_undisturbed_run(
    undisturbed: list[str],
    spoor: Spoor,
    database: Connection,
    table: Path,
    stage: Stage,
    how: signal.Signals,
) -> None:
    process = spoor.start("ingest", table, "--region", "US")
    wait_for(stage, spoor, database, process)
    process.send_signal(how)
    done = finish(process)
    assert done.out == ""
    if how == signal.SIGINT:
        assert done.sentence(130) == "Interrupted; run the same command again to go on."
    else:
        assert done.code == -signal.SIGKILL
    assert graph(database) != undisturbed
    spoor("ingest", table, "--region", "US")
    assert graph(database) == undisturbed
    ingested = [entry for entry in spoor("log", "--json").data if entry["kind"] == "ingest"]
    assert len(ingested) == 1
    assert not list((spoor.workspace / "evidence" / "drafts").iterdir())
    assert not list((spoor.workspace / "derived").glob("*/.*"))


def test_detection_cut_off_and_run_again(
    spoor: Spoor, database: Connection, table: Path, tmp_path: Path
) -> None:
    spoor("ingest", table, "--region", "US")
    for day, how in (("2026-03-12", signal.SIGKILL), ("2026-03-19", signal.SIGINT)):

        def frozen(spoor: Spoor, connection: Connection, day: str = day) -> bool:
            return any(spoor.workspace.glob(f"snapshots/{day}-*/snapshot.json"))

        process = spoor.start("detect", "--as-of", day)
        wait_for(frozen, spoor, database, process)
        process.send_signal(how)
        finish(process)
    found = spoor("detect", "--json", "--as-of", "2026-03-12").data
    after = without_snapshots(database)
    ask(database, "MATCH (n:Snapshot|Cluster) DETACH DELETE n")
    ask(database, "MATCH ()-[t:TIED_TO]->() DELETE t")
    assert spoor("detect", "--json", "--as-of", "2026-03-12").data == found
    assert found["clusters"] > 0
    assert without_snapshots(database) == after
    assert len(spoor("clusters", "--json").data) == found["clusters"]


def without_snapshots(connection: Connection) -> list[tuple[str, str, float]]:
    """The ties in the graph, each with its snapshot."""
    rows = ask(
        connection,
        "MATCH (a)-[t:TIED_TO]->(b) MATCH (s:Snapshot {is_latest: true}) "
        "RETURN s.id + a.key AS a, b.key AS b, t.score AS score ORDER BY a, b",
    )
    return [(row["a"], row["b"], row["score"]) for row in rows]


def test_of_two_at_once_the_second_waits_and_says_so(
    spoor: Spoor, database: Connection, table: Path, material: Path
) -> None:
    other = write_csv(material / "u.csv", [post(n) for n in range(POSTS - 5, POSTS + 5)])
    first = spoor.start("ingest", table, "--region", "US", "--json")
    wait_for(loading, spoor, database, first)
    first.send_signal(signal.SIGSTOP)
    waiting = [spoor.start("ingest", other, "--region", "US", "--json"),
               spoor.start("detect", "--json")]  # fmt: skip
    for process in waiting:
        assert process.stderr is not None
        assert process.stderr.readline() == WAITING
    assert spoor("neo4j", "stop", code=75).sentence(75).startswith(str(spoor.workspace))
    assert "no snapshot yet" in spoor("clusters", code=1).sentence()
    first.send_signal(signal.SIGCONT)
    one, two, three = (finish(process) for process in (first, *waiting))
    assert (one.code, two.code, three.code) == (0, 0, 0), (one, two, three)
    assert one.err == ""
    assert {*two.err.splitlines(True), *three.err.splitlines(True)} <= {WAITING}
    assert one.data["totals"]["posts"] == POSTS
    assert two.data["totals"]["posts"] == 10
    assert three.data["accounts"] >= 300
    (found,) = ask(database, "MATCH (p:Post) RETURN count(p) AS posts")
    assert found["posts"] == POSTS + 5
    kinds = [entry["kind"] for entry in spoor("log", "--json").data]
    assert sorted(kinds) == ["detect", "ingest", "ingest"]
    assert spoor("log").err == ""


@pytest.fixture
def own_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spoor]:
    """The program on a workspace with a Neo4j of its own."""
    monkeypatch.delenv("NEO4J_URI", raising=False)
    spoor = Spoor(tmp_path / "workspace")
    yield spoor
    server.stop(open_workspace(spoor.workspace))


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_the_server_killed_in_mid_load_is_a_sentence_and_a_rerun_completes(
    undisturbed: list[str], own_server: Spoor, table: Path
) -> None:
    spoor = own_server
    status = spoor_status(spoor)
    connection = Connection(*(status[name] for name in ("uri", "username", "password", "database")))
    process = spoor.start("ingest", table, "--region", "US")
    wait_for(loading, spoor, connection, process)
    busy = spoor("neo4j", "stop", code=75).sentence(75)
    assert "try again" in busy
    psutil.Process(status["pid"]).kill()
    done = finish(process)
    assert status["uri"] in done.sentence(1)
    spoor("ingest", table, "--region", "US")
    again = spoor_status(spoor)
    assert again["pid"] != status["pid"]
    connection = Connection(*(again[name] for name in ("uri", "username", "password", "database")))
    assert graph(connection) == undisturbed
    assert spoor("detect", "--json").data["accounts"] == 300
    assert spoor("neo4j", "stop").out == "Neo4j was stopped.\n"


def spoor_status(spoor: Spoor) -> dict[str, object]:
    """How the workspace's own server is reached, started if need be."""
    spoor("neo4j", "start")
    status = spoor("neo4j", "status", "--json").data
    assert list(status) == [
        "running", "uri", "username", "password", "database", "version", "pid",
    ]  # fmt: skip
    assert status["running"] is True
    assert psutil.pid_exists(status["pid"])
    assert os.getpid() != status["pid"]
    return status
