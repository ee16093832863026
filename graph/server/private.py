"""The private Neo4j of a workspace: started when first needed, kept for the next command.

``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE`` point to another
Neo4j; then nothing is fetched, started or stopped here.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.server.config import DATABASE, HOST, USERNAME, read_password
from graph.server.connection import (
    Connection,
    ask_external_version,
    ask_version,
    external_connection,
)
from graph.server.driver import DriverError, Neo4jError
from graph.server.jars import Progress, locked_jars
from graph.server.process import find_process, is_listening, stop_all
from graph.server.starting import bring_up
from graph.workspace import Workspace

__all__ = ["Connection", "Status", "connect", "start", "status", "stop"]


@dataclass(frozen=True)
class Status:
    """Whether Neo4j runs, and how to reach it.

    Attributes
    ----------
    running : bool
        Whether it answers.
    uri, username, password, database : str or None
        How to reach it; ``uri`` is None while the private server is stopped, ``password`` before
        its first start.
    version : str or None
        Neo4j's version; None when another Neo4j does not answer.
    pid : int or None
        The private server's process; None when it is stopped or another Neo4j is used.
    """

    running: bool
    uri: str | None
    username: str
    password: str | None
    database: str
    version: str | None
    pid: int | None


def connect(workspace: Workspace, *, progress: Progress | None = None) -> Connection:
    """How to reach Neo4j: the one named in the environment, else the workspace's own.

    The private server is fetched when it is not yet on this machine, started when it does not
    run, and used as it is when it does.

    Parameters
    ----------
    workspace : Workspace
    progress : callable, optional
        Called with (jars done, jars in all) while Neo4j is being fetched.

    Returns
    -------
    Connection
        To a Neo4j that answered just now.

    Raises
    ------
    StoreUnavailable
        If it cannot be fetched, started or reached.
    """
    other = external_connection()
    if other is not None:
        ask_external_version(other)
        return other
    return start(workspace, progress=progress)


def start(workspace: Workspace, *, progress: Progress | None = None) -> Connection:
    """Start the private server, or find it running; the same as `connect` but never elsewhere.

    Raises
    ------
    StoreUnavailable
        If another Neo4j is named in the environment, or the server cannot be fetched or started.

    Notes
    -----
    Two processes may call this at once: one starts the server, the other waits and uses it.
    """
    _refuse_elsewhere("started")
    home = workspace.neo4j.resolve()
    with _alone(home):
        return bring_up(home, progress)


def stop(workspace: Workspace) -> bool:
    """Stop the private server and wait until it has gone.

    Returns
    -------
    bool
        Whether a server was running.

    Raises
    ------
    StoreUnavailable
        If another Neo4j is named in the environment.
    """
    _refuse_elsewhere("stopped")
    home = workspace.neo4j.resolve()
    if not home.is_dir():
        return False
    with _alone(home):
        return stop_all(home)


def status(workspace: Workspace) -> Status:
    """Say whether Neo4j runs and how to reach it; starts nothing and writes nothing."""
    other = external_connection()
    if other is not None:
        return _status(other, None)
    home = workspace.neo4j.resolve()
    password = read_password(home)
    running = find_process(home)
    if running is None or password is None or not is_listening(running):
        pid = running.pid if running else None
        return Status(False, None, USERNAME, password, DATABASE, locked_jars().version, pid)
    own = Connection(f"bolt://{HOST}:{running.port}", USERNAME, password, DATABASE)
    return _status(own, running.pid)


def _status(connection: Connection, pid: int | None) -> Status:
    """Describe a Neo4j that may or may not answer."""
    try:
        version = ask_version(connection)
    except (DriverError, Neo4jError, ValueError, OSError):
        version = None
    return Status(version is not None, **asdict(connection), version=version, pid=pid)


def _refuse_elsewhere(done: str) -> None:
    """Refuse to start or stop a Neo4j that is not ours."""
    other = external_connection()
    if other is not None:
        raise StoreUnavailable(
            f"NEO4J_URI points to {other.uri}, which cannot be {done} from here; "
            "unset NEO4J_URI to use the workspace's own Neo4j."
        )


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Wait until no other process starts or stops this server; the lock dies with its process."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (home / ".starting").open("a") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise StoreUnavailable(
            f"{error.filename or home}: Neo4j cannot keep its files here "
            f"({error.strerror or error}); free some space or give yourself the right to write."
        ) from None
