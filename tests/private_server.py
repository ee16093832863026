"""One private server for all tests that stop, kill or move one; its first start is watched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import psutil
import pytest

from graph import server
from graph.server.connection import Connection
from graph.server.process import stop_all
from graph.workspace import Workspace, open_workspace
from tests.graph.servers import processes, start_child


@dataclass(frozen=True)
class FirstStart:
    """What was seen of the first start, by a command that has ended since.

    Attributes
    ----------
    code : int
        What the command ended with.
    uri : str
        Where it says that the server is.
    pids : list of int
        The workspace's Java processes once it had ended.
    seen : frozenset of str
        Arguments and environment of each Java process while it worked.
    """

    code: int
    uri: str
    pids: list[int]
    seen: frozenset[str]


@pytest.fixture(scope="session")
def server_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with a private server, in a folder whose name is awkward on purpose."""
    made = open_workspace(tmp_path_factory.mktemp("server") / "Fall 7: Vögel, 鳥 & 'más' #1")
    yield made
    stop_all(made.neo4j)


@pytest.fixture(scope="session")
def first_start(server_workspace: Workspace) -> FirstStart:
    """The first start of that server."""
    seen: set[str] = set()
    stopped = threading.Event()

    def watch() -> None:
        while not stopped.wait(0.02):
            for process in processes(server_workspace):
                try:
                    seen.add(" ".join([*process.cmdline(), *process.environ().values()]))
                except psutil.Error:
                    continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    child = start_child(server_workspace)
    uri = child.communicate()[0].strip()
    stopped.set()
    watcher.join()
    pids = [process.pid for process in processes(server_workspace)]
    return FirstStart(child.returncode, uri, pids, frozenset(seen))


@pytest.fixture
def own_connection(server_workspace: Workspace, first_start: FirstStart) -> Connection:
    """That server, running."""
    return server.start(server_workspace)


@pytest.fixture
def stopped_workspace(server_workspace: Workspace, first_start: FirstStart) -> Workspace:
    """That workspace, its server stopped."""
    server.stop(server_workspace)
    return server_workspace
