"""What Auto Archiver and collectors of listings keep in sheets."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
