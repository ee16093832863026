"""The pages when things are not as usual: nothing yet, cut off, gone."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.commands.caller import open_store
from app.words.work import ELSEWHERE
from graph.workspace import open_workspace
from tests.app.forwarder import Forwarder
from tests.app.loading import take_world_in
from tests.app.router import router_pages
from tests.app.small_world import small_world
from tests.app.test_pages import links, marked, texts

PAGES = ["views/overview.py", "views/clusters.py", "views/cluster.py", "views/account.py",
         "views/hubs.py"]  # fmt: skip


def test_an_empty_workspace_tells_how_to_begin(pages_environment: Path, pages: AppTest) -> None:
    open_workspace(pages_environment / "workspace")
    at = pages.run()
    assert not at.exception
    assert "Nothing has been taken in yet" in marked(at)
    assert "spoor ingest" in at.code[0].value
    for page in ("views/clusters.py", "views/cluster.py", "views/hubs.py"):
        assert "No detection yet" in marked(pages.switch_page(page).run())
    at = pages.switch_page("views/account.py").run()
    at.text_input(key="find").set_value("anybody").run()
    assert "No account fits" in marked(at)


def test_material_without_a_detection_says_so(pages_environment: Path, pages: AppTest) -> None:
    take_world_in(pages_environment, small_world())
    at = pages.run()
    assert not at.exception
    assert "No detection yet" in marked(at)
    assert {each.label: each.value for each in at.metric}["Accounts"] == "59"


def test_what_is_being_written_is_said(pages_environment: Path, pages: AppTest) -> None:
    workspace = take_world_in(pages_environment, small_world())
    with open_store(workspace) as store:
        store.load("begin_snapshot", [{"key": "snapshot:x", "properties": {
            "id": "x", "as_of": "2026-06-02", "calibration": "c", "accounts": 0, "ties": 0,
            "clusters": 0}}])  # fmt: skip
    at = pages.run()
    assert not at.exception
    assert "being written" in "".join(each.value for each in at.warning)


@pytest.mark.parametrize("page", router_pages())
def test_every_page_stands_while_nothing_is_there_and_somebody_takes_in(
    pages_environment: Path, pages: AppTest, page: str
) -> None:
    workspace = open_workspace(pages_environment / "workspace")
    at = pages.switch_page(f"views/{page}.py").run()
    assert not at.exception and at.title
    with workspace.writer():
        at = pages.run()
        assert not at.exception and at.title
        assert ELSEWHERE in marked(at)


@pytest.mark.parametrize("page", PAGES)
def test_a_neo4j_that_is_gone_is_one_sentence(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    open_workspace(pages_environment / "workspace")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = pages.switch_page(page).run()
    assert not at.exception
    assert "cannot be shown just now" in marked(at)
    assert "NEO4J_URI" in texts(at)


def test_pages_come_back_with_neo4j(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_workspace(pages_environment / "workspace")
    with monkeypatch.context() as patch:
        patch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
        at = pages.run()
        assert "cannot be shown just now" in marked(at)
    at.button[-1].click().run()
    assert "cannot be shown just now" not in marked(at)


def test_pages_outlive_a_neo4j_that_goes_and_returns(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_workspace(pages_environment / "workspace")
    port = urlsplit(os.environ["NEO4J_URI"]).port
    assert port is not None
    way = Forwarder(port)
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{way.port}")
    at = pages.run()
    assert "cannot be shown just now" not in marked(at)
    way.cut()
    at.run()
    assert not at.exception
    assert "cannot be shown just now" in marked(at)
    way.mend()
    at.button[-1].click().run()
    assert "cannot be shown just now" not in marked(at)
    way.cut()


def test_no_workspace_is_one_sentence(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOR_WORKSPACE", str(pages_environment / "nowhere"))
    at = pages.run()
    assert not at.exception
    assert "there is no workspace here" in texts(at)
    assert not (pages_environment / "nowhere").exists()
    assert links(at) == []
