"""Asking Neo4j what is in no query file: to read only, for a time only, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from graph.errors import SpoorError, StoreUnavailable
from graph.server.connection import TIMEOUT_SECONDS, Connection
from graph.server.driver import (
    READ_ACCESS,
    AuthError,
    CypherSyntaxError,
    Driver,
    DriverError,
    GraphDatabase,
    Neo4jError,
    Node,
    NotificationMinimumSeverity,
    Path,
    Query,
    Relationship,
    Session,
)

__all__ = [
    "Failed",
    "FreeText",
    "Node",
    "Path",
    "Relationship",
    "Rows",
    "Seen",
    "reading",
    "written",
]

PLANNING_SECONDS = 10.0


class Failed(SpoorError):
    """Neo4j did not answer; ``code`` is its own word for why."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code


@dataclass(frozen=True)
class Seen:
    """What Neo4j says of a statement that it planned or ran.

    Attributes
    ----------
    query_type, database : str or None
    plan, profile : dict or None
        The last step, with those before it as ``children``.
    """

    query_type: str | None
    database: str | None
    plan: dict[str, Any] | None
    profile: dict[str, Any] | None


class FreeText:
    """A connection that may only read; use `reading` to get one."""

    def __init__(self, driver: Driver, database: str) -> None:
        self._driver = driver
        self._database = database

    def plan(self, text: str, parameters: Mapping[str, Any]) -> Seen:
        """Let Neo4j plan a statement without running it."""
        with self._session(1) as session:
            asked = Query(f"EXPLAIN {text}", timeout=PLANNING_SECONDS)
            summary = session.run(asked, dict(parameters)).consume()
            return Seen(
                summary.query_type, summary.database, _plain(summary.plan), _plain(summary.profile)
            )

    @contextmanager
    def run(
        self, text: str, parameters: Mapping[str, Any], *, seconds: float, at_a_time: int
    ) -> Iterator[Rows]:
        """Run a statement that reads; Neo4j itself ends it when its time is over."""
        with self._session(at_a_time) as session:
            transaction = session.begin_transaction(timeout=seconds)
            try:
                yield Rows(transaction.run(text, dict(parameters)))
            finally:
                transaction.close()

    def _session(self, at_a_time: int) -> Session:
        """Open a session in which Neo4j refuses to write."""
        return self._driver.session(
            database=self._database, default_access_mode=READ_ACCESS, fetch_size=at_a_time
        )


class Rows:
    """Rows as they come."""

    def __init__(self, result: Any) -> None:
        self._result = result

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        names: Sequence[str] = self._result.keys()
        return list(names)

    def __iter__(self) -> Iterator[list[Any]]:
        for record in self._result:
            yield list(record.values())

    def profile(self) -> dict[str, Any] | None:
        """Leave out the rows that are left, and give what Neo4j says of the steps that it took."""
        return _plain(self._result.consume().profile)


@contextmanager
def reading(connection: Connection) -> Iterator[FreeText]:
    """Open a connection that may only read.

    Raises
    ------
    Failed
        If Neo4j refuses or ends a statement.
    StoreUnavailable
        If it cannot be reached.
    """
    try:
        with GraphDatabase.driver(
            connection.uri,
            auth=(connection.username, connection.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            connection_timeout=TIMEOUT_SECONDS,
            connection_acquisition_timeout=TIMEOUT_SECONDS,
            user_agent="spoor",
        ) as driver:
            yield FreeText(driver, connection.database)
    except AuthError:
        raise StoreUnavailable(
            f"{connection.uri}: this Neo4j refuses the login; check NEO4J_USERNAME and "
            "NEO4J_PASSWORD."
        ) from None
    except CypherSyntaxError as error:
        raise Failed(error.code or "", _place(error)) from None
    except Neo4jError as error:
        raise Failed(error.code or "", _first_line(error)) from None
    except (DriverError, OSError) as error:
        raise StoreUnavailable(
            f"{connection.uri}: this Neo4j does not answer ({type(error).__name__}); try again, "
            "and start it where it does not run."
        ) from None


def written(value: Any) -> str:
    """Write a time, a duration or a place as people do."""
    said = value.iso_format() if hasattr(value, "iso_format") else str(value)
    return said[:500]


def _plain(step: Any) -> dict[str, Any] | None:
    """Give a plan as plain data; None where there is none."""
    return dict(step) if step else None


def _first_line(error: Neo4jError) -> str:
    """Give the first line of an error's own words."""
    return str(error.message or error).splitlines()[0].rstrip(". ")


def _place(error: Neo4jError) -> str:
    """Give what Neo4j cannot read and where, on one line."""
    lines = [line.rstrip() for line in str(error.message or error).splitlines() if line.strip()]
    where = f" at: {lines[1].strip()}" if len(lines) > 1 else ""
    return f"{lines[0].rstrip('. ')}{where}"[:600]
