"""What the tests of the private Neo4j share: looking at servers without the program's help."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from neo4j import Driver, GraphDatabase, Record

import graph
from graph.server.connection import Connection
from graph.workspace import Workspace

CONNECT_IN_CHILD = """
import sys
from pathlib import Path
from graph import server
from graph.workspace import open_workspace
print(server.connect(open_workspace(Path(sys.argv[1]))).uri)
"""


def open_driver(connection: Connection) -> Driver:
    return GraphDatabase.driver(connection.uri, auth=(connection.username, connection.password))


def run(connection: Connection, query: str, **parameters: object) -> list[Record]:
    with open_driver(connection) as driver:
        return driver.execute_query(query, parameters, database_=connection.database).records


def processes(workspace: Workspace) -> list[psutil.Process]:
    """The Java processes that live in a workspace, found without the program's help."""
    found = []
    for process in psutil.process_iter():
        try:
            if Path(process.cwd()) == workspace.neo4j and "java" in process.name():
                found.append(process)
        except psutil.Error:
            continue
    return found


def start_child(workspace: Workspace) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CONNECT_IN_CHILD, str(workspace.root)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(graph.__file__).parents[1]), "LC_ALL": "C"},
    )


@contextmanager
def listener(port: int = 0) -> Iterator[tuple[int, list[object]]]:
    """Listen on loopback as a stranger would; yields the port and who called."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", port)) as listening:
        listening.settimeout(0.1)
        stopped = threading.Event()

        def accept() -> None:
            while not stopped.is_set():
                try:
                    call, caller = listening.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                call.close()

        thread = threading.Thread(target=accept)
        thread.start()
        try:
            yield listening.getsockname()[1], calls
        finally:
            stopped.set()
            thread.join()


def port_of(connection: Connection) -> int:
    return int(connection.uri.rpartition(":")[2])


def one_sentence(error: object) -> str:
    text = str(error)
    assert text.endswith(".")
    assert "\n" not in text
    return text
