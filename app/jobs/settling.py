"""What becomes of files that waited to be taken in, once the work is done."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.jobs.job import FILES, result_name, write_json

WAITING = "waiting"
"""Of what is known about work: which waiting file is called how in it."""
UPLOADS = "uploads"
ABOUT = "about.json"


def settle(folder: Path, asked: Mapping[str, Any]) -> None:
    """Remove the files that were taken in, and note beside the others why they were not.

    Parameters
    ----------
    folder : Path
        Of the work.
    asked : mapping
        What was asked of it.
    """
    place = folder.parent.parent / UPLOADS
    sources = list(_sources(folder, len(asked["commands"])))
    for called, name in asked.get("about", {}).get(WAITING, {}).items():
        own = [each for each in sources if _is_of(str(each.get("path")), called)]
        if any(not each.get("error") for each in own):
            shutil.rmtree(place / name, ignore_errors=True)
        elif own and (place / name / ABOUT).exists():
            about = json.loads((place / name / ABOUT).read_text(encoding="utf-8"))
            about["refused"] = [str(each["error"]) for each in own]
            write_json(place / name / ABOUT, about)
    shutil.rmtree(folder / FILES, ignore_errors=True)


def _sources(folder: Path, many: int) -> Iterator[dict[str, Any]]:
    """Read what the commands reported about sources."""
    for number in range(many):
        try:
            said = json.loads((folder / result_name(number)).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(said, dict):
            yield from said.get("sources", ())


def _is_of(path: str, called: str) -> bool:
    """Whether a source is a waiting file, or lies in one that is a folder or a zip."""
    return path == called or path.startswith((f"{called}!", f"{called}/"))
