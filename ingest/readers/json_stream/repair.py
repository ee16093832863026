"""Mending what exporters write that is not JSON, while the bytes stream by."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

MARK = "\ufdd0"
"""Stands where the source holds a NUL character or bytes that are no text."""

_MARK = MARK.encode()
_HALF_CHARACTER = "\ufffd".encode()
_ESCAPE = re.compile(
    rb"\\(?:x([0-9A-Fa-f]{2})"
    rb"|u0000"
    rb"|u[dD][89abAB][0-9A-Fa-f]{2}(?!\\u[dD][c-fC-F][0-9A-Fa-f]{2})"
    rb"|u(?<!\\u[dD][89abAB][0-9A-Fa-f]{2}\\u)[dD][c-fC-F][0-9A-Fa-f]{2})"
)
_BARE_ID = re.compile(
    rb'("document_id": ?)(?!null\b)([^\s"0-9\[{-](?:[^"\n]*[^"\n,\s])?)(?=\s*,?\s*\n)'
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_CALM = 12
_LONG_LINE = 1 << 16
_MOST_HELD = 8_000_000
_BAD_BYTES = "ingest.readers.json_stream"

codecs.register_error(_BAD_BYTES, lambda error: (MARK, error.end))  # type: ignore[attr-defined]


class Repair:
    r"""Mends UTF-8 that comes in pieces.

    Control characters written as ``\x01`` or left as they are become ``\u0001``; a
    ``document_id`` without quotation marks gets them; half a character (a lone surrogate) becomes
    U+FFFD; a NUL character, and bytes that are no UTF-8, become `MARK`.

    Attributes
    ----------
    marked : bool
        Whether that was put anywhere so far.
    """

    def __init__(self) -> None:
        self.marked = False

    def mended(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Mend pieces.

        Parameters
        ----------
        pieces : iterable of bytes
            Cut anywhere.

        Yields
        ------
        bytes
            Cut elsewhere: after the last line end, or in a long line where no escape is near, so
            that nothing to be mended lies across a cut. A piece without such a place grows to some
            millions of bytes.
        """
        held = b""
        for piece in pieces:
            searched = len(held)
            piece = held + piece
            cut = _cut(piece, searched)
            held = piece[cut:]
            if cut:
                yield self._mend(piece[:cut])
        if held:
            yield self._mend(held)

    def _mend(self, piece: bytes) -> bytes:
        """Mend a piece."""
        if not piece.isascii():
            piece = self._as_utf8(piece)
        if b"\\x" in piece or b"\\u" in piece:
            piece = _ESCAPE.sub(self._escape, piece)
        if b'"document_id":' in piece:
            piece = _BARE_ID.sub(rb'\1"\2"', piece)
        if len(piece.translate(None, _CONTROLS)) != len(piece):
            piece = _CONTROL.sub(self._control, piece)
        return piece

    def _as_utf8(self, piece: bytes) -> bytes:
        """Mark bytes that are no UTF-8."""
        try:
            piece.decode()
        except UnicodeDecodeError:
            self.marked = True
            return piece.decode(errors=_BAD_BYTES).encode()
        return piece

    def _escape(self, match: re.Match[bytes]) -> bytes:
        """Write an escape that JSON knows, unless its backslash is itself escaped."""
        start = match.start()
        while start and match.string[start - 1 : start] == b"\\":
            start -= 1
        if (match.start() - start) % 2:
            return match.group()
        if match[1] is None and match.group() != b"\\u0000":
            return _HALF_CHARACTER
        if match[1] is None or match[1] == b"00":
            self.marked = True
            return _MARK
        return b"\\u00" + match[1]

    def _control(self, match: re.Match[bytes]) -> bytes:
        """Write a control character as JSON does."""
        if match.group() != b"\0":
            return b"\\u%04x" % ord(match.group())
        self.marked = True
        return _MARK


def _cut(piece: bytes, searched: int) -> int:
    """Where a piece can be cut without dividing anything that needs mending, or 0."""
    line_end = piece.rfind(b"\n")
    if line_end >= 0:
        return line_end + 1
    at = len(piece)
    if at < _LONG_LINE:
        return 0
    while at > max(_CALM, searched):
        near = piece[at - _CALM : at]
        escape = near.rfind(b"\\")
        if escape < 0 and near.isascii():
            return at
        at = at - _CALM + escape if escape >= 0 else at - 1
    return len(piece) if len(piece) > _MOST_HELD else 0
