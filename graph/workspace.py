"""One workspace is one directory: everything an investigation holds, and who may write to it."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
import tomllib
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import IO

from graph.errors import WorkspaceBusy, WorkspaceError

FOLDERS = ("evidence", "derived", "snapshots", "journal", "neo4j", "reports")
SETTINGS = "spoor.toml"
CALIBRATION = "calibration.toml"
WAIT_SECONDS = 0.1


@dataclass(frozen=True)
class Workspace:
    """A directory that holds one investigation.

    Attributes
    ----------
    root : Path
        The directory.
    id : str
        Random identity, made once; also written into the database, so that a workspace never
        writes into somebody else's.
    """

    root: Path
    id: str

    @property
    def evidence(self) -> Path:
        """Originals and the readers' records, append-only."""
        return self.root / "evidence"

    @property
    def derived(self) -> Path:
        """What was extracted from the records; may be made again at any time."""
        return self.root / "derived"

    @property
    def snapshots(self) -> Path:
        """Frozen detections."""
        return self.root / "snapshots"

    @property
    def journal(self) -> Path:
        """What people did and decided, append-only."""
        return self.root / "journal"

    @property
    def neo4j(self) -> Path:
        """The private Neo4j's home."""
        return self.root / "neo4j"

    @property
    def settings_file(self) -> Path:
        """The workspace's settings."""
        return self.root / SETTINGS

    @property
    def calibration_file(self) -> Path:
        """The workspace's calibration, copied from the shipped one when it was made."""
        return self.root / CALIBRATION

    @contextmanager
    def writer(
        self, *, wait: bool = True, on_wait: Callable[[], None] | None = None
    ) -> Iterator[None]:
        """Hold the one-writer lock for the length of a ``with`` block.

        Parameters
        ----------
        wait : bool
            Wait for another writer to finish; otherwise give up at once.
        on_wait : callable, optional
            Called once when the lock is held elsewhere, before waiting.

        Raises
        ------
        WorkspaceBusy
            If another process holds the lock and ``wait`` is false.

        Notes
        -----
        The lock is the operating system's and dies with its process.
        """
        with (self.root / ".writer").open("a+") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not wait:
                    raise WorkspaceBusy(
                        f"{self.root}: another command is writing to this workspace; "
                        "try again when it has finished."
                    ) from None
                if on_wait is not None:
                    on_wait()
                _await_lock(handle)
            try:
                yield
            finally:
                fcntl.flock(handle, fcntl.LOCK_UN)


def _await_lock(handle: IO[str]) -> None:
    """Wait for a lock in short turns, so that Ctrl-C is heard whoever else handles signals."""
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(WAIT_SECONDS)


def workspace_path(named: Path | None = None) -> Path:
    """Where the workspace is: as named, else ``$SPOOR_WORKSPACE``, else ``./spoor-workspace``."""
    return (named or Path(os.environ.get("SPOOR_WORKSPACE") or "spoor-workspace")).absolute()


def open_workspace(path: Path, *, create: bool = True) -> Workspace:
    """Open a workspace, making it first where there is none.

    Parameters
    ----------
    path : Path
        The directory; may be absent or empty when ``create`` is true.
    create : bool
        Whether a missing workspace is made.

    Returns
    -------
    Workspace

    Raises
    ------
    WorkspaceError
        If the directory holds something else, cannot be written, or is missing and
        ``create`` is false.
    """
    settings = path / SETTINGS
    if not settings.exists():
        if not create:
            _check_free(path)
            raise WorkspaceError(
                f"{path}: there is no workspace here; run `spoor ingest FILE` to begin one, "
                "or name another with --workspace."
            )
        _make(path)
    try:
        identity = tomllib.loads(settings.read_text(encoding="utf-8"))["workspace"]["id"]
    except (OSError, tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            f"{settings}: cannot be read as this workspace's settings ({error}); "
            "mend it or restore it from a backup."
        ) from None
    return Workspace(path, str(identity))


def planned_workspace(path: Path) -> Workspace:
    """Open a workspace where there is one, else tell what would be made; writes nothing.

    Returns
    -------
    Workspace
        With an empty id when there is none yet.

    Raises
    ------
    WorkspaceError
        If the directory holds something else, or cannot be read.
    """
    if (path / SETTINGS).exists():
        return open_workspace(path, create=False)
    _check_free(path)
    return Workspace(path, "")


def _make(path: Path) -> None:
    """Make an empty workspace; its settings file is written last and marks it as whole."""
    _check_free(path)
    try:
        for folder in FOLDERS:
            (path / folder).mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
        with resources.as_file(resources.files("graph.calibration") / CALIBRATION) as shipped:
            shutil.copyfile(shipped, path / CALIBRATION)
        template = (resources.files("graph") / "settings.toml").read_text(encoding="utf-8")
        draft = path / f".{SETTINGS}.draft"
        draft.write_text(template.replace("{id}", uuid.uuid4().hex), encoding="utf-8")
        draft.replace(path / SETTINGS)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the workspace cannot be made here ({error.strerror}); "
            "free some space or name another place with --workspace."
        ) from None


def _check_free(path: Path) -> None:
    """Raise `WorkspaceError` where a workspace would mix with something else."""
    if path.exists() and (not path.is_dir() or _holds_other_things(path)):
        raise WorkspaceError(
            f"{path}: this is not a workspace and not an empty directory; "
            "name another with --workspace."
        )


def _holds_other_things(path: Path) -> bool:
    """Whether a directory holds anything that a half-made workspace would not."""
    own = {*FOLDERS, CALIBRATION, ".writer", f".{SETTINGS}.draft"}
    return any(entry.name not in own for entry in path.iterdir())
