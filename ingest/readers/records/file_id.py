"""What accounts are called that one file alone knows."""

from __future__ import annotations

import hashlib
from pathlib import Path

PLATFORM = "record"
_LENGTH = 12


def file_id(path: Path) -> str:
    """Give the beginning of a file's SHA-256, so that a name never joins two files."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:_LENGTH]
