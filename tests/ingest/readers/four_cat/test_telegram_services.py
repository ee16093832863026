from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.four_cat.exports import BUDI, CHAT_ID, GONE, SARI, lines, service
from tests.ingest.readers.reading import Read, read

GROUP = f"telegram:group:{CHAT_ID}"
SELLER = f"telegram:user{SARI}"


def of(folder: Path, *items: object) -> Read:
    """Read messages."""
    return read(lines(folder, items), format_name="4cat-telegram-json")


def memberships(found: Read) -> list[tuple[Any, ...]]:
    """Give who did what, brought about by whom."""
    return found.memberships.select("account_key", "event", "role", "by_key").rows()


def test_somebody_adds_others(tmp_path: Path) -> None:
    found = of(tmp_path, service("ChatAddUser", users=[BUDI, GONE]))
    assert (found.rows_read, len(found.posts)) == (2, 0)
    assert memberships(found) == [
        (f"telegram:user{BUDI}", "joined", None, SELLER),
        (f"telegram:user{GONE}", "joined", None, SELLER),
    ]
    assert found.memberships["locator"].to_list() == ["line 1", "line 1, member 2"]


@pytest.mark.parametrize(
    ("kind", "fields", "row"),
    [
        ("ChatAddUser", {"users": [SARI]}, (SELLER, "joined", None, None)),
        ("ChatJoinedByLink", {"inviter_id": BUDI},
         (SELLER, "joined", None, f"telegram:user{BUDI}")),
        ("ChatJoinedByRequest", {}, (SELLER, "joined", None, None)),
        ("ChatDeleteUser", {"user_id": BUDI}, (f"telegram:user{BUDI}", "left", None, SELLER)),
        ("ChatDeleteUser", {"user_id": SARI}, (SELLER, "left", None, None)),
        ("ChannelCreate", {"title": "Baru"}, (SELLER, None, "creator", None)),
        ("PinMessage", {}, (SELLER, None, None, None)),
    ],
)  # fmt: skip
def test_who_came_and_went(
    tmp_path: Path, kind: str, fields: dict[str, Any], row: tuple[Any, ...]
) -> None:
    found = of(tmp_path, service(kind, **fields))
    assert memberships(found) == [row]
    assert found.memberships["seen_at"].to_list() == [datetime(2024, 5, 1, 10, tzinfo=UTC)]


def test_what_is_passed_over_is_said(tmp_path: Path) -> None:
    assert "pins, calls" in of(tmp_path, service("PinMessage")).notices[0]
    assert of(tmp_path, service("ChatDeleteUser", user_id=BUDI)).notices == []


def test_a_new_title(tmp_path: Path) -> None:
    found = of(tmp_path, service("ChatEditTitle", title="Pasar Baru"))
    assert found.groups["name"].to_list() == ["Pasar Baru"]


def test_a_group_that_became_a_supergroup(tmp_path: Path) -> None:
    moved = service("ChannelMigrateFrom", chat_id=4500, title="Pasar Lama")
    aliases = of(tmp_path, moved).aliases
    stated = ("telegram:group:4500", GROUP, "the group became a supergroup")
    assert stated in aliases.select("key", "same_as", "reason").rows()
    chat = {"id": 4500, "title": "Pasar Lama", "_type": "Chat"}
    moved = {**service("ChatMigrateTo", channel_id=CHAT_ID), "_chat": chat}
    assert stated in of(tmp_path, moved).aliases.select("key", "same_as", "reason").rows()
