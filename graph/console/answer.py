"""The answer to a question: rows of plain values, bounded, and what was left out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

TAG = "~"
"""Under which key a value that JSON lacks says what it is."""


@dataclass(frozen=True)
class Node:
    """A node: Neo4j's id of it, its labels and properties."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True)
class Relationship:
    """A relationship between the nodes of two ids."""

    id: str
    type: str
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class Path:
    """Nodes and the relationships between them, in order."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


@dataclass(frozen=True)
class Cut:
    """The beginning of a long string, list or map, and how much of it was left out."""

    shown: Any
    left: int


@dataclass(frozen=True)
class Step:
    """One step of Neo4j's plan.

    Attributes
    ----------
    depth : int
        How many steps lie between it and the last one.
    operator, details : str
    estimated, rows : float or None
        Rows expected, and those that there were; None where it was not run.
    """

    depth: int
    operator: str
    details: str
    estimated: float | None
    rows: float | None


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes
    ----------
    columns : tuple of str
    rows : list of list
        Plain values, `Node`, `Relationship`, `Path`, `Cut`, in lists and dicts.
    has_more : bool
        Whether there would have been further rows.
    seconds : float
        How long Neo4j took.
    plan : tuple of Step
        Where that was asked for.
    """

    columns: tuple[str, ...] = ()
    rows: list[list[Any]] = field(default_factory=list)
    has_more: bool = False
    seconds: float = 0.0
    plan: tuple[Step, ...] = ()


def read_answer(said: dict[str, Any]) -> Answer:
    """Read an answer as the process that asked wrote it."""
    return Answer(
        columns=tuple(said["columns"]),
        rows=[[_value(each) for each in row] for row in said["rows"]],
        has_more=said["has_more"],
        seconds=said["seconds"],
        plan=tuple(Step(*step) for step in said["plan"]),
    )


def parts_of(value: Any) -> Iterator[Node | Relationship]:
    """Give every node and relationship inside a value."""
    if isinstance(value, (Node, Relationship)):
        yield value
    elif isinstance(value, Path):
        yield from value.nodes
        yield from value.relationships
    elif isinstance(value, Cut):
        yield from parts_of(value.shown)
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from parts_of(each)


def _value(said: Any) -> Any:
    """Read one value."""
    if isinstance(said, list):
        return [_value(each) for each in said]
    if not isinstance(said, dict):
        return said
    kind = said[TAG]
    if kind == "node":
        return Node(said["id"], tuple(said["labels"]), _value(said["properties"]))
    if kind == "relationship":
        ends = (said["id"], said["type"], said["start"], said["end"])
        return Relationship(*ends, _value(said["properties"]))
    if kind == "path":
        return Path(tuple(map(_value, said["nodes"])), tuple(map(_value, said["relationships"])))
    if kind == "cut":
        return Cut(_value(said["of"]), said["left"])
    return {name: _value(each) for name, each in said["of"].items()}
