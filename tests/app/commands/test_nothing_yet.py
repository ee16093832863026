"""Before there is anything to see, each command says what to do first."""

from __future__ import annotations

from pathlib import Path

from tests.app.commands.running import Spoor
from tests.builders import post, write_csv


def test_looking_before_there_is_anything_says_what_to_do(spoor: Spoor) -> None:
    for arguments in (["clusters"], ["cluster", "C1"], ["account", "x:1"], ["search", "x"],
                      ["hubs"], ["rejected"], ["log"], ["detect"],
                      ["export", "--all", "--output", "out"]):  # fmt: skip
        assert "spoor ingest" in spoor(*arguments, code=1).sentence()
        assert not spoor.workspace.exists()


def test_looking_before_the_first_detection_says_what_to_do(spoor: Spoor, material: Path) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(1), post(2)]))
    for arguments in (["clusters"], ["cluster", "C1"], ["hubs"],
                      ["export", "--all", "--output", "out"]):  # fmt: skip
        assert "spoor detect" in spoor(*arguments, code=1).sentence()
    assert "No row was refused" in spoor("rejected").err
    assert spoor("rejected", "--json").data == []
    found = spoor("account", "facebook:a1", "--json").data
    assert (found["cluster"], found["ties"]) == (None, [])
    printed = spoor("account", "facebook:a1").out
    assert "Cluster: none" in printed
    assert "Ties: none" in printed


def test_a_snapshot_without_clusters_says_what_to_try(spoor: Spoor, material: Path) -> None:
    rows = [post(1, text="one", account_id="a"), post(2, text="two", account_id="b", group_id="z")]
    spoor("ingest", write_csv(material / "t.csv", rows))
    spoor("detect")
    for command, words in (("clusters", "--threshold"), ("hubs", "no hub")):
        done = spoor(command)
        assert done.out == ""
        assert words in done.err
        assert spoor(command, "--json").data == []
    assert "it has no cluster" in spoor("cluster", "C1", code=1).sentence()
    spoor("export", "--all", "--output", material / "out")


def test_a_journal_that_was_altered_is_said(spoor: Spoor, material: Path) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(1)]))
    spoor("ingest", write_csv(material / "u.csv", [post(2)]))
    journal = spoor.workspace / "journal" / "journal.jsonl"
    journal.write_text(journal.read_text().replace("A. Tester", "\\u001bB", 1))
    done = spoor("log")
    assert "line 2 does not follow" in done.err
    assert "[U+001B]B" in done.out
    journal.write_text("not a journal\n")
    assert "line 1 cannot be read" in spoor("log", code=1).sentence()
