"""The unattended run killed at any point: the next one ends as if nothing had happened."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor, finish
from tests.app.commands.test_weekly import add_settings, arrive, kinds, mail_section, weekly
from tests.app.mail_server import MailServer, mail_server
from tests.graphs import ask

SECONDS = 200
WEEK = "2026-W10"

Stage = Callable[[Spoor, Connection, MailServer], bool]


def loading(spoor: Spoor, connection: Connection, server: MailServer) -> bool:
    return bool(posts_in(connection))


def writing(spoor: Spoor, connection: Connection, server: MailServer) -> bool:
    return (spoor.workspace / "reports" / f".{WEEK}.draft").exists()


def mailing(spoor: Spoor, connection: Connection, server: MailServer) -> bool:
    return server.kept.asked > 0


def posts_in(connection: Connection) -> int:
    (found,) = ask(connection, "MATCH (n) WHERE 'Post' IN labels(n) RETURN count(n) AS posts")
    return int(found["posts"])


def kill_at(stage: Stage, spoor: Spoor, folder: Path, *around: object) -> None:
    """Start a run, and kill it once it has come to a stage."""
    process = spoor.start("weekly", folder)
    until = time.monotonic() + SECONDS
    while not stage(spoor, *around):  # type: ignore[arg-type]
        assert process.poll() is None, finish(process)
        assert time.monotonic() < until
        time.sleep(0.002)
    process.kill()
    assert finish(process).code == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.parametrize("stage", [loading, writing, mailing])
def test_killed_and_run_again_each_week_is_reported_and_mailed_once(
    stage: Stage, spoor: Spoor, database: Connection, material: Path
) -> None:
    arrive(material, 9, 10)
    open_workspace(spoor.workspace)
    with mail_server() as server:
        add_settings(spoor, mail_section(server.port))
        server.kept.holding = stage is mailing
        kill_at(stage, spoor, material, database, server)
        server.kept.holding = False
        assert ("weekly report" in kinds(spoor)) == (stage is mailing)
        done = weekly(spoor, material)
        assert done["taken"] == []
        assert [each["week"] for each in done["reports"]] == [WEEK] * (stage is not mailing)
        assert done["mailed"] is True
        assert {each["Subject"].split()[1] for each in server.kept.messages} == {f"{WEEK}:"}
        assert len({each["Message-ID"] for each in server.kept.messages}) == 1
        again = weekly(spoor, material)
        assert (again["reports"], again["mailed"]) == ([], None)
    assert posts_in(database) == 42
    noted = kinds(spoor)
    for kind in ("ingest", "weekly report", "weekly mail", "weekly"):
        assert noted.count(kind) == 1, noted
    reports = spoor.workspace / "reports"
    assert [path.name for path in reports.iterdir()] == [WEEK]
    assert {path.suffix for path in (reports / WEEK).iterdir()} >= {".html", ".json", ".pdf"}
    assert spoor("log").err == ""


@pytest.mark.slow
def test_what_was_archived_and_not_loaded_is_loaded_even_when_no_week_is_due(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    arrive(material, 9, 10)
    with mail_server() as server:
        kill_at(loading, spoor, material, database, server)
    assert kinds(spoor) == ["ingest"]
    assert weekly(spoor, material, "--no-report")["taken"] == []
    assert posts_in(database) == 42
    assert kinds(spoor) == ["ingest", "detect", "weekly"]
    assert weekly(spoor, material, "--no-report")["taken"] == []
    assert kinds(spoor) == ["ingest", "detect", "weekly"]
