"""Exports of other messengers."""

from __future__ import annotations

from ingest.readers.messengers.signal.reader import SIGNAL
from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = (SIGNAL,)
