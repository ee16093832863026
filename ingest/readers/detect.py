"""Telling a file's format from its content."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

from ingest.readers import json_table, xlsx
from ingest.readers.delimited import first_rows, most_columns
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks, looks_of_json, looks_of_table
from ingest.readers.messengers.signal.recognise import is_signal
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


def looks_like(path: Path, layout: Layout) -> tuple[str, Looks | None]:
    """Tell what a file is from its content.

    Returns
    -------
    tuple of str and Looks or None
        The format that needs no table or JSON of a tool's own, or what the file looks like
        instead; and, of tables, JSON and XML, how it begins.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        return "the file is empty", None
    if head.startswith(b"PK\3\4"):
        return _office(path, layout)
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what, None
    encoding = layout.encoding or encoding_of(path)
    if not encoding.startswith("utf-16") and _is_binary(head):
        return "it is a program's own binary file, not text", None
    text = head.decode(encoding, errors="replace").lstrip()
    if text.startswith("<") and looks_like_page(text):
        return "telegram-html", None
    if is_signal(text):
        return "signal", None
    if is_chat(text):
        return "whatsapp", None
    if text.startswith("<"):
        return "it is a web page or XML", Looks(frozenset({"xml"}), frozenset(), text=text)
    if text[:1] in {"{", "["}:
        if is_telegram(text):
            return "telegram", None
        begins = json_table.read_head(path, encoding)
        looks = looks_of_json(begins)
        return _json(begins, looks), looks
    return _delimited(text, layout)


def _is_binary(head: bytes) -> bool:
    """Whether there are more control characters than text has."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls >= _FEW_CONTROLS and controls > _MOST_CONTROLS * len(head)


def _office(path: Path, layout: Layout) -> tuple[str, Looks | None]:
    """Which kind of zip-packed file this is."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return (
            "it begins as a zip or XLSX file and is damaged; get it again from where it came",
            None,
        )
    if "xl/workbook.xml" in names:
        return "xlsx", xlsx.looks(path, layout)
    if "[Content_Types].xml" in names or "mimetype" in names:
        return "it is an Office file, not a table; save its table as XLSX", None
    return "it is a zip inside a zip; unpack it first", None


def _json(head: str, looks: Looks) -> str:
    """Tell JSON Lines from one document; a single object on one line may be either."""
    first, newline, others = head.partition("\n")
    try:
        is_line = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        is_line = not newline and len(head) >= json_table.HEAD // 4
    if not is_line:
        return "json"
    is_document = not others.strip() and "account_id" not in looks.names
    return "json" if is_document and json_table.lists_of_objects(head) else "jsonl"


def _delimited(text: str, layout: Layout) -> tuple[str, Looks | None]:
    """CSV or TSV, or nothing of the kind."""
    delimiter, columns = most_columns(text, layout)
    if columns < 2:
        return "it is text, but its first row is not the header of a table", None
    header, first = first_rows(text, replace(layout, delimiter=delimiter))
    looks = looks_of_table(header, first, text)
    return ("tsv" if delimiter == "\t" else "csv"), looks
