"""The private Neo4j: one per workspace, found again whatever happened meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j.exceptions import ServiceUnavailable

from graph import server
from graph.server.connection import Connection
from graph.server.process import find_process, recorded_port, stop_all
from graph.workspace import Workspace
from tests.graph.servers import open_driver, processes, run, start_child
from tests.private_server import FirstStart

pytestmark = pytest.mark.slow


def test_outlives_the_command_that_started_it_and_is_used_by_the_next(
    first_start: FirstStart, server_workspace: Workspace
) -> None:
    assert first_start.code == 0
    connection = server.connect(server_workspace)
    assert connection.uri == first_start.uri
    assert [process.pid for process in processes(server_workspace)] == first_start.pids
    assert len(first_start.pids) == 1
    found = server.status(server_workspace)
    assert found.running
    assert [found.pid] == first_start.pids
    assert (found.uri, found.password) == (connection.uri, connection.password)
    assert (
        found.version
        == run(connection, "CALL dbms.components() YIELD versions RETURN versions[0] AS version")[
            0
        ][0]
    )


def test_stops_once_and_says_whether_it_ran(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    assert server.stop(server_workspace)
    assert processes(server_workspace) == []
    assert not server.stop(server_workspace)
    found = server.status(server_workspace)
    assert (found.running, found.uri, found.pid) == (False, None, None)
    assert found.password == own_connection.password


def test_a_server_that_never_ran(fresh_workspace: Workspace) -> None:
    assert not server.stop(fresh_workspace)
    found = server.status(fresh_workspace)
    assert (found.running, found.uri, found.password, found.pid) == (False, None, None, None)
    shutil.rmtree(fresh_workspace.neo4j)
    assert not server.stop(fresh_workspace)
    assert not server.status(fresh_workspace).running
    assert not fresh_workspace.neo4j.exists()


def test_a_stale_pid_file(stopped_workspace: Workspace) -> None:
    pid_file = stopped_workspace.neo4j / "server.json"
    port = recorded_port(stopped_workspace.neo4j)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        for pid in (2**22 + 1, os.getpid(), stranger.pid):
            pid_file.write_text(json.dumps({"pid": pid, "port": port}))
            assert find_process(stopped_workspace.neo4j) is None
            assert not server.status(stopped_workspace).running
        assert not server.stop(stopped_workspace)
        again = server.start(stopped_workspace)
        assert stranger.poll() is None
        stranger.communicate(b"")
    assert run(again, "RETURN 1 AS one")[0][0] == 1
    assert server.status(stopped_workspace).pid == processes(stopped_workspace)[0].pid


@pytest.mark.parametrize("content", ["", "{", '{"pid": 1}', '"x"', '{"pid": "a", "port": 1}'])
def test_a_damaged_pid_file_names_nobody(tmp_path: Path, content: str) -> None:
    (tmp_path / "server.json").write_text(content)
    assert find_process(tmp_path) is None


def test_a_lost_pid_file_does_not_lose_the_server(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    (before,) = processes(server_workspace)
    (server_workspace.neo4j / "server.json").unlink()
    assert not server.status(server_workspace).running
    again = server.start(server_workspace)
    assert run(again, "RETURN 1 AS one")[0][0] == 1
    assert [process.pid for process in processes(server_workspace)] != [before.pid]
    assert len(processes(server_workspace)) == 1
    (server_workspace.neo4j / "server.json").unlink()
    assert server.stop(server_workspace)
    assert processes(server_workspace) == []


def test_two_commands_at_once_share_one_server(stopped_workspace: Workspace) -> None:
    children = [start_child(stopped_workspace) for _ in range(3)]
    uris = {child.communicate()[0] for child in children}
    assert [child.returncode for child in children] == [0, 0, 0]
    assert len(uris) == 1
    assert len(processes(stopped_workspace)) == 1


def test_killed_in_the_middle_of_work_and_started_again(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    run(own_connection, "MERGE (:Kept {key: 'a'})")
    with (
        pytest.raises(ServiceUnavailable),
        open_driver(own_connection) as driver,
        driver.session() as session,
    ):
        transaction = session.begin_transaction()
        transaction.run("CREATE (:Lost)").consume()
        processes(server_workspace)[0].kill()
        while server.status(server_workspace).running:
            time.sleep(0.05)
        transaction.run("RETURN 1").consume()
    again = server.start(server_workspace)
    assert run(again, "MATCH (n:Kept) RETURN count(n) AS kept")[0][0] == 1
    assert run(again, "MATCH (n:Lost) RETURN count(n) AS lost")[0][0] == 0


def test_a_first_start_that_was_killed_is_finished_by_the_next_command(
    fresh_workspace: Workspace,
) -> None:
    for begun in ("password", "server.json"):
        child = start_child(fresh_workspace)
        while not (fresh_workspace.neo4j / begun).exists():
            assert child.poll() is None, begun
            time.sleep(0.01)
        child.send_signal(signal.SIGKILL)
        child.communicate()
    connection = server.connect(fresh_workspace)
    assert run(connection, "RETURN 1 AS one")[0][0] == 1
    assert len(processes(fresh_workspace)) == 1


def test_a_workspace_that_was_moved(
    server_workspace: Workspace, own_connection: Connection, tmp_path: Path
) -> None:
    run(own_connection, "CREATE (:Moved)")
    away = Workspace(tmp_path / "moved to here", server_workspace.id)
    server_workspace.root.rename(away.root)
    try:
        assert_it_lives_here(away)
        server.stop(away)
        assert not server_workspace.root.exists()
    finally:
        stop_all(away.neo4j)
        away.root.rename(server_workspace.root)
    assert_it_lives_here(server_workspace)


def assert_it_lives_here(workspace: Workspace) -> None:
    """The workspace's one server, with what it held before, was started for where it is now."""
    connection = server.connect(workspace)
    assert run(connection, "MATCH (n:Moved) RETURN count(n) AS kept")[0][0] == 1
    (process,) = processes(workspace)
    assert f"--home-dir={workspace.neo4j}" in process.cmdline()
