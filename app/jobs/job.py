"""A piece of long work: what was asked, how far it is, what came of it; all of it in files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.workspace import Workspace

FOLDER = "jobs"
ASKED = "job.json"
PROGRESS = "progress.json"
ENDED = "ended.json"
PROCESS = "pid"
MESSAGES = "messages.txt"
FILES = "files"
STOP = "stopped_by"


class State(StrEnum):
    """How a piece of work stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    CUT_OFF = "cut off"


@dataclass(frozen=True)
class Progress:
    """How far work has come.

    Attributes
    ----------
    step : str
        What is being done.
    done, in_all : int
        In units of the step; ``in_all`` 0: nobody knows how much there is.
    """

    step: str
    done: int
    in_all: int


@dataclass(frozen=True)
class Job:
    """A piece of long work.

    Attributes
    ----------
    folder : Path
        Where all of it is kept.
    what : str
        The command that it runs, as ``ingest``.
    who : str
        Who asked for it.
    started_at : datetime
        When (UTC).
    state : State
    progress : Progress or None
        None before the first step.
    ended_at : datetime or None
    sentence : str or None
        Why it failed.
    stopped_by : str or None
        Who had it stopped.
    about : dict
        What the one who began it wants to know of it later.
    """

    folder: Path
    what: str
    who: str
    started_at: datetime
    state: State
    progress: Progress | None = None
    ended_at: datetime | None = None
    sentence: str | None = None
    stopped_by: str | None = None
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Name it among others; later ones sort behind."""
        return self.folder.name

    def results(self) -> list[Any]:
        """Read what its commands printed as JSON, in their order; None where one printed none."""
        count = len(_read(self.folder / ASKED).get("commands", ()))
        return [_result(self.folder / result_name(number)) for number in range(count)]

    def messages(self) -> list[str]:
        """Read the notes and errors that its commands wrote for a person."""
        try:
            text = (self.folder / MESSAGES).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        return [line for line in text.splitlines() if line.strip()]


def jobs_folder(workspace: Workspace) -> Path:
    """Tell where the work of a workspace is kept."""
    return workspace.root / FOLDER


def result_name(number: int) -> str:
    """Name the file that holds what a command printed."""
    return f"result-{number}.json"


def read_job(folder: Path, *, alive: bool) -> Job | None:
    """Read a piece of work; None where there is none.

    Parameters
    ----------
    folder : Path
    alive : bool
        Whether its process still runs.
    """
    asked = _read(folder / ASKED)
    if not asked:
        return None
    ended, progress = _read(folder / ENDED), _read(folder / PROGRESS)
    return Job(
        folder=folder,
        what=str(asked["what"]),
        who=str(asked["who"]),
        started_at=datetime.fromisoformat(asked["started_at"]),
        state=_state(ended, alive=alive),
        progress=Progress(**progress) if progress else None,
        ended_at=datetime.fromisoformat(ended["at"]) if ended else None,
        sentence=ended.get("sentence"),
        stopped_by=_line(folder / STOP),
        about=dict(asked.get("about", {})),
    )


def write_json(path: Path, said: dict[str, Any]) -> None:
    """Write a file whole or not at all."""
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    draft.replace(path)


def now() -> str:
    """Write the moment (UTC)."""
    return datetime.now(UTC).isoformat()


def _state(ended: dict[str, Any], *, alive: bool) -> State:
    """Tell how work stands."""
    if ended:
        return State(ended["state"])
    return State.RUNNING if alive else State.CUT_OFF


def _read(path: Path) -> dict[str, Any]:
    """Read a file of our own; empty where there is none."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _result(path: Path) -> Any:
    """Read what a command printed."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _line(path: Path) -> str | None:
    """Read a file of one line; None where there is none."""
    try:
        return path.read_text(encoding="utf-8").strip() or None
    except OSError:
        return None
