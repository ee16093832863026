"""Whole accounts: what is private stays out unless it is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.records import RECORD_SCHEMAS
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram.exports import (
    GROUP,
    PERSONAL,
    account,
    chat,
    message,
    service,
    write,
)
from tests.ingest.readers.telegram.reading import Read, read_export

OWN = {"from": "Cora Collector", "from_id": "user900"}
FRIEND = {"from": "Hidden Friend", "from_id": "user501"}
PUBLIC = chat(message(1, "public one"), message(2, "public two", **OWN))
CHANNEL = chat(
    message(1, "a post", **{"from": "News", "from_id": "channel55"}),
    name="News",
    kind="public_channel",
    number=55,
)
PRIVATE = {
    "Hidden Friend": chat(
        message(70, "SECRET one", **FRIEND),
        message(71, "SECRET two", **OWN, reply_to_message_id=70),
        name="Hidden Friend",
        kind="personal_chat",
        number=501,
    ),
    "SecretBot": chat(
        message(80, "SECRET bot", **{"from": "SecretBot", "from_id": "user502"}),
        name="SecretBot",
        kind="bot_chat",
        number=502,
    ),
    "saved": chat(message(90, "SECRET note", **OWN), name=..., kind="saved_messages", number=900),
    "replies": chat(message(95, "SECRET reply", **FRIEND), name=..., kind="replies", number=8),
    "codes": chat(
        message(96, "SECRET code", **FRIEND), name=..., kind="verification_codes", number=9
    ),
    "future": chat(
        message(97, "SECRET future", **FRIEND), name="Future", kind="private_hologram", number=10
    ),
    "odd": chat(message(98, "SECRET odd", **FRIEND), name="Odd", kind=["private_group"], number=11),
}
WHOLE = account(PUBLIC, *PRIVATE.values(), CHANNEL, left=(PRIVATE["Hidden Friend"],))
SECRETS = ("SECRET", "Hidden", "SecretBot", "user501", "user502", "0101", "0102", "203.0.113.5")


def everything(found: Read) -> str:
    """All records in one text."""
    return "".join(str(getattr(found, name).rows()) for name in RECORD_SCHEMAS)


def private(*wishes: str) -> ReadOptions:
    return ReadOptions(private=frozenset(wishes))


def reversed_fields(value: Any) -> Any:
    """The same export with the fields of all its objects the other way round."""
    if isinstance(value, dict):
        return {name: reversed_fields(value[name]) for name in reversed(list(value))}
    return [reversed_fields(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("turned", [lambda export: export, reversed_fields])
def test_what_is_private_is_passed_over(tmp_path: Path, turned: Callable[[Any], Any]) -> None:
    found = read_export(tmp_path, turned(WHOLE))
    assert set(found.texts) == {"public one", "public two", "a post"}
    assert (found.rows_read, found.rejected.is_empty()) == (3, True)
    assert not [secret for secret in SECRETS if secret in everything(found)]
    assert found.notices == [
        "result.json: 8 private chats, 3 contacts and 1 session were passed over; "
        "name them with --private to read them."
    ]
    assert list(found.suggested_own) == ["telegram:user900"]
    assert "result.json was exported from this account" in found.suggested_own["telegram:user900"]


def test_places_name_the_chat(tmp_path: Path) -> None:
    found = read_export(tmp_path, WHOLE)
    assert found.posts["locator"].to_list() == [
        f"chat {GROUP}, message 1",
        f"chat {GROUP}, message 2",
        "chat 55, message 1",
    ]
    assert found.posts["post_key"].to_list() == [
        f"post:telegram:{GROUP}/1",
        f"post:telegram:{GROUP}/2",
        "post:telegram:55/1",
    ]
    assert found.posts["account_key"].to_list()[2] == "telegram:channel55"


def test_the_account_itself_is_described(tmp_path: Path) -> None:
    own = read_export(tmp_path, account()).accounts.drop("locator").to_dicts()
    assert own == [
        {
            "account_key": "telegram:user900",
            "platform": "telegram",
            "native_id": "user900",
            "handle": "cora_collects",
            "name": "Cora Collector",
            "url": None,
            "bio": "bird lover",
            "contact": "+1 202 555 0100",
            "seen_at": None,
        }
    ]


@pytest.mark.parametrize(
    ("wish", "texts", "chats"),
    [
        ("501", {"SECRET one", "SECRET two"}, 6),
        ("user501", {"SECRET one", "SECRET two"}, 6),
        ("hidden  FRIEND", {"SECRET one", "SECRET two"}, 6),
        ("SecretBot", {"SECRET bot"}, 7),
        ("saved_messages", {"SECRET note"}, 7),
        ("Saved Messages", {"SECRET note"}, 7),
        ("saved", {"SECRET note"}, 7),
        ("replies", {"SECRET reply"}, 7),
        ("verification codes", {"SECRET code"}, 7),
        ("Future", {"SECRET future"}, 7),
    ],
)
@pytest.mark.parametrize("turned", [lambda export: export, reversed_fields])
def test_a_private_chat_that_is_named_is_read(
    tmp_path: Path, wish: str, texts: set[str], chats: int, turned: Callable[[Any], Any]
) -> None:
    found = read_export(tmp_path, turned(WHOLE), private(wish))
    assert {text for text in found.texts if text and "SECRET" in text} == texts
    assert found.notices == [
        f"result.json: {chats} private chats, 3 contacts and 1 session were passed over; "
        "name them with --private to read them."
    ]


def test_the_same_private_chat_twice_is_merged(tmp_path: Path) -> None:
    found = read_export(tmp_path, WHOLE, private("501"))
    assert (found.rows_read, found.rows_merged, len(found.posts)) == (7, 2, 5)


def test_a_dialogue_has_one_key_from_both_sides(tmp_path: Path) -> None:
    mine = read_export(tmp_path, WHOLE, private("501"))
    theirs = account(
        chat(
            message(5, "SECRET one", **FRIEND, date_unixtime="1760000070"),
            name="Cora Collector",
            kind="personal_chat",
            number=900,
        ),
        personal_information=PERSONAL | {"user_id": 501},
    )
    other = read_export(tmp_path, theirs, private("900"))
    dialogue = mine.posts.filter(mine.posts["text"] == "SECRET one").row(0, named=True)
    assert dialogue["group_key"] == "telegram:group:private/501-900"
    assert other.post["group_key"] == dialogue["group_key"]
    assert other.post["post_key"] == dialogue["post_key"]


def test_whose_account_it_is_is_found_out_from_a_named_chat(tmp_path: Path) -> None:
    found = read_export(
        tmp_path,
        account(PRIVATE["Hidden Friend"], PUBLIC, personal_information=...),
        private("501"),
    )
    assert found.posts["group_key"][0] == "telegram:group:private/501-900"
    assert list(found.suggested_own) == ["telegram:user900"]


def test_wishes_that_nothing_meets_are_said(tmp_path: Path) -> None:
    found = read_export(tmp_path, WHOLE, private("Nobody", "public one", "SAVED"))
    assert found.notices[1:] == [
        "result.json: nothing private in it is called 'Nobody'.",
        "result.json: nothing private in it is called 'public one'.",
    ]
    assert read_export(tmp_path, PUBLIC, private("Nobody")).notices == []


def test_contacts_that_are_named_are_read(tmp_path: Path) -> None:
    found = read_export(tmp_path, account(), private("Contacts"))
    assert (found.rows_read, found.rows_accepted, found.reasons) == (3, 2, ["it names nobody"])
    friend, unregistered = (
        found.accounts.filter(found.accounts["name"] != "Cora Collector").sort("name").to_dicts()
    )
    assert friend | {"locator": ""} == {
        "account_key": "telegram:user501",
        "platform": "telegram",
        "native_id": "user501",
        "handle": None,
        "name": "Hidden Friend",
        "url": None,
        "bio": None,
        "contact": "+1 202 555 0101",
        "seen_at": datetime.fromtimestamp(1704164645, UTC),
        "locator": "",
    }
    assert unregistered["account_key"] == "telegram:contacts/900/Unregistered"
    assert unregistered["contact"] == "0202 5550102"
    assert found.notices == [
        "result.json: 1 session was passed over; name them with --private to read them."
    ]


def test_sessions_that_are_named_are_read(tmp_path: Path) -> None:
    found = read_export(tmp_path, account(), private("sessions"))
    assert (found.rows_read, found.rows_accepted) == (1, 1)
    (bio,) = (bio for bio in found.accounts["bio"] if bio != "bird lover")
    assert "203.0.113.5" in bio
    nobodys = read_export(tmp_path, account(personal_information=...), private("sessions"))
    assert nobodys.reasons == ["the export does not say whose sessions these are"]


@pytest.mark.parametrize(
    ("rows", "own"),
    [
        ([message(1, "a", **FRIEND), message(2, "b", **OWN)], "telegram:user900"),
        ([message(1, "a", **FRIEND)], None),
        ([message(1, "a", **OWN), message(2, "b", from_id="user3")], None),
    ],
)
def test_a_single_private_chat_is_read_and_its_exporter_suggested(
    tmp_path: Path, rows: list[Any], own: str | None
) -> None:
    found = read_export(tmp_path, chat(*rows, kind="personal_chat", number=501))
    assert len(found.posts) == len(rows)
    assert list(found.suggested_own) == ([own] if own else [])
    pair = "501-900" if own else "501"
    assert set(found.posts["group_key"]) == {f"telegram:group:private/{pair}"}


@pytest.mark.parametrize("part", ["chats", "contacts", "sessions", "personal_information"])
@pytest.mark.parametrize("odd", [None, [], "x", 5, {}, {"list": None}, {"list": [5, None, "x"]}])
def test_parts_that_are_not_what_they_should_be(tmp_path: Path, part: str, odd: Any) -> None:
    whole = account(PUBLIC, left=(CHANNEL,), **{part: odd})
    found = read_export(tmp_path, whole, private("contacts", "sessions"))
    assert found.rows_read == found.rows_accepted + len(found.rejected) + found.rows_merged
    assert "a post" in found.texts
    if part == "chats" and odd not in ({}, None):
        assert len(found.rejected) >= 1


def test_messages_that_are_no_list_are_refused(tmp_path: Path) -> None:
    for odd in (None, 5, {"a": []}, "x"):
        found = read_export(tmp_path, account(chat() | {"messages": odd}, CHANNEL))
        assert (found.texts, len(found.rejected)) == (["a post"], 1)
        assert found.rejected["locator"].to_list() == [f"chat {GROUP}, messages"]


def test_nothing_private_reaches_the_archive(workspace: Workspace, material: Path) -> None:
    path = write(material / "result.json", WHOLE)
    (source,) = ingest(workspace, [path], who="ana").sources
    assert (source.error, source.format, source.posts) == (None, "telegram", 3)
    assert list(source.suggested_own) == ["telegram:user900"]
    (record,) = Archive(workspace).sources()
    kept = json.dumps(
        [
            Archive(workspace).records(record.sha256, table).collect().rows()
            for table in RECORD_SCHEMAS
        ],
        default=str,
    )
    assert "public one" in kept
    assert not [secret for secret in SECRETS if secret in kept]


def test_what_is_named_reaches_the_archive(workspace: Workspace, material: Path) -> None:
    rows = [service(1, "create_group", members=["Bo"]), message(2, "hi", from_id="user7")]
    whole = account(chat(*rows, kind="private_group", number=5), *PRIVATE.values())
    path = write(material / "result.json", whole)
    options = private("Hidden Friend", "contacts", "sessions")
    (source,) = ingest(workspace, [path], options, who="ana").sources
    assert (source.error, source.posts, source.groups) == (None, 3, 2)
    assert (source.rows_read, source.rows_accepted, source.rows_rejected) == (8, 7, 1)
    accounts = Archive(workspace).records(source.sha256 or "", "accounts").collect()
    assert {"telegram:user501", "telegram:user900", "telegram:5/Bo"} <= set(accounts["account_key"])
    texts = Archive(workspace).records(source.sha256 or "", "posts").collect()["text"]
    assert set(texts) == {"hi", "SECRET one", "SECRET two"}
