"""What long work is told to call while it goes on, and to reach the graph by."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from graph.store import GraphStore
from graph.workspace import Workspace

Steps = Callable[[str, int, int], None]
"""Called with what is being done, work done and work in all."""
OpenStore = Callable[[Workspace], AbstractContextManager[GraphStore]]


def silent(step: str, done: int, in_all: int) -> None:
    """Tell nobody."""
