"""Workspaces: made once, refused where something else is, written by one at a time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import WorkspaceBusy, WorkspaceError
from graph.workspace import open_workspace, workspace_path

HOLD = """
import sys, time
from pathlib import Path
from graph.workspace import open_workspace
with open_workspace(Path(sys.argv[1])).writer():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_workspace_is_made_once_and_kept(tmp_path: Path) -> None:
    first = open_workspace(tmp_path / "case")
    assert {"evidence", "journal", "snapshots"} <= {p.name for p in first.root.iterdir()}
    assert first.root.stat().st_mode & 0o077 == 0
    assert open_workspace(tmp_path / "case").id == first.id
    assert open_workspace(tmp_path / "other").id != first.id


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="not a workspace"):
        open_workspace(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_workspace_half_made_is_finished(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    assert open_workspace(tmp_path).id


def test_a_missing_workspace_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no workspace here"):
        open_workspace(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_settings_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    workspace.settings_file.write_bytes(b"\xff\xfe not toml")
    with pytest.raises(WorkspaceError, match=r"spoor.toml: cannot be read"):
        open_workspace(tmp_path)


def test_where_the_workspace_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SPOOR_WORKSPACE", raising=False)
    assert workspace_path() == tmp_path / "spoor-workspace"
    monkeypatch.setenv("SPOOR_WORKSPACE", str(tmp_path / "env"))
    assert workspace_path() == tmp_path / "env"
    assert workspace_path(Path("named")) == tmp_path / "named"


def test_the_lock_is_one_writers_and_dies_with_it(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "case")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace.root)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(WorkspaceBusy), workspace.writer(wait=False):
        pass
    holder.kill()
    holder.wait()
    waited: list[float] = []
    with workspace.writer(on_wait=lambda: waited.append(time.monotonic())):
        pass
    assert waited == []
