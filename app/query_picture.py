"""The picture of an answer: its nodes and relationships as plain data, always the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import igraph

from app.literal import shortened, visible
from app.query_answers import called, label_of
from app.words import queries as words
from graph.console import Answer, Node, Relationship
from graph.console.answer import parts_of

MOST_NODES = 300
MOST_LINKS = 1_000
LABELLED = 60
LABEL_CHARACTERS = 24
WIDTH, HEIGHT = 96.0, 100.0
LABEL_ROOM = 24.0
COLOURS = {
    "Account": "#2f86c9",
    "ContactDetail": "#e69f00",
    "Group": "#009e73",
    "Post": "#8c8c8c",
    "Cluster": "#b765a7",
    "Taxon": "#a3b300",
    "Image": "#56b4e9",
    "Text": "#c2a35d",
}
OTHER_COLOUR = "#7f6bb3"


@dataclass(frozen=True)
class Picture:
    """What is drawn of an answer.

    Attributes
    ----------
    graph : dict
        ``nodes`` and ``edges`` for the drawing component.
    nodes : dict of str to Node
        Those drawn, by id.
    colours : dict of str to str
        Colour of each kind drawn, as people call it.
    links, nodes_in_all, links_in_all : int
    """

    graph: dict[str, Any]
    nodes: dict[str, Node]
    colours: dict[str, str]
    links: int
    nodes_in_all: int
    links_in_all: int


def draw(answer: Answer) -> Picture | None:
    """Draw the nodes and relationships of an answer, those that come first.

    Returns
    -------
    Picture or None
        At most 300 nodes and 1,000 relationships between them; None where there is no node.
    """
    nodes: dict[str, Node] = {}
    links: dict[str, Relationship] = {}
    for row in answer.rows:
        for value in row:
            for part in parts_of(value):
                if isinstance(part, Node):
                    nodes.setdefault(part.id, part)
                else:
                    links.setdefault(part.id, part)
    if not nodes:
        return None
    shown = dict(list(nodes.items())[:MOST_NODES])
    between = [each for each in links.values() if each.start in shown and each.end in shown]
    drawn = between[:MOST_LINKS]
    places = _lay_out(list(shown), drawn)
    labelled = len(shown) <= LABELLED
    points = [
        _point(node, place, labelled=labelled)
        for node, place in zip(shown.values(), places, strict=True)
    ]
    kinds = dict.fromkeys(label_of(node) for node in shown.values())
    return Picture(
        graph={
            "nodes": [*points, _room_for_labels()],
            "edges": [_line(each, place) for place, each in enumerate(drawn)],
        },
        nodes=shown,
        colours={words.KINDS.get(kind, kind): COLOURS.get(kind, OTHER_COLOUR) for kind in kinds},
        links=len(drawn),
        nodes_in_all=len(nodes),
        links_in_all=len(links),
    )


def _point(node: Node, place: tuple[float, float], *, labelled: bool) -> dict[str, Any]:
    """One node: colour by kind."""
    return {
        "id": node.id,
        "label": shortened(visible(" ".join(called(node).split())), LABEL_CHARACTERS),
        "x": place[0],
        "y": place[1],
        "size": 9,
        "color": COLOURS.get(label_of(node), OTHER_COLOUR),
        "forceLabel": labelled,
    }


def _line(link: Relationship, place: int) -> dict[str, Any]:
    """One relationship."""
    return {"source": link.start, "target": link.end, "key": f"link {place}", "size": 1.6}


def _room_for_labels() -> dict[str, Any]:
    """An unseen point at the right, so that labels there are not cut off."""
    place = {"x": WIDTH + LABEL_ROOM, "y": HEIGHT / 2}
    return {"id": "", "label": "", **place, "hidden": True}


def _lay_out(ids: list[str], links: list[Relationship]) -> list[tuple[float, float]]:
    """Place nodes so that joined ones are near; the same for the same answer."""
    numbers = {name: n for n, name in enumerate(ids)}
    graph = igraph.Graph(
        n=len(ids), edges=[(numbers[each.start], numbers[each.end]) for each in links]
    )
    circle = graph.layout_circle()
    placed = graph.layout_fruchterman_reingold(seed=circle, niter=300, grid=False)
    columns, rows = zip(*placed.coords, strict=True)
    return list(zip(_spread(columns, WIDTH), _spread(rows, HEIGHT), strict=True))


def _spread(values: tuple[float, ...], size: float) -> list[float]:
    """Stretch coordinates over the field; the middle where they are all one."""
    least, most = min(values), max(values)
    if most - least < 1e-9:
        return [size / 2] * len(values)
    return [(value - least) / (most - least) * size for value in values]
