"""What 4CAT exports: CSV and NDJSON of several platforms."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
