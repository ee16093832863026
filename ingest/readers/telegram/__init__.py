"""Telegram Desktop's JSON exports (``result.json``), of one chat or a whole account."""

from ingest.readers.telegram.reader import read_telegram
from ingest.readers.telegram.recognise import is_telegram

__all__ = ["is_telegram", "read_telegram"]
