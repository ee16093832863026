"""What is new in a folder: told by the bytes; what may still be written waits."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import pytest

from app.steps import silent
from app.weekly.arrivals import Arrivals, find_arrivals
from graph.workspace import Workspace, open_workspace
from ingest.intake import ingest
from tests.builders import post, write_csv

OLD = 1_700_000_000


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "folder" / "workspace")


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    """Where files arrive; the workspace lies in it."""
    return workspace.root.parent


def settle(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (OLD, OLD))


def look(workspace: Workspace, folder: Path, settle_seconds: int = 60) -> Arrivals:
    return find_arrivals(workspace, folder, settle_seconds, silent)


def test_new_is_what_the_archive_does_not_hold_whatever_its_name(
    workspace: Workspace, folder: Path
) -> None:
    first = write_csv(folder / "first.csv", [post(1)])
    ingest(workspace, [first], who="A. Tester")
    first.rename(folder / "renamed.csv")
    (folder / "sub").mkdir()
    (folder / "sub" / "copy.csv").write_bytes((folder / "renamed.csv").read_bytes())
    write_csv(folder / "first.csv", [post(2)])
    write_csv(folder / "sub" / "twice.csv", [post(2)])
    settle(folder)
    found = look(workspace, folder)
    assert list(found.new.values()) == [str(folder / "first.csv")]
    assert found.files == {folder / "first.csv"}
    assert (found.known, found.waiting, found.refusals) == (3, {}, [])


def test_a_zip_is_new_while_one_of_its_files_is(workspace: Workspace, folder: Path) -> None:
    one, two = (write_csv(folder / f"{n}.csv", [post(n)]) for n in (1, 2))
    ingest(workspace, [one], who="A. Tester")
    with zipfile.ZipFile(folder / "both.zip", "w") as made:
        made.write(one, "one.csv")
        made.write(two, "two.csv")
    two.unlink()
    settle(folder)
    found = look(workspace, folder)
    assert list(found.new.values()) == [f"{folder}/both.zip!two.csv"]
    assert found.files == {folder / "both.zip"}
    ingest(workspace, [folder / "both.zip"], who="A. Tester")
    assert look(workspace, folder).new == {}


@pytest.mark.parametrize(
    "name", ["a.csv.part", "a.csv.tmp", "A.CSV.PART", "a.csv.crdownload", "~$a.xlsx"]
)
def test_a_name_that_says_it_is_being_written_waits_however_old_it_is(
    workspace: Workspace, folder: Path, name: str
) -> None:
    (folder / name).write_bytes(b"PK\3\4 and no more")
    settle(folder)
    found = look(workspace, folder)
    assert list(found.waiting) == [str(folder / name)]
    assert (found.new, found.refusals) == ({}, [])


def test_what_was_modified_just_now_waits_and_a_wrong_clock_does_not_keep_it_for_ever(
    workspace: Workspace, folder: Path
) -> None:
    now = time.time()
    ages = {"now": 1, "settled": 90, "a moment ahead": -5, "years ahead": -1e9}
    for name, age in ages.items():
        (folder / name).write_text(name)
        os.utime(folder / name, (now - age, now - age))
    found = look(workspace, folder)
    assert sorted(found.waiting) == [str(folder / "a moment ahead"), str(folder / "now")]
    assert sorted(found.new.values()) == [str(folder / "settled"), str(folder / "years ahead")]
    assert look(workspace, folder, settle_seconds=0).waiting == {}


def test_hidden_files_are_counted_and_what_is_no_source_is_refused(
    workspace: Workspace, folder: Path
) -> None:
    write_csv(folder / "a.csv", [post(1)])
    (folder / ".a.csv.Xy12").write_text("as rsync writes it")
    (folder / "broken.zip").write_bytes(b"PK\3\4 and no more")
    (folder / "elsewhere").symlink_to("/")
    os.mkfifo(folder / "pipe")
    for name in ("a.csv", "broken.zip", "pipe"):
        os.utime(folder / name, (OLD, OLD))
    found = look(workspace, folder)
    assert found.hidden == 1
    assert list(found.new.values()) == [str(folder / "a.csv")]
    refused = {Path(each.path).name for each in found.refusals}
    assert refused == {"broken.zip", "elsewhere", "pipe"}
