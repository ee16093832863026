"""Running ``spoor`` as its users do: in this process where that is the same, else as a process."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from app.commands.main import run
from graph.server.connection import Connection

ROOT = Path(__file__).parents[3]
PROGRAM = (sys.executable, "-c", "from app.commands.main import run; run()")
STRANGER = 65534


@dataclass(frozen=True)
class Done:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    def sentence(self, code: int = 1) -> str:
        """The one sentence that a command which failed said, and nothing else."""
        assert self.code == code, (self.code, self.out, self.err)
        assert self.out == ""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].endswith(".")
        assert "Traceback" not in self.err
        return lines[0]


@dataclass(frozen=True)
class Spoor:
    """The program on one workspace."""

    workspace: Path
    who: str = "A. Tester"

    def __call__(self, *arguments: str | Path, code: int | None = 0) -> Done:
        """Run a command in this process, by the very function that the program starts with."""
        given = ["--workspace", str(self.workspace), "--as", self.who, *map(str, arguments)]
        done = _run_here(given)
        assert "Traceback" not in done.err
        assert code is None or done.code == code, (done.code, done.out, done.err)
        return done

    def start(self, *arguments: str | Path, **options: Any) -> subprocess.Popen[str]:
        """Start a command as a process of its own, as from a pipe."""
        return subprocess.Popen(
            [*PROGRAM, "--workspace", str(self.workspace), "--as", self.who, *map(str, arguments)],
            text=True,
            **{
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                "stdin": subprocess.DEVNULL,
                "cwd": ROOT,
                **options,
            },
        )


def finish(process: subprocess.Popen[str], seconds: float = 300) -> Done:
    """Wait for a process."""
    out, err = process.communicate(timeout=seconds)
    return Done(process.returncode, out, err)


def _run_here(arguments: list[str]) -> Done:
    """Run the program in this process, its streams to files as in a pipe."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code = 0
    called = patch.object(sys, "argv", ["spoor", *arguments])
    with called, redirect_stdout(out), redirect_stderr(err):
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return Done(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    """What was written."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


@contextmanager
def as_stranger() -> Iterator[None]:
    """Have no right to write where the mode does not give it, whoever runs the tests."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(STRANGER)
    try:
        yield
    finally:
        os.seteuid(0)


def environment(connection: Connection) -> dict[str, str]:
    """The variables that name a Neo4j."""
    return {
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
        "NEO4J_DATABASE": connection.database,
    }
