"""What scrapers of Facebook groups save, and Meta's own data."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
