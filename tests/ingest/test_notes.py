"""Notes in the journal: written, corrected, withdrawn; nothing is lost."""

from __future__ import annotations

import pytest

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.notes import (
    ACCOUNT,
    CLUSTER,
    LONGEST,
    POST,
    add_note,
    correct_note,
    notes,
    withdraw_note,
)


def test_notes_stand_with_who_and_when_in_the_order_written(workspace: Workspace) -> None:
    add_note(workspace, ACCOUNT, "facebook:1", " Seen at the market \n", who="ana")
    add_note(workspace, CLUSTER, "C1", "The aunt runs it", who="ben", snapshot="s1")
    first, second = notes(workspace)
    assert (first.note, first.kind, first.key, first.text, first.by) == (
        "N1", "account", "facebook:1", "Seen at the market", "ana",
    )  # fmt: skip
    assert (second.note, second.key, second.snapshot) == ("N2", "C1", "s1")
    assert first.at < second.at
    assert first.corrected_by is None


def test_a_correction_keeps_the_writer_and_what_was_said_before(workspace: Workspace) -> None:
    add_note(workspace, POST, "post:x:1", "Blue cage", who="ana")
    assert correct_note(workspace, "N1", "Green cage", who="ben")
    assert not correct_note(workspace, "N1", " Green cage ", who="cai")
    (found,) = notes(workspace)
    assert (found.text, found.by, found.corrected_by) == ("Green cage", "ana", "ben")
    said = [entry.get("text") for entry in Journal(workspace).entries()]
    assert said == ["Blue cage", "Green cage"]


def test_a_withdrawn_note_stands_no_more_and_its_name_is_not_used_again(
    workspace: Workspace,
) -> None:
    add_note(workspace, ACCOUNT, "facebook:1", "one", who="ana")
    assert withdraw_note(workspace, "N1", why="wrong account", who="ben").text == "one"
    assert notes(workspace) == []
    assert add_note(workspace, ACCOUNT, "facebook:1", "two", who="ana").note == "N2"
    with pytest.raises(NotFound):
        correct_note(workspace, "N1", "again", who="ana")
    with pytest.raises(NotFound):
        withdraw_note(workspace, "N1", why=None, who="ana")
    last = Journal(workspace).entries("note withdrawn")[0]
    assert (last["by"], last["why"], last["keys"]) == ("ben", "wrong account", ["facebook:1"])


@pytest.mark.parametrize(
    ("kind", "text"), [("taxon", "x"), (ACCOUNT, " \n"), (ACCOUNT, "x" * (LONGEST + 1))]
)
def test_what_says_nothing_or_too_much_is_refused(
    workspace: Workspace, kind: str, text: str
) -> None:
    with pytest.raises(UsageError):
        add_note(workspace, kind, "facebook:1", text, who="ana")
    assert Journal(workspace).entries() == []
