"""How to reach a Neo4j, and whether it answers."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import StoreUnavailable
from graph.server.driver import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    GraphDatabase,
    Neo4jError,
)

TIMEOUT_SECONDS = 10
SCHEMES = {"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}


@dataclass(frozen=True)
class Connection:
    """How to reach a Neo4j.

    Attributes
    ----------
    uri : str
        Bolt address, such as ``bolt://127.0.0.1:7687``.
    username, password : str
        Who connects; the password is left out when the connection is printed.
    database : str
        Database to use.
    """

    uri: str
    username: str
    password: str = field(repr=False)
    database: str


def external_connection() -> Connection | None:
    """Read which Neo4j the environment names; None when it names none.

    Returns
    -------
    Connection or None
        From ``NEO4J_URI``, ``NEO4J_USERNAME`` (``neo4j``), ``NEO4J_PASSWORD`` (empty) and
        ``NEO4J_DATABASE`` (``neo4j``); in brackets what stands in for a missing one.
    """
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    return Connection(
        uri,
        os.environ.get("NEO4J_USERNAME") or "neo4j",
        os.environ.get("NEO4J_PASSWORD", ""),
        os.environ.get("NEO4J_DATABASE") or "neo4j",
    )


def ask_version(connection: Connection) -> str:
    """Log in to a Neo4j, open its database, and return its version, such as ``5.26.24``.

    Raises
    ------
    DriverError, Neo4jError, ValueError
        If it does not answer, refuses the password, has no such database, or the address is none.
    """
    if urlsplit(connection.uri).scheme not in SCHEMES:
        raise ValueError(connection.uri)
    with (
        GraphDatabase.driver(
            connection.uri,
            auth=(connection.username, connection.password),
            connection_timeout=TIMEOUT_SECONDS,
            connection_acquisition_timeout=TIMEOUT_SECONDS,
            user_agent="spoor",
        ) as driver,
        driver.session(database=connection.database) as session,
    ):
        agent = driver.get_server_info().agent
        session.begin_transaction().close()
    return str(agent).rpartition("/")[2]


def ask_external_version(connection: Connection) -> str:
    """Like `ask_version`, for the Neo4j that the environment names.

    Raises
    ------
    StoreUnavailable
        If it cannot be used: which variable to look at.
    """
    try:
        return ask_version(connection)
    except AuthError:
        remedy = "refuses the login; check NEO4J_USERNAME and NEO4J_PASSWORD"
    except ClientError as error:
        remedy = (
            f"refuses the database {connection.database!r} ({error.code}); check NEO4J_DATABASE"
        )
    except (ConfigurationError, ValueError):
        remedy = "is not an address such as bolt://localhost:7687; check NEO4J_URI"
    except (DriverError, Neo4jError, OSError) as error:
        remedy = (
            f"does not answer ({type(error).__name__}); start it, or unset NEO4J_URI to use the "
            "workspace's own Neo4j"
        )
    raise StoreUnavailable(f"{connection.uri}: this Neo4j {remedy}.")
