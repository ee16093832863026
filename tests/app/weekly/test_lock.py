"""One run at a time; another command is waited for, and not for long."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.weekly import lock
from app.weekly.lock import alone, patience
from graph.errors import WorkspaceBusy
from graph.workspace import Workspace, open_workspace

HOLD = "import sys; from pathlib import Path; from graph.workspace import open_workspace\n" \
    "from app.weekly.lock import alone\n" \
    "with alone(open_workspace(Path(sys.argv[1]))): print('held', flush=True); input()"  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "workspace")


def test_a_second_run_is_turned_away_at_once_and_a_killed_one_leaves_no_lock(
    workspace: Workspace,
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace.root)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(WorkspaceBusy, match="another `spoor weekly`"), alone(workspace):
            pass
        assert time.monotonic() - began < 1
    finally:
        other.kill()
        other.communicate()
    with alone(workspace):
        pass


def test_another_command_that_soon_finishes_is_waited_for(workspace: Workspace) -> None:
    began = threading.Event()

    def write() -> None:
        with workspace.writer():
            began.set()
            time.sleep(0.3)

    other = threading.Thread(target=write)
    other.start()
    began.wait()
    with workspace.writer(on_wait=patience(workspace)):
        assert not other.is_alive() or other.join(1) is None
    other.join()


def test_one_that_does_not_is_given_up(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    with (
        workspace.writer(),
        pytest.raises(WorkspaceBusy, match="the next run"),
        workspace.writer(on_wait=patience(workspace)),
    ):
        pass
