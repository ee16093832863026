"""`spoor app` as a person runs it: from anywhere, on a taken port, stopped by Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.streamlit_flags import ADDRESS, CLOSED, flags
from graph.workspace import open_workspace

SPOOR = [sys.executable, "-c", "from app.commands.main import run; run()"]
SECONDS = 60


@contextmanager
def running(*arguments: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """`spoor` with these arguments, from some directory."""
    process = subprocess.Popen(
        [*SPOOR, *arguments], cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(SECONDS)


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_it_runs_from_anywhere_and_ends_cleanly(
    pages_environment: Path, tmp_path: Path, request_to_end: signal.Signals
) -> None:
    open_workspace(pages_environment / "workspace")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(
        "[server]\naddress = '0.0.0.0'\n[browser]\ngatherUsageStats = true\n"
    )
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running("app", "--port", str(port), cwd=tmp_path) as process:
            assert process.stdout is not None
            assert process.stdout.readline().startswith(f"Port {port} is taken")
            said = process.stdout.readline()
            found = re.search(rf"http://{ADDRESS}:(\d+)", said)
            assert found is not None, said
            with urllib.request.urlopen(f"{found[0]}/_stcore/health", timeout=SECONDS) as answer:
                assert answer.read() == b"ok"
            assert not _listens_elsewhere(int(found[1]))
            process.send_signal(request_to_end)
            out, err = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Spoor has stopped." in out
    assert "Traceback" not in out + err
    assert not _listens(int(found[1]))


def test_without_a_workspace_it_says_so(tmp_path: Path) -> None:
    with running("--workspace", str(tmp_path / "none"), "app", cwd=tmp_path) as process:
        out, err = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert "there is no workspace here" in err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("name", ["server.address", "browser.gatherUsageStats"])
def test_flags_say_what_closes_the_pages(name: str) -> None:
    assert f"--{name}={CLOSED[name]}" in flags(8501)
    assert "--server.port=8501" in flags(8501)


def _listens(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex((ADDRESS, port)) == 0


def _listens_elsewhere(port: int) -> bool:
    """Whether the port answers on another address of this machine."""
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.2", port)) == 0
