"""Opening a text file in the encoding it says, without guessing one."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from graph.errors import SourceError
from ingest.readers.likely_encoding import likely_encoding

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20


@contextmanager
def open_text(
    path: Path, name: str, *, encoding: str | None = None, newline: str = ""
) -> Iterator[tuple[TextIO, BinaryIO]]:
    """Open a text file for reading.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    encoding : str, optional
        The encoding to use; otherwise UTF-16 or UTF-8 by byte order mark, else UTF-8.
    newline : str
        As for `open`.

    Yields
    ------
    tuple of TextIO and BinaryIO
        The text and the bytes under it (whose position tells the progress).

    Raises
    ------
    SourceError
        If the bytes are not text of that encoding; the whole file is checked first, so that
        nothing is taken from a file that turns out to be unreadable half-way.
    """
    chosen = encoding or encoding_of(path)
    _check_decodes(path, name, chosen)
    with path.open("rb") as raw, _text(raw, chosen, newline) as text:
        yield text, raw


def encoding_of(path: Path) -> str:
    """Tell the encoding from the byte order mark; UTF-8 where there is none."""
    with path.open("rb") as raw:
        head = raw.read(4)
    return next((name for mark, name in BYTE_ORDER_MARKS if head.startswith(mark)), "utf-8")


def _text(raw: BinaryIO, encoding: str, newline: str) -> TextIO:
    """Wrap bytes as text."""
    import io

    return io.TextIOWrapper(raw, encoding=encoding, newline=newline)


def _check_decodes(path: Path, name: str, encoding: str) -> None:
    """Raise `SourceError` at the first byte that the encoding does not know."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with path.open("rb") as raw:
        try:
            while chunk := raw.read(_CHUNK):
                decoder.decode(chunk)
                done += len(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            likely = likely_encoding(chunk[max(error.start, 0) :])
            name_it = (
                "name its encoding (--encoding cp1252, or cp1251 for Cyrillic)"
                if likely is None
                else f"pass --encoding {likely}, which it looks like"
            )
            raise SourceError(
                f"{name}: byte {done + error.start + 1:,} is not {encoding.upper()} text; save "
                f"the file as UTF-8, or {name_it}."
            ) from None
