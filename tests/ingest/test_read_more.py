"""What of a whole account is named later is read from the bytes that are in the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace, open_workspace
from ingest.archive import REPLACED, Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.load import load_pending
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from ingest.tables import tables
from tests.graphs import ask, dump
from tests.ingest.readers.telegram.exports import account, chat, message, write

SECRET = "only between the two of us"
HIDDEN = message(1, SECRET, **{"from": "Hidden Friend", "from_id": "user501"})


@pytest.fixture
def export(material: Path) -> Path:
    group = chat(message(1, "murai for sale"), message(2, "still there"))
    private = chat(HIDDEN, name="Hidden Friend", kind="personal_chat", number=501)
    return write(material / "result.json", account(group, private))


def take_in(workspace: Workspace, export: Path, *private: str, who: str = "ana") -> None:
    options = ReadOptions(time_zone="Asia/Jakarta", private=frozenset(private))
    (source,) = ingest(
        workspace, [export], options, who=who, custody=Custody(handling="TLP:RED")
    ).sources
    assert source.error is None


def derive_and_load(workspace: Workspace, store: GraphStore) -> None:
    archive = Archive(workspace)
    ensure_derived(workspace, archive)
    load_pending(workspace, store)


def texts(workspace: Workspace) -> set[str]:
    ensure_derived(workspace, Archive(workspace))
    return set(tables(workspace).posts["text"])


def test_a_private_chat_is_read_once_it_is_named(workspace: Workspace, export: Path) -> None:
    take_in(workspace, export)
    assert SECRET not in texts(workspace)
    take_in(workspace, export, "501", who="ben")
    assert texts(workspace) == {"murai for sale", "still there", SECRET}
    (record,) = Archive(workspace).sources()
    assert (record.private, record.handling, record.ingested_by) == (["501"], "TLP:RED", "ana")
    assert [(e["kind"], e["by"]) for e in Journal(workspace).entries()] == [
        ("ingest", "ana"),
        ("read more", "ben"),
    ]
    take_in(workspace, export)
    assert SECRET in texts(workspace)


def test_the_graph_is_the_one_of_reading_all_at_once(
    workspace: Workspace, export: Path, clean_connection: Connection
) -> None:
    with GraphStore(clean_connection) as store:
        take_in(workspace, export, "Hidden Friend")
        derive_and_load(workspace, store)
        at_once = evidence(clean_connection)
        ask(clean_connection, "MATCH (n) DETACH DELETE n")
    later = open_workspace(workspace.root.with_name("later"))
    with GraphStore(clean_connection) as store:
        for private in ((), ("Hidden Friend",)):
            take_in(later, export, *private)
            derive_and_load(later, store)
        assert evidence(clean_connection) == at_once


def evidence(connection: Connection) -> list[str]:
    """Everything in the graph but the moments of ingestion and whose graph it is."""
    told = ("['Source']", "['Workspace']")
    return [line for line in dump(connection) if not any(label in line for label in told)]


def test_killed_while_records_are_replaced(workspace: Workspace, export: Path) -> None:
    take_in(workspace, export)
    archive = Archive(workspace)
    (record,) = archive.sources()
    former = workspace.evidence / "drafts" / f"{REPLACED}{record.sha256}"
    (workspace.evidence / "records" / record.sha256).rename(former)
    assert archive.sources() == []
    take_in(workspace, export, "501")
    assert texts(workspace) == {"murai for sale", "still there", SECRET}
    assert not former.exists()
