"""``spoor withdraw``: what only a withdrawn source tells of is gone, and can come back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver

from app.commands.caller import open_store
from app.withdrawing import withdraw
from graph.errors import SpoorError
from graph.server.connection import Connection
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.withdrawals import note_withdrawn
from tests.app.commands.running import Spoor
from tests.app.small_world import SmallWorld, small_world
from tests.builders import write_csv

WHY = "collected without a warrant"


@pytest.fixture
def split(spoor: Spoor, material: Path) -> tuple[Spoor, SmallWorld]:
    """The small world in two files, the ring alone in the second; detected."""
    world = small_world()
    ring = set(world.planted["ring"])
    is_ring = [f"{row['platform']}:{'user' if row['platform'] == 'telegram' else ''}"
               f"{row['account_id']}" in ring for row in world.rows]  # fmt: skip
    shared = world.rows[0]
    rest = [row for row, inside in zip(world.rows, is_ring, strict=True) if not inside]
    own = [row for row, inside in zip(world.rows, is_ring, strict=True) if inside]
    write_csv(material / "rest.csv", rest)
    write_csv(material / "ring.csv", [*own, rest[0]])
    assert shared in own
    spoor("ingest", material / "rest.csv", material / "ring.csv", "--region", "US")
    spoor("detect")
    return spoor, world


def graph_of(driver: Driver, connection: Connection) -> dict[str, Any]:
    """All nodes by label and key, and relationships by type and ends, without dates of loading."""
    nodes = driver.execute_query(
        "MATCH (n) WHERE n.key IS NOT NULL AND NOT n:Snapshot AND NOT n:Cluster AND NOT n:Text "
        "RETURN labels(n) AS labels, n.key AS key, n.first_seen AS first, n.last_seen AS last "
        "ORDER BY key, labels",
        database_=connection.database,
    ).records
    ends = driver.execute_query(
        "MATCH (a)-[r]->(b) WHERE a.key IS NOT NULL AND b.key IS NOT NULL AND NOT a:Cluster "
        "AND NOT b:Cluster AND NOT a:Snapshot AND NOT type(r) IN ['TIED_TO', 'REUSES'] "
        "RETURN type(r) AS type, a.key AS a, b.key AS b, r.posts AS posts, count(*) AS many "
        "ORDER BY type, a, b, posts",
        database_=connection.database,
    ).records
    return {"nodes": [dict(each) for each in nodes], "ends": [dict(each) for each in ends]}


def test_what_only_it_tells_of_is_gone_and_comes_back(
    split: tuple[Spoor, SmallWorld], neo4j_driver: Driver, clean_connection: Connection
) -> None:
    spoor, world = split
    ring = world.planted["ring"]
    whole = graph_of(neo4j_driver, clean_connection)
    clusters = spoor("clusters", "--json").data
    assert any(ring[0] in str(each["members"]) for each in clusters)

    done = spoor("withdraw", "ring.csv", "--why", WHY, "--json").data
    assert [each["new"] for each in done["sources"]] == [True]
    assert done["rebuilt"]
    assert done["detected"]
    less = graph_of(neo4j_driver, clean_connection)
    keys = {each["key"] for each in less["nodes"]}
    assert not keys & set(ring)
    assert "source:" + done["sources"][0]["sha256"] not in keys
    assert len([key for key in keys if key.startswith("post:")]) < len(
        [each for each in whole["nodes"] if str(each["key"]).startswith("post:")]
    )
    sentence = spoor("account", ring[0], code=1).err
    assert ring[0] in sentence
    assert not any(ring[0] in str(each["members"]) for each in spoor("clusters", "--json").data)
    spoor("rebuild")
    assert graph_of(neo4j_driver, clean_connection) == less, "a rebuild agrees"
    (entry,) = [each for each in spoor("log", "--json").data if each["kind"] == "withdraw"]
    assert (entry["by"], entry["why"]) == ("A. Tester", WHY)

    again = spoor("withdraw", done["sources"][0]["sha256"], "--why", WHY, "--json").data
    assert [each["new"] for each in again["sources"]] == [False]

    back = spoor("withdraw", "ring.csv", "--undo")
    assert "takes part again" in back.out
    assert graph_of(neo4j_driver, clean_connection) == whole
    spoor("detect")
    found = spoor("clusters", "--json").data
    assert {each["id"] for each in found} == {each["id"] for each in clusters}


def test_the_only_source_leaves_nothing(spoor: Spoor, material: Path) -> None:
    world = small_world(strangers=0)
    write_csv(material / "all.csv", world.rows)
    spoor("ingest", material / "all.csv", "--region", "US")
    spoor("detect")
    spoor("withdraw", "all.csv", "--why", WHY)
    assert spoor("search", "Fernhill", "--json").data == []
    assert spoor("rejected").err == "No row was refused.\n"
    sentence = spoor("detect", code=1).sentence()
    assert "holds no source" in sentence


def test_a_withdrawal_that_was_cut_off_is_finished_by_the_next_command(
    spoor: Spoor, material: Path
) -> None:
    write_csv(material / "all.csv", small_world(strangers=0).rows)
    write_csv(material / "more.csv", small_world(seed=8, strangers=2).rows[:4])
    spoor("ingest", material / "all.csv", material / "more.csv")
    workspace = open_workspace(spoor.workspace)
    source = Archive(workspace).sources()[0]
    with workspace.writer():
        note_withdrawn(workspace, [source], why=WHY, who="W")
    assert "withdrawn" in spoor("search", "Fernhill", code=1).sentence(), "not shown meanwhile"
    spoor("ingest", material / "more.csv")
    assert spoor("search", "Fernhill", "--json").data == []


def test_errors_are_one_sentence(offline: Spoor, material: Path) -> None:
    open_workspace(offline.workspace)
    assert "--why" in offline("withdraw", "x", code=2).sentence(2)
    assert "no source of this name" in offline("withdraw", "x", "--undo", code=1).sentence()
    workspace = open_workspace(offline.workspace)
    with pytest.raises(SpoorError, match="for a reason"):
        withdraw(workspace, [], why=" ", who="W", open_store=open_store)
