"""Telling a file's format from its content."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from ingest.readers.delimited import most_columns
from ingest.readers.layout import Layout
from ingest.readers.telegram.recognise import is_telegram
from ingest.readers.telegram_html.detect import looks_like_page
from ingest.readers.text import encoding_of
from ingest.readers.whatsapp.recognise import is_chat

_HEAD = 1 << 16
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
_FEW_CONTROLS = 16
_MOST_CONTROLS = 0.08
_SIGNATURES = (
    (b"%PDF", "it is a PDF"),
    (b"\xd0\xcf\x11\xe0", "it is an old Office file; save it as XLSX"),
    (b"\x89PNG", "it is an image"),
    (b"\xff\xd8\xff", "it is an image"),
    (b"GIF8", "it is an image"),
    (b"\x1f\x8b", "it is packed with gzip; unpack it first"),
    (b"7z\xbc\xaf", "it is packed with 7-Zip; unpack it first"),
    (b"Rar!", "it is packed with RAR; unpack it first"),
    (b"SQLite format 3", "it is an SQLite database; save its tables as CSV"),
    (b"PAR1", "it is a Parquet file; save it as CSV"),
)


def looks_like(path: Path, layout: Layout) -> str:
    """Name the format (``csv tsv xlsx jsonl``), or what the file looks like instead."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        return "the file is empty"
    if head.startswith(b"PK\3\4"):
        return _office(path)
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    encoding = layout.encoding or encoding_of(path)
    if not encoding.startswith("utf-16") and _is_binary(head):
        return "it is a program's own binary file, not text"
    text = head.decode(encoding, errors="replace").lstrip()
    if text.startswith("<") and looks_like_page(text):
        return "telegram-html"
    if is_chat(text):
        return "whatsapp"
    if text.startswith("<"):
        return "it is a web page or XML"
    if text[:1] in {"{", "["}:
        if is_telegram(text):
            return "telegram"
        return _json(text, whole=len(head) < _HEAD)
    return _delimited(text, layout)


def _is_binary(head: bytes) -> bool:
    """Whether there are more control characters than text has."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls >= _FEW_CONTROLS and controls > _MOST_CONTROLS * len(head)


def _office(path: Path) -> str:
    """Which kind of zip-packed file this is."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "it begins as a zip or XLSX file and is damaged; get it again from where it came"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "[Content_Types].xml" in names or "mimetype" in names:
        return "it is an Office file, not a table; save its table as XLSX"
    return "it is a zip inside a zip; unpack it first"


def _json(text: str, *, whole: bool) -> str:
    """JSON Lines, or which other JSON this is."""
    first, newline, _ = text.partition("\n")
    try:
        is_object = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        is_object = not whole and not newline and text.startswith("{")
    if is_object:
        return "jsonl"
    return (
        "it is JSON, but not one whole object on every line; it may be cut off, or it should be "
        "saved as JSON Lines"
    )


def _delimited(text: str, layout: Layout) -> str:
    """CSV or TSV, or nothing of the kind."""
    delimiter, columns = most_columns(text, layout)
    if columns < 2:
        return "it is text, but its first row is not the header of a table"
    return "tsv" if delimiter == "\t" else "csv"
