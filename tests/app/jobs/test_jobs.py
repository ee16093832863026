"""Long work in a process of its own: one at a time, seen by all, stopped, and told when cut off."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app import jobs
from app.jobs import Job, State
from app.jobs.job import FILES, PROCESS
from app.jobs.settling import WAITING
from app.jobs.telling import WAITING as SAYS_WAITING
from app.taking.asking import Terms, Told, take_in_job
from app.taking.waiting import keep_upload, list_waiting, name_path
from graph.errors import SourceError, WorkspaceBusy
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from tests.builders import post, write_csv

SECONDS = 120
HOSTILE_MODULE = "from pathlib import Path\nPath({mark!r}).write_text('imported')\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An empty workspace, and a Neo4j that nobody answers for."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    return open_workspace(tmp_path / "workspace")


def await_that(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    until = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def ended(workspace: Workspace, job: Job) -> Job:
    """The work, once it has ended."""
    await_that(lambda: jobs.running(workspace) is None)
    found = jobs.latest(workspace)
    assert found is not None
    assert found.id == job.id
    return found


def test_work_goes_on_by_itself_and_keeps_what_it_printed(workspace: Workspace) -> None:
    job = jobs.start(workspace, "log", [], "J. Ober")
    assert (job.what, job.who, job.state) == ("log", "J. Ober", State.RUNNING)
    done = ended(workspace, job)
    assert (done.state, done.sentence, done.results()) == (State.DONE, None, [[]])
    assert done.ended_at is not None
    assert jobs.latest(workspace, "detect") is None


def test_an_error_is_its_one_sentence(workspace: Workspace) -> None:
    done = ended(workspace, jobs.start(workspace, "detect", [], "J"))
    assert done.state is State.FAILED
    assert "holds no source" in (done.sentence or "")
    assert "Traceback" not in (done.sentence or "")


def test_it_waits_for_a_terminal_and_is_alone_and_can_be_stopped(workspace: Workspace) -> None:
    with workspace.writer():
        assert jobs.is_written_to(workspace)
        job = jobs.start(workspace, "rebuild", [], "J")

        def waits() -> bool:
            found = jobs.running(workspace)
            return bool(found and found.progress and found.progress.step == SAYS_WAITING)

        await_that(waits)
        with pytest.raises(WorkspaceBusy, match="going on"):
            jobs.start(workspace, "detect", [], "K")
        jobs.cancel(workspace, job, "S. Topper")
        done = ended(workspace, job)
    assert (done.state, done.stopped_by) == (State.STOPPED, "S. Topper")
    assert not jobs.is_written_to(workspace)
    jobs.cancel(workspace, done, "S. Topper")


def test_work_that_is_killed_is_told_as_cut_off(workspace: Workspace) -> None:
    with workspace.writer():
        job = jobs.start(workspace, "rebuild", [], "J")
        await_that((job.folder / PROCESS).exists)
        os.kill(int((job.folder / PROCESS).read_text()), signal.SIGKILL)
        assert ended(workspace, job).state is State.CUT_OFF
        again = jobs.start(workspace, "log", [], "J")
        assert ended(workspace, again).state is State.DONE


def test_many_who_begin_at_once_begin_one(workspace: Workspace) -> None:
    begun: list[Job] = []
    refused: list[WorkspaceBusy] = []

    def begin() -> None:
        try:
            begun.append(jobs.start(workspace, "rebuild", [], "J"))
        except WorkspaceBusy as error:
            refused.append(error)

    with workspace.writer():
        threads = [threading.Thread(target=begin) for _ in range(6)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert (len(begun), len(refused)) == (1, 5)
        jobs.cancel(workspace, begun[0], "J")
        ended(workspace, begun[0])


def test_uploads_wait_in_private_and_go_when_they_are_taken_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = write_csv(tmp_path / "rows.csv", [post(n) for n in range(4)]).read_bytes()
    mark = tmp_path / "imported"
    module = HOSTILE_MODULE.format(mark=str(mark)).encode()
    good = keep_upload(workspace, "../../posts.csv", memoryview(rows), "J")
    twin = keep_upload(workspace, "/etc/posts.csv", memoryview(rows + b"\n"), "J")
    keep_upload(workspace, "typer.py", memoryview(module), "J")
    keep_upload(workspace, "C:\\secret\\empty.csv", memoryview(b""), "J")
    assert (good.name, good.path.read_bytes()) == ("posts.csv", rows)
    assert good.path.is_relative_to(workspace.root / "uploads")
    assert (workspace.root / "uploads").stat().st_mode & 0o077 == 0
    names = [each.name for each in list_waiting(workspace)]
    assert names == ["posts.csv", "posts.csv", "typer.py", "empty.csv"]

    asked = [(each, Told()) for each in list_waiting(workspace)]
    job = take_in_job(workspace, asked, Terms(handling="TLP:RED", collector="--dry-run"), "J")
    assert set(job.about[WAITING]) == {"posts.csv", "2/posts.csv", "typer.py", "empty.csv"}
    done = ended(workspace, job)
    assert not mark.exists(), "nothing is imported from where uploads lie"
    records = Archive(workspace).sources()
    assert sorted(each.path for each in records) == ["2/posts.csv", "posts.csv"]
    assert {(each.handling, each.collector, each.ingested_by) for each in records} == {
        ("TLP:RED", "--dry-run", "J")
    }
    assert done.state is State.FAILED, "there is no Neo4j to load into"
    assert "Neo4j" in (done.sentence or "")
    assert [each.name for each in list_waiting(workspace)] == names, "so all of it still waits"
    assert not (job.folder / FILES).exists()
    assert twin.path.exists()


def test_a_path_is_whole_there_and_not_the_workspace_s(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = write_csv(tmp_path / "rows.csv", [post(1)])
    assert name_path(workspace, f' "{rows}" ', "J").path == rows
    for typed, why in (
        ("rows.csv", "whole path"),
        (str(tmp_path / "none"), "no such file"),
        (str(workspace.journal), "workspace's own"),
    ):
        with pytest.raises(SourceError, match=why):
            name_path(workspace, typed, "J")
