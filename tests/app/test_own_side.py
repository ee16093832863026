"""A cover account is in every output before it is declared, and in none after."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from app.commands.export import FORMATS
from graph.server.connection import Connection
from tests.app.commands.running import Done, Spoor, environment
from tests.app.conftest import MAIN, SECONDS
from tests.app.own_world import (
    HANDLE,
    KEY,
    NAME,
    NUMBER,
    SELLERS,
    SHARED,
    TELLING,
    given_away,
    write_noted,
    write_telegram,
)
from tests.graphs import dump

PARTS = ("Why", "Accounts", "Contact details", "Posts")
RING = ["facebook:a1", *(f"telegram:user{each}" for each in SELLERS)]
WORDS = (*TELLING, KEY, NUMBER, SHARED, "finches", *SELLERS.values())
LOOKS = (
    ("clusters",),
    ("hubs",),
    ("rejected",),
    ("detect",),
    ("path", *RING[1:3]),
    *(("account", key) for key in RING),
    *(("search", words) for words in WORDS),
)
ITS_OWN = re.compile(
    r"'ingested_at', '[^']*'|'known_at_default', '[^']*'|\('id', '[0-9a-f]{32}'\)"
    r"|2026-\d\d-\d\d-[0-9a-f]{8}|█[0-9a-f]{8}"
)
"""What differs from one workspace to another with the same content."""


@dataclass(frozen=True)
class Looked:
    """Everything that the program shows of a workspace, by where."""

    outputs: dict[str, str]
    graph: list[str]
    snapshot: str
    clusters: list[dict[str, Any]]

    def giving_away(self) -> dict[str, set[str]]:
        """What gives the cover away, by where."""
        everything = {**self.outputs, "graph": "\n".join(self.graph)}
        found = {place: given_away(text) for place, text in everything.items()}
        return {place: telling for place, telling in found.items() if telling}


@dataclass(frozen=True)
class Told:
    """The workspace before the cover is declared, after, and when that is taken back."""

    spoor: Spoor
    ingested: str
    declared: dict[str, Any]
    before: Looked
    after: Looked
    again: list[str]
    afterwards: dict[str, str]


def look(spoor: Spoor, connection: Connection, folder: Path) -> Looked:
    """Look at a workspace in every way there is, but for its journal."""
    clusters = spoor("clusters", "--json").data
    outputs = {}
    for given in (*LOOKS, *(("cluster", each["id"]) for each in clusters)):
        for form in ((), ("--json",)):
            outputs[" ".join((*given, *form))] = said(spoor(*given, *form))
    for name in FORMATS:
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        spoor("export", "--all", "--format", name, "--output", target)
        files = [each for each in (target, *target.rglob("*")) if each.is_file()]
        assert files
        outputs[f"export {name}"] = "\n".join(each.read_text("utf-8") for each in files)
    snapshot = spoor("detect", "--json").data["snapshot"]
    for table in (spoor.workspace / "snapshots" / snapshot).iterdir():
        outputs[f"snapshots/{table.name}"] = (
            json.dumps(pl.read_parquet(table).to_dicts(), ensure_ascii=False, default=str)
            if table.suffix == ".parquet"
            else table.read_text("utf-8")
        )
    outputs |= pages(clusters)
    return Looked(outputs, dump(connection), snapshot, clusters)


def said(done: Done) -> str:
    """Everything that a command printed."""
    return done.out + done.err


def pages(clusters: list[dict[str, Any]]) -> dict[str, str]:
    """What every page shows."""
    shown = {}
    wanted = [(f"views/{page}.py", {}) for page in ("overview", "clusters")]
    wanted += [
        ("views/cluster.py", {"cluster": each["id"], "part": part})
        for each in clusters
        for part in PARTS
    ]
    wanted += [("views/account.py", {"account": key, "part": "Posts"}) for key in RING[:2]]
    for page, asked in wanted:
        at = AppTest.from_file(str(MAIN), default_timeout=SECONDS)
        for name, value in asked.items():
            at.query_params[name] = value
        at.switch_page(page).run()
        assert not at.exception
        shown[f"{page} {asked}"] = "\n".join(said_by(at.main))
    return shown


def said_by(block: Any) -> Iterator[str]:
    """Everything in a part of a page."""
    for child in getattr(block, "children", {}).values():
        yield from said_by(child)
    if proto := getattr(block, "proto", None):
        yield str(proto)
    if isinstance(value := getattr(block, "value", None), pd.DataFrame):
        yield value.to_csv()


@pytest.fixture(scope="module")
def told(
    neo4j_connection: Connection, neo4j_driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """The cover's own export and a table of others' notes: looked at three times."""
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(neo4j_connection).items():
            patch.setenv(name, value)
        patch.setenv("SPOOR_WORKSPACE", str(folder / "workspace"))
        spoor = Spoor(folder / "workspace")
        files = write_telegram(folder / "result.json"), write_noted(folder / "noted.csv")
        empty(neo4j_connection, neo4j_driver)
        ingested = spoor("ingest", *files, "--region", "US").err
        spoor("detect")
        before = look(spoor, neo4j_connection, folder / "before")
        declared = spoor("own", KEY, "--why", "our cover", "--json").data
        after = look(spoor, neo4j_connection, folder / "after")
        afterwards = {
            " ".join(given): said(spoor(*given))
            for given in (
                ("clusters", "--snapshot", before.snapshot),
                ("clusters", "--json", "--snapshot", before.snapshot),
                *(
                    ("cluster", each["id"], "--snapshot", before.snapshot)
                    for each in before.clusters
                ),
                ("hubs", "--snapshot", before.snapshot),
                ("account", KEY),
                ("account", KEY, "--json"),
                ("own", "--json"),
                ("log", "--json"),
                ("ingest", *map(str, files), "--json"),
            )
        }
        spoor("export", "--all", "--snapshot", before.snapshot, "--output", folder / "older")
        tables = [each.read_text("utf-8") for each in (folder / "older").iterdir()]
        afterwards["export --snapshot"] = "\n".join(tables)
        spoor("own", "--not", KEY)
        again = dump(neo4j_connection)
        yield Told(spoor, ingested, declared, before, after, again, afterwards)


def empty(connection: Connection, driver: Driver) -> None:
    """Make the session's Neo4j empty."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)


def test_the_export_suggests_whose_it_is(told: Told) -> None:
    (sentence,) = [line for line in told.ingested.splitlines() if line.startswith(KEY)]
    assert sentence.startswith(f"{KEY} may be your own side's (")
    assert f"`spoor own {KEY}` keeps it out, `spoor own --not {KEY}` keeps it in." in sentence
    assert KEY in told.before.outputs["detect"]


def test_an_undeclared_cover_is_everywhere(told: Told) -> None:
    found = told.before.giving_away()
    assert found["graph"] == {*TELLING}
    (ring,) = told.before.clusters
    assert [member["account_key"] for member in ring["members"]] == [*RING, KEY]
    for place in ("clusters --json", f"search {NAME}", "rejected --json", f"account {RING[1]}",
                  "export csv", "snapshots/members.parquet"):  # fmt: skip
        assert place in found, place
    assert any(place.startswith("views/cluster.py") for place in found)


def test_a_declared_cover_is_nowhere(told: Told) -> None:
    assert told.declared["rebuilt"] is True
    assert told.declared["snapshot"] == told.after.snapshot != told.before.snapshot
    assert told.after.giving_away() == {}


def test_what_others_say_and_do_stays(told: Told) -> None:
    (ring,) = told.after.clusters
    assert [member["account_key"] for member in ring["members"]] == RING
    assert "Both publish the phone number +19075550111" in told.after.outputs[f"account {RING[1]}"]
    graph = "\n".join(told.after.graph)
    assert "█" * len(NAME) + " has cages" in graph
    assert f"@{'█' * len(HANDLE)} is that your number" in graph


def test_older_snapshots_are_shown_without_the_cover(told: Told) -> None:
    for given, printed in told.afterwards.items():
        if "--snapshot" in given:
            assert printed
            assert not given_away(printed), given
    listed = json.loads(told.afterwards[f"clusters --json --snapshot {told.before.snapshot}"])
    assert [each["size"] for each in listed] == [len(RING)]


def test_asked_by_name_it_is_described_from_the_archive(told: Told) -> None:
    found = json.loads(told.afterwards[f"account {KEY} --json"])
    usual = json.loads(told.after.outputs[f"account {RING[1]} --json"])
    assert set(found) == set(usual)
    assert (found["own"], usual["own"]) == (True, False)
    assert (found["category"], found["handle"], found["name"]) == ("own", HANDLE, NAME)
    assert {HANDLE, NAME} <= set(found["names"])
    assert [group["group_key"] for group in found["groups"]] == ["telegram:group:4455667788"]
    assert found["posts_in_all"] == 2
    assert (found["ties"], found["cluster"], found["posts"]) == ([], None, [])
    assert "2 posts; those of your own side are not shown" in told.afterwards[f"account {KEY}"]


def test_decisions_are_on_record(told: Told) -> None:
    listed = json.loads(told.afterwards["own --json"])
    assert [(each["key"], each["by"], each["why"]) for each in listed["own"]] == [
        (KEY, "A. Tester", "our cover")
    ]
    assert listed["suggested"] == []
    (entry,) = [each for each in json.loads(told.afterwards["log --json"]) if each["kind"] == "own"]
    assert entry["keys"] == [KEY]


def test_a_file_taken_in_again_suggests_nobody_decided_about(told: Told) -> None:
    (given,) = [each for each in told.afterwards if each.startswith("ingest")]
    assert KEY not in told.afterwards[given]


def test_taken_back_everything_is_as_it_was(told: Told) -> None:
    assert told.again == told.before.graph


def test_declared_before_anything_is_read_it_is_the_same(
    told: Told, neo4j_connection: Connection, neo4j_driver: Driver, tmp_path: Path
) -> None:
    folder = told.spoor.workspace.parent
    empty(neo4j_connection, neo4j_driver)
    spoor = Spoor(tmp_path / "workspace")
    assert f"No source speaks of {KEY} yet" in spoor("own", KEY).err
    files = folder / "result.json", folder / "noted.csv"
    assert KEY not in spoor("ingest", *files, "--region", "US").err
    spoor("detect")
    graphs = dump(neo4j_connection), told.after.graph
    first, second = (sorted(ITS_OWN.sub("", line) for line in graph) for graph in graphs)
    assert first == second
