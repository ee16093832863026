"""GEXF 1.2 with times: planted days, the format's own rules, and names that would break XML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.exports.gexf import export_gexf
from app.exports.network import build_network, identifier, readable
from tests.app.exports.planted import FIRST, JOINED, LAST, LEFT, RING, named, ring, tables
from tests.app.small_world import HOSTILE_NAMES
from tests.graph.planted_graph import detection

SPACE = {"g": "http://www.gexf.net/1.2draft"}
TYPES = {"integer", "long", "double", "float", "boolean", "string"}
ALLOWED = {
    "gexf": {"version", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"},
    "meta": {"lastmodifieddate"},
    "graph": {"defaultedgetype", "mode", "timeformat"},
    "attributes": {"class", "mode"},
    "attribute": {"id", "title", "type"},
    "node": {"id", "label", "start", "end"},
    "edge": {"id", "source", "target", "weight", "start", "end"},
    "attvalue": {"for", "value"},
}


def elements(document: etree._ElementTree, name: str) -> list[etree._Element]:
    return list(document.iter(f"{{{SPACE['g']}}}{name}"))


def assert_valid(path: Path) -> etree._ElementTree:
    """Nothing but what GEXF 1.2 knows; all that is used is declared, once, and is a valid day."""
    document = etree.parse(path)
    for element in document.iter():
        name = etree.QName(element).localname
        assert set(element.attrib) <= ALLOWED.get(name, set()), name
    assert document.getroot().get("version") == "1.2"
    for part in ("node", "edge"):
        declared = {
            attribute.get("id"): attribute.get("type")
            for each in elements(document, "attributes")
            if each.get("class") == part
            for attribute in each
        }
        assert set(declared.values()) <= TYPES
        ids = [element.get("id") for element in elements(document, part)]
        assert len(ids) == len(set(ids))
        for element in elements(document, part):
            values = element.findall("g:attvalues/g:attvalue", SPACE)
            used = [value.get("for") for value in values]
            assert len(used) == len(set(used))
            assert set(used) <= set(declared)
            if "start" in element.attrib:
                start, end = (date.fromisoformat(element.get(at, "")) for at in ("start", "end"))
                assert start <= end
    nodes = {element.get("id") for element in elements(document, "node")}
    for edge in elements(document, "edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes
    return document


def test_members_ties_and_days(tmp_path: Path) -> None:
    export_gexf(ring(), tmp_path / "ring.gexf")
    document = assert_valid(tmp_path / "ring.gexf")
    (drawn,) = elements(document, "graph")
    assert dict(drawn.attrib) == {
        "defaultedgetype": "undirected", "mode": "dynamic", "timeformat": "date",
    }  # fmt: skip
    days = {
        node.get("id"): (node.get("start"), node.get("end")) for node in elements(document, "node")
    }
    assert days == {
        "facebook:1": (str(JOINED.date()), str(LEFT.date())),
        "facebook:2": (str(LAST.date()), str(LAST.date())),
        "facebook:3": (None, None),
    }
    tied = {edge.get("id"): edge for edge in elements(document, "edge")}
    assert set(tied) == {"facebook:1|facebook:2", "facebook:2|facebook:3"}
    tie = tied["facebook:1|facebook:2"]
    assert (tie.get("start"), tie.get("end")) == (str(FIRST.date()), str(LAST.date()))
    assert float(tie.get("weight", "")) == 12.0


def test_networkx_reads_what_was_written(tmp_path: Path) -> None:
    graph = ring()
    export_gexf(graph, tmp_path / "ring.gexf")
    read = nx.read_gexf(tmp_path / "ring.gexf")
    assert tuple(read) == RING
    for key, known in graph.nodes.items():
        assert known.items() <= read.nodes[key].items()
    for ends, known in graph.edges.items():
        assert known.items() <= read.edges[ends].items()


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    graph = ring()
    export_gexf(graph, tmp_path / "ring.gexf")
    document = etree.parse(tmp_path / "ring.gexf")
    assert document.findtext("g:meta/g:description", None, SPACE) == graph.graph["description"]
    assert (document.findtext("g:meta/g:creator", None, SPACE) or "").startswith("Spoor")


def test_a_snapshot_without_clusters_is_an_empty_graph(tmp_path: Path) -> None:
    export_gexf(build_network(detection(), [], tables()), tmp_path / "none.gexf")
    assert elements(assert_valid(tmp_path / "none.gexf"), "node") == []


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "=1+1", "]]>&amp;", "a\x00b\x1b[31m", " \r\n\t "])
def test_hostile_names_stay_as_they_are(tmp_path: Path, name: str) -> None:
    export_gexf(named({"x:1": name, "x:2": name}), tmp_path / "odd.gexf")
    assert_valid(tmp_path / "odd.gexf")
    read = nx.read_gexf(tmp_path / "odd.gexf")
    assert {node["display_name"] for node in read.nodes.values()} == {readable(name)}


@given(st.lists(st.text(max_size=20), min_size=2, max_size=2, unique=True), st.text(max_size=20))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_key_and_name(tmp_path: Path, ids: list[str], name: str) -> None:
    keys = [f"whatsapp:{each}" for each in ids]
    export_gexf(named(dict.fromkeys(keys, name)), tmp_path / "any.gexf")
    assert_valid(tmp_path / "any.gexf")
    read = nx.read_gexf(tmp_path / "any.gexf")
    assert set(read) == {identifier(key) for key in keys}
    assert {node["display_name"] for node in read.nodes.values()} == {readable(name)}
    assert read.number_of_edges() == 1
