"""The journal: what people did and decided, in order, each entry chained to the one before."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from graph.errors import WorkspaceError
from graph.workspace import Workspace

FILE = "journal.jsonl"
FIRST = "0" * 64
_TAIL = 1 << 16


@dataclass(frozen=True)
class Journal:
    """The append-only journal of a workspace.

    Attributes
    ----------
    workspace : Workspace
        Where the journal is kept.
    """

    workspace: Workspace

    @property
    def path(self) -> Path:
        """Tell where the file is: one JSON object a line."""
        return self.workspace.journal / FILE

    def append(self, kind: str, by: str, **facts: Any) -> dict[str, Any]:
        """Add an entry; it is on the disk when this returns.

        Parameters
        ----------
        kind : str
            What was done (``ingest``, ``withdraw``, ``judge``).
        by : str
            Who did it.
        **facts
            What there is to know about it; anything that JSON can hold.

        Returns
        -------
        dict
            The entry: ``at`` (UTC), ``by``, ``kind``, the facts, and ``previous``, the SHA-256 of
            the line before.

        Raises
        ------
        WorkspaceError
            If the disk does not take it.

        Notes
        -----
        A last line that a crash has torn was never acknowledged; it is replaced by an entry of
        kind ``torn`` that holds what was left of it.
        """
        try:
            with self.path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                torn = _cut_torn_line(file)
                if torn is not None:
                    _write(file, "torn", by, {"left": torn})
                return _write(file, kind, by, facts)
        except OSError as error:
            raise WorkspaceError(
                f"{self.path}: the journal cannot be written ({error.strerror}); free some space "
                "or mend its permissions and try again."
            ) from None

    def entries(self, kind: str | None = None, by: str | None = None) -> list[dict[str, Any]]:
        """Read entries in order.

        Parameters
        ----------
        kind, by : str, optional
            Only entries of this kind, or by this person.

        Returns
        -------
        list of dict
            Empty when nothing was ever written. A torn last line is left out (see `problems`).

        Raises
        ------
        WorkspaceError
            If a line before the last cannot be read.
        """
        return [
            entry
            for _, entry in self._lines()
            if (kind is None or entry.get("kind") == kind) and (by is None or entry.get("by") == by)
        ]

    def problems(self) -> list[str]:
        """Check the chain; one sentence per break in it, empty when it is whole."""
        found = []
        previous = FIRST
        for number, (line, entry) in enumerate(self._lines(), start=1):
            if entry.get("previous") != previous:
                found.append(
                    f"{self.path}: line {number} does not follow from the line before it; "
                    "an entry was changed, added or taken out by hand."
                )
            previous = _digest(line)
        if self._is_torn():
            found.append(
                f"{self.path}: the last line is torn; its entry was being written when the "
                "program stopped, and counts as never made."
            )
        return found

    def _is_torn(self) -> bool:
        """Whether the last line lacks its end."""
        if not self.path.exists():
            return False
        with self.path.open("rb") as file:
            return not _last_line(file).endswith(b"\n") and file.tell() > 0

    def _lines(self) -> Iterator[tuple[bytes, dict[str, Any]]]:
        """Whole lines and what they say."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if not line.endswith(b"\n"):
                    return
                try:
                    entry = json.loads(line)
                except ValueError:
                    raise WorkspaceError(
                        f"{self.path}: line {number} cannot be read; restore the journal from a "
                        "backup."
                    ) from None
                yield line, entry


def _write(file: BinaryIO, kind: str, by: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Write one entry after the last whole line."""
    entry = {
        "at": datetime.now(UTC).isoformat(),
        "by": by,
        "kind": kind,
        **facts,
        "previous": _last_digest(file),
    }
    file.write(json.dumps(entry, ensure_ascii=False, allow_nan=False).encode() + b"\n")
    file.flush()
    os.fsync(file.fileno())
    return entry


def _last_digest(file: BinaryIO) -> str:
    """SHA-256 of the last line, or `FIRST` where there is none."""
    line = _last_line(file)
    return _digest(line) if line else FIRST


def _cut_torn_line(file: BinaryIO) -> str | None:
    """Remove a last line without its end and return what it holds; null when all is whole."""
    line = _last_line(file)
    if not line or line.endswith(b"\n"):
        return None
    size = file.seek(0, os.SEEK_END)
    file.truncate(size - len(line))
    return line.decode("utf-8", "replace")


def _last_line(file: BinaryIO) -> bytes:
    """Read the last line, with its end if it has one; empty when the file is."""
    size = file.seek(0, os.SEEK_END)
    start = size
    tail = b""
    while start > 0 and b"\n" not in tail[:-1]:
        step = min(_TAIL, start)
        start -= step
        file.seek(start)
        tail = file.read(step) + tail
    return tail[tail.rfind(b"\n", 0, len(tail) - 1) + 1 :]


def _digest(line: bytes) -> str:
    """SHA-256 of a line with its end."""
    return hashlib.sha256(line).hexdigest()
