"""``spoor export`` as a graph: the clusters that are listed, for programs that draw networks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tests.app.commands.conftest import CUSTODY, Looked

READ = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.fixture(params=sorted(READ))
def form(request: pytest.FixtureRequest) -> str:
    """Each of the formats."""
    return str(request.param)


def exported(looked: Looked, form: str, path: Path, *chosen: str) -> Any:
    """A graph as it is read again."""
    done = looked.spoor("export", *(chosen or ["--all"]), "--format", form, "--output", path)
    graph = READ[form](path)
    said = f"{path}: {len(graph)} accounts and {graph.number_of_edges()} ties"
    assert (done.out.strip(), done.err) == (said, "")
    return graph


def test_all_clusters(looked: Looked, tmp_path: Path, form: str) -> None:
    graph = exported(looked, form, tmp_path / "deep" / f"all.{form}")
    clusters = looked.spoor("clusters", "--json").data
    assert {(node["cluster_id"], node["account_key"]) for node in graph.nodes.values()} == {
        (cluster["id"], member["account_key"])
        for cluster in clusters
        for member in cluster["members"]
    }
    assert graph.number_of_edges() == sum(cluster["ties"] for cluster in clusters)
    assert CUSTODY["--handling"] in (tmp_path / "deep" / f"all.{form}").read_text()


def test_one_cluster_has_the_ties_that_are_shown(looked: Looked, tmp_path: Path, form: str) -> None:
    chosen = looked.cluster("ring")
    graph = exported(looked, form, tmp_path / "ring", str(chosen["id"]))
    shown = looked.spoor("cluster", chosen["id"], "--json").data
    assert set(graph) == set(looked.world.planted["ring"])
    for tie in shown["ties"]:
        edge = graph.edges[tie["account_a"], tie["account_b"]]
        assert edge["weight"] == tie["score"]
        counted = [reason for reason in tie["reasons"] if reason["counted"]]
        assert edge["reasons"] == " ".join(reason["sentence"] for reason in counted)
        by_layer = sum(bits for name, bits in edge.items() if name.startswith("bits_"))
        assert by_layer == pytest.approx(sum(reason["bits"] for reason in counted))
    entry = looked.spoor("log", "--json").data[-1]
    assert (entry["kind"], entry["format"], entry["clusters"]) == ("export", form, [chosen["id"]])


def test_exporting_again_replaces_the_file_alone(looked: Looked, tmp_path: Path, form: str) -> None:
    (tmp_path / "note.txt").write_text("mine")
    path = tmp_path / "graph.xml"
    path.write_text("before")
    for _ in range(2):
        exported(looked, form, path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["graph.xml", "note.txt"]


@pytest.mark.parametrize("place", ["folder", "file/below", "/proc/nowhere", "/dev/null", "x" * 300])
def test_a_place_that_cannot_be_written(
    looked: Looked, tmp_path: Path, form: str, place: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    before = len(looked.spoor("log", "--json").data)
    given = ["export", "--all", "--format", form, "--output", tmp_path / place]
    assert str(tmp_path / place) in looked.spoor(*given, code=1).sentence()
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "folder").iterdir()) == []
    assert Path("/dev/null").is_char_device()
    assert len(looked.spoor("log", "--json").data) == before


def test_an_unknown_cluster_names_the_nearest(looked: Looked, tmp_path: Path, form: str) -> None:
    known = looked.cluster("shop")["id"]
    given = ["export", f"{known}x", "--format", form, "--output", tmp_path / "out"]
    assert str(known) in looked.spoor(*given, code=1).sentence()
    assert list(tmp_path.iterdir()) == []
