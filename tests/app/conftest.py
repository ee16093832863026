"""The pages over a planted world: in this process, and as a server for a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
import streamlit as st
from neo4j import Driver
from playwright.sync_api import Browser, BrowserContext
from streamlit.testing.v1 import AppTest

from app.streamlit_flags import ADDRESS, flags
from graph.detect import Detection
from graph.server.connection import Connection
from graph.workspace import Workspace
from tests.app.loading import load_world
from tests.app.small_world import SmallWorld, small_world
from tests.browser import open_browser

MAIN = Path(__file__).resolve().parents[2] / "app" / "main.py"
SECONDS = 60


@dataclass(frozen=True)
class Planted:
    """A world, and what the program made of it."""

    world: SmallWorld
    workspace: Workspace
    detection: Detection

    def cluster(self, name: str) -> str:
        """Id of the cluster that holds a planted group's first account."""
        is_first = pl.col("account_key") == self.world.planted[name][0]
        return str(self.detection.members.filter(is_first)["cluster_id"].item())

    def members(self, name: str) -> list[str]:
        """Accounts of that cluster."""
        is_here = pl.col("cluster_id") == self.cluster(name)
        return sorted(self.detection.members.filter(is_here)["account_key"])


@pytest.fixture(autouse=True)
def _fresh_caches() -> Iterator[None]:
    """No test sees what another one's pages have read."""
    st.cache_data.clear()
    st.cache_resource.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def pages_environment(
    neo4j_connection: Connection, neo4j_driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """An empty database and a folder for a workspace, named in the environment."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_URI", neo4j_connection.uri)
        patch.setenv("NEO4J_USERNAME", neo4j_connection.username)
        patch.setenv("NEO4J_PASSWORD", neo4j_connection.password)
        patch.setenv("NEO4J_DATABASE", neo4j_connection.database)
        patch.setenv("SPOOR_WORKSPACE", str(folder / "workspace"))
        patch.setenv("SPOOR_USER", "A. Tester")
        yield folder


@pytest.fixture(scope="module")
def planted(pages_environment: Path) -> Planted:
    """The small world, taken in and detected."""
    world = small_world()
    return Planted(world, *load_world(pages_environment, world))


@pytest.fixture
def pages(pages_environment: Path) -> AppTest:
    """The pages in this process, not yet run."""
    return AppTest.from_file(str(MAIN), default_timeout=SECONDS)


@pytest.fixture(scope="module")
def site(planted: Planted) -> Iterator[str]:
    """Address of the pages, served as `spoor app` serves them."""
    with socket.socket() as trial:
        trial.bind((ADDRESS, 0))
        port = trial.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(MAIN), *flags(port)],
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
    )
    try:
        await_port(port, process)
        yield f"http://{ADDRESS}:{port}"
    finally:
        process.terminate()
        process.wait(SECONDS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with open_browser() as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser session of its own, 1280 by 900."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(SECONDS * 1000)
    yield made
    made.close()


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server listens."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex((ADDRESS, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens at port {port}")
