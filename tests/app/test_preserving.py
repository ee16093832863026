"""Preserve now: cited posts with an address and no capture, as a table the archiver takes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PIL import Image

from app.preserving import ARCHIVER_COLUMNS, CITED, preserve_now, write_auto_archiver_sheet
from graph.errors import WorkspaceError
from graph.workspace import Workspace, open_workspace
from ingest.intake import ingest
from ingest.own import declare
from tests.builders import post, write_csv

PAGE = "https://www.facebook.com/groups/g1/posts/{}/"


def key(number: int) -> str:
    return f"post:facebook:p{number}"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Six posts: two with pictures, of which one is there; one without a web address."""
    workspace = open_workspace(tmp_path / "workspace")
    Image.new("RGB", (40, 40), "red").save(tmp_path / "there.jpg")
    rows = [
        post(1, post_url=PAGE.format(1)),
        post(2, post_url=PAGE.format(2), image="there.jpg"),
        post(3, post_url=PAGE.format(3), image="missing.jpg"),
        post(4, post_url="not an address"),
        post(5),
        post(6, post_url=PAGE.format(6), account_id="own"),
    ]
    ingest(workspace, [write_csv(tmp_path / "posts.csv", rows)], who="ana")
    return workspace


def test_what_has_an_address_and_no_capture_is_listed_in_the_order_cited(
    workspace: Workspace,
) -> None:
    cited = [key(number) for number in (3, 5, 1, 2, 4, 3, 99)]
    found = preserve_now(workspace, cited, {key(1): "It shows a new number."})
    assert [each["post"] for each in found] == [key(3), key(1)]
    assert found[0] == {
        "post": key(3),
        "url": PAGE.format(3),
        "account": "facebook:a3",
        "posted_at": "2026-03-04T10:00:00+00:00",
        "why": CITED,
    }
    assert found[1]["why"] == "It shows a new number."
    assert preserve_now(workspace, []) == []


def test_our_own_side_is_left_out(workspace: Workspace) -> None:
    assert len(preserve_now(workspace, [key(6)])) == 1
    declare(workspace, ["facebook:own"], own=True, why=None, who="ana")
    assert preserve_now(workspace, [key(6)]) == []


def test_the_sheet_is_what_the_archiver_takes_and_what_it_fills_in_counts(
    workspace: Workspace, tmp_path: Path
) -> None:
    cited = [key(3), key(1)]
    found = preserve_now(workspace, cited, {key(1): "=cmd() is\nno formula"})
    sheet = tmp_path / "preserve.csv"
    write_auto_archiver_sheet(found, sheet)
    with sheet.open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header[0] == "link"
    assert header[: len(ARCHIVER_COLUMNS)] == list(ARCHIVER_COLUMNS)
    assert [row[0] for row in rows] == [PAGE.format(3), PAGE.format(1)]
    assert {row[header.index("archive status")] for row in rows} == {""}
    assert rows[1][header.index("why")] == "'=cmd() is no formula"

    filled = [dict(zip(header, row, strict=True)) for row in rows]
    filled[0] |= {"archive status": "wayback: success", "archive date": "2026-11-16T10:00:00",
                  "archive location": "https://archive.example/3.html"}  # fmt: skip
    filled[1] |= {"archive status": "no archiver: failed"}
    ingest(workspace, [write_csv(tmp_path / "filled.csv", filled)], who="ana")
    assert [each["post"] for each in preserve_now(workspace, cited)] == [key(1)]


def test_an_empty_sheet_has_its_header(tmp_path: Path) -> None:
    write_auto_archiver_sheet([], tmp_path / "empty.csv")
    assert (tmp_path / "empty.csv").read_text().startswith("link,archive status,")
    with pytest.raises(WorkspaceError, match="cannot be written"):
        write_auto_archiver_sheet([], tmp_path / "none" / "empty.csv")
