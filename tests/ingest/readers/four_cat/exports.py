"""4CAT's files, written for these tests: nobody in them exists."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

CHAT, CHAT_ID = "pasar_burung_demo", 1500000001
CHANNEL, CHANNEL_ID = "kicau_kanal_demo", 1500000002
SARI, BUDI, GONE = 900000001, 900000002, 900000003
NOON = 1714557600  # 2024-05-01 10:00:00 UTC


def _blank(names: str) -> dict[str, object]:
    """Give a row in which nothing is said."""
    return dict.fromkeys(names.split(), "")


_TELEGRAM = _blank(
    "id thread_id chat author author_username author_name author_is_bot body body_markdown "
    "is_reply reply_to views reactions timestamp unix_timestamp timestamp_edited "
    "unix_timestamp_edited author_forwarded_from_name author_forwarded_from_username "
    "author_forwarded_from_id entities_linked entities_mentioned all_connections "
    "timestamp_forwarded_from unix_timestamp_forwarded_from link_title link_description "
    "link_attached attachment_type attachment_data attachment_filename"
)
_VK = _blank(
    "id thread_id timestamp unix_timestamp link item_type body author_id author_type "
    "author_screen_name author_name author_sex author_city author_country author_deactivated "
    "in_reply_to_user in_reply_to_comment_id source views likes photos videos audio links docs "
    "subject"
)
_FACEBOOK = _blank(
    "id url body timestamp author author_name image_url video_url is_in_group group_name "
    "unix_timestamp"
)
_TIKTOK = _blank(
    "id thread_id author author_full author_id author_followers body timestamp unix_timestamp "
    "is_duet tiktok_url thumbnail_url plays likes hashtags"
)


def table(
    folder: Path, rows: Iterable[Mapping[str, object]], delimiter: str = ",", name: str = "a.csv"
) -> Path:
    """Write a table as 4CAT does."""
    path, rows = folder / name, list(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def lines(folder: Path, items: Iterable[object], name: str = "a.ndjson") -> Path:
    """Write items as 4CAT does, one a line."""
    path = folder / name
    written = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    path.write_text(written, encoding="utf-8")
    return path


def telegram(number: int = 1, **cells: Any) -> dict[str, object]:
    """Write a row of a Telegram table, of Sari's if nothing else is said."""
    chat = cells.get("chat", CHAT)
    return {
        **_TELEGRAM,
        "id": f"{chat}-{number}",
        "thread_id": chat,
        "chat": chat,
        "author": SARI,
        "author_username": "sari_demo",
        "author_name": "Sari Dewi",
        "author_is_bot": "no",
        "is_reply": "False",
        "timestamp": "2024-05-01 12:00:00",
        "unix_timestamp": NOON,
        **cells,
    }


def user(number: int = SARI, **fields: Any) -> dict[str, Any]:
    """Describe a user as Telethon does."""
    return {"id": number, "first_name": "Sari", "last_name": "Dewi", "_type": "User", **fields}


def channel(number: int = CHAT_ID, **fields: Any) -> dict[str, Any]:
    """Describe a channel or supergroup as Telethon does."""
    return {"id": number, "title": "Pasar Burung", "username": CHAT, "_type": "Channel", **fields}


def message(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Write a message of Sari's as 4CAT does."""
    return {
        "out": False,
        "mentioned": False,
        "post": False,
        "id": number,
        "from_id": {"user_id": SARI, "_type": "PeerUser"},
        "peer_id": {"channel_id": CHAT_ID, "_type": "PeerChannel"},
        "fwd_from": None,
        "reply_to": None,
        "date": float(NOON),
        "message": "Murai batu",
        "media": None,
        "entities": [],
        "views": None,
        "edit_date": None,
        "action": None,
        "_chat_peer": {"channel_id": CHAT_ID, "_type": "PeerChannel"},
        "_chat": channel(),
        "_sender_id": SARI,
        "_sender": user(username="sari_demo"),
        "_forward": None,
        "_input_chat": {"channel_id": CHAT_ID, "access_hash": 77, "_type": "InputPeerChannel"},
        **fields,
    }


def service(kind: str, number: int = 1, **fields: Any) -> dict[str, Any]:
    """Write a service message in which Sari acts."""
    return message(number, message=None, action={"_type": f"MessageAction{kind}", **fields})


def facebook(number: int = 10, **cells: Any) -> dict[str, object]:
    """Write a row of a Facebook table."""
    return {
        **_FACEBOOK,
        "id": number,
        "url": f"https://www.facebook.com/groups/kicau.demo/posts/{number}/",
        "timestamp": "2024-05-01 12:00:00",
        "unix_timestamp": NOON,
        "is_in_group": "yes",
        "group_name": "kicau.demo",
        **cells,
    }


def vk(number: int = 17, owner: int = -5, **cells: Any) -> dict[str, object]:
    """Write a row of a VK table."""
    return {
        **_VK,
        "id": number,
        "thread_id": number,
        "link": f"https://vk.com/wall{owner}_{number}",
        "item_type": "post",
        "timestamp": "2024-05-01 12:00:00",
        "unix_timestamp": NOON,
        "author_id": 4100,
        "author_screen_name": "sari_demo",
        "author_name": "Sari Dewi",
        **cells,
    }


def vk_item(number: int = 17, owner: int = -5, kind: str = "post", **fields: Any) -> dict[str, Any]:
    """Write an item of VK's with what 4CAT adds."""
    return {
        "id": number,
        "owner_id": owner,
        "from_id": 4100,
        "date": NOON,
        "text": "Murai batu",
        "4cat_item_type": kind,
        "author_profile": {
            "id": 4100,
            "screen_name": "sari_demo",
            "first_name": "Sari",
            "last_name": "Dewi",
            "4CAT_author_profile_type": "profiles",
        },
        **fields,
    }


def tiktok(number: int = 7300000000000000001, **cells: Any) -> dict[str, object]:
    """Write a row of a TikTok table."""
    return {
        **_TIKTOK,
        "id": number,
        "thread_id": number,
        "author": "sari_demo",
        "author_full": "Sari Dewi",
        "author_id": 6800000000000000001,
        "timestamp": "2024-05-01 10:00:00",
        "plays": 3,
        "tiktok_url": f"https://www.tiktok.com/@sari_demo/video/{number}",
        **cells,
    }


def pseudonymised(row: Mapping[str, object], salt: bytes = b"salt") -> dict[str, object]:
    """Hash the authors of a row, empty cells too, as 4CAT does."""
    return {
        name: _hash(value, salt) if name.startswith(("author", "user")) else value
        for name, value in row.items()
    }


def anonymised(row: Mapping[str, object]) -> dict[str, object]:
    """Take the authors out of a row as 4CAT does."""
    return {
        name: "REDACTED" if name.startswith(("author", "user")) else value
        for name, value in row.items()
    }


def _hash(value: object, salt: bytes) -> str:
    """Hash a value with a salt."""
    return hashlib.blake2b(salt + str(value).encode(), digest_size=24).hexdigest()
