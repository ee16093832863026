"""``spoor export``: three tables that any reader opens again as they were written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.app.commands.conftest import Looked
from tests.app.commands.running import Spoor
from tests.builders import post, write_csv

FORMULAS = ("=HYPERLINK(1)", "+1+2", "-1+2", "@SUM(A1)", "\t=1", " =1", "＝1+1", "%0A=1", "=1\n=2")


def opened(path: Path) -> list[dict[str, str]]:
    """A table as a CSV reader gives it."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def header(path: Path) -> list[str]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return next(csv.reader(file))


def test_all_clusters(looked: Looked, tmp_path: Path) -> None:
    done = looked.spoor("export", "--all", "--format", "csv", "--output", tmp_path / "deep" / "out")
    folder = tmp_path / "deep" / "out"
    assert sorted(path.name for path in folder.iterdir()) == [
        "evidence.csv", "members.csv", "ties.csv",
    ]  # fmt: skip
    assert header(folder / "members.csv")[:7] == [
        "cluster_id", "account_key", "platform", "handle", "display_name", "role", "stability",
    ]  # fmt: skip
    assert header(folder / "ties.csv")[:4] == ["account_a", "account_b", "score", "reasons"]
    clusters = looked.spoor("clusters", "--json").data
    members = opened(folder / "members.csv")
    assert {(row["cluster_id"], row["account_key"]) for row in members} == {
        (cluster["id"], member["account_key"])
        for cluster in clusters
        for member in cluster["members"]
    }
    ties = opened(folder / "ties.csv")
    assert len(ties) == sum(cluster["ties"] for cluster in clusters)
    assert all(float(row["score"]) > 0 and row["reasons"].endswith(".") for row in ties)
    evidence = opened(folder / "evidence.csv")
    assert {row["cluster_id"] for row in evidence} == {cluster["id"] for cluster in clusters}
    assert all(row["post_key"] and row["text"] for row in evidence)
    for name, rows in (("members", members), ("ties", ties), ("evidence", evidence)):
        assert f"{name}.csv: {len(rows)} rows" in done.out
    assert done.err == ""


def test_named_clusters_are_noted_in_the_journal(looked: Looked, tmp_path: Path) -> None:
    chosen = [looked.cluster(name)["id"] for name in ("shop", "ring")]
    looked.spoor("export", *chosen, "--output", tmp_path / "out")
    rows = opened(tmp_path / "out" / "members.csv")
    assert {row["cluster_id"] for row in rows} == set(chosen)
    assert {row["snapshot"] for row in rows} == {looked.snapshot}
    entry = looked.spoor("log", "--json").data[-1]
    assert (entry["kind"], entry["by"]) == ("export", "A. Tester")
    assert (entry["clusters"], entry["output"]) == (chosen, str(tmp_path / "out"))


def test_texts_and_names_come_back_as_they_were(spoor: Spoor, material: Path) -> None:
    texts = [f'{odd}, "quoted"; line\nbreak, call (202) 555-0123' for odd in (*FORMULAS, "plain")]
    rows = [
        post(n, account_id=f"a{n}", account_name=text[:20], account_handle=f"=h{n}", text=text)
        for n, text in enumerate(texts)
    ]
    spoor("ingest", write_csv(material / "t.csv", rows), "--region", "US")
    spoor("detect")
    spoor("export", "--all", "--output", material / "out")
    evidence = {row["post_key"]: row["text"] for row in opened(material / "out" / "evidence.csv")}
    named = {row["account_key"]: row["display_name"]
             for row in opened(material / "out" / "members.csv")}  # fmt: skip
    assert len(evidence) == len(named) == len(texts)
    for n, text in enumerate(texts):
        for cell, original in (
            (evidence[f"post:facebook:p{n}"], text),
            (named[f"facebook:a{n}"], text[:20]),
        ):
            assert cell.removeprefix("'") == original
            assert cell == original or original.lstrip()[0] in "=+-@＝"
    for path in (material / "out").iterdir():
        for row in opened(path):
            for name, cell in row.items():
                is_number = name in {"bits", "score", "probability", "stability"}
                assert is_number or not cell.lstrip().startswith(tuple("=+-@＝")), (
                    path,
                    name,
                    cell,
                )


def test_exporting_again_replaces_and_leaves_other_files_alone(
    looked: Looked, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("mine")
    for _ in range(2):
        looked.spoor("export", "--all", "--output", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "evidence.csv", "members.csv", "note.txt", "ties.csv",
    ]  # fmt: skip


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere", "/dev/null"])
def test_a_place_that_cannot_be_written(looked: Looked, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("mine")
    before = len(looked.spoor("log", "--json").data)
    done = looked.spoor("export", "--all", "--output", tmp_path / place, code=1)
    assert str(tmp_path / place) in done.sentence()
    assert (tmp_path / "file").read_text() == "mine"
    assert len(looked.spoor("log", "--json").data) == before
