from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.readers.options import ReadOptions
from tests.ingest.readers.four_cat.exports import (
    BUDI,
    CHANNEL,
    CHANNEL_ID,
    CHAT,
    CHAT_ID,
    GONE,
    NOON,
    SARI,
    channel,
    lines,
    message,
    pseudonymised,
    user,
)
from tests.ingest.readers.reading import Read, read

GROUP = f"telegram:group:{CHAT_ID}"
SELLER = f"telegram:user{SARI}"


def of(folder: Path, *items: object) -> Read:
    """Read messages."""
    return read(lines(folder, items), format_name="4cat-telegram-json")


def post(folder: Path, **fields: Any) -> dict[str, Any]:
    """Read one message."""
    return of(folder, message(**fields)).posts.row(0, named=True)


def extra(found: dict[str, Any]) -> dict[str, Any]:
    """Give what is kept with a post."""
    return json.loads(found["extra"])


def test_a_message(tmp_path: Path) -> None:
    found = read(lines(tmp_path, [message(17, views=0)]))
    assert (found.format, found.rows_read, found.rows_accepted) == ("4cat-telegram-json", 1, 1)
    only = found.posts.row(0, named=True)
    assert only["post_key"] == f"post:telegram:{CHAT_ID}/17"
    assert (only["account_key"], only["group_key"]) == (SELLER, GROUP)
    assert only["posted_at"] == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert (only["text"], only["time_zone_assumed"]) == ("Murai batu", False)
    assert set(found.aliases.select("key", "same_as").rows()) == {
        ("telegram:@sari_demo", SELLER),
        (f"telegram:group:@{CHAT}", GROUP),
    }
    assert found.groups["name"].to_list() == ["Pasar Burung"]
    assert extra(only)["views"] == "0"


def test_what_is_of_the_collector_is_left_out(tmp_path: Path) -> None:
    only = post(tmp_path, mentioned=True, media={"_type": "MessageMediaPhoto", "photo": {
        "id": 5, "access_hash": 99, "file_reference": "ff", "sizes": [{"bytes": "00"}],
        "_type": "Photo"}})  # fmt: skip
    assert "access_hash" not in only["extra"] and "mentioned" not in only["extra"]
    assert json.loads(extra(only)["media"])["photo"] == {"id": 5, "_": "Photo"}
    assert only["image"] == f"{CHAT}-1.jpeg"


def test_messages_of_the_collector_are_suggested_as_own(tmp_path: Path) -> None:
    assert of(tmp_path, message(out=True)).suggested_own == {
        SELLER: "messages marked as sent by the account that collected them"
    }


def test_when_it_was_captured(tmp_path: Path) -> None:
    captured = {"collected_at": "2024-06-01T12:00:00.250000", "query": CHAT}
    path = lines(tmp_path, [message(**{"4CAT_metadata": captured})])
    only = read(path, ReadOptions(time_zone="Europe/Amsterdam")).posts.row(0, named=True)
    assert only["collected_at"] == datetime(2024, 6, 1, 10, 0, 0, 250000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"_sender": None}, SELLER),
        ({"_sender": None, "from_id": None}, f"telegram:user{SARI}"),
        ({"_sender": None, "from_id": None, "_sender_id": None}, f"telegram:channel{CHAT_ID}"),
        ({"_sender": None, "from_id": SARI, "_sender_id": None}, SELLER),
        ({"_sender": channel(CHANNEL_ID)}, f"telegram:channel{CHANNEL_ID}"),
        ({"_sender": {"id": CHANNEL_ID, "title": "K", "broadcast": True}},
         f"telegram:channel{CHANNEL_ID}"),
        ({"_sender": None, "from_id": None, "_sender_id": int(f"-100{CHANNEL_ID}")},
         f"telegram:channel{CHANNEL_ID}"),
        ({"_sender": None, "from_id": {"full_chat": {"id": 1}, "channel_id": CHANNEL_ID}},
         f"telegram:channel{CHANNEL_ID}"),
        ({"_sender": None, "from_id": {"strange": 1}, "_sender_id": None}, None),
    ],
)  # fmt: skip
def test_who_wrote(tmp_path: Path, fields: dict[str, Any], key: str | None) -> None:
    assert post(tmp_path, **fields)["account_key"] == key


def test_a_channel_that_posts_bears_its_own_name(tmp_path: Path) -> None:
    fields = {"_sender": None, "from_id": None, "_sender_id": None, "post": True}
    accounts = of(tmp_path, message(**fields)).accounts
    assert accounts.select("native_id", "handle", "name").rows() == [
        (f"channel{CHAT_ID}", CHAT, "Pasar Burung")
    ]


def test_a_deleted_account_has_no_name(tmp_path: Path) -> None:
    gone = {"id": GONE, "deleted": True, "first_name": "Deleted", "_type": "User"}
    accounts = of(tmp_path, message(_sender=gone)).accounts
    assert accounts.select("account_key", "name").rows() == [(f"telegram:user{GONE}", None)]


def test_the_number_of_an_account_and_its_further_handles(tmp_path: Path) -> None:
    names = [{"username": "old_demo", "active": False}, {"username": "new_demo", "active": True}]
    sender = user(phone="12025550123", username=None, usernames=names)
    accounts = of(tmp_path, message(_sender=sender)).accounts
    assert accounts.select("handle", "contact").rows() == [("new_demo", "+12025550123")]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"_chat": None}, GROUP),
        ({"_chat": None, "peer_id": None}, GROUP),
        ({"_chat": None, "peer_id": None, "_chat_peer": None, "to_id": {"channel_id": CHAT_ID}},
         GROUP),
        ({"_chat": {"id": 4500, "title": "Kicau", "_type": "Chat"}}, "telegram:group:4500"),
    ],
)  # fmt: skip
def test_where_it_was_written(tmp_path: Path, fields: dict[str, Any], key: str) -> None:
    assert post(tmp_path, **fields)["group_key"] == key


def test_a_basic_group_counts_for_each_account_apart(tmp_path: Path) -> None:
    chat = {"id": 4500, "title": "Kicau", "_type": "Chat"}
    found = of(tmp_path, message(3, _chat=chat, message=""), message(4, _chat=chat))
    assert found.posts["post_id"].to_list() == [None, None]
    assert [json.loads(each)["message_id"] for each in found.posts["extra"]] == ["3", "4"]


def test_a_private_chat_is_refused(tmp_path: Path) -> None:
    found = of(tmp_path, message(_chat=user(BUDI)))
    assert found.reasons == ["it is of a private chat; export that with Telegram Desktop"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": None}, "the message has no id"),
        ({"date": None}, "the message has no time; Telegram no longer gives its content"),
        ({"message": 5}, "it is no text"),
        ({"_chat": None, "peer_id": None, "_chat_peer": None}, "it names no chat"),
    ],
)
def test_refused(tmp_path: Path, fields: dict[str, Any], reason: str) -> None:
    assert of(tmp_path, {**message(), **fields}).reasons == [reason]


def test_details_beside_the_words(tmp_path: Path) -> None:
    words = "🐦 Toko, Budi"
    entities = [
        {"offset": 3, "length": 4, "url": "https://toko.example/", "_type": "MessageEntityTextUrl"},
        {"offset": 9, "length": 4, "user_id": BUDI, "_type": "MessageEntityMentionName"},
    ]
    buttons = [{"text": "WA", "url": "https://wa.example/1", "_type": "KeyboardButtonUrl"}]
    fields = {
        "entities": entities,
        "reply_markup": {"rows": [{"buttons": buttons}], "_type": "ReplyInlineMarkup"},
        "media": {"webpage": {"url": "https://lain.example/"}, "_type": "MessageMediaWebPage"},
    }
    only = post(tmp_path, message=words, **fields)
    expected = "https://toko.example/;https://wa.example/1;https://lain.example/"
    assert only["contact"] == expected
    assert json.loads(extra(only)["mentions"]) == [
        {"text": "Budi", "account": f"telegram:user{BUDI}"}
    ]


def test_a_contact_card_and_a_place(tmp_path: Path) -> None:
    card = {"phone_number": "12025550123", "user_id": BUDI, "_type": "MessageMediaContact"}
    assert post(tmp_path, media=card, message="")["contact"] == "+12025550123"
    geo = {"lat": -6.2, "long": 106.8, "_type": "GeoPoint"}
    place = {"geo": geo, "title": "Pasar Demo", "address": "Jl. Satu", "_type": "MessageMediaVenue"}
    assert post(tmp_path, media=place, message="")["location"] == "Pasar Demo, Jl. Satu"
    bare = {"geo": geo, "_type": "MessageMediaGeo"}
    assert post(tmp_path, media=bare, message="")["location"] == "-6.2, 106.8"


@pytest.mark.parametrize(
    ("reply", "key"),
    [
        ({"reply_to_msg_id": 12}, f"post:telegram:{CHAT_ID}/12"),
        ({"reply_to_msg_id": 12, "reply_to_peer_id": {"channel_id": CHANNEL_ID}}, None),
        ({"reply_to_msg_id": 12, "forum_topic": True}, None),
        ({"reply_to_msg_id": 12, "forum_topic": True, "reply_to_top_id": 3},
         f"post:telegram:{CHAT_ID}/12"),
        (None, None),
    ],
)  # fmt: skip
def test_answers(tmp_path: Path, reply: object, key: str | None) -> None:
    assert post(tmp_path, reply_to=reply)["reply_to"] == key


@pytest.mark.parametrize(
    ("fields", "whose"),
    [
        ({"fwd_from": {"from_name": "Budi S", "date": NOON}}, "Budi S"),
        ({"fwd_from": {"from_id": {"channel_id": CHANNEL_ID}},
          "_forward": {"_chat": {"title": "Kanal", "username": CHANNEL}}}, "Kanal"),
        ({"fwd_from": {"from_id": {"channel_id": CHANNEL_ID}},
          "_forward": {"_chat": {"username": CHANNEL}}}, f"@{CHANNEL}"),
        ({"fwd_from": {"from_id": {"user_id": BUDI}}}, f"user{BUDI}"),
        ({"fwd_from": {"from_id": {"user_id": SARI}}}, None),
        ({"fwd_from": {"date": NOON}}, "(deleted account)"),
        ({"fwd_from": {"from_id": {"full_user": {}, "users": [user(BUDI)], "user_id": BUDI}}},
         "Sari Dewi"),
    ],
)  # fmt: skip
def test_whose_words(tmp_path: Path, fields: dict[str, Any], whose: str | None) -> None:
    assert post(tmp_path, **fields)["forwarded_from"] == whose


def test_of_a_hidden_sender_nothing_but_the_id_is_told(tmp_path: Path) -> None:
    hashed = pseudonymised({"user_id": SARI, "username": "sari_demo"})
    sender = user(username=hashed["username"])
    found = of(tmp_path, message(_sender=sender, from_id={"user_id": hashed["user_id"]}))
    assert found.accounts.select("account_key", "handle", "name").rows() == [(SELLER, None, None)]
    assert json.loads(found.posts["extra"][0])["sender_name"] == "Sari Dewi"
    sender = {**sender, "id": hashed["user_id"]}
    opaque = post(tmp_path, _sender=sender, from_id=None, _sender_id=None)["account_key"]
    assert opaque == f"telegram:pseudonym/{hashed['user_id']}"


def test_a_line_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = lines(tmp_path, [message(1), message(2)])
    path.write_bytes(path.read_bytes()[:-40])
    found = read(path)
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (2, 1, 1)
