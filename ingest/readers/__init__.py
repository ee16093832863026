"""Readers: one per format, from bytes to records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SourceError, UsageError
from graph.records import Batch
from ingest.readers.detect import looks_like
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions
from ingest.readers.table import read_delimited, read_jsonl, read_xlsx
from ingest.readers.telegram import read_telegram
from ingest.readers.telegram_html import read as read_telegram_html
from ingest.readers.whatsapp import read_whatsapp

Read = Callable[[Path, str, ReadOptions], Iterator[Batch]]


@dataclass(frozen=True)
class Reader:
    """A format that can be read.

    Attributes
    ----------
    title : str
        What people call the format.
    version : str
        Changes when the same bytes would give other records.
    read : callable
        From a file, the user's name for it and options to batches of records.
    """

    title: str
    version: str
    read: Read


READERS = {
    "csv": Reader("CSV (comma, semicolon or |)", "1", read_delimited),
    "tsv": Reader("TSV", "1", read_delimited),
    "xlsx": Reader("XLSX", "1", read_xlsx),
    "jsonl": Reader("JSON Lines", "1", read_jsonl),
    "telegram": Reader("Telegram Desktop JSON", "1", read_telegram),
    "telegram-html": Reader("Telegram Desktop HTML", "1", read_telegram_html),
    "whatsapp": Reader("WhatsApp chat", "1", read_whatsapp),
}


def detect_format(path: Path, name: str, options: ReadOptions) -> str:
    """Tell a file's format from its content.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Whose mapping may say how a table is laid out, and its format.

    Returns
    -------
    str
        A key of `READERS`.

    Raises
    ------
    SourceError
        If it is none of them; the sentence says what it looks like and what can be read.
    """
    mapping = options.mapping
    if mapping is not None and mapping.format is not None:
        return mapping.format
    found = looks_like(path, mapping.layout if mapping else Layout())
    if found in READERS:
        return found
    raise SourceError(f"{name}: {found}; {readable()}.")


def check_format(name: str) -> str:
    """Raise `UsageError` unless a format that the user named can be read."""
    if name not in READERS:
        raise UsageError(f"'{name}' is not a format; {readable()}.")
    return name


def readable() -> str:
    """Say what can be read, for messages."""
    formats = ", ".join(f"{reader.title} [{name}]" for name, reader in READERS.items())
    return f"what can be read is {formats}"
