"""Bringing the private Neo4j up: password, settings, process, and the wait until it answers."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.server.config import (
    DATABASE,
    HOST,
    USERNAME,
    ensure_password,
    free_port,
    write_config,
)
from graph.server.connection import Connection, ask_version
from graph.server.driver import AuthError, DriverError, Neo4jError
from graph.server.jars import Progress, fetch_jars
from graph.server.process import (
    LOGS,
    Running,
    find_process,
    is_alive,
    is_listening,
    launch,
    recorded_port,
    set_first_password,
    stop_all,
    why_it_died,
)

ATTEMPTS = 3
READY_SECONDS = 300
POLL_SECONDS = 0.05
MEGABYTES_TO_START = 50
MEGABYTES_TO_LIVE = 1
PORT_TAKEN = "Address already in use"


class _DiedError(Exception):
    """The server's process ended before it answered."""


def bring_up(home: Path, progress: Progress | None) -> Connection:
    """Use the server that runs, or start one; call this with the start lock held.

    Parameters
    ----------
    home : Path
        Neo4j's home, absolute and without symbolic links.
    progress : callable or None
        Called with (jars done, jars in all) while Neo4j is being fetched.

    Raises
    ------
    StoreUnavailable
        If the server cannot be fetched, ends while starting, or does not answer in time.
    """
    for _ in range(ATTEMPTS):
        running = find_process(home) or _launch(home, progress)
        try:
            return _wait_until_ready(home, running)
        except _DiedError:
            reason = why_it_died(home)
            if PORT_TAKEN not in reason:
                break
    raise StoreUnavailable(
        f"{home}: Neo4j ended while starting ({reason}); see {home / LOGS} "
        "and run `spoor neo4j start` again."
    )


def _launch(home: Path, progress: Progress | None) -> Running:
    """Launch a server where none runs, making its password and settings first."""
    jars = fetch_jars(progress=progress)
    stop_all(home)
    _refuse_without_room(home, MEGABYTES_TO_START)
    ensure_password(home)
    port = free_port(recorded_port(home))
    write_config(home, port)
    if not (home / "data" / "databases" / "system").exists():
        set_first_password(home, jars)
    return launch(home, jars, port)


def _wait_until_ready(home: Path, running: Running) -> Connection:
    """Wait until the server lets us in."""
    connection = Connection(
        f"bolt://{HOST}:{running.port}", USERNAME, ensure_password(home), DATABASE
    )
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if not is_alive(running):
            raise _DiedError
        _refuse_without_room(home, MEGABYTES_TO_LIVE)
        if is_listening(running):
            try:
                ask_version(connection)
                return connection
            except AuthError:
                raise StoreUnavailable(
                    f"{home / 'password'}: Neo4j refuses this password; put the right one back, "
                    f"or stop it, delete {home} and load the evidence again."
                ) from None
            except (DriverError, Neo4jError):
                pass
        time.sleep(POLL_SECONDS)
    raise StoreUnavailable(
        f"{home}: Neo4j runs but has not answered for {READY_SECONDS} seconds; wait and try again, "
        "or run `spoor neo4j stop` first."
    )


def _refuse_without_room(home: Path, megabytes: int) -> None:
    """Stop rather than wait for a server that can write no more: it neither starts nor ends."""
    if shutil.disk_usage(home).free < megabytes << 20:
        stop_all(home)
        raise StoreUnavailable(
            f"{home}: Neo4j has no room left to work in; free some space (at least "
            f"{MEGABYTES_TO_START} MB to start) and run `spoor neo4j start` again."
        )
