"""The commas that facebook-scraper writes before it decides to leave a post out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.readers.json_stream.stream import Stream

_INSIDE = re.compile(rb'(?:[^"\\]+|\\.)*', re.DOTALL)
_SUSPECT = re.compile(rb"[\[{,]\s*,|,\s*[\]}]")
_TOKEN = re.compile(rb"[^\s,]+|,")


class Commas:
    """Leaves out commas behind which nothing follows, or before which nothing stands.

    What comes in pieces, cut anywhere, need not be JSON otherwise.
    """

    def __init__(self) -> None:
        self._in_string = False
        self._is_escaped = False
        self._has_value = False
        self._owes_comma = False

    def mended(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Mend pieces of text; what stands in quotation marks is left alone."""
        for piece in pieces:
            yield piece if self._is_sound(piece) else b"".join(self._parts(piece))

    def _is_sound(self, piece: bytes) -> bool:
        """Whether a piece certainly needs no mending; it then counts as taken.

        Most do not, and this takes a fraction of the time.
        """
        begins_anew = self._owes_comma or not (self._has_value or self._in_string)
        if begins_anew or self._is_escaped or _SUSPECT.search(piece):
            return False
        without = piece.replace(rb"\\", b"").replace(rb"\"", b"")
        in_string = self._in_string != bool(without.count(b'"') % 2)
        if without.endswith(b"\\") or (not in_string and without.rstrip()[-1:] in b",[{"):
            return False
        self._in_string, self._has_value = in_string, True
        return True

    def _parts(self, piece: bytes) -> Iterator[bytes]:
        """Take a piece apart at quotation marks."""
        at = 0
        while at < len(piece):
            if self._in_string:
                end = self._string_end(piece, at)
                yield piece[at:end]
            else:
                quote = piece.find(b'"', at)
                end = len(piece) if quote < 0 else quote
                yield from self._outside(piece[at:end])
                if quote >= 0:
                    yield from self._value(b'"')
                    self._in_string, end = True, quote + 1
            at = end

    def _string_end(self, piece: bytes, at: int) -> int:
        """Find where what is in quotation marks ends, or the piece."""
        if self._is_escaped:
            self._is_escaped = False
            at += 1
        end = _match_end(piece, at)
        if end < len(piece):
            self._is_escaped = piece[end : end + 1] == b"\\"
            self._in_string = self._is_escaped
            end += 1
        return end

    def _outside(self, text: bytes) -> Iterator[bytes]:
        """Mend what is not in quotation marks."""
        at = 0
        for token in _TOKEN.finditer(text):
            yield text[at : token.start()]
            at = token.end()
            if token[0] != b",":
                yield from self._value(token[0])
            else:
                self._owes_comma = self._has_value
        yield text[at:]

    def _value(self, token: bytes) -> Iterator[bytes]:
        """Give a token, with the comma before it if one belongs there."""
        if self._owes_comma and token[:1] not in b"]}":
            yield b","
        yield token
        self._owes_comma = False
        self._has_value = token[-1:] not in b"[{"


def _match_end(piece: bytes, at: int) -> int:
    """Find the end of what certainly is inside quotation marks."""
    match = _INSIDE.match(piece, at)
    return match.end() if match else at


class MendedStream(Stream):
    """A file of facebook-scraper's as events."""

    def _pieces(self) -> Iterator[bytes]:
        """Read the file as UTF-8, its commas mended."""
        return Commas().mended(super()._pieces())
