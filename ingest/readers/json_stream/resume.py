"""Finding the next message behind a place where an export is no JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s,:{}\[\]"]+', re.DOTALL)
_MESSAGE = re.compile(
    rb'\{\s*"id"\s*:\s*-?\d+\s*,\s*"type"\s*:\s*"(?:message|service|unsupported)"'
)
_ANOTHER_CHAT = re.compile(rb'"(?:name|messages)"\s*:')
_LONGEST_START = 1_000
_KEPT = 2_000


def next_message(piece: bytes, more: Iterator[bytes], events: int) -> tuple[bytes, bytes] | None:
    """Find where a message begins behind a damaged one.

    Parameters
    ----------
    piece : bytes
        The piece with the damage; does not begin within a value.
    more : iterator of bytes
        What follows.
    events : int
        How many events of the piece could be read.

    Returns
    -------
    tuple of bytes, or None
        The beginning of what is passed over, and what comes from the next message on. None when
        no message of the same chat follows that begins as Telegram Desktop writes it.
    """
    good = 0
    for token in islice(_TOKEN.finditer(piece), events):
        good = token.end()
    begun = [match.start() for match in _MESSAGE.finditer(piece, 0, good)][-1:]
    passed = piece[begun[0] if begun else 0 : good]
    window = piece[good:]
    while (found := _MESSAGE.search(window)) is None:
        following = next(more, b"")
        if not following or _ANOTHER_CHAT.search(window):
            return None
        kept = max(len(window) - _LONGEST_START, 0)
        passed = (passed + window[:kept])[:_KEPT]
        window = window[kept:] + following
    if _ANOTHER_CHAT.search(window, 0, found.start()):
        return None
    return (passed + window[: found.start()])[:_KEPT], window[found.start() :]
