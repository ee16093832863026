"""Looking at a graph behind the program's back, as sets that can be compared with literals."""

from __future__ import annotations

from typing import Any

from neo4j import GraphDatabase

from graph.server.connection import Connection


def ask(connection: Connection, text: str, **parameters: Any) -> list[dict[str, Any]]:
    """Rows of a statement of the test's own."""
    with GraphDatabase.driver(
        connection.uri, auth=(connection.username, connection.password)
    ) as driver:
        records = driver.execute_query(text, parameters, database_=connection.database).records
    return [record.data() for record in records]


def nodes(connection: Connection, label: str, *properties: str) -> set[tuple[Any, ...]]:
    """Properties of every node of a label."""
    rows = ask(connection, f"MATCH (n:{label}) RETURN properties(n) AS found")
    return {tuple(_hashable(row["found"].get(name)) for name in properties) for row in rows}


def links(connection: Connection, kind: str, *properties: str) -> set[tuple[Any, ...]]:
    """Keys of both ends, and properties, of every relationship of a type; doubles are an error."""
    rows = ask(
        connection,
        f"MATCH (a)-[r:{kind}]->(b) RETURN a.key AS a, b.key AS b, properties(r) AS found",
    )
    found = [
        (row["a"], row["b"], *(_hashable(row["found"].get(name)) for name in properties))
        for row in rows
    ]
    assert len(found) == len(set(found)), f"{kind} stands twice"
    return set(found)


def dump(connection: Connection) -> list[str]:
    """Everything in the graph, sorted, to compare two graphs."""
    found = ask(connection, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    found += ask(
        connection,
        "MATCH (a)-[r]->(b) "
        "RETURN a.key AS a, type(r) AS type, properties(r) AS properties, b.key AS b",
    )
    return sorted(_line(row) for row in found)


def _line(row: dict[str, Any]) -> str:
    """One row, the same however its parts are ordered."""
    parts = {**row, "properties": sorted(row["properties"].items())}
    if "labels" in parts:
        parts["labels"] = sorted(parts["labels"])
    return repr(sorted(parts.items()))


def _hashable(value: Any) -> Any:
    """A list as a tuple, a time as text."""
    if isinstance(value, list):
        return tuple(_hashable(each) for each in value)
    return value.iso_format() if hasattr(value, "iso_format") else value
