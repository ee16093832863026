"""Messages of a chat's file, one by one, however large the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, TextIO

from ingest.readers.json_lines import Item
from ingest.readers.messengers.signal.recognise import HEADING
from ingest.readers.rows import RAW_SHOWN

LONGEST = 1_000_000


class _Lines:
    """The lines of a message, as far as it is no longer than one can be."""

    def __init__(self, number: int, first: str) -> None:
        self.number = number
        self.heading = HEADING.match(first)
        self._lines = [first[self.heading.end() :] if self.heading else first]
        self._length = len(first)

    def add(self, line: str) -> None:
        """Add a line."""
        self._length += len(line) + 1
        if self._length <= LONGEST:
            self._lines.append(line)

    def item(self, bytes_read: int) -> Item:
        """Give the message, or why it is none."""
        place, body = f"line {self.number}", "\n".join(self._lines)
        if self.heading is None:
            problem = "it stands before the first message"
            return Item("", place, body[:RAW_SHOWN], problem, bytes_read)
        if self._length > LONGEST:
            problem = f"the message is longer than {LONGEST:,} characters"
            return Item("", place, body[:RAW_SHOWN], problem, bytes_read)
        return Item("", place, {**self.heading.groupdict(), "body": body}, bytes_read=bytes_read)


def read_messages(text: TextIO, raw: BinaryIO) -> Iterator[Item]:
    """Read messages from where a text stands.

    Parameters
    ----------
    text : TextIO
        The chat.
    raw : BinaryIO
        The bytes under it.

    Yields
    ------
    Item
        ``time``, ``author`` and ``body`` of a message. What stands before the first is one item
        with a problem; so is a message longer than one can be.
    """
    current: _Lines | None = None
    for number, line in enumerate(_lines(text), start=1):
        if HEADING.match(line):
            if current is not None:
                yield current.item(raw.tell())
            current = _Lines(number, line)
        elif current is not None:
            current.add(line)
        elif line.strip():
            current = _Lines(number, line)
    if current is not None:
        yield current.item(raw.tell())


def _lines(text: TextIO) -> Iterator[str]:
    """Lines without their ends; one longer than a message in pieces."""
    while line := text.readline(LONGEST + 1):
        yield line.removesuffix("\n").removesuffix("\r")
