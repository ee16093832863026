"""Telegram Desktop's HTML exports: a page of messages per file."""

from __future__ import annotations

from ingest.readers.telegram_html.detect import looks_like_page
from ingest.readers.telegram_html.reader import read

__all__ = ["looks_like_page", "read"]
