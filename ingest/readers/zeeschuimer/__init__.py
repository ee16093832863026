"""What Zeeschuimer captures in the browser: TikTok, Instagram, X."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
