"""Legality: what a person says under a named law is shown, and detection takes no notice."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from graph.workspace import open_workspace
from ingest.journal import Journal
from tests.app.commands.conftest import Looked
from tests.app.commands.test_judge_obeyed import cluster_of, detected

LAW = "Wildlife Act 1999, section 21"


def legality(looked: Looked, cluster: object) -> Any:
    """The third column of a cluster of the latest detection."""
    return looked.spoor("cluster", str(cluster), "--json").data["legality"]


def members(looked: Looked, folder: Path) -> list[dict[str, str]]:
    """Rows of the exported members."""
    looked.spoor("export", "--all", "--output", folder)
    with (folder / "members.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def test_what_a_person_says_is_shown_and_taken_back(looked: Looked, tmp_path: Path) -> None:
    shop, ring = (str(looked.cluster(name)["id"]) for name in ("shop", "ring"))
    assert legality(looked, shop) is None
    assert "legality" not in looked.spoor("clusters").out.splitlines()[0]
    done = looked.spoor("judge", "legality", shop, "contrary", "--why", LAW)
    assert done.out == (
        f"Legality of cluster {shop}: contrary, would be contrary to a law that is named.\n"
    )
    said = legality(looked, shop)
    assert (said["verdict"], said["who"], said["why"]) == ("contrary", "A. Tester", LAW)
    entry = Journal(open_workspace(looked.spoor.workspace, create=False)).entries("judge")[-1]
    assert (entry["about"], entry["cluster"], entry["at"]) == ("legality", shop, said["when"])
    assert entry["members"] == looked.world.planted["shop"]
    assert legality(looked, ring) is None
    printed = looked.spoor("cluster", shop).out
    assert "contrary (would be contrary to a law that is named; A. Tester on" in printed
    assert f": {LAW})" in " ".join(printed.split())
    assert "legality not assessed" in looked.spoor("cluster", ring).out
    assert looked.cluster("shop")["status"] == "open", "nobody has confirmed or rejected it"
    lines = {line.split()[0]: line for line in looked.spoor("clusters").out.splitlines()[2:]}
    assert "contrary, says A. Tester" in lines[shop]
    assert "not assessed" in lines[ring]

    looked.spoor("judge", "cluster", ring, "reject")
    rows = members(looked, tmp_path / "out")
    assert list(rows[0])[-5:] == ["also_consider", "status", "legality", "snapshot", "as_of"]
    assert {(row["status"], row["legality"]) for row in rows if row["cluster_id"] == shop} == {
        ("open", "contrary")
    }
    assert {(row["status"], row["legality"]) for row in rows if row["cluster_id"] == ring} == {
        ("rejected", "")
    }
    looked.spoor("judge", "cluster", ring, "withdraw")
    looked.spoor("judge", "legality", shop, "withdraw")
    assert legality(looked, shop) is None


def test_detection_takes_no_notice_and_a_changed_cluster_is_known_again(looked: Looked) -> None:
    chain = looked.world.planted["chain"]
    name = str(looked.cluster("chain")["id"])
    looked.spoor("judge", "legality", name, "unclear", "--why", "no permit has been asked for")
    assert detected(looked) == looked.snapshot
    looked.spoor("judge", "tie", chain[0], chain[1], "reject")
    changed = detected(looked)
    rest, out = cluster_of(looked, chain[2]), cluster_of(looked, chain[0])
    assert rest is not None and rest["id"] == name and rest["size"] == 4
    assert rest["legality"]["verdict"] == "unclear"
    assert out is None or out["legality"] is None
    looked.spoor("judge", "legality", str(rest["id"]), "permitted", "--why", "permit 12-B")
    assert legality(looked, rest["id"])["verdict"] == "permitted"
    assert detected(looked) == changed
    looked.spoor("judge", "legality", str(rest["id"]), "withdraw")
    assert legality(looked, rest["id"]) is None, "withdrawn under both ids"
    looked.spoor("judge", "tie", chain[0], chain[1], "withdraw")
    assert detected(looked) == looked.snapshot
    assert legality(looked, name) is None


@pytest.mark.parametrize(
    ("verdict", "why", "says"),
    [
        ("contrary", (), "without the law or permit"),
        ("permitted", ("--why", " "), "without the law or permit"),
        ("confirm", ("--why", LAW), "is no judgement"),
    ],
)
def test_no_law_no_assessment(
    looked: Looked, verdict: str, why: tuple[str, ...], says: str
) -> None:
    journal = Journal(open_workspace(looked.spoor.workspace, create=False))
    before = journal.entries()
    ring = str(looked.cluster("ring")["id"])
    assert says in looked.spoor("judge", "legality", ring, verdict, *why, code=2).sentence(2)
    said = looked.spoor("judge", "cluster", ring, "contrary", "--why", LAW, code=2).sentence(2)
    assert "is no judgement" in said
    unknown = looked.spoor("judge", "legality", "none", "unclear", "--why", LAW, code=1)
    assert "none is not in snapshot" in unknown.sentence()
    assert journal.entries() == before
