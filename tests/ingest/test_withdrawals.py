"""A withdrawn source takes part in nothing, until that is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.source_record import SourceRecord
from ingest.tables import known_sources, tables
from ingest.withdrawals import (
    find_sources_named,
    note_taken_back,
    note_withdrawn,
    withdrawals,
)
from tests.builders import post, write_csv
from tests.ingest.test_sources import make_zip

WHY = "collected without a warrant"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two sources, which share one post."""
    made = open_workspace(tmp_path / "workspace")
    first = write_csv(tmp_path / "first.csv", [post(n) for n in range(6)])
    second = write_csv(tmp_path / "second.csv", [post(n, account_id="b") for n in range(5, 9)])
    assert not ingest(made, [first, second], who="T").failed
    return made


def second_of(workspace: Workspace) -> SourceRecord:
    """The second source."""
    (found,) = find_sources_named(Archive(workspace).sources(withdrawn=True), "second.csv")
    return found


def test_its_rows_leave_every_later_read_and_come_back(workspace: Workspace) -> None:
    archive, source = Archive(workspace), second_of(workspace)
    ensure_derived(workspace, archive)
    before = tables(workspace)
    assert note_withdrawn(workspace, [source], why=WHY, who="W. Drawer") == [source.sha256]
    assert source.sha256 not in {each.sha256 for each in archive.sources()}
    assert known_sources(workspace, "9999-12-31") == [archive.sources()[0].sha256]
    less = tables(workspace)
    assert less.posts.height == 6
    assert "facebook:b" not in set(less.posts["account_key"])
    assert archive.original(source.sha256).exists(), "the bytes stay"
    (standing,) = withdrawals(workspace).values()
    assert (standing.by, standing.why) == ("W. Drawer", WHY)

    assert note_taken_back(workspace, [source], why=None, who="B") == [source.sha256]
    assert withdrawals(workspace) == {}
    assert tables(workspace).posts.equals(before.posts)


def test_what_stands_already_is_not_noted_again(workspace: Workspace) -> None:
    source = second_of(workspace)
    assert note_taken_back(workspace, [source], why=None, who="B") == []
    note_withdrawn(workspace, [source], why=WHY, who="W")
    length = len(Journal(workspace).entries())
    assert note_withdrawn(workspace, [source], why="again", who="W") == []
    assert len(Journal(workspace).entries()) == length
    note_taken_back(workspace, [source], why="found the warrant", who="B")
    note_withdrawn(workspace, [source], why="once more", who="W")
    assert withdrawals(workspace)[source.sha256].why == "once more"


def test_a_reason_is_needed(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="for a reason"):
        note_withdrawn(workspace, [second_of(workspace)], why="  ", who="W")


def test_the_same_bytes_stay_out(workspace: Workspace, tmp_path: Path) -> None:
    note_withdrawn(workspace, [second_of(workspace)], why=WHY, who="W")
    (report,) = ingest(workspace, [tmp_path / "second.csv"], who="T").sources
    assert report.rows_accepted == 0
    assert "withdrawn" in (report.warning or "")
    assert len(Archive(workspace).sources()) == 1


def test_sources_are_found_by_what_people_call_them(workspace: Workspace, tmp_path: Path) -> None:
    known = Archive(workspace).sources()
    first, second = known
    for named in (second.sha256, second.sha256[:8], second.path, "second.csv"):
        assert find_sources_named(known, named) == [second]
    with pytest.raises(NotFound, match="no source of this name"):
        find_sources_named(known, second.sha256[:7])
    other = tmp_path / "other"
    other.mkdir()
    write_csv(other / "second.csv", [post(40)])
    rows = {name: (tmp_path / name).read_bytes() for name in ("first.csv", "second.csv")}
    pack = make_zip(
        tmp_path / "pack.zip", {f"in {name}": data + b"\n" for name, data in rows.items()}
    )
    ingest(workspace, [other, pack], who="T")
    known = Archive(workspace).sources()
    with pytest.raises(UsageError, match="2 sources are called so"):
        find_sources_named(known, "second.csv")
    assert {each.path.partition("!")[2] for each in find_sources_named(known, "pack.zip")} == {
        "in first.csv", "in second.csv",
    }  # fmt: skip
    assert first in known
