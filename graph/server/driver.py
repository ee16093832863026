"""The Neo4j driver, loaded without pandas, which takes a second and is asked for nothing.

The driver takes pandas' values as parameters where pandas is there; Spoor gives it none. What has
loaded pandas already, or may load it in another thread meanwhile, is left alone.
"""

from __future__ import annotations

import sys
import threading

_SPARES = "pandas" not in sys.modules and threading.active_count() == 1

if _SPARES:
    sys.modules["pandas"] = None  # type: ignore[assignment]
try:
    from neo4j import (
        READ_ACCESS,
        WRITE_ACCESS,
        Driver,
        GraphDatabase,
        ManagedTransaction,
        NotificationMinimumSeverity,
        Query,
        Session,
    )
    from neo4j.exceptions import (
        AuthError,
        ClientError,
        ConfigurationError,
        CypherSyntaxError,
        DatabaseUnavailable,
        DriverError,
        Neo4jError,
    )
    from neo4j.graph import Node, Path, Relationship
    from neo4j.time import Date, DateTime
finally:
    if _SPARES:
        del sys.modules["pandas"]

__all__ = [
    "READ_ACCESS",
    "WRITE_ACCESS",
    "AuthError",
    "ClientError",
    "ConfigurationError",
    "CypherSyntaxError",
    "DatabaseUnavailable",
    "Date",
    "DateTime",
    "Driver",
    "DriverError",
    "GraphDatabase",
    "ManagedTransaction",
    "Neo4jError",
    "Node",
    "NotificationMinimumSeverity",
    "Path",
    "Query",
    "Relationship",
    "Session",
]
