"""What accounts pass on, answer and are called, as far as it was known by a day."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from graph.tables import Tables
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.tables import tables
from tests.builders import post, write_csv
from tests.ingest.readers.telegram.exports import chat, message, write


def known_chat(workspace: Workspace, material: Path, *messages: dict) -> Tables:
    """A Telegram chat, ingested."""
    path = write(material / "result.json", chat(*messages))
    assert not ingest(workspace, [path], who="ana").failed
    ensure_derived(workspace, Archive(workspace))
    return tables(workspace)


def test_answers_to_others_and_words_passed_on(workspace: Workspace, material: Path) -> None:
    known = known_chat(
        workspace,
        material,
        message(1, "murai siap antar", from_id="user11"),
        message(2, "masih ada?", from_id="user12", reply_to_message_id=1),
        message(3, "saya juga tambah", from_id="user11", reply_to_message_id=1),
        message(4, "stok baru", from_id="user12", forwarded_from="Pasar Utara"),
        message(5, "hilang", from_id="user12", reply_to_message_id=99),
    )
    answered = known.replies.select("account_key", "to_key").rows()
    assert answered == [("telegram:user12", "telegram:user11")]
    assert known.replies["seen_at"].null_count() == 0
    passed = known.forwards.select("account_key", "origin").rows()
    assert passed == [("telegram:user12", "Pasar Utara")]


def test_each_description_is_dated(workspace: Workspace, material: Path) -> None:
    rows = [
        post(1, account_name="Kicau", collected_at="2026-03-01"),
        post(1, account_name="Kicau Jaya", collected_at="2026-03-09"),
        post(6, account_name="Kicau Jaya", collected_at="2026-03-20"),
    ]
    ingest(workspace, [write_csv(material / "names.csv", rows)], who="ana")
    ensure_derived(workspace, Archive(workspace))
    found = tables(workspace).names.filter(pl.col("account_key") == "facebook:a1")
    assert found["name"].to_list() == ["Kicau", "Kicau Jaya"]
    assert found["first_seen"].dt.day().to_list() == [1, 9]
    before = tables(workspace, "2026-03-05").names["name"].to_list()
    assert before == ["Kicau"]


def test_nothing_said_is_empty(workspace: Workspace, material: Path) -> None:
    ingest(workspace, [write_csv(material / "plain.csv", [post(1)])], who="ana")
    ensure_derived(workspace, Archive(workspace))
    known = tables(workspace)
    for part in (known.forwards, known.replies, known.links, known.images):
        assert part.is_empty()
