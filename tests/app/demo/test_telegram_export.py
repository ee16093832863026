"""Telegram's exports: as the program writes them, in the new form and the old one."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.demo.material import write_demo
from app.demo.places import EXPORTED_ALONE, NAMED_BEFORE
from app.demo.telegram_account import NOTE_TO_SELF, PRIVATE_WORDS
from app.demo.telegram_messages import NOT_INCLUDED
from app.demo.telegram_text import mixed_text, text_entities
from app.demo.world import make_world

JAKARTA = ZoneInfo("Asia/Jakarta")
GROUPS = {"public_supergroup", "private_supergroup"}
Export = dict[str, Any]


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Export]:
    """What is in each result.json, by week and kind of export."""
    folder = tmp_path_factory.mktemp("telegram")
    write_demo(folder)
    found = {}
    for path in sorted(folder.glob("*/*Export_*/result.json")):
        week, kind, _ = path.relative_to(folder).parts
        found[f"{week} {kind.partition('_')[0]}"] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def messages(exports: dict[str, Export]) -> list[Export]:
    """All messages in groups."""
    return list(chain.from_iterable(chat["messages"] for chat in groups_of(exports)))


def groups_of(exports: dict[str, Export]) -> list[Export]:
    chats = [
        chat
        for export in exports.values()
        for chat in export.get("chats", {"list": [export]})["list"]
    ]
    return [chat for chat in chats if chat["type"] in GROUPS]


def plain(text: str | list[str | dict[str, str]]) -> str:
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part["text"] for part in text)


def test_one_chat_and_one_account_each_week(exports: dict[str, Export]) -> None:
    assert list(exports) == [
        "2026-W45 ChatExport", "2026-W45 DataExport", "2026-W46 ChatExport", "2026-W46 DataExport"
    ]  # fmt: skip
    for name, export in exports.items():
        if "Chat" in name:
            assert list(export) == ["name", "type", "id", "messages"]
            assert export["name"] == EXPORTED_ALONE
        else:
            assert {"personal_information", "contacts", "sessions", "chats", "left_chats"} < set(
                export
            )
            kinds = Counter(chat["type"] for chat in export["chats"]["list"])
            assert kinds["personal_chat"] == kinds["saved_messages"] == 1
            assert sum(kinds[kind] for kind in GROUPS) >= 4


def test_new_ids_carry_their_kind_and_old_ones_are_shifted(exports: dict[str, Export]) -> None:
    new, old = exports["2026-W46 DataExport"], exports["2026-W45 DataExport"]
    for form, export in (("new", new), ("old", old)):
        for chat in export["chats"]["list"]:
            for message in chat["messages"]:
                who = message.get("from_id", message.get("actor_id"))
                if form == "new":
                    assert who.startswith("user42")
                    assert int(message["date_unixtime"])
                    assert "text_entities" in message
                else:
                    assert 2**32 < who < 2**33
                    assert "date_unixtime" not in message
                    assert "text_entities" not in message
    bare = {chat["name"]: chat["id"] for chat in new["chats"]["list"] if chat["type"] in GROUPS}
    shifted = {chat["name"]: chat["id"] for chat in old["chats"]["list"] if chat["type"] in GROUPS}
    assert {name: shifted[name] - 2**33 for name in bare} == bare


def test_ids_rise_within_a_chat_and_go_on_in_the_next_export(exports: dict[str, Export]) -> None:
    seen: dict[str, list[int]] = {}
    for chat in groups_of(exports):
        seen.setdefault(chat["name"], []).extend(message["id"] for message in chat["messages"])
    for ids in seen.values():
        assert ids == list(range(1, len(ids) + 1))


def test_dates_are_local_and_agree_with_seconds(messages: list[Export]) -> None:
    for message in messages:
        if "date_unixtime" in message:
            local = datetime.fromtimestamp(int(message["date_unixtime"]), JAKARTA)
            assert message["date"] == local.strftime("%Y-%m-%dT%H:%M:%S")


def test_entities_joined_are_the_text(messages: list[Export]) -> None:
    kinds: Counter[str] = Counter()
    for message in messages:
        if "text_entities" in message:
            entities = message["text_entities"]
            assert plain(entities) == plain(message["text"])
            kinds.update(part["type"] for part in entities)
    assert min(kinds[kind] for kind in ("plain", "phone", "link", "mention", "email")) > 3


@pytest.mark.parametrize(
    "text",
    ["", "only words", "+62 811-0000-1234", "a\n+62 811 0000 1234 / t.me/demo_x b@example.org"],
)
def test_texts_are_cut_without_loss(text: str) -> None:
    assert plain(mixed_text(text)) == plain(list(text_entities(text))) == text
    assert isinstance(mixed_text("only words"), str)


def test_things_that_happen_are_service_messages(messages: list[Export]) -> None:
    service = [message for message in messages if message["type"] == "service"]
    actions = Counter(message["action"] for message in service)
    assert set(actions) == {
        "create_group", "invite_members", "join_group_by_link", "remove_members",
        "edit_group_title", "pin_message",
    }  # fmt: skip
    assert all(message["actor"] and message["text"] == "" for message in service)
    by_action = {message["action"]: message for message in service}
    assert by_action["edit_group_title"]["title"] == EXPORTED_ALONE
    assert NAMED_BEFORE in {message.get("title") for message in service}
    assert all(isinstance(name, str) for name in by_action["invite_members"]["members"])


def test_words_are_passed_on_answered_and_replaced_by_cards(messages: list[Export]) -> None:
    said = [message for message in messages if message["type"] == "message"]
    names = {account.name for account in make_world().accounts}
    forwarded = [message["forwarded_from"] for message in said if "forwarded_from" in message]
    assert len(forwarded) > 15
    assert set(forwarded) <= names
    assert sum("reply_to_message_id" in message for message in said) > 100
    cards = [message["contact_information"] for message in said if "contact_information" in message]
    assert cards
    assert all(card["phone_number"].startswith("+") for card in cards)
    photos = [message["photo"] for message in said if "photo" in message]
    assert len(photos) > 50
    assert set(photos) == {NOT_INCLUDED}


def test_whose_account_it_is_and_what_is_private(exports: dict[str, Export]) -> None:
    collector = make_world().collector
    export = exports["2026-W46 DataExport"]
    assert export["personal_information"]["user_id"] == int(collector.telegram.native_id)
    assert len(export["contacts"]["list"]) == 3
    private = [chat for chat in export["chats"]["list"] if chat["type"] not in GROUPS]
    words = {plain(message["text"]) for chat in private for message in chat["messages"]}
    assert words == {*PRIVATE_WORDS, NOTE_TO_SELF}
    assert "name" not in next(chat for chat in private if chat["type"] == "saved_messages")
