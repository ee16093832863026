"""The page Take in: what waits, what would be read of it, what its columns mean, and sources."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app import jobs
from app.jobs import State
from app.jobs.job import ASKED
from app.taking.waiting import keep_upload, list_waiting
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.journal import Journal
from ingest.saved_mappings import saved_mappings
from ingest.withdrawals import withdrawals
from tests.app.conftest import SECONDS, Planted
from tests.app.loading import SOURCE_NAME
from tests.app.small_world import small_world
from tests.app.test_pages import marked, texts
from tests.builders import write_csv

PAGE = "views/ingest.py"
HOSTILE = "<img src=x> **ad** [a](http:evil).csv"
WHO = "T. Aker"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which nothing is, and no Neo4j that answers: the page does without."""
    monkeypatch.setenv("SPOOR_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    return open_workspace(tmp_path / "workspace")


@pytest.fixture
def named(pages: AppTest) -> AppTest:
    """The pages, with somebody working."""
    pages.session_state["who"] = WHO
    pages.session_state["who_is_known"] = True
    return pages


def upload(workspace: Workspace, folder: Path, name: str, rows: list[dict[str, str]]) -> str:
    """Have a table wait; its id."""
    path = write_csv(folder / "table.csv", rows)
    return keep_upload(workspace, name, memoryview(path.read_bytes()), WHO).id


def foreign() -> list[dict[str, str]]:
    """A table with columns that no known tool writes."""
    return [
        {"Seller Name": row["account_name"], "Number": f"seller-{row['account_id']}-x",
         "Description": row["text"],
         "Date": "/".join(reversed(row["posted_at"][:10].split("-")))}
        for row in small_world(strangers=4).rows
    ]  # fmt: skip


def tables(at: AppTest) -> str:
    """All cells of all tables."""
    return "\n".join(each.value.to_csv() for each in at.dataframe)


def test_without_a_graph_it_shows_what_would_be_read(
    empty: Workspace, pages: AppTest, tmp_path: Path
) -> None:
    at = pages.switch_page(PAGE).run()
    assert not at.exception
    assert "No file waits to be taken in." in marked(at)
    rows = small_world(strangers=2).rows
    upload(empty, tmp_path, HOSTILE, [*rows, {"platform": "facebook", "text": "by nobody"}])
    at = pages.run()
    assert not at.exception
    assert f"`{HOSTILE}`" in marked(at), "a hostile name is shown as it stands"
    assert f"{len(rows):,} would be read, 1 refused." in texts(at)
    assert rows[0]["text"][:40] in tables(at)
    assert "account_id" in tables(at), "what would be refused, and why"
    button = at.button(key="take in")
    assert (button.label, button.disabled) == ("Take in 1 file", True)
    assert "Say who is working" in texts(at)
    assert Archive(empty).sources(withdrawn=True) == []


def test_what_is_said_in_the_moment_of_pressing_counts(
    empty: Workspace, named: AppTest, tmp_path: Path
) -> None:
    upload(empty, tmp_path, "posts.csv", small_world(strangers=2).rows)
    at = named.switch_page(PAGE).run()
    at.selectbox(key="said region").set_value("ID")
    at = at.button(key="take in").click().run()
    assert not at.exception
    begun = jobs.latest(empty)
    assert begun is not None
    (command,) = json.loads((begun.folder / ASKED).read_text("utf-8"))["commands"]
    assert "--region=ID" in command
    finished(empty)


def test_what_cannot_be_read_says_why_in_a_sentence(empty: Workspace, named: AppTest) -> None:
    for name, content in (("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(99)), ("b.txt", b""),
                          ("c.zip", b"PK\3\4 no zip")):  # fmt: skip
        keep_upload(empty, name, memoryview(content), WHO)
    at = named.switch_page(PAGE).run()
    assert not at.exception
    for sentence in ("it is an image", "the file is empty", "c.zip: it cannot be unpacked"):
        assert sentence in texts(at)
    assert "--" not in texts(at), "no option of the command line"
    assert at.button(key="take in").disabled
    for waiting in list_waiting(empty):
        at = at.button(key=f"remove {waiting.id}").click().run()
    assert list_waiting(empty) == []


def test_what_columns_mean_is_proposed_corrected_tried_and_kept(
    empty: Workspace, named: AppTest, tmp_path: Path
) -> None:
    name = upload(empty, tmp_path, "scrape.csv", foreign())
    at = named.switch_page(PAGE).run()
    assert not at.exception
    assert "say first what its columns mean" in texts(at)
    keep = at.button(key=f"keep {name} 0")
    assert keep.disabled
    at = at.selectbox(key=f"column {name} 0 posts 1").set_value("account_id").run()
    at = at.selectbox(key=f"platform {name} 0").set_value("facebook").run()
    assert not at.exception
    assert f"{len(foreign()):,} would be read" in texts(at)
    assert "facebook:seller-10001-x" in tables(at)
    at = at.selectbox(key=f"column {name} 0 posts 0").set_value("account_id").run()
    assert "only one column can become account_id" in texts(at)
    at = at.selectbox(key=f"column {name} 0 posts 0").set_value("account_name").run()

    at = at.button(key=f"keep {name} 0").click().run()
    assert not at.exception
    assert "csv, can be read" in texts(at)
    (kept,) = saved_mappings(empty)
    assert kept.mapping.columns["account_id"] == ["Number"]
    assert Journal(empty).entries("keep mapping")[0]["by"] == WHO
    assert "kept under" not in texts(at)
    assert at.button(key="take in").label == "Take in 1 file"


def test_a_source_is_withdrawn_when_asked_twice_and_comes_back(
    planted: Planted, named: AppTest
) -> None:
    workspace = planted.workspace
    (source,) = Archive(workspace).sources()
    named.query_params["part"] = "Sources"
    named.query_params["source"] = source.sha256
    at = named.switch_page(PAGE).run()
    assert not at.exception
    assert f"/{SOURCE_NAME}`" in marked(at), "as code, whatever it holds"
    for fact in ("TLP:AMBER <b>x</b>", "2026-06-30", source.sha256, "US"):
        assert fact in texts(at)
    at = at.button(key=f"withdraw {source.sha256}").click().run()
    assert "can be taken back" in marked(at)
    at = at.button(key=f"sure {source.sha256}").click().run()
    assert "Say why" in "".join(each.value for each in at.error)
    assert withdrawals(workspace) == {}
    at = at.text_input(key=f"why {source.sha256}").set_value("no *warrant*").run()
    at = at.button(key=f"sure {source.sha256}").click().run()
    assert finished(workspace) is State.DONE
    (standing,) = withdrawals(workspace).values()
    assert (standing.by, standing.why) == (WHO, "no *warrant*")
    at = at.run()
    assert f"Withdrawn by {WHO}" in texts(at)
    at = at.button(key=f"back {source.sha256}").click().run()
    assert finished(workspace) is State.DONE
    assert withdrawals(workspace) == {}
    assert not at.run().exception


def finished(workspace: Workspace) -> State:
    """How the work that was begun last ended."""
    until = time.monotonic() + 4 * SECONDS
    while jobs.running(workspace) is not None:
        assert time.monotonic() < until
        time.sleep(0.1)
    found = jobs.latest(workspace)
    assert found is not None
    return found.state
