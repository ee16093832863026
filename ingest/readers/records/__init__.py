"""Relations and entities that others recorded: links, FollowTheMoney, Cellebrite."""

from __future__ import annotations

from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = ()
