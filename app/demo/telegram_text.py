"""Texts as Telegram's exports write them: cut into what is plain and what can be tapped."""

from __future__ import annotations

import re

Part = dict[str, str]

_TAPPED = re.compile(
    r"(?P<email>[\w.]+@[\w.]+\.\w+)"
    r"|(?P<link>(?:https?://|t\.me/|wa\.me/)[\w./]+)"
    r"|(?P<mention>@\w{5,})"
    r"|(?P<phone>\+\d[\d -]{8,}\d)"
)


def text_entities(text: str) -> list[Part]:
    """Cut a text into parts, each with ``type`` and ``text``; joined, they are the text again."""
    parts, end = [], 0
    for found in _TAPPED.finditer(text):
        if found.start() > end:
            parts.append({"type": "plain", "text": text[end : found.start()]})
        parts.append({"type": str(found.lastgroup), "text": found.group()})
        end = found.end()
    if end < len(text):
        parts.append({"type": "plain", "text": text[end:]})
    return parts


def mixed_text(text: str) -> str | list[str | Part]:
    """Write a text as ``text`` has it: a string, or a list where something can be tapped."""
    parts = text_entities(text)
    if all(part["type"] == "plain" for part in parts):
        return text
    return [part["text"] if part["type"] == "plain" else part for part in parts]
