"""Why a question to the console has no answer."""

from __future__ import annotations

from graph.errors import SpoorError


class ConsoleRefused(SpoorError):
    """The question does more than read, or Neo4j cannot read it; nothing was run."""


class ConsoleStopped(SpoorError):
    """The question was run and stopped: it took too long, or too much room."""
