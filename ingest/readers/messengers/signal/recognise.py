"""Telling a chat of Signal from other text by how its first messages are written."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"\[(?P<time>\d{4}-\d\d-\d\d,? \d\d:\d\d(?::\d\d)?)\] (?P<author>[^\n:]{1,200}):(?: |$)"
)
_LINES = 300
_ENOUGH = 1 / 2
_END_OF_TEXT = "  "
_LEVEL = re.compile(r"(?i)trace|debug|info|notice|warn|warning|error|fatal|critical")


def is_signal(text: str) -> bool:
    """Whether a text begins as a chat that was exported from Signal does.

    Parameters
    ----------
    text : str
        The beginning of a file.

    Notes
    -----
    A message begins with ``[2026-03-01, 09:15] Name:``. Without the comma it could also be one of
    WhatsApp, or a program's log; then two blanks end the words of most messages, for Markdown.
    """
    messages = _split(text.lstrip("\ufeff"))
    if not messages:
        return False
    headings = [HEADING.match(message[0]) for message in messages]
    found = [heading for heading in headings if heading is not None]
    if sum(_LEVEL.fullmatch(heading["author"]) is not None for heading in found) > len(found) / 2:
        return False
    if all("," in heading["time"] and heading["time"].count(":") == 1 for heading in found):
        return True
    ended = sum(any(line.endswith(_END_OF_TEXT) for line in message) for message in messages)
    return ended > _ENOUGH * len(messages)


def _split(text: str) -> list[list[str]]:
    """Split the first lines into messages; none where the first is no heading."""
    messages: list[list[str]] = []
    for line in text.split("\n")[:_LINES]:
        if HEADING.match(line):
            messages.append([line.removesuffix("\r")])
        elif messages:
            messages[-1].append(line.removesuffix("\r"))
        elif line.strip():
            return []
    return messages
