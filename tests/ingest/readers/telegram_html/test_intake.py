from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.report import IntakeReport
from tests.ingest.readers.telegram_html import pages
from tests.ingest.readers.telegram_html.pages import message, reply, service


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return open_workspace(tmp_path / "workspace")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A chat of two pages as exported, with what lies beside them."""
    folder = tmp_path / "ChatExport_2026-03-10"
    first = [
        pages.day(1, "9 March 2026"),
        service(1, "Sari created group &laquo;Kicau&raquo;"),
        message(2, "Murai batu, hub +1 202 555 0101", sender="Budi"),
        message(3, before_text=pages.picture("photo", "photos/photo_1.jpg"), sender=None),
    ]
    second = [
        pages.day(1, "9 March 2026"),
        message(4, "masih ada?", sender="Sari", before_text=reply("messages.html#go_to_message2")),
        message(5, "ada", sender="Budi", before_text=reply("#go_to_message4")),
    ]
    pages.save(folder / "messages.html", pages.chat(*first))
    pages.save(folder / "messages2.html", pages.chat(*second))
    for beside in ("css/style.css", "js/script.js", "photos/photo_1.jpg", "images/back.png"):
        pages.save(folder / beside, "x")
    return folder


def posts(workspace: Workspace) -> pl.DataFrame:
    """All posts of the archive."""
    archive = Archive(workspace)
    found = [archive.records(one.sha256, "posts").collect() for one in archive.sources()]
    return pl.concat(found).sort("post_id")


def counts(report: IntakeReport) -> list[tuple[str, int, int, str | None]]:
    """Format, rows read and accepted, and error of each source."""
    return [(str(s.format), s.rows_read, s.rows_accepted, s.error) for s in report.sources]


def test_an_exported_folder(workspace: Workspace, export: Path) -> None:
    report = ingest(workspace, [export], who="ana")
    assert counts(report) == [("telegram-html", 3, 3, None), ("telegram-html", 2, 2, None)]
    found = posts(workspace)
    assert found["post_id"].to_list() == ["2", "3", "4", "5"]
    assert found["group_key"].n_unique() == 1 and found["account_key"].n_unique() == 2
    assert found["reply_to"].to_list() == [None, None, None, found["post_key"][2]]
    assert ingest(workspace, [export], who="ana").sources[0].rows_accepted == 0


def test_an_overlapping_export_adds_sightings_only(workspace: Workspace, export: Path) -> None:
    ingest(workspace, [export], who="ana")
    later = [message(5, "ada (diubah)", sender="Budi"), message(6, "sold", sender=None)]
    page = pages.save(export.parent / "later" / "messages.html", pages.chat(*later))
    ingest(workspace, [page], who="ana")
    found = posts(workspace)
    assert (len(found), found["post_key"].n_unique()) == (6, 5)


def test_a_whole_account(workspace: Workspace, tmp_path: Path) -> None:
    account = tmp_path / "DataExport"
    private = pages.chat(message(1, "rahasia", sender="Sari"), title="Sari", account=True)
    pages.save(account / "chats/chat_001/messages.html", private)
    shown = (service(1, "Budi joined group by request"), message(2, "jual"))
    pages.save(account / "chats/chat_002/messages.html", pages.chat(*shown, account=True))
    pages.save(account / "lists/contacts.html", pages.list_page("Contacts", ["Sari"]))
    pages.save(account / "export_results.html", pages.front_page())
    report = ingest(workspace, [account], who="ana")
    assert [source.error for source in report.sources] == [None] * 4
    assert posts(workspace)["text"].to_list() == ["jual"]
    assert sum(len(source.notices) == 1 for source in report.sources) == 3
    named = ReadOptions(private=frozenset({"Sari"}))
    ingest(workspace, [account], named, who="ana")
    assert sorted(posts(workspace)["text"]) == ["jual", "rahasia"]
