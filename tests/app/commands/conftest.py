"""The command line on the session's Neo4j: fresh for each test, or a small world loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import Driver

from graph.server.connection import Connection
from tests.app.commands.running import Spoor, environment
from tests.app.small_world import SmallWorld, small_world
from tests.builders import write_csv

CUSTODY = {
    "--collector": "C. Collector",
    "--legal-basis": "order 5",
    "--purpose": "case 7",
    "--handling": "TLP:AMBER",
    "--retention": "2027-12-31",
}


@dataclass(frozen=True)
class Looked:
    """The program on a small world that was taken in and detected."""

    spoor: Spoor
    world: SmallWorld
    snapshot: str

    def cluster(self, name: str) -> dict[str, object]:
        """The listed cluster that holds a planted group's first account."""
        first = self.world.planted[name][0]
        for cluster in self.spoor("clusters", "--json").data:
            if first in {member["account_key"] for member in cluster["members"]}:
                return cluster
        raise AssertionError(f"{name} is in no cluster")


@pytest.fixture(scope="module", autouse=True)
def _as_in_a_pipe() -> Iterator[None]:
    """Nothing that the person running the tests has set decides how wide or coloured things are."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def database(clean_connection: Connection, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """The session's Neo4j, empty and named in the environment."""
    for name, value in environment(clean_connection).items():
        monkeypatch.setenv(name, value)
    return clean_connection


@pytest.fixture
def spoor(database: Connection, tmp_path: Path) -> Spoor:
    """The program on a workspace that is not there yet and a Neo4j that is empty."""
    return Spoor(tmp_path / "workspace")


@pytest.fixture
def offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoor:
    """The program on a workspace that is not there yet, without any Neo4j that answers."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    return Spoor(tmp_path / "workspace")


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """A folder for files to be read."""
    folder = tmp_path / "material"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def looked(
    neo4j_connection: Connection, neo4j_driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Looked]:
    """A small world, taken in and detected by the commands; tests only look."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    folder = tmp_path_factory.mktemp("looked")
    world = small_world()
    table = folder / "posts.csv"
    write_csv(table, [*world.rows, {"platform": "facebook", "text": "by nobody"}])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(neo4j_connection).items():
            patch.setenv(name, value)
        spoor = Spoor(folder / "workspace")
        terms = [part for pair in CUSTODY.items() for part in pair]
        spoor("ingest", table, "--region", "US", *terms)
        snapshot = spoor("detect", "--json").data["snapshot"]
        yield Looked(spoor, world, snapshot)
