"""Asking a question in a process of its own, which ends with its time, come what may."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.console.answer import Answer, read_answer
from graph.console.child import KINDS, TOO_LARGE
from graph.console.errors import ConsoleRefused, ConsoleStopped
from graph.console.limits import (
    AT_ONCE,
    MOST_ROWS,
    MOST_SECONDS,
    MOST_TEXT,
    ROWS,
    SECONDS,
    SPARE_SECONDS,
    START_SECONDS,
)
from graph.console.words import check_words
from graph.server.connection import Connection

CHILD = "graph.console.child"
TOOK_TOO_LONG = (
    "The answer took longer than agreed to come, and nothing more of it is awaited; ask for less."
)
_TURNS = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Question:
    """What is asked, and how much it may take.

    Attributes
    ----------
    text : str
        Cypher.
    parameters : mapping
        By name; anything that JSON can hold.
    rows : int
        Most rows wanted.
    seconds : float
        After how many seconds Neo4j ends it.
    times : frozenset of str
        Names of parameters that are times, written as ISO 8601 says.
    """

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    rows: int = ROWS
    seconds: float = SECONDS
    times: frozenset[str] = frozenset()


def ask(connection: Connection, question: Question) -> Answer:
    """Ask Neo4j a question that can only read.

    Parameters
    ----------
    connection : Connection
    question : Question
        Rows and seconds beyond `MOST_ROWS` and `MOST_SECONDS` are not given.

    Raises
    ------
    ConsoleRefused
        If its words or Neo4j's plan of it do anything but read the graph, or Neo4j cannot read
        it; nothing was run then.
    ConsoleStopped
        If it took longer or more room than agreed, or two others are being answered.
    StoreUnavailable
        If Neo4j cannot be reached.
    """
    check_words(question.text)
    seconds = min(max(question.seconds, 1.0), MOST_SECONDS)
    told = {
        "connection": asdict(connection),
        "text": question.text,
        "parameters": dict(question.parameters),
        "rows": min(max(question.rows, 1), MOST_ROWS),
        "seconds": seconds,
        "times": sorted(question.times),
    }
    said = _ask_child(_written(told), START_SECONDS + seconds + SPARE_SECONDS)
    if "error" in said:
        raise KINDS[said["error"]](said["sentence"])
    return read_answer(said)


def _written(told: dict[str, Any]) -> bytes:
    """Write a question; refuse what JSON and Neo4j cannot hold."""
    try:
        written = json.dumps(told, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError):
        raise ConsoleRefused(
            "The question or a parameter holds something that is no character or no number; "
            "type it again."
        ) from None
    if len(written) > 4 * MOST_TEXT + 10_000:
        raise ConsoleRefused("The question and its parameters are too long; ask for less at once.")
    return written


def _ask_child(told: bytes, seconds: float) -> dict[str, Any]:
    """Run the process that asks; end it by force when its time is over."""
    if not _TURNS.acquire(timeout=seconds):
        raise ConsoleStopped("Other questions are being answered; try again when they are done.")
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-m", CHILD],
            input=told,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ConsoleStopped(TOOK_TOO_LONG) from None
    finally:
        _TURNS.release()
    if done.returncode == -signal.SIGALRM:
        raise ConsoleStopped(TOOK_TOO_LONG)
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise ConsoleStopped(TOO_LARGE) from None
    return said
