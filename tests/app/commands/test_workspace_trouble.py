"""Workspaces, databases and disks that cannot be used: one sentence each, and nothing written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor, as_stranger
from tests.builders import post, write_csv
from tests.graphs import ask

WRITING = (["ingest", "{table}"], ["detect"], ["export", "--all", "--output", "{out}"])
LOOKING = (["clusters"], ["hubs"], ["log"], ["rejected"], ["account", "facebook:a1"])


def filled(arguments: list[str], folder: Path) -> list[str]:
    return [part.format(table=folder / "t.csv", out=folder / "out") for part in arguments]


@pytest.fixture
def table(material: Path) -> Path:
    return write_csv(material / "t.csv", [post(n) for n in range(4)])


@pytest.mark.parametrize("place", ["a-file", "a-file/below", "folder-with-things", "/proc/none"])
def test_a_place_that_can_be_no_workspace(
    database: Connection, material: Path, table: Path, place: str
) -> None:
    (material / "a-file").write_text("mine")
    (material / "folder-with-things").mkdir()
    (material / "folder-with-things" / "letter.txt").write_text("mine")
    spoor = Spoor(material / place)
    for arguments in (*WRITING, *LOOKING, ["neo4j", "start"], ["neo4j", "status"]):
        done = spoor(*filled(arguments, material), code=1)
        assert done.sentence().startswith(str(material / place))
    assert (material / "a-file").read_text() == "mine"
    assert [path.name for path in (material / "folder-with-things").iterdir()] == ["letter.txt"]
    assert ask(database, "MATCH (n) RETURN n") == []


def test_an_empty_folder_becomes_a_workspace_that_others_cannot_read(
    database: Connection, material: Path, table: Path, tmp_path: Path
) -> None:
    place = tmp_path / "empty"
    place.mkdir(mode=0o755)
    Spoor(place)("ingest", table)
    assert place.stat().st_mode & 0o077 == 0


@pytest.fixture
def readable(spoor: Spoor, material: Path, table: Path) -> Iterator[Spoor]:
    """A workspace that everyone may read and nobody but its owner may write."""
    spoor("ingest", table)
    spoor("detect")
    for arguments in (*WRITING, *LOOKING):
        spoor(*filled(arguments, material))
    write_csv(material / "t.csv", [post(n) for n in range(9)])
    opened = [*spoor.workspace.parents, spoor.workspace, *spoor.workspace.rglob("*"), material]
    owned = [path for path in opened if path.stat().st_uid == os.getuid()]
    modes = {path: path.stat().st_mode for path in owned}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield spoor
    for path, mode in modes.items():
        path.chmod(mode)


def test_a_workspace_that_may_only_be_read(
    readable: Spoor, database: Connection, material: Path
) -> None:
    before = ask(database, "MATCH (n) RETURN count(n) AS many")
    with as_stranger():
        for arguments in LOOKING:
            readable(*filled(arguments, material))
        for arguments in WRITING:
            sentence = readable(*filled(arguments, material), code=1).sentence()
            assert sentence.startswith(str(readable.workspace))
            assert "Permission denied" in sentence
        elsewhere = Spoor(material / "new")
        sentence = elsewhere("ingest", material / "t.csv", code=1).sentence()
        assert sentence.startswith(str(material / "new"))
    assert ask(database, "MATCH (n) RETURN count(n) AS many") == before


def test_a_workspace_that_may_not_be_read(spoor: Spoor, material: Path, table: Path) -> None:
    spoor("ingest", table)
    for arguments in (*LOOKING, ["detect"]):
        spoor(*arguments, code=None)
    opened = [path for path in spoor.workspace.parents if path.stat().st_uid == os.getuid()]
    modes = {path: path.stat().st_mode for path in opened}
    try:
        for path in opened:
            path.chmod(0o755)
        spoor.workspace.chmod(0o700 if os.geteuid() == 0 else 0o000)
        with as_stranger():
            for arguments in (*LOOKING, ["detect"]):
                sentence = spoor(*arguments, code=1).sentence()
                assert sentence.startswith(str(spoor.workspace))
    finally:
        spoor.workspace.chmod(0o700)
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_database_of_another_workspace_is_left_alone(
    spoor: Spoor, database: Connection, material: Path, table: Path, tmp_path: Path
) -> None:
    spoor("ingest", table)
    before = ask(database, "MATCH (n) RETURN count(n) AS many")
    other = Spoor(tmp_path / "other")
    for arguments in (["ingest", table], ["detect"], ["search", "bird"], ["account", "x:1"]):
        sentence = other(*arguments, code=1).sentence()
        assert "belongs to another workspace" in sentence
        assert open_workspace(spoor.workspace).id in sentence
        assert "NEO4J_" in sentence
    assert ask(database, "MATCH (n) RETURN count(n) AS many") == before
    ask(database, "MATCH (n) DETACH DELETE n")
    other("ingest", table)


def test_a_database_that_holds_something_else_is_left_alone(
    spoor: Spoor, database: Connection, table: Path
) -> None:
    ask(database, "CREATE (:Customer {name: 'mine'})")
    sentence = spoor("ingest", table, code=1).sentence()
    assert "1 node" in sentence
    assert "NEO4J_" in sentence
    assert ask(database, "MATCH (n) RETURN labels(n) AS labels") == [{"labels": ["Customer"]}]
    assert len(spoor("log", "--json").data) == 1
    ask(database, "MATCH (n) DETACH DELETE n")
    spoor("ingest", table)
    assert ask(database, "MATCH (p:Post) RETURN count(p) AS posts") == [{"posts": 4}]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("NEO4J_URI", "bolt://127.0.0.1:1"),
        ("NEO4J_URI", "http://127.0.0.1:7474"),
        ("NEO4J_URI", "nonsense"),
        ("NEO4J_PASSWORD", "wrong"),
        ("NEO4J_USERNAME", "nobody"),
        ("NEO4J_DATABASE", "nowhere"),
    ],
)
def test_a_neo4j_that_cannot_be_used_is_named(
    spoor: Spoor,
    database: Connection,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
) -> None:
    right = os.environ[variable]
    monkeypatch.setenv(variable, value)
    sentence = spoor("ingest", table, code=1).sentence()
    assert variable in sentence
    assert database.password not in sentence
    assert len(spoor("log", "--json").data) == 1
    monkeypatch.setenv(variable, right)
    assert spoor("ingest", table, "--json").data["sources"][0]["rows_merged"] == 4
    assert ask(database, "MATCH (p:Post) RETURN count(p) AS posts") == [{"posts": 4}]


def test_a_full_disk_is_one_sentence(database: Connection, material: Path, table: Path) -> None:
    (material / "out").mkdir()
    (material / "out" / ".members.csv.draft").symlink_to("/dev/full")
    spoor = Spoor(material.parent / "workspace")
    spoor("ingest", table)
    spoor("detect")
    sentence = spoor("export", "--all", "--output", material / "out", code=1).sentence()
    assert "No space left" in sentence
    assert not (material / "out" / "members.csv").exists()
