"""GraphML export: accounts and ties for yEd, Cytoscape, igraph and other programs."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from app.exports.network import write_whole


def export_graphml(graph: nx.Graph, path: Path) -> None:
    """Write a graph as GraphML.

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
    The attributes' own names are their identifiers: Gephi takes networkx's ``d3`` and ``d7`` for
    the labels that yEd writes under these.
    """
    write_whole(path, lambda stream: nx.write_graphml(graph, stream, named_key_ids=True))
