"""Files that were given and wait to be taken in: uploads of one's own, or paths on this machine."""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.jobs.job import write_json
from app.jobs.settling import ABOUT, UPLOADS
from graph.errors import SourceError, WorkspaceError
from graph.workspace import Workspace
from ingest.sources import shown

LONGEST_NAME = 180
NAMELESS = "upload"


@dataclass(frozen=True)
class Waiting:
    """Something that waits to be taken in.

    Attributes
    ----------
    id : str
        Names it among others; later ones sort behind.
    name : str
        What people call it.
    path : Path
        Where it is.
    is_upload : bool
        Whether it is a copy that was uploaded, removed when it is taken in.
    by, at : str
        Who gave it, and when (UTC).
    size : int
        Bytes; of a folder 0.
    refused : tuple of str
        Why it could not be read when that was tried.
    """

    id: str
    name: str
    path: Path
    is_upload: bool
    by: str
    at: str
    size: int
    refused: tuple[str, ...] = ()


def list_waiting(workspace: Workspace) -> list[Waiting]:
    """List what waits, the earliest first."""
    found = (_read(folder) for folder in sorted(uploads_folder(workspace).glob("[0-9]*-*")))
    return [each for each in found if each is not None]


def keep_upload(workspace: Workspace, name: str, content: memoryview, who: str) -> Waiting:
    """Keep a file that was uploaded, where nobody else on this machine can read it.

    Parameters
    ----------
    workspace : Workspace
    name : str
        As the browser calls it; only its last part counts.
    content : memoryview
    who : str

    Raises
    ------
    WorkspaceError
        If it cannot be kept.
    """
    safe = safe_name(name)
    return _add(workspace, {"name": safe, "by": who}, content)


def name_path(workspace: Workspace, typed: str, who: str) -> Waiting:
    """Keep in mind a file or folder on this machine.

    Parameters
    ----------
    workspace : Workspace
    typed : str
        Its path.
    who : str

    Raises
    ------
    SourceError
        If there is none, or it is the workspace's own.
    """
    path = Path(typed.strip().strip("\"'")).expanduser()
    if not path.is_absolute():
        raise SourceError(f"{shown(path)}: write the whole path, from its first folder on.")
    try:
        there = path.resolve(strict=True)
    except (OSError, RuntimeError):
        raise SourceError(f"{shown(path)}: there is no such file or folder; check it.") from None
    if there.is_relative_to(workspace.root.resolve()):
        raise SourceError(f"{shown(path)}: it is the workspace's own; name what was collected.")
    return _add(workspace, {"name": shown(path), "path": str(path), "by": who}, None)


def remove_waiting(workspace: Workspace, name: str) -> None:
    """Forget something that waits; an upload's bytes are removed."""
    folder = uploads_folder(workspace) / Path(name).name
    if folder.parent == uploads_folder(workspace) and (folder / ABOUT).exists():
        shutil.rmtree(folder, ignore_errors=True)


def uploads_folder(workspace: Workspace) -> Path:
    """Tell where uploads wait."""
    return workspace.root / UPLOADS


def safe_name(name: str) -> str:
    """Give the last part of a name, so that it leads nowhere and is no hidden file."""
    last = shown(name).replace("\\", "/").rpartition("/")[2].strip().lstrip(".-")
    stem, dot, ending = last.rpartition(".")
    if len(last.encode()) > LONGEST_NAME:
        kept = (stem or ending).encode()[: LONGEST_NAME - 20].decode("utf-8", "ignore")
        last = f"{kept}{dot}{ending[:12]}" if dot and stem else kept
    return last or NAMELESS


def _add(workspace: Workspace, said: dict[str, Any], content: memoryview | None) -> Waiting:
    """Keep something, whole or not at all."""
    at = datetime.now(UTC)
    place = uploads_folder(workspace)
    folder = place / f"{at:%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:6]}"
    draft = place / f".{folder.name}"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        draft.mkdir(mode=0o700)
        if content is not None:
            with (draft / said["name"]).open("xb") as file:
                file.write(content)
        write_json(draft / ABOUT, {**said, "at": at.isoformat(), "refused": []})
        draft.rename(folder)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise WorkspaceError(
            f"{said['name']}: it cannot be kept ({error.strerror or error}); free some space or "
            "name its path instead."
        ) from None
    found = _read(folder)
    assert found is not None
    return found


def _read(folder: Path) -> Waiting | None:
    """Read what waits in a folder; None where that is not whole, or gone by now."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        given = about.get("path")
        path = Path(given) if given else folder / about["name"]
        size = path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError, KeyError):
        return None
    return Waiting(
        id=folder.name,
        name=about["name"],
        path=path,
        is_upload=given is None,
        by=about["by"],
        at=about["at"],
        size=size,
        refused=tuple(about.get("refused", ())),
    )
