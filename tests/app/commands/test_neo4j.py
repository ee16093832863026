"""``spoor neo4j`` as a script would call it: plain output in a pipe, JSON on request."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from app.commands.neo4j import neo4j_app
from graph.errors import StoreUnavailable, WorkspaceError
from graph.server.jars import locked_jars
from graph.server.process import stop_all
from graph.workspace import open_workspace


def spoor_neo4j(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        neo4j_app, list(arguments), obj=SimpleNamespace(workspace_path=workspace)
    )


@pytest.mark.slow
def test_start_status_stop(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    try:
        started = spoor_neo4j(workspace, "start")
        assert started.exit_code == 0
        status = json.loads(spoor_neo4j(workspace, "status", "--json").stdout)
        assert list(status) == [
            "running",
            "uri",
            "username",
            "password",
            "database",
            "version",
            "pid",
        ]
        assert status["running"] is True
        assert status["version"] == locked_jars().version
        assert status["uri"] in started.stdout
        assert status["pid"] != os.getpid()
        plain = spoor_neo4j(workspace, "status").stdout
        assert status["uri"] in plain
        assert status["password"] not in plain + started.output
        assert spoor_neo4j(workspace, "stop").stdout == "Neo4j was stopped.\n"
        assert spoor_neo4j(workspace, "stop").stdout == "Neo4j was not running.\n"
        assert "not running" in spoor_neo4j(workspace, "status").stdout
        assert json.loads(spoor_neo4j(workspace, "status", "--json").stdout)["running"] is False
    finally:
        stop_all(workspace / "neo4j")


def test_fetch_says_one_line_in_a_pipe(tmp_path: Path) -> None:
    done = spoor_neo4j(tmp_path, "fetch")
    assert done.exit_code == 0
    assert done.output.count("\n") == 1
    assert locked_jars().version in done.output


def test_fetch_without_network_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOR_CACHE", str(tmp_path))
    monkeypatch.setenv("SPOOR_MAVEN_URL", "http://127.0.0.1:1/maven")
    failed = spoor_neo4j(tmp_path, "fetch")
    assert isinstance(failed.exception, StoreUnavailable)
    assert "spoor neo4j fetch" in str(failed.exception)


@pytest.mark.parametrize("command", ["status", "stop"])
def test_looking_makes_no_workspace(tmp_path: Path, command: str) -> None:
    failed = spoor_neo4j(tmp_path / "nowhere", command)
    assert isinstance(failed.exception, WorkspaceError)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", ["start", "stop"])
def test_another_neo4j_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    open_workspace(tmp_path)
    failed = spoor_neo4j(tmp_path, command)
    assert isinstance(failed.exception, StoreUnavailable)
    assert "NEO4J_URI" in str(failed.exception)
