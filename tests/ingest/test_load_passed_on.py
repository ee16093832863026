"""Words that another capture says are passed on are not published by who passes them on."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.load import load_pending
from tests.graphs import links
from tests.ingest.readers.telegram.exports import chat, message, write

SHARED, OWN = "bird@example.com", "murai@example.com"
FIRST = message(1, f"Order: {SHARED}", from_id="user11")
MARKED = [{**FIRST, "forwarded_from": "Pasar Utara"}]
UNMARKED = [
    FIRST,
    message(2, f"Mine: {OWN}", from_id="user11"),
    message(3, f"Theirs: {SHARED}", from_id="user12"),
]
TRUTH = {
    ("telegram:user12", f"email:{SHARED}", 1),
    ("telegram:user11", f"email:{OWN}", 1),
}


def load(workspace: Workspace, connection: Connection, *files: Path) -> None:
    for file in files:
        assert not ingest(workspace, [file], who="tester").failed
        ensure_derived(workspace, Archive(workspace))
    with GraphStore(connection) as store:
        load_pending(workspace, store)


@pytest.fixture
def marked(material: Path) -> Path:
    return write(material / "marked.json", chat(*MARKED))


@pytest.fixture
def unmarked(material: Path) -> Path:
    return write(material / "unmarked.json", chat(*UNMARKED))


@pytest.mark.parametrize("order", ["marked first", "marked last", "at once"])
def test_whatever_capture_comes_first_only_who_says_it_publishes_it(
    workspace: Workspace, clean_connection: Connection, marked: Path, unmarked: Path, order: str
) -> None:
    files = [unmarked, marked] if order == "marked last" else [marked, unmarked]
    if order == "at once":
        load(workspace, clean_connection, *files)
    else:
        for file in files:
            load(workspace, clean_connection, file)
    assert links(clean_connection, "PUBLISHES", "posts") == TRUTH
