"""What Zeeschuimer captures in the browser: TikTok, Instagram, X."""

from __future__ import annotations

from ingest.readers.reader import Reader
from ingest.readers.zeeschuimer.captures import CAPTURES
from ingest.readers.zeeschuimer.table import TABLE

READERS: tuple[Reader, ...] = (CAPTURES, TABLE)
