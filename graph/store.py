"""The graph store: every statement goes to Neo4j through here, by the name of its query file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from graph.errors import QueryError, StoreError, StoreUnavailable
from graph.server.connection import Connection
from graph.server.driver import (
    READ_ACCESS,
    WRITE_ACCESS,
    AuthError,
    CypherSyntaxError,
    DatabaseUnavailable,
    Date,
    DateTime,
    DriverError,
    GraphDatabase,
    ManagedTransaction,
    Neo4jError,
    NotificationMinimumSeverity,
)
from queries.catalogue import Query, QueryFileError, catalogue, query

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10.0
RETRY_SECONDS = 20.0
INDEX_WAIT_SECONDS = 300


class GraphStore:
    """A connection to one Neo4j database; use it in a ``with`` block.

    Parameters
    ----------
    connection : Connection
        Where the server is and who asks. Nothing is sent until the first query.

    Notes
    -----
    One driver, which threads may share; a session per call. Rows come back as plain values,
    times as ``datetime`` in UTC. Transactions that Neo4j asks to repeat (deadlocks, a lost
    connection) are repeated for up to 20 s.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        try:
            _check_address(connection.uri)
            self._driver = GraphDatabase.driver(
                connection.uri,
                auth=(connection.username, connection.password),
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=CONNECT_SECONDS + RETRY_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                user_agent="spoor",
            )
        except (DriverError, ValueError) as error:
            raise StoreUnavailable(
                f"{connection.uri!r} is not the address of a Neo4j server ({_first_line(error)}); "
                "set NEO4J_URI to one like bolt://localhost:7687, or unset it."
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the driver and its connections."""
        self._driver.close()

    def run(self, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Run one query in a transaction of its own, read or write as its header says.

        Parameters
        ----------
        name : str
            Name in the catalogue.
        **parameters
            Exactly those that the header declares.

        Returns
        -------
        list of dict
            Rows by the columns that the header declares; a missing value is None.

        Raises
        ------
        QueryError
            If there is no such query, other parameters are given, or Neo4j cannot read it.
        StoreUnavailable
            If the server cannot be reached or lets us in no more.
        StoreError
            If Neo4j refuses what the query does.
        """
        return self._run(name, parameters, lambda rows: None)

    def load(self, name: str, rows: Sequence[dict[str, Any]], /, **parameters: Any) -> None:
        """Write rows in one transaction, wholly or not at all.

        Parameters
        ----------
        name : str
            A write with a parameter ``rows`` that returns one row with ``matched``.
        rows : sequence of dict
            What to write.

        Raises
        ------
        StoreError
            If Neo4j matched another number of rows than were given; nothing is then written.
        QueryError, StoreUnavailable
            As `run`.
        """

        def check(result: list[dict[str, Any]]) -> None:
            matched = result[0]["matched"]
            if matched != len(rows):
                raise StoreError(
                    f"queries/{name}.cypher matched {matched} of {len(rows)} rows and wrote "
                    "nothing, as the graph lacks what they refer to; run `spoor rebuild`, which "
                    "makes it again from the archive."
                )

        self._run(name, {"rows": rows, **parameters}, check)

    def claim(self, workspace_id: str) -> None:
        """Mark the database as this workspace's own; an empty one can be searched from then on.

        Raises
        ------
        StoreError
            If it belongs to another workspace, or holds data that no workspace has marked.
        """
        found = self.run("database_owner")[0]
        if workspace_id in found["owners"]:
            return
        if found["owners"]:
            raise StoreError(
                f"{self._place()} belongs to another workspace ({found['owners'][0]}); "
                "set NEO4J_DATABASE or NEO4J_URI to an empty database."
            )
        if found["nodes"]:
            raise StoreError(
                f"{self._place()} already holds {found['nodes']} nodes that are not Spoor's; "
                "set NEO4J_DATABASE or NEO4J_URI to an empty database."
            )
        self.ensure_schema()
        self.run("claim_database", workspace_id=workspace_id)

    def ensure_schema(self) -> None:
        """Create the constraints and indexes that are missing, and wait until they work."""
        for each in catalogue().values():
            if each.mode == "schema":
                self.run(each.name)
        self.run("await_indexes", seconds=INDEX_WAIT_SECONDS)

    def explain(self, name: str) -> None:
        """Let Neo4j plan a query without running it.

        Raises
        ------
        QueryError
            If Neo4j cannot read it.
        """
        asked = _look_up(name)
        parameters = dict.fromkeys(asked.params)
        with self._errors(name), self._driver.session(**self._session(asked)) as session:
            session.run(f"EXPLAIN {asked.text}", parameters).consume()

    def _run(
        self, name: str, parameters: dict[str, Any], check: Callable[[list[dict[str, Any]]], None]
    ) -> list[dict[str, Any]]:
        """Run a query; ``check`` may refuse its rows, which undoes what it wrote."""
        asked = _look_up(name)
        _check_parameters(asked, parameters)

        def work(transaction: ManagedTransaction) -> list[dict[str, Any]]:
            rows = transaction.run(asked.text, parameters).data()
            check(rows)
            return rows

        with self._errors(name), self._driver.session(**self._session(asked)) as session:
            execute = session.execute_read if asked.mode == "read" else session.execute_write
            return [_plain(row) for row in execute(work)]

    def _session(self, asked: Query) -> dict[str, Any]:
        """Choose database and access for one query."""
        access = READ_ACCESS if asked.mode == "read" else WRITE_ACCESS
        return {"database": self._connection.database, "default_access_mode": access}

    def _place(self) -> str:
        """Name the database in words."""
        return f"database {self._connection.database} at {self._connection.uri}"

    @contextmanager
    def _errors(self, name: str) -> Iterator[None]:
        """Turn the driver's errors into sentences."""
        where = self._connection
        try:
            yield
        except AuthError:
            raise StoreUnavailable(
                f"Neo4j at {where.uri} does not accept user {where.username} with this password; "
                "set NEO4J_USERNAME and NEO4J_PASSWORD to those of the server."
            ) from None
        except CypherSyntaxError as error:
            raise QueryError(f"queries/{name}.cypher: {_first_line(error)}") from None
        except Neo4jError as error:
            code = error.code or ""
            if isinstance(error, DatabaseUnavailable) or ".Database.Database" in code:
                raise StoreUnavailable(
                    f"{self._place()} is missing or not online ({_first_line(error)}); "
                    "set NEO4J_DATABASE to one that is there, or unset it."
                ) from None
            raise StoreError(
                f"Neo4j refused queries/{name}.cypher ({_first_line(error)}); "
                "put that right and run the command again, which goes on where it stopped."
            ) from None
        except UnicodeEncodeError:
            raise QueryError(
                f"queries/{name}.cypher: a parameter holds something that is no character; "
                "type it again."
            ) from None
        except (DriverError, OSError) as error:
            raise StoreUnavailable(
                f"Neo4j at {where.uri} does not answer ({_first_line(error)}); "
                "run `spoor neo4j start`, or check NEO4J_URI where you use a server of your own, "
                "then run the command again, which goes on where it stopped."
            ) from None


def _check_address(uri: str) -> None:
    """Refuse an address that the driver would stumble over only later."""
    parts = urlsplit(uri)
    if parts.scheme not in SCHEMES:
        raise ValueError(f"it does not begin with {', '.join(SCHEMES)}")
    if not parts.hostname or parts.port == 0:
        raise ValueError("it names no host or port")


def _look_up(name: str) -> Query:
    """Find a query of the catalogue."""
    try:
        return query(name)
    except QueryFileError as error:
        raise QueryError(str(error)) from None


def _check_parameters(asked: Query, parameters: dict[str, Any]) -> None:
    """Exactly the declared parameters are given."""
    if wrong := set(parameters) ^ set(asked.params):
        raise QueryError(
            f"queries/{asked.name}.cypher takes {', '.join(asked.params) or 'no parameters'}; "
            f"the call differs in {', '.join(sorted(wrong))}."
        )


def _first_line(error: BaseException) -> str:
    """Give the first line of an error's own words, without a full stop."""
    words = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(words).splitlines()[0].rstrip(". ")


def _plain(value: Any) -> Any:
    """Replace Neo4j's times by those of the standard library, at any depth."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, DateTime):
        return value.to_native().astimezone(datetime.UTC)
    if isinstance(value, Date):
        return value.to_native()
    return value
