"""Readers: one per format, from bytes to records."""

from __future__ import annotations

from pathlib import Path

from graph.errors import SourceError, UsageError
from ingest.readers import (
    archived,
    discord,
    facebook,
    four_cat,
    messengers,
    records,
    telethon,
    wechat,
    zeeschuimer,
)
from ingest.readers.detect import looks_like
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.table import read_delimited, read_json, read_jsonl, read_xlsx
from ingest.readers.telegram import read_telegram
from ingest.readers.telegram_html import read as read_telegram_html
from ingest.readers.whatsapp import read_whatsapp

_PLAIN = "platform,account_id,text,…"
_PLAIN_OBJECT = '{"platform": "…", "account_id": "…", …}'
_PLAIN_TABLES = (
    Reader("csv", "CSV (comma, semicolon or |)", _PLAIN, read_delimited),
    Reader("tsv", "TSV", _PLAIN.replace(",", "⇥"), read_delimited),
    Reader("xlsx", "XLSX", "listings.xlsx", read_xlsx),
    Reader("jsonl", "JSON Lines", _PLAIN_OBJECT, read_jsonl, version="2"),
    Reader("json", "JSON with a list of objects", f"[{_PLAIN_OBJECT}, …]", read_json),
)
_TELEGRAM = (
    Reader("telegram", "Telegram Desktop JSON", "result.json", read_telegram),
    Reader("telegram-html", "Telegram Desktop HTML", "messages.html", read_telegram_html),
)
_WHATSAPP = (
    Reader("whatsapp", "WhatsApp chat", "WhatsApp Chat with ….txt, _chat.txt", read_whatsapp),
)
FAMILIES: dict[str, tuple[Reader, ...]] = {
    "Plain tables": _PLAIN_TABLES,
    "Telegram": _TELEGRAM,
    "Telegram, by scripts": telethon.READERS,
    "WhatsApp": _WHATSAPP,
    "Discord": discord.READERS,
    "WeChat": wechat.READERS,
    "Facebook and Instagram": facebook.READERS,
    "Messengers": messengers.READERS,
    "4CAT": four_cat.READERS,
    "Zeeschuimer": zeeschuimer.READERS,
    "Archived pages, listings": archived.READERS,
    "Links and entities": records.READERS,
}
"""All readers, as a person looks for them."""

READERS: dict[str, Reader] = {
    reader.name: reader for readers in FAMILIES.values() for reader in readers
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
        If it is none of them, or may be several; the sentence says what it looks like and what
        to do.
    """
    mapping = options.mapping
    if mapping is not None and mapping.format is not None:
        return mapping.format
    found, looks = looks_like(path, options.layout)
    fitting = [] if mapping or looks is None else _fitting(looks)
    if len(fitting) > 1:
        raise SourceError(
            f"{name}: it may be {' or '.join(fitting)}; say which with --format NAME."
        )
    if fitting:
        return fitting[0]
    if found in READERS:
        return found
    raise SourceError(f"{name}: {found}; `spoor formats` lists what can be read.")


def check_format(name: str) -> str:
    """Raise `UsageError` unless a format that the user named can be read."""
    if name not in READERS:
        raise UsageError(f"'{name}' is not a format; `spoor formats` lists what can be read.")
    return name


def _fitting(looks: Looks) -> list[str]:
    """Name the formats that a table or JSON may be of."""
    return [reader.name for reader in READERS.values() if reader.fits(looks)]
