"""GEXF export: accounts and ties with the days on which they were seen, for Gephi's timeline."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
from lxml import etree

from app.exports.network import write_whole

VERSION = "1.2draft"


def export_gexf(graph: nx.Graph, path: Path) -> None:
    """Write a graph as GEXF 1.2 with times.

    Parameters
    ----------
    graph : networkx.Graph
        `app.exports.network.build_network`.
    path : Path
        The file; one of this name is replaced.

    Raises
    ------
    WorkspaceError
        If the file cannot be written.

    Notes
    -----
    An account lasts from the day on which it was first seen to the last one; a tie, from the
    first to the last day of the posts cited for it. What has no times is always there. Days, not
    moments, are what both Gephi and networkx read; the moments are attributes.
    """
    document = _describe(_written(_dated(graph)), graph)
    write_whole(path, lambda stream: document.write(stream, encoding="utf-8", xml_declaration=True))


def _dated(graph: nx.Graph) -> nx.Graph:
    """Copy a graph with days as GEXF names them, and identifiers of ties that do not change."""
    dated = graph.copy()
    for _, attributes in dated.nodes(data=True):
        attributes.update(_days(attributes, start="first_seen", end="last_seen"))
    for a, b, attributes in dated.edges(data=True):
        attributes.update(_days(attributes, start="first_evidence", end="last_evidence"))
        attributes["id"] = f"{a}|{b}"
    return dated


def _days(attributes: dict[str, Any], **named: str) -> dict[str, str]:
    """Take the days of times that are known."""
    return {name: attributes[time][:10] for name, time in named.items() if time in attributes}


def _written(graph: nx.Graph) -> etree._ElementTree:
    """Let networkx write the graph."""
    stream = BytesIO()
    nx.write_gexf(graph, stream, version=VERSION)
    stream.seek(0)
    return etree.parse(stream, etree.XMLParser(huge_tree=True))


def _describe(document: etree._ElementTree, graph: nx.Graph) -> etree._ElementTree:
    """Say what the file is where GEXF has room for it, which networkx cannot."""
    space = {"gexf": document.getroot().nsmap[None]}
    (meta,) = document.findall("gexf:meta", space)
    (creator,) = meta.findall("gexf:creator", space)
    creator.text = f"Spoor, with {creator.text}"
    etree.SubElement(meta, f"{{{space['gexf']}}}description").text = graph.graph["description"]
    (drawn,) = document.findall("gexf:graph", space)
    del drawn.attrib["name"]
    return document
