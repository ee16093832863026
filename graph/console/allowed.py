"""Which procedures and functions a question may call: those known to read the graph only."""

from __future__ import annotations

from graph.console.errors import ConsoleRefused

PROCEDURES = (
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.visualization",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
)
FUNCTION_FAMILIES = (
    "date",
    "datetime",
    "localdatetime",
    "localtime",
    "time",
    "duration",
    "point",
    "vector.similarity",
)
_PROCEDURES = frozenset(name.lower() for name in PROCEDURES)


def check_procedure(name: str) -> None:
    """Refuse a procedure that is not known to read the graph only.

    Raises
    ------
    ConsoleRefused
        Names those that may be called.
    """
    if name.lower() not in _PROCEDURES:
        raise ConsoleRefused(
            f"The procedure {name[:80]} may not be called here; {', '.join(PROCEDURES)} may."
        )


def check_function(name: str) -> None:
    """Refuse a function of a family that is not Cypher's own.

    Raises
    ------
    ConsoleRefused
        Names it.
    """
    if name.lower().rpartition(".")[0] not in FUNCTION_FAMILIES:
        raise ConsoleRefused(
            f"The function {name[:80]} is none of Cypher’s own and may not be called here."
        )
