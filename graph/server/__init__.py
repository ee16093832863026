"""The private Neo4j of a workspace, and how any Neo4j is reached."""

from graph.server.private import (
    Status,
    connect,
    start,
    status,
    stop,
)

__all__ = [
    "Status",
    "connect",
    "start",
    "status",
    "stop",
]
