"""``spoor ingest``: what it prints and keeps, twice, overlapping, in folders and zips."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from graph.server.connection import Connection
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.tables import tables
from tests.app.commands.conftest import CUSTODY
from tests.app.commands.running import Spoor
from tests.builders import membership, post, write_csv, write_jsonl
from tests.graph.servers import run

TERMS = [part for pair in CUSTODY.items() for part in pair]
SOURCE_NAMES = [
    "path", "sha256", "format", "rows_read", "rows_accepted", "rows_rejected", "rows_merged",
    "accounts", "groups", "posts", "contact_details",
]  # fmt: skip
COUNTED = """
MATCH (n) WHERE NOT n:Workspace
UNWIND labels(n) AS label
RETURN label, count(*) AS many ORDER BY label
"""
LINKED = "MATCH ()-[r]->() RETURN type(r) AS label, count(*) AS many ORDER BY label"


def counted(connection: Connection) -> dict[str, int]:
    """Nodes by label and relationships by type."""
    rows = [*run(connection, COUNTED), *run(connection, LINKED)]
    return {row["label"]: row["many"] for row in rows}


def known(spoor: Spoor) -> dict[str, int]:
    """How long the tables are that detection reads."""
    found = tables(open_workspace(spoor.workspace, create=False))
    return {
        name: len(getattr(found, name))
        for name in ("posts", "memberships", "accounts", "groups", "details")
    }


def test_the_report_as_json(spoor: Spoor, material: Path) -> None:
    rows = [post(1), post(2), post(2), post(3, account_id=""), membership("a1", "g9")]
    path = write_csv(material / "t.csv", rows)
    done = spoor("ingest", path, "--region", "US", "--json")
    assert list(done.data) == ["sources", "totals"]
    (source,) = done.data["sources"]
    assert list(source)[: len(SOURCE_NAMES)] == SOURCE_NAMES
    assert {name: source[name] for name in SOURCE_NAMES} == {
        "path": str(path),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "format": "csv",
        "rows_read": 5,
        "rows_accepted": 3,
        "rows_rejected": 1,
        "rows_merged": 1,
        "accounts": 2,
        "groups": 3,
        "posts": 2,
        "contact_details": 2,
    }
    totals = done.data["totals"]
    assert {name: totals[name] for name in SOURCE_NAMES[3:]} == {
        name: source[name] for name in SOURCE_NAMES[3:]
    }
    assert (totals["sources"], totals["failed"]) == (1, 0)
    assert source["warning"] in done.out
    assert done.err == ""


def test_a_person_sees_a_table_and_what_to_look_at(spoor: Spoor, material: Path) -> None:
    write_csv(material / "a.csv", [post(1), post(2, account_id="")])
    write_csv(material / "b.csv", [post(3)])
    (material / ".hidden").write_text("x")
    done = spoor("ingest", material)
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[0] == "file format rows accepted rejected merged posts accounts"
    assert lines[2:] == ["a.csv csv 2 1 1 0 1 1", "b.csv csv 1 1 0 0 1 1"]
    assert "1 of 2 rows (50%) were refused" in done.err
    assert "1 hidden file" in done.err


def test_who_and_on_what_terms_is_kept_with_every_source(
    spoor: Spoor, database: Connection, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    spoor("ingest", path, *TERMS, "--collected-at", "2026-04-01T07:00:00+07:00")
    (record,) = Archive(open_workspace(spoor.workspace)).sources()
    assert record.ingested_by == "A. Tester"
    assert record.collected_at == "2026-04-01T00:00:00+00:00"
    kept = {name: CUSTODY["--" + name.replace("_", "-")] for name in
            ("collector", "legal_basis", "purpose", "handling", "retention")}  # fmt: skip
    assert {name: getattr(record, name) for name in kept} == kept
    (source,) = (row["s"] for row in run(database, "MATCH (s:Source) RETURN s"))
    assert {name: source[name] for name in kept} == kept
    assert source["ingested_by"] == "A. Tester"
    (entry,) = spoor("log", "--json").data
    assert {name: entry[name] for name in kept} == kept
    assert (entry["by"], entry["sha256"]) == ("A. Tester", record.sha256)


def test_who_acts_is_named_by_option_then_variable_then_login(
    offline: Spoor, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOR_USER", "V. Ariable")
    monkeypatch.setenv("LOGNAME", "login")
    for number, who in enumerate(("N. Amed", " ", "")):
        if number == 2:
            monkeypatch.delenv("SPOOR_USER")
        path = write_csv(material / f"{number}.csv", [post(number)])
        Spoor(offline.workspace, who)("ingest", path, code=1)
    by = [entry["by"] for entry in offline("log", "--json").data]
    assert by == ["N. Amed", "V. Ariable", "login"]


def test_a_dry_run_counts_and_writes_nothing(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    path = write_csv(material / "t.csv", [post(1), post(2), post(3, account_id="")])
    planned = spoor("ingest", path, "--dry-run", "--json").data
    assert planned["sources"][0]["rows_accepted"] == 2
    assert not spoor.workspace.exists()
    real = spoor("ingest", path, "--json").data
    assert {**planned["sources"][0], "contact_details": 0} == {
        **real["sources"][0], "contact_details": 0,
    }  # fmt: skip
    before = state(spoor), counted(database)
    again = spoor("ingest", write_csv(material / "u.csv", [post(4)]), path, "--dry-run", "--json")
    assert [source["rows_accepted"] for source in again.data["sources"]] == [1, 0]
    assert (state(spoor), counted(database)) == before


def state(spoor: Spoor) -> dict[str, str]:
    """Every file of the workspace by its fingerprint."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(spoor.workspace.rglob("*"))
        if path.is_file()
    }


def test_the_same_file_twice_changes_nothing(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(30)] + [post(0)])
    spoor("ingest", path, "--region", "US")
    before = counted(database), known(spoor)
    assert before[0]["Post"] == before[1]["posts"] == 30
    assert before[0]["RECORDED_IN"] == 30
    again = spoor("ingest", path, path, "--region", "US", "--json").data
    assert [(s["rows_accepted"], s["rows_merged"]) for s in again["sources"]] == [(0, 31)] * 2
    assert (counted(database), known(spoor)) == before
    assert len(spoor("log", "--json").data) == 1


def test_two_overlapping_files_join_without_doubling(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    one = write_csv(material / "one.csv", [post(n) for n in range(40)])
    two = write_jsonl(material / "two.jsonl", [post(n) for n in range(20, 60)])
    report = spoor("ingest", one, "--region", "US", "--json").data
    report = spoor("ingest", two, "--region", "US", "--json").data
    (second,) = report["sources"]
    assert (second["posts"], second["rows_merged"]) == (40, 0)
    graph, table = counted(database), known(spoor)
    details = {detail for n in range(60) for detail in [f"+120255501{n % 100:02d}"]}
    assert (graph["Source"], graph["Post"], graph["POSTED"]) == (2, 60, 60)
    assert (graph["Account"], graph["Group"], graph["MEMBER_OF"]) == (5, 3, 15)
    assert (graph["ContactDetail"], graph["MENTIONS"]) == (len(details), 60)
    assert graph["RECORDED_IN"] == 80
    assert table["posts"] == 60
    assert (table["accounts"], table["groups"], table["memberships"]) == (5, 3, 15)
    assert table["details"] == 60
    assert sum(len(Archive(open_workspace(spoor.workspace)).records(source.sha256, "posts")
                   .collect())
               for source in Archive(open_workspace(spoor.workspace)).sources()) == 80  # fmt: skip


def test_overlapping_files_give_the_same_graph_in_any_order(
    spoor: Spoor, database: Connection, neo4j_driver: Any, material: Path, tmp_path: Path
) -> None:
    one = write_csv(material / "one.csv", [post(n, text=f"early {n}") for n in range(9)])
    two = write_csv(material / "two.csv", [post(n, text=f"late {n}", collected_at="2026-05-01")
                                           for n in range(5, 15)])  # fmt: skip
    found = []
    for name, order in (("w1", [one, two]), ("w2", [two, one]), ("w3", [material])):
        run(database, "MATCH (n) DETACH DELETE n")
        other = Spoor(tmp_path / name)
        for path in order:
            other("ingest", path)
        texts = run(database, "MATCH (p:Post) RETURN p.key AS key, p.text AS text ORDER BY key")
        found.append((counted(database), [tuple(row) for row in texts], known(other)))
    assert found[0] == found[1] == found[2]
    assert dict(found[0][1])["post:facebook:p7"] == "late 7"


def test_a_folder_and_a_zip_of_the_same_file(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(7)])
    with zipfile.ZipFile(material / "z.zip", "w") as packed:
        packed.write(path, "deep/inside.csv")
        packed.writestr("deep/other.csv", write_csv(material / "x", [post(8)]).read_bytes())
    (material / "x").unlink()
    data = spoor("ingest", material, "--json").data
    assert [(Path(s["path"]).name, s["rows_accepted"]) for s in data["sources"]] == [
        ("t.csv", 7), ("inside.csv", 0), ("other.csv", 1),
    ]  # fmt: skip
    assert data["sources"][1]["path"] == f"{material / 'z.zip'}!deep/inside.csv"
    assert data["sources"][0]["sha256"] == data["sources"][1]["sha256"]
    graph = counted(database)
    assert (graph["Source"], graph["Post"], graph["RECORDED_IN"]) == (2, 8, 8)
    names = [line.split()[0] for line in spoor("ingest", material).out.splitlines()[2:]]
    assert names == ["t.csv", "z.zip!deep/inside.csv", "z.zip!deep/other.csv"]


def test_an_empty_folder_says_that_there_is_nothing(offline: Spoor, material: Path) -> None:
    done = offline("ingest", material)
    assert done.out == ""
    assert "no file to read" in done.err
    assert offline("ingest", material, "--json").data["sources"] == []


def test_a_mapping_names_foreign_columns(spoor: Spoor, material: Path) -> None:
    table = material / "t.csv"
    table.write_text("Wer,Was,Wann\nu1,hello there,01.03.2026 10:00\n", encoding="utf-8")
    failed = spoor("ingest", table, code=1)
    assert "platform" in failed.err
    assert "--mapping" in failed.err
    mapping = material / "m.yaml"
    mapping.write_text(
        "constants: {platform: forum}\ntime: {format: '%d.%m.%Y %H:%M'}\n"
        "columns:\n  account_id: Wer\n  text: Was\n  posted_at: Wann\n",
        encoding="utf-8",
    )
    spoor("ingest", table, "--mapping", mapping, "--timezone", "Europe/Berlin")
    found = spoor("account", "forum:u1", "--json").data
    assert found["posts"][0]["posted_at"] == "2026-03-01T09:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "names"),
    [(None, "mapping"), ("", "mapping"), ("[1, 2]", "mapping"), ("a: [", "mapping"),
     ("columns: 3", "columns"), ("colums: {}", "colums"), ("\x00\x01", "mapping")],
)  # fmt: skip
def test_a_mapping_that_is_none_is_said(
    offline: Spoor, material: Path, text: str | None, names: str
) -> None:
    mapping = material / "mapping.yaml"
    if text is not None:
        mapping.write_text(text, encoding="utf-8")
    path = write_csv(material / "t.csv", [post(1)])
    done = offline("ingest", path, "--mapping", mapping, code=None)
    assert done.code in {1, 2}
    assert names in done.sentence(done.code)


def test_a_sighting_is_known_from_when_it_was_collected(spoor: Spoor, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1, posted_at=""), post(2)])
    spoor("ingest", path, "--collected-at", "2026-05-05")
    assert spoor("detect", "--json").data["as_of"] == "2026-05-05"
    workspace = open_workspace(spoor.workspace)
    early = tables(workspace, "2026-04-01").posts.select(pl.col("post_key"))
    assert early["post_key"].to_list() == ["post:facebook:p2"]


def test_the_report_is_whole_json_whatever_names_files_have(spoor: Spoor, material: Path) -> None:
    odd = material / "x\x1b[31m\u202e \"'\n.csv"
    write_csv(odd, [post(1)])
    done = spoor("ingest", material, material / "absent\x1b.csv", "--json", code=1)
    assert "\x1b" not in done.out + done.err
    assert "\u202e" not in done.out + done.err
    assert len(json.loads(done.out)["sources"]) == 2
    done = spoor("ingest", material, code=0)
    assert "\x1b" not in done.out + done.err
