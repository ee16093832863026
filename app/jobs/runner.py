"""The process of a piece of long work: runs commands of ``spoor`` and notes what comes of them."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from app.jobs.job import (
    ASKED,
    ENDED,
    MESSAGES,
    PROCESS,
    PROGRESS,
    State,
    now,
    result_name,
    write_json,
)
from app.jobs.settling import settle
from app.jobs.telling import listening

EVERY = 0.3
INTERRUPTED = 130
BUG = 70
UNFORESEEN = (
    "This failed in a way that nobody foresaw; nothing half-done counts, and the details are in "
    "the workspace under jobs."
)


class Noted:
    """Keeps how far the work has come in a file, not more often than a person can read.

    Parameters
    ----------
    folder : Path
        Of the work.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / PROGRESS
        self._step = ""
        self._next = 0.0

    def __call__(self, step: str, done: int, in_all: int) -> None:
        """Take note."""
        at = time.monotonic()
        if step == self._step and at < self._next and done < in_all:
            return
        self._step, self._next = step, at + EVERY
        write_json(self._path, {"step": step, "done": done, "in_all": in_all})


def main(folder: Path, lock: int) -> None:
    """Run all commands of a piece of work; the lock goes then, or when this process does."""
    os.set_inheritable(lock, False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    (folder / PROCESS).write_text(str(os.getpid()), encoding="utf-8")
    asked = json.loads((folder / ASKED).read_text(encoding="utf-8"))
    ended = {"codes": [BUG], "state": State.FAILED, "sentence": UNFORESEEN}
    try:
        with listening(Noted(folder)):
            ended = _run_all(folder, asked["commands"])
        settle(folder, asked)
    finally:
        write_json(folder / ENDED, {"at": now(), **ended})
        os.close(lock)


def _run_all(folder: Path, commands: list[list[str]]) -> dict[str, Any]:
    """Run commands until one is interrupted; what came of them."""
    codes: list[int] = []
    sentences: list[str] = []
    for number, command in enumerate(commands):
        before = (folder / MESSAGES).stat().st_size
        codes.append(_run(command, folder / result_name(number)))
        if codes[-1]:
            sentences.append(_last_line(folder / MESSAGES, before))
        if codes[-1] == INTERRUPTED:
            break
    state = State.STOPPED if INTERRUPTED in codes else State.FAILED if any(codes) else State.DONE
    return {"codes": codes, "state": state, "sentence": " ".join(filter(None, sentences)) or None}


def _run(command: list[str], result: Path) -> int:
    """Run one command by the very function that the program starts with; its exit code."""
    with result.open("wb") as out:
        os.dup2(out.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    sys.argv = ["spoor", *command]
    try:
        from app.commands.main import run

        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _last_line(path: Path, start: int) -> str:
    """Read the last line that a command wrote for a person."""
    with path.open("rb") as file:
        file.seek(start)
        lines = file.read().decode("utf-8", "replace").splitlines()
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
