"""What is new in a folder: files whose bytes the archive does not hold, and which are whole."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import SourceError
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.sources import Refusal, Source, find_sources, shown

UNFINISHED = (".part", ".tmp", ".crdownload")
LOCKED = "~$"


@dataclass
class Arrivals:
    """What a folder holds.

    Attributes
    ----------
    new : dict of str to str
        Path of each new source by its SHA-256; of several with the same bytes, the first.
    files : set of Path
        The files that hold new sources.
    waiting : dict of str to str
        Files that may still be written, each with the reason to think so.
    refusals : list of Refusal
        What cannot be a source.
    known : int
        Sources that are in the archive already, or lie here twice.
    hidden : int
        Hidden files, which are passed over.
    """

    new: dict[str, str] = field(default_factory=dict)
    files: set[Path] = field(default_factory=set)
    waiting: dict[str, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    known: int = 0
    hidden: int = 0


def find_arrivals(
    workspace: Workspace,
    folder: Path,
    settle_seconds: int,
    progress: Callable[[str, int, int], None],
) -> Arrivals:
    """Look through a folder and all folders in it.

    Parameters
    ----------
    workspace : Workspace
        Whose archive; left out where it lies in the folder.
    folder : Path
    settle_seconds : int
        A file modified within so many seconds may still be written.
    progress : callable
        Told which source is looked at, how many were, and how many there are.

    Returns
    -------
    Arrivals

    Notes
    -----
    Every byte of every file is read, because only the bytes tell what is new: a name or a time of
    modification may stay the same when they change.
    """
    arrivals = Arrivals()
    now = time.time()

    def passed_over(path: Path) -> bool:
        reason = _still_written(path, now, settle_seconds)
        if reason is not None:
            arrivals.waiting[shown(path)] = reason
        return reason is not None

    found = find_sources([folder], leave_out=workspace.root, passed_over=passed_over)
    arrivals.refusals += found.refusals
    arrivals.hidden = found.hidden
    archive = Archive(workspace)
    for number, source in enumerate(found.sources):
        progress(source.path, number, len(found.sources))
        _sort_in(source, archive, arrivals)
    return arrivals


def _sort_in(source: Source, archive: Archive, arrivals: Arrivals) -> None:
    """Tell by its bytes whether a source is new."""
    try:
        sha256 = _fingerprint(source)
    except SourceError as error:
        arrivals.refusals.append(Refusal(source.path, str(error)))
        return
    if sha256 in arrivals.new or archive.has(sha256):
        arrivals.known += 1
        return
    arrivals.new[sha256] = source.path
    arrivals.files.add(source.file)


def _fingerprint(source: Source) -> str:
    """Take the SHA-256 of a source."""
    digest = hashlib.sha256()
    for chunk in source.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _still_written(path: Path, now: float, settle_seconds: int) -> str | None:
    """Say why a file may still be written; None where nothing points to it."""
    if path.name.startswith(LOCKED):
        return "its name says that a program has it open"
    if path.name.lower().endswith(UNFINISHED):
        return "its name says that it is not whole yet"
    try:
        age = now - path.stat().st_mtime
    except OSError:
        return None
    if abs(age) < settle_seconds:
        return f"it was modified less than {settle_seconds} seconds ago"
    return None
