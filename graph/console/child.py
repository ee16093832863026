"""The process that asks and reads: whatever it is sent, it can take only so much room.

Reads one question as JSON, writes one answer as JSON, and ends.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from contextlib import suppress
from datetime import datetime
from typing import Any

from graph.console.bounded import bounded
from graph.console.errors import ConsoleRefused, ConsoleStopped
from graph.console.limits import AT_A_TIME, MOST_ANSWER, MOST_MEMORY, SPARE_SECONDS
from graph.console.plan import Planned, check_plan, details_of, operator_of
from graph.console.words import Asked, check_words
from graph.errors import SpoorError, StoreUnavailable
from graph.server.connection import Connection
from graph.server.free_text import Failed, FreeText, reading

KINDS: dict[str, type[SpoorError]] = {
    "refused": ConsoleRefused,
    "stopped": ConsoleStopped,
    "unavailable": StoreUnavailable,
}
"""What the answer calls each error, the process that gets it raises it again."""
TOO_LARGE = "The answer is too large to be read; ask for less of it, or for fewer rows."
_MOST_DETAILS = 500


def main() -> None:
    """Answer one question."""
    _limit_memory()
    asked = json.load(sys.stdin)
    for name in asked["times"]:
        if asked["parameters"].get(name) is not None:
            asked["parameters"][name] = datetime.fromisoformat(asked["parameters"][name])
    try:
        said = _answer(asked)
    except MemoryError:
        said = _error("stopped", TOO_LARGE)
    except Failed as error:
        said = _error(*_why(error, asked["seconds"]))
    except SpoorError as error:
        kind = next((name for name, each in KINDS.items() if isinstance(error, each)), "refused")
        said = _error(kind, str(error))
    json.dump(said, sys.stdout)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Check a question in words and in Neo4j's plan, then run it."""
    connection = Connection(**asked["connection"])
    question = check_words(asked["text"])
    with reading(connection) as free_text:
        seen = free_text.plan(question.text, asked["parameters"])
        if seen.profile is not None:
            raise ConsoleRefused("This would be run while it is planned; leave its options out.")
        check_plan(Planned(seen.query_type, seen.database, seen.plan), connection.database)
        if question.how == "explain":
            return _said([], [], plan=_steps(seen.plan))
        return _run(free_text, question, asked)


def _run(free_text: FreeText, question: Asked, asked: dict[str, Any]) -> dict[str, Any]:
    """Run a question that was checked, and read as many rows as are wanted."""
    profiled = question.how == "profile"
    text = f"PROFILE {question.text}" if profiled else question.text
    _end_after(asked["seconds"] + SPARE_SECONDS)
    began = time.monotonic()
    rows: list[list[Any]] = []
    has_more = False
    room = MOST_ANSWER
    with free_text.run(
        text, asked["parameters"], seconds=asked["seconds"], at_a_time=AT_A_TIME
    ) as found:
        columns = found.columns
        for values in found:
            if len(rows) == asked["rows"]:
                has_more = True
                break
            row = [bounded(value) for value in values]
            room -= len(json.dumps(row))
            if room < 0 and rows:
                has_more = True
                break
            rows.append(row)
        steps = _steps(found.profile()) if profiled else []
    return _said(columns, rows, has_more, time.monotonic() - began, steps)


def _end_after(seconds: float) -> None:
    """Let the system end this process, whatever it is busy with, when its time is over."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _said(
    columns: list[str],
    rows: list[list[Any]],
    has_more: bool = False,
    seconds: float = 0.0,
    plan: list[list[Any]] | None = None,
) -> dict[str, Any]:
    """Lay out an answer."""
    return {
        "columns": columns,
        "rows": rows,
        "has_more": has_more,
        "seconds": seconds,
        "plan": plan or [],
    }


def _steps(root: dict[str, Any] | None) -> list[list[Any]]:
    """List the steps of a plan, the last first."""
    found: list[list[Any]] = []
    waiting = [(0, root)] if root else []
    while waiting:
        depth, step = waiting.pop()
        args = step.get("args") or {}
        found.append([
            depth, operator_of(step), details_of(step)[:_MOST_DETAILS], args.get("EstimatedRows"),
            step.get("rows", args.get("Rows")),
        ])  # fmt: skip
        waiting.extend((depth + 1, each) for each in reversed(step.get("children") or ()))
    return found


def _why(error: Failed, seconds: float) -> tuple[str, str]:
    """Say in a sentence why Neo4j did not answer."""
    code = error.code
    if "TransactionTimedOut" in code or "Transaction.Terminated" in code:
        return "stopped", (
            f"Neo4j did not finish within {seconds:g} seconds and was stopped; ask for less, or "
            "give it more time."
        )
    if "OutOfMemory" in code or "MemoryPool" in code or "StackOverflow" in code:
        return "stopped", (
            "Neo4j stopped this because it takes too much memory; ask for less at once, or for "
            "counts instead of lists."
        )
    if ".Statement." in code or ".Procedure." in code or ".Database." in code:
        return "refused", f"Neo4j cannot run this: {error}."
    return "stopped", f"Neo4j ended this ({error}); try again."


def _error(kind: str, sentence: str) -> dict[str, Any]:
    """Lay out an error."""
    return {"error": kind, "sentence": sentence}


def _limit_memory() -> None:
    """Take no more room than agreed, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        room = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (room, most))


if __name__ == "__main__":
    main()
