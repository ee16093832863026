"""Telegram Desktop's export of one chat."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from app.demo.people import Group
from app.demo.telegram_messages import Form, Record, message
from app.demo.timeline import Entry


def write_chat(path: Path, group: Group, entries: Sequence[Entry], form: Form) -> Path:
    """Write the export of one chat.

    Parameters
    ----------
    path : Path
        Where to.
    group : Group
        The chat.
    entries : sequence of Post or Event
        What is said and happens there, in order of time.
    form : Form
        Which version of the program exports, and where.
    """
    return write_result(path, chat(group, entries, form))


def chat(group: Group, entries: Sequence[Entry], form: Form) -> Record:
    """Put a chat together."""
    return {
        "name": group.name,
        "type": "private_supergroup" if group.is_private else "public_supergroup",
        "id": form.chat(group),
        "messages": [message(entry, form) for entry in entries],
    }


def write_result(path: Path, result: Record) -> Path:
    """Write a result.json as the program does."""
    written = json.dumps(result, ensure_ascii=False, indent=1)
    path.write_text(written, encoding="utf-8", newline="\n")
    return path
