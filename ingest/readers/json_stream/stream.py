"""A JSON file as a stream of events, mended on the way, with how far it has been read."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import ijson

from ingest.readers.json_stream.repair import Repair
from ingest.readers.json_stream.resume import next_message
from ingest.readers.text import encoding_of

Event = tuple[str, Any]
"""What ijson calls an event, such as ``("map_key", "id")``."""

BROKEN = "broken"
"""An event of our own; its value is a `Broken`."""

CHUNK = 1 << 14
LONGEST_VALUE = 16_000_000


class _TooLong(Exception):
    """A value would fill the memory."""


UNREADABLE = (ijson.JSONError, ArithmeticError, UnicodeDecodeError, SystemError, _TooLong)
_SHOWN = 2_000


class Broken(Exception):
    """The JSON cannot be read further.

    Attributes
    ----------
    cut_off : bool
        Whether it simply ends too early.
    passed_over : str
        What was passed over, where reading goes on behind it.
    """

    def __init__(self, reason: str, *, cut_off: bool = False, passed_over: str = "") -> None:
        super().__init__(reason)
        self.cut_off = cut_off
        self.passed_over = passed_over


class Stream:
    """The events of a JSON file.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    encoding : str, optional
        Otherwise told from the byte order mark.

    Attributes
    ----------
    bytes_read : int
        How far the file has been read.
    opening : bytes or None
        While the messages of a chat are read: JSON that opens all that is open around them, so
        that reading can go on with a later message. The event `BROKEN` then stands for what is
        passed over.
    """

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        self._path = path
        self._encoding = encoding or encoding_of(path)
        self._repair = Repair()
        self._last = b""
        self._value_size: int | None = None
        self._unquoted = 0
        self.bytes_read = 0
        self.opening: bytes | None = None

    @property
    def marked(self) -> bool:
        """Whether `repair.MARK` was put anywhere so far."""
        return self._repair.marked

    @property
    def tail(self) -> str:
        """What was read last."""
        return self._last[-_SHOWN:].decode(errors="replace")

    def events(self) -> Iterator[Event]:
        """Read the file.

        Returns
        -------
        iterator of Event
            Raises `Broken` where the file is not JSON, or ends early, after every event before.
        """
        return chain.from_iterable(self._parsed())

    def begin_value(self) -> None:
        """Note that a value that is kept whole begins, so that it may not grow for ever."""
        self._value_size = 0

    def end_value(self) -> None:
        """Note that it has ended."""
        self._value_size = None

    def _pieces(self) -> Iterator[bytes]:
        """Read the file as UTF-8, without a byte order mark."""
        encoding = self._encoding
        with self._path.open("rb") as file:
            if encoding == "utf-8-sig":
                file.seek(len(codecs.BOM_UTF8))
            decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
            while chunk := file.read(CHUNK):
                self.bytes_read = file.tell()
                yield chunk if encoding.startswith("utf-8") else decoder.decode(chunk).encode()

    def _parsed(self) -> Iterator[list[Event]]:
        """Parse piece by piece."""
        parser, events = _parser(b"")
        pieces = self._repair.mended(self._pieces())
        for piece in pieces:
            while piece:
                is_apart = self._last[-1:] in (b"", b"\n")
                self._last = piece
                try:
                    self._check_size(piece)
                    parser.send(piece)
                except UNREADABLE as error:
                    whole = _whole(events, error)
                    yield whole
                    broken, piece = self._passed_over(piece, pieces, len(whole), is_apart, error)
                    parser, events = _parser(self.opening or b"")
                    self._last = b""
                    yield [(BROKEN, broken)]
                else:
                    yield events
                    events.clear()
                    piece = b""
        try:
            parser.close()
        except UNREADABLE:
            yield events
            raise Broken("it ends too early", cut_off=True) from None
        yield events

    def _passed_over(
        self, piece: bytes, pieces: Iterator[bytes], read: int, is_apart: bool, error: Exception
    ) -> tuple[Broken, bytes]:
        """Find what can be read behind the damage in a piece, or raise `Broken`."""
        can_go_on = self.opening is not None and (is_apart or isinstance(error, _TooLong))
        found = next_message(piece, pieces, read) if can_go_on else None
        if found is None:
            raise Broken(_reason(error))
        passed_over = found[0].decode(errors="replace")
        self._unquoted = 0
        return Broken(_reason(error), passed_over=passed_over), found[1]

    def _check_size(self, piece: bytes) -> None:
        """Refuse a value that would fill the memory."""
        quote = piece.rfind(b'"')
        self._unquoted = self._unquoted + len(piece) if quote < 0 else len(piece) - quote
        if self._value_size is not None:
            self._value_size += len(piece)
        if max(self._value_size or 0, self._unquoted) > LONGEST_VALUE:
            raise _TooLong(f"a value is longer than {LONGEST_VALUE:,} bytes")


def _parser(opening: bytes) -> tuple[Any, list[Event]]:
    """Make a parser that has read an opening, and the list that its events go to."""
    events: list[Event] = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events)
    if opening:
        parser.send(opening)
        events.clear()
    return parser, events


def _whole(events: list[Event], error: Exception) -> list[Event]:
    """Leave out the event that a failing conversion left unfinished."""
    return events[:-1] if isinstance(error, SystemError) else events


def _reason(error: Exception) -> str:
    """Say what is wrong, in one line."""
    if isinstance(error, ijson.JSONError):
        words = error.args[0]
        text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
        return text.partition("\n")[0].rstrip(".")
    if isinstance(error, _TooLong):
        return str(error)
    return "it holds a number with too many digits"
