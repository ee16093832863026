"""Making exports as Telegram Desktop writes them; all people in them are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

START = 1_760_000_000
GROUP = 1234567890
PERSONAL = {
    "user_id": 900,
    "first_name": "Cora",
    "last_name": "Collector",
    "phone_number": "+1 202 555 0100",
    "username": "@cora_collects",
    "bio": "bird lover",
}


def message(number: int, text: Any = "", **changed: Any) -> dict[str, Any]:
    """A message; any field can be changed or added, and one set to ... is left out."""
    made = {
        "id": number,
        "type": "message",
        "date": "2025-10-09T10:53:20",
        "date_unixtime": str(START + number),
        "from": f"Person {number % 5}",
        "from_id": f"user{100 + number % 5}",
        "text": text,
    } | changed
    return {name: value for name, value in made.items() if value is not ...}


def service(number: int, action: str, **changed: Any) -> dict[str, Any]:
    """A service message."""
    who = {"actor": "Ana", "actor_id": "user1", "action": action}
    return message(number, **{"from": ..., "from_id": ..., "type": "service"} | who | changed)


def chat(
    *messages: Any, name: Any = "Kicau", kind: Any = "private_supergroup", number: Any = GROUP
) -> dict[str, Any]:
    """A single chat; a field set to ... is left out."""
    head = {"name": name, "type": kind, "id": number, "messages": list(messages)}
    return {field: value for field, value in head.items() if value is not ...}


def account(*chats: Any, left: tuple[Any, ...] = (), **changed: Any) -> dict[str, Any]:
    """A whole account."""
    made = {
        "about": "Here is the data you requested.",
        "personal_information": PERSONAL,
        "contacts": {
            "about": "About contacts",
            "list": [
                {
                    "user_id": 501,
                    "first_name": "Hidden",
                    "last_name": "Friend",
                    "phone_number": "+1 202 555 0101",
                    "date": "2024-01-02T03:04:05",
                    "date_unixtime": "1704164645",
                },
                {"first_name": "Unregistered", "last_name": "", "phone_number": "0202 5550102"},
                {"date": "1970-01-01T00:00:00", "date_unixtime": "0"},
            ],
        },
        "frequent_contacts": {"about": "", "list": [{"id": 501, "name": "Hidden Friend"}]},
        "sessions": {
            "about": "",
            "list": [{"last_ip": "203.0.113.5", "device_model": "Desktop", "platform": "Linux"}],
        },
        "chats": {"about": "About chats", "list": list(chats)},
        "left_chats": {"about": "", "list": list(left)},
    } | changed
    return {name: value for name, value in made.items() if value is not ...}


def write(path: Path, export: Any, **how: Any) -> Path:
    """Write an export as Telegram Desktop lays it out, or otherwise."""
    written = json.dumps(export, **{"ensure_ascii": False, "indent": 1} | how)
    path.write_text(written, encoding="utf-8")
    return path
