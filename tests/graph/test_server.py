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
from graph.server_connection import Connection
from graph.server_process import find_process
from graph.workspace import Workspace
from tests.graph.servers import (
    open_driver,
    port_of,
    processes,
    run,
    start_child,
)

pytestmark = pytest.mark.slow


def test_outlives_the_command_that_started_it_and_is_used_by_the_next(
    fresh_workspace: Workspace,
) -> None:
    child = start_child(fresh_workspace)
    uri = child.communicate()[0].strip()
    assert child.returncode == 0
    before = processes(fresh_workspace)
    connection = server.connect(fresh_workspace)
    assert connection.uri == uri
    assert processes(fresh_workspace) == before
    assert len(before) == 1
    found = server.status(fresh_workspace)
    assert found.running
    assert found.pid == before[0].pid
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


def test_a_stale_pid_file(server_workspace: Workspace, own_connection: Connection) -> None:
    server.stop(server_workspace)
    pid_file = server_workspace.neo4j / "server.json"
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        for pid in (2**22 + 1, os.getpid(), stranger.pid):
            pid_file.write_text(json.dumps({"pid": pid, "port": port_of(own_connection)}))
            assert find_process(server_workspace.neo4j) is None
            assert not server.status(server_workspace).running
        assert not server.stop(server_workspace)
        again = server.start(server_workspace)
        assert stranger.poll() is None
        stranger.communicate(b"")
    assert run(again, "RETURN 1 AS one")[0][0] == 1
    assert server.status(server_workspace).pid == processes(server_workspace)[0].pid


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


def test_two_commands_at_once_share_one_server(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    server.stop(server_workspace)
    children = [start_child(server_workspace) for _ in range(3)]
    uris = {child.communicate()[0] for child in children}
    assert [child.returncode for child in children] == [0, 0, 0]
    assert len(uris) == 1
    assert len(processes(server_workspace)) == 1


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
    again = server.start(server_workspace)
    assert run(again, "MATCH (n:Kept) RETURN count(n) AS kept")[0][0] == 1
    assert run(again, "MATCH (n:Lost) RETURN count(n) AS lost")[0][0] == 0


@pytest.mark.parametrize("doing", ["password", "launch"])
def test_a_first_start_that_was_killed_is_finished_by_the_next_command(
    fresh_workspace: Workspace, doing: str
) -> None:
    child = start_child(fresh_workspace)
    begun = fresh_workspace.neo4j / {"password": "password", "launch": "server.json"}[doing]
    while not begun.exists():
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    connection = server.connect(fresh_workspace)
    assert run(connection, "RETURN 1 AS one")[0][0] == 1
    assert len(processes(fresh_workspace)) == 1


@pytest.mark.parametrize("was_running", [True, False])
def test_a_workspace_that_was_moved(
    fresh_workspace: Workspace, tmp_path: Path, was_running: bool
) -> None:
    run(server.start(fresh_workspace), "CREATE (:Kept)")
    if not was_running:
        server.stop(fresh_workspace)
    moved = Workspace(fresh_workspace.root.rename(tmp_path / "moved to here"), fresh_workspace.id)
    try:
        again = server.connect(moved)
        assert run(again, "MATCH (n:Kept) RETURN count(n) AS kept")[0][0] == 1
        (process,) = processes(moved)
        assert f"--home-dir={moved.neo4j}" in process.cmdline()
    finally:
        server.stop(moved)
    assert not fresh_workspace.root.exists()
