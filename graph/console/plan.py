"""What Neo4j means to do for a question: every step has to be one that is known to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.console.allowed import check_function, check_procedure
from graph.console.errors import ConsoleRefused

READS = "r"
PROCEDURE_CALL = "ProcedureCall"
WHOLE_PLAN = "string-representation"
"""Where Neo4j says all steps once more."""
READERS = frozenset({
    "AllNodesScan", "Anti", "AntiConditionalApply", "AntiSemiApply", "Apply", "Argument",
    "ArgumentTracker", "AssertSameNode", "AssertSameRelationship", "BidirectionalRepeat",
    "CacheProperties", "CartesianProduct", "ConditionalApply", "Distinct", "Distinctness",
    "Eager", "EagerAggregation", "EmptyResult", "EmptyRow", "ExhaustiveLimit", "Expand",
    "Filter", "Input", "LetAntiSemiApply", "LetSelectOrAntiSemiApply", "LetSelectOrSemiApply",
    "LetSemiApply", "Limit", "NodeCountFromCountStore", "NonFuseable", "NullifyMetadata",
    "Optional", "OptionalExpand", "OrderedAggregation", "OrderedDistinct", "OrderedUnion",
    "PartialSort", "PartialTop", "PartitionedUnwind", "PathPropagatingBFS", "PreserveOrder",
    "ProduceResults", "ProjectEndpoints", "Projection", "RelationshipCountFromCountStore",
    "Repeat", "RollUpApply", "SelectOrAntiSemiApply", "SelectOrSemiApply", "SemiApply",
    "ShortestPath", "Skip", "Sort", "StatefulShortestPath", "Top", "Top1WithTies",
    "TriadicBuild", "TriadicFilter", "TriadicSelection", "Union", "Unwind", "VarLengthExpand",
})  # fmt: skip
"""Steps that read; also all that end as `_LOOKS_UP` says."""
_LOOKS_UP = re.compile(r"\w+(?:Scan|Seek|SeekByRange|HashJoin)")
_CALLED = re.compile(r"\s*([\w.`]+)\s*\(")
_FUNCTION = re.compile(r"(?<![\w.$])([A-Za-z_]\w*(?:\.\w+)+)\s*\(")
_TEXT = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""")


@dataclass(frozen=True)
class Planned:
    """What Neo4j says of a question before it is run.

    Attributes
    ----------
    query_type : str or None
        ``r`` for one that only reads.
    database : str or None
        Which database it would ask.
    root : mapping or None
        The last step, with those before it as ``children``.
    """

    query_type: str | None
    database: str | None
    root: Mapping[str, Any] | None


def check_plan(planned: Planned, database: str) -> None:
    """Check every step that Neo4j would take.

    Parameters
    ----------
    planned : Planned
    database : str
        The only one that may be asked.

    Raises
    ------
    ConsoleRefused
        If the question does anything but read, asks another database, or takes a step, calls a
        procedure or calls a function that is not known to read the graph only.
    """
    if planned.query_type != READS or planned.root is None:
        raise ConsoleRefused("This would do more than read; the console only reads.")
    if planned.database not in (None, database):
        raise ConsoleRefused(
            f"This asks another database ({planned.database}); the console reads this one only."
        )
    for step in steps_of(planned.root):
        _check_step(step)


def steps_of(root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give all steps of a plan, the last first."""
    waiting = [root]
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(reversed(step.get("children") or ()))


def operator_of(step: Mapping[str, Any]) -> str:
    """Name what a step does, without its database and its ways."""
    return str(step.get("operatorType", "")).partition("@")[0].partition("(")[0].strip()


def details_of(step: Mapping[str, Any]) -> str:
    """Give what Neo4j says of a step."""
    return str((step.get("args") or {}).get("Details", ""))


def _check_step(step: Mapping[str, Any]) -> None:
    """Check one step and all that is said of it."""
    operator = operator_of(step)
    if operator == PROCEDURE_CALL:
        found = _CALLED.match(details_of(step))
        check_procedure(found[1].replace("`", "") if found else "without a name")
        return
    if operator not in READERS and not _LOOKS_UP.fullmatch(operator):
        raise ConsoleRefused(f"The step {operator[:60]} is not known to read the graph only.")
    for name, said in (step.get("args") or {}).items():
        if name == WHOLE_PLAN:
            continue
        for found in _FUNCTION.finditer(_TEXT.sub("''", str(said)).replace("`", "")):
            check_function(found[1])
