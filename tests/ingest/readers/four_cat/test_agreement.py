"""One message, captured by Telegram Desktop and by 4CAT in both its forms, is one message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.four_cat.exports import (
    CHAT,
    CHAT_ID,
    NOON,
    SARI,
    channel,
    lines,
    message,
    table,
    telegram,
)
from tests.ingest.readers.reading import Read, read

SHARED = ("post_key", "account_key", "group_key", "text", "contact", "reply_to")
CARD = "12025550123"


def desktop(folder: Path) -> Read:
    """Read a chat that Telegram Desktop saved."""
    both: dict[str, Any] = {"type": "message", "date": "2024-05-01T12:00:00"}
    both["date_unixtime"] = str(NOON)
    card = {"first_name": "Budi", "last_name": "", "phone_number": f"+{CARD}"}
    sari = {"from": "Sari Dewi", "from_id": f"user{SARI}"}
    messages = [
        {**both, "id": 17, "text": "Murai batu", "reply_to_message_id": 12, **sari},
        {**both, "id": 18, "text": "", "contact_information": card, **sari},
        {**both, "id": 19, "text": "Aturan", "from": "Pasar", "from_id": f"channel{CHAT_ID}"},
    ]
    chat = {"name": "Pasar Burung", "type": "public_supergroup", "id": CHAT_ID}
    path = folder / "desktop.json"
    path.write_text(json.dumps({**chat, "messages": messages}))
    return read(path, format_name="telegram")


def from_table(folder: Path) -> Read:
    """Read the same messages from 4CAT's table, in which the chat is a number."""
    card = json.dumps({"phone_number": CARD, "first_name": "Budi", "user_id": None})
    chat = {"chat": CHAT_ID}
    own = {"author": CHAT_ID, "author_username": "", "author_name": ""}
    rows = [
        telegram(17, body="Murai batu", reply_to=12, **chat),
        telegram(18, attachment_type="contact", attachment_data=card, **chat),
        telegram(19, body="Aturan", **own, **chat),
    ]
    return read(table(folder, rows))


def from_lines(folder: Path) -> Read:
    """Read the same messages from 4CAT's lines."""
    card = {"phone_number": CARD, "first_name": "Budi", "_type": "MessageMediaContact"}
    items = [
        message(17, reply_to={"reply_to_msg_id": 12}),
        message(18, message="", media=card),
        message(19, message="Aturan", from_id=None, _sender=channel(), _sender_id=None),
    ]
    return read(lines(folder, items))


@pytest.mark.parametrize("capture", [from_table, from_lines])
def test_the_same_posts(tmp_path: Path, capture: Any) -> None:
    expected = desktop(tmp_path).posts
    found = capture(tmp_path).posts
    assert found.select(SHARED).rows() == expected.select(SHARED).rows()
    assert found["posted_at"].to_list() == expected["posted_at"].to_list()
    assert found["account_key"].to_list() == [
        f"telegram:user{SARI}",
        f"telegram:user{SARI}",
        f"telegram:channel{CHAT_ID}",
    ]


def test_a_capture_by_name_is_tied_to_one_by_number(tmp_path: Path) -> None:
    by_name = read(table(tmp_path, [telegram(17, body="Murai batu")]))
    assert by_name.posts["post_key"].to_list() == [f"post:telegram:@{CHAT}/17"]
    stated = set(from_lines(tmp_path).aliases.select("key", "same_as").rows())
    assert (f"telegram:group:@{CHAT}", f"telegram:group:{CHAT_ID}") in stated
