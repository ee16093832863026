"""What exporters of WeChat save."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
