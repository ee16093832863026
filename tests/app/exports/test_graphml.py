"""GraphML that two independent readers open again as it was planted."""

from __future__ import annotations

from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.exports.graphml import export_graphml
from app.exports.network import build_network, identifier, readable
from tests.app.exports.planted import RING, named, ring, tables
from tests.app.small_world import HOSTILE_NAMES
from tests.graph.planted_graph import detection

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
TYPES = {"boolean", "int", "long", "float", "double", "string"}


def assert_valid(path: Path) -> None:
    """Keys are declared once, used where they are declared for; identifiers are unique."""
    document = etree.parse(path)
    keys = {key.get("id"): key for key in document.iterfind("g:key", SPACE)}
    assert len(keys) == len(document.findall("g:key", SPACE))
    assert {key.get("attr.type") for key in keys.values()} <= TYPES
    for part in ("graph", "node", "edge"):
        for owner in document.iter(f"{{{SPACE['g']}}}{part}"):
            used = [data.get("key") for data in owner.iterfind("g:data", SPACE)]
            assert len(used) == len(set(used))
            assert {keys[key].get("for") for key in used} <= {part}
    nodes = [node.get("id") for node in document.iter(f"{{{SPACE['g']}}}node")]
    assert len(nodes) == len(set(nodes))
    for edge in document.iter(f"{{{SPACE['g']}}}edge"):
        assert {edge.get("source"), edge.get("target")} <= set(nodes)


def test_networkx_reads_what_was_written(tmp_path: Path) -> None:
    graph = ring()
    export_graphml(graph, tmp_path / "ring.graphml")
    assert_valid(tmp_path / "ring.graphml")
    read = nx.read_graphml(tmp_path / "ring.graphml")
    assert dict(read.nodes) == dict(graph.nodes)
    assert {frozenset(ends): known for *ends, known in read.edges(data=True)} == {
        frozenset(ends): known for *ends, known in graph.edges(data=True)
    }
    assert {name: read.graph[name] for name in graph.graph} == graph.graph


def test_igraph_reads_the_planted_ring(tmp_path: Path) -> None:
    export_graphml(ring(), tmp_path / "ring.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "ring.graphml"))
    assert tuple(read.vs["account_key"]) == RING
    assert read.vs["posts"] == [1, 1, 1]
    assert read.vs["borderline"] == [False] * 3
    assert sorted(read.es["weight"]) == [6.5, 12.0]
    assert not read.is_directed()


def test_attributes_are_identified_by_their_names(tmp_path: Path) -> None:
    export_graphml(ring(), tmp_path / "ring.graphml")
    for key in etree.parse(tmp_path / "ring.graphml").iterfind("g:key", SPACE):
        assert key.get("id") == key.get("attr.name")


def test_a_snapshot_without_clusters_is_an_empty_graph(tmp_path: Path) -> None:
    export_graphml(build_network(detection(), [], tables()), tmp_path / "none.graphml")
    assert len(nx.read_graphml(tmp_path / "none.graphml")) == 0


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "=1+1", "]]>&amp;", "a\x00b\x1b[31m", " \r\n\t "])
def test_hostile_names_stay_as_they_are(tmp_path: Path, name: str) -> None:
    export_graphml(named({"x:1": name, "x:2": name}), tmp_path / "odd.graphml")
    assert_valid(tmp_path / "odd.graphml")
    read = nx.read_graphml(tmp_path / "odd.graphml")
    assert {node["display_name"] for node in read.nodes.values()} == {readable(name)}


@given(st.lists(st.text(max_size=20), min_size=2, max_size=2, unique=True), st.text(max_size=20))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_key_and_name(tmp_path: Path, ids: list[str], name: str) -> None:
    keys = [f"whatsapp:{each}" for each in ids]
    export_graphml(named(dict.fromkeys(keys, name)), tmp_path / "any.graphml")
    assert_valid(tmp_path / "any.graphml")
    read = nx.read_graphml(tmp_path / "any.graphml")
    assert set(read) == {identifier(key) for key in keys}
    assert {node["display_name"] for node in read.nodes.values()} == {readable(name)}
    assert read.number_of_edges() == 1
