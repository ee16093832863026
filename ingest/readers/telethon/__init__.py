"""What tools built on Telethon and its like save of Telegram."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
