"""Values as JSON, however large they are: what is left out is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from graph.console.answer import TAG
from graph.console.limits import DEEPEST, MOST_CHARACTERS, MOST_ITEMS
from graph.server.free_text import Node, Path, Relationship, written

Said = Any


def bounded(value: Any, depth: int = 0) -> Said:
    """Write a value of Neo4j's as JSON can hold it.

    Parameters
    ----------
    value : object
        As the driver gives it.
    depth : int
        How many lists and maps it is inside of.

    Returns
    -------
    object
        What JSON has no word for is a map whose `TAG` says what it is.
    """
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if -1e300 < value < 1e300 else str(value)
    if isinstance(value, str):
        return _cut_text(value)
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _relationship(value)
    if isinstance(value, Path):
        return {
            TAG: "path",
            "nodes": [_node(each) for each in value.nodes[:MOST_ITEMS]],
            "relationships": [_relationship(each) for each in value.relationships[:MOST_ITEMS]],
        }
    if isinstance(value, Mapping):
        return _map(value, depth)
    if hasattr(value, "iso_format") or hasattr(value, "srid"):
        return written(value)
    if isinstance(value, (bytes, bytearray)):
        return _cut_text(value[: MOST_CHARACTERS // 2].hex(), 2 * len(value))
    if isinstance(value, Sequence):
        return _list(value, depth)
    return written(value)


def _cut_text(text: str, in_all: int | None = None) -> Said:
    """Give the beginning of a text."""
    left = (in_all or len(text)) - MOST_CHARACTERS
    return text if left <= 0 else {TAG: "cut", "of": text[:MOST_CHARACTERS], "left": left}


def _list(values: Sequence[Any], depth: int) -> Said:
    """Give the beginning of a list."""
    if depth >= DEEPEST and values:
        return {TAG: "cut", "of": [], "left": len(values)}
    shown = [bounded(each, depth + 1) for each in values[:MOST_ITEMS]]
    left = len(values) - len(shown)
    return {TAG: "cut", "of": shown, "left": left} if left > 0 else shown


def _map(values: Mapping[str, Any], depth: int) -> Said:
    """Give the beginning of a map."""
    if depth >= DEEPEST and values:
        return {TAG: "cut", "of": {TAG: "map", "of": {}}, "left": len(values)}
    shown = {TAG: "map", "of": _some(values.items(), depth)}
    left = len(values) - len(shown["of"])
    return {TAG: "cut", "of": shown, "left": left} if left > 0 else shown


def _some(items: Iterable[tuple[str, Any]], depth: int) -> dict[str, Said]:
    """Give the first items of a map; names as long as they are of use."""
    return {name[:200]: bounded(each, depth + 1) for name, each in islice(items, MOST_ITEMS)}


def _node(node: Any) -> Said:
    """Write a node."""
    return {
        TAG: "node",
        "id": node.element_id,
        "labels": sorted(node.labels),
        "properties": {TAG: "map", "of": _some(node.items(), 1)},
    }


def _relationship(link: Any) -> Said:
    """Write a relationship."""
    return {
        TAG: "relationship",
        "id": link.element_id,
        "type": link.type,
        "start": link.start_node.element_id if link.start_node else "",
        "end": link.end_node.element_id if link.end_node else "",
        "properties": {TAG: "map", "of": _some(link.items(), 1)},
    }
