"""A private Neo4j that cannot start says why, and a taken port is given up."""

from __future__ import annotations

import shutil

import pytest

from graph import server
from graph.errors import StoreUnavailable
from graph.server import process as server_process
from graph.server import starting as server_start
from graph.server.config import free_port
from graph.server.connection import Connection
from graph.server.process import recorded_port
from graph.workspace import Workspace
from tests.graph.servers import (
    listener,
    one_sentence,
    port_of,
    processes,
    run,
)

pytestmark = pytest.mark.slow


def test_a_taken_port_is_given_up(stopped_workspace: Workspace) -> None:
    before = recorded_port(stopped_workspace.neo4j)
    assert before is not None
    with listener(before) as (port, calls):
        again = server.start(stopped_workspace)
        assert port_of(again) != port
        assert calls == []
    assert run(again, "RETURN 1 AS one")[0][0] == 1


def test_a_port_taken_in_the_last_moment_is_given_up(
    stopped_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with listener() as (taken, calls):
        ports = [taken]
        monkeypatch.setattr(
            server_start,
            "free_port",
            lambda preferred: ports.pop() if ports else free_port(preferred),
        )
        again = server.start(stopped_workspace)
        assert ports == []
        assert port_of(again) != taken
        assert calls == []


def test_a_server_that_cannot_start_says_why(
    stopped_workspace: Workspace, fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(stopped_workspace.neo4j, fresh_workspace.neo4j, dirs_exist_ok=True)
    with monkeypatch.context() as patch:
        patch.setattr(server_process, "heap_megabytes", lambda: 10**12)
        with pytest.raises(StoreUnavailable, match=r"ended while starting \(.*heap") as caught:
            server.start(fresh_workspace)
        assert str(fresh_workspace.neo4j / "logs") in one_sentence(caught.value)
    shutil.rmtree(fresh_workspace.neo4j / "data" / "databases" / "system")
    (fresh_workspace.neo4j / "data" / "databases" / "system").write_text("not a folder")
    with pytest.raises(StoreUnavailable, match=r"ended while starting \(.*system") as caught:
        server.start(fresh_workspace)
    one_sentence(caught.value)
    assert processes(fresh_workspace) == []


@pytest.mark.parametrize("step", ["MEGABYTES_TO_START", "MEGABYTES_TO_LIVE"])
def test_a_full_disk_is_reported_and_leaves_no_server(
    fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(server_start, step, 10**9)
    with pytest.raises(StoreUnavailable, match="free some space") as caught:
        server.start(fresh_workspace)
    assert str(fresh_workspace.neo4j) in one_sentence(caught.value)
    assert processes(fresh_workspace) == []


def test_a_home_that_cannot_be_written(fresh_workspace: Workspace) -> None:
    fresh_workspace.neo4j.rmdir()
    fresh_workspace.neo4j.write_text("a file where a folder is needed")
    with pytest.raises(StoreUnavailable) as caught:
        server.start(fresh_workspace)
    assert str(fresh_workspace.neo4j) in one_sentence(caught.value)


def test_another_password_is_reported(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    password_file = server_workspace.neo4j / "password"
    right = password_file.read_text()
    password_file.write_text("wrong")
    try:
        with pytest.raises(StoreUnavailable, match="password") as caught:
            server.start(server_workspace)
        assert str(password_file) in one_sentence(caught.value)
        assert not server.status(server_workspace).running
    finally:
        password_file.write_text(right)
