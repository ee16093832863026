"""``spoor app``: the investigator's pages, in a browser on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from app.commands.caller import Caller, caller_of
from app.commands.fetching import show_fetching
from app.streamlit_flags import ADDRESS, flags
from graph.errors import SpoorError

START_SECONDS = 60.0
STOP_SECONDS = 5.0


def app_command(
    ctx: typer.Context,
    port: Annotated[
        int,
        typer.Option(
            min=1, max=65535, metavar="N", help="Port on this machine; a free one if it is taken."
        ),
    ] = 8501,
) -> None:
    """Open the workspace in a browser.

    Only this machine can reach the pages.
    """
    from graph import server

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with show_fetching() as progress:
        server.connect(workspace, progress=progress)
    chosen = port if _is_free(port) else _free_port()
    if chosen != port:
        typer.echo(f"Port {port} is taken, so Spoor uses {chosen}.")
    with resources.as_file(resources.files("app") / "main.py") as main:
        signal.signal(signal.SIGTERM, _interrupt)
        process = _start(main, caller, chosen)
        try:
            _await_answer(process, chosen)
            typer.echo(f"Spoor is at http://{ADDRESS}:{chosen} – press Ctrl-C to stop it.")
            code = process.wait()
        except KeyboardInterrupt:
            typer.echo("\nSpoor has stopped.")
            code = 0
        finally:
            _stop(process)
    if code:
        raise SpoorError(
            f"The pages at port {chosen} stopped by themselves (code {code}); "
            "run `spoor app` again."
        )


def _interrupt(number: int, frame: object) -> None:
    """Take a request to end for Ctrl-C, so that the pages end too."""
    raise KeyboardInterrupt


def _is_free(port: int) -> bool:
    """Whether a port can be listened to."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((ADDRESS, port))
        except OSError:
            return False
        return True


def _free_port() -> int:
    """Find a free port."""
    with socket.socket() as trial:
        trial.bind((ADDRESS, 0))
        return int(trial.getsockname()[1])


def _start(main: Path, caller: Caller, port: int) -> subprocess.Popen[bytes]:
    """Start Streamlit, told which workspace and, until the page has asked, who works."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and page
        [sys.executable, "-m", "streamlit", "run", str(main), *flags(port)],
        env={
            **os.environ,
            "SPOOR_WORKSPACE": str(caller.workspace_path),
            "SPOOR_USER": caller.who,
        },
        stdout=subprocess.DEVNULL,
    )


def _await_answer(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the pages can be reached."""
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as trial:
            if trial.connect_ex((ADDRESS, port)) == 0:
                return
        time.sleep(0.1)
    raise SpoorError(
        f"The pages did not start at port {port}; name another with --port, or run again."
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End Streamlit, gently at first."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
