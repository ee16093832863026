from __future__ import annotations

import json
import multiprocessing

import pytest

from graph.errors import WorkspaceError
from graph.workspace import Workspace
from ingest.journal import FIRST, Journal


def test_entries_come_back_in_order(workspace: Workspace) -> None:
    journal = Journal(workspace)
    assert journal.entries() == []
    journal.append("judge", "ana", cluster="c1", verdict="confirm")
    journal.append("withdraw", "ben", sha256="00", why="wrong\nfile 🐦")
    journal.append("judge", "ben", cluster="c2", verdict="reject")
    assert [entry["kind"] for entry in journal.entries()] == ["judge", "withdraw", "judge"]
    assert [entry["cluster"] for entry in journal.entries("judge")] == ["c1", "c2"]
    assert [entry["kind"] for entry in journal.entries(by="ben")] == ["withdraw", "judge"]
    assert journal.entries("withdraw")[0]["why"] == "wrong\nfile 🐦"


def test_the_chain(workspace: Workspace) -> None:
    journal = Journal(workspace)
    entries = [journal.append("note", "ana", text="x" * size) for size in (1, 200_000, 3)]
    assert entries[0]["previous"] == FIRST
    assert len({entry["previous"] for entry in entries}) == 3
    assert journal.problems() == []


@pytest.mark.parametrize("tampering", ["change", "remove", "swap"])
def test_tampering_is_found(workspace: Workspace, tampering: str) -> None:
    journal = Journal(workspace)
    for number in range(4):
        journal.append("note", "ana", number=number)
    lines = journal.path.read_text().splitlines(keepends=True)
    if tampering == "change":
        lines[1] = lines[1].replace('"number": 1', '"number": 7')
    elif tampering == "remove":
        del lines[1]
    else:
        lines[1], lines[2] = lines[2], lines[1]
    journal.path.write_text("".join(lines))
    assert "does not follow" in journal.problems()[0]


def test_a_torn_last_line_is_reported_and_replaced(workspace: Workspace) -> None:
    journal = Journal(workspace)
    journal.append("note", "ana", number=1)
    with journal.path.open("a") as file:
        file.write('{"at": "2026-')
    assert [entry["number"] for entry in journal.entries()] == [1]
    assert "torn" in journal.problems()[0]
    journal.append("note", "ana", number=2)
    assert [entry["kind"] for entry in journal.entries()] == ["note", "torn", "note"]
    assert journal.entries("torn")[0]["left"] == '{"at": "2026-'
    assert journal.problems() == []


def test_a_journal_that_holds_only_a_torn_line(workspace: Workspace) -> None:
    journal = Journal(workspace)
    journal.path.write_text('{"at"')
    assert journal.entries() == []
    assert "torn" in journal.problems()[0]
    journal.append("note", "ana")
    assert journal.problems() == []


def test_an_unreadable_line_is_an_error(workspace: Workspace) -> None:
    journal = Journal(workspace)
    journal.append("note", "ana")
    journal.path.write_text("rubbish\n" + journal.path.read_text())
    with pytest.raises(WorkspaceError, match="line 1 cannot be read"):
        journal.entries()


def _append_many(workspace: Workspace, who: str) -> None:
    for number in range(50):
        Journal(workspace).append("note", who, number=number)


def test_two_processes_keep_one_chain(workspace: Workspace) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_append_many, args=(workspace, who)) for who in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    journal = Journal(workspace)
    assert journal.problems() == []
    assert [entry["number"] for entry in journal.entries(by="b")] == list(range(50))
    assert all(json.loads(line) for line in journal.path.read_text().splitlines())
