"""Which chat a file holds: recognised again in a later, longer export of the same phone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import polars as pl

from ingest.readers.whatsapp.authors import split_authors
from ingest.readers.whatsapp.contents import read_contents
from ingest.readers.whatsapp.lines import Slice
from ingest.readers.whatsapp.messages import MESSAGES, Messages
from ingest.readers.whatsapp.survey import Layout

_LOOKED_AT = 50_000
_ENOUGH = 2
_LENGTH = 12


def chat_id(pieces: Iterable[Slice], layout: Layout) -> str:
    """Make an id of a chat that its export does not name.

    Parameters
    ----------
    pieces : iterable of Slice
        The file from its beginning; no more is read than needed.
    layout : Layout
        How the chat is written.

    Returns
    -------
    str
        A fingerprint of the first two texts that people wrote and of the minutes. Names take no
        part, for they change when a contact is saved; nor do WhatsApp's own rows and media, whose
        words change with its version and with how the chat is exported. Of a chat that begins
        without two texts, its first two rows count.
    """
    first, texts = MESSAGES.to_frame(), pl.DataFrame()
    for rows in _beginning(pieces, layout):
        first = pl.concat([first, rows]).head(_ENOUGH)
        texts = pl.concat([texts, _texts(rows, layout)], how="diagonal").head(_ENOUGH)
        if len(texts) == _ENOUGH:
            break
    chosen = texts if len(texts) == _ENOUGH else first.select("stamp", "local", text="rest")
    parts = [
        part
        for stamp, local, text in chosen.select("stamp", "local", "text").iter_rows()
        for part in (f"{local:%Y-%m-%dT%H:%M}" if local is not None else stamp, text or "")
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]


def _beginning(pieces: Iterable[Slice], layout: Layout) -> Iterator[pl.DataFrame]:
    """Gather the messages with which a chat begins."""
    messages = Messages(layout)
    for piece in pieces:
        if len(rows := messages.take(piece)):
            yield rows
        if piece.first > _LOOKED_AT:
            return
    yield messages.finish()


def _texts(rows: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    """Take the plain texts among messages."""
    written = split_authors(rows, layout.long_names).filter(
        pl.col("author").is_not_null() & pl.col("local").is_not_null()
    )
    read = read_contents(written, is_iphone=layout.style.is_bracketed)
    return read.filter(
        pl.col("text").is_not_null() & pl.col("extra").is_null() & ~pl.col("is_service")
    ).select("stamp", "local", "text")
