from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.reading import read
from tests.ingest.readers.telethon.files import (
    ANA,
    BASIC,
    BUDI,
    CHANNEL,
    GONE,
    GROUP,
    OTHER,
    OWN,
    extra_of,
    fixture,
    load,
    pairs,
    posts_of,
    write_json,
)


def in_group(group: str) -> str:
    return f"telegram:group:{group}"


def test_a_channel() -> None:
    found = fixture("channel_messages.json")
    assert (found.rows_read, found.rows_accepted, len(found.posts)) == (10, 10, 6)
    assert found.notices == []
    posts = posts_of(found)
    assert sorted(posts) == ["2", "3", "4", "5", "6", "7"]
    assert {post["account_key"] for post in posts.values()} == {f"telegram:channel{CHANNEL}"}
    assert {post["group_key"] for post in posts.values()} == {in_group(CHANNEL)}
    assert posts["2"]["post_key"] == f"post:telegram:{CHANNEL}/2"
    assert posts["2"]["posted_at"] == datetime(2021, 5, 1, 12, 2, tzinfo=UTC)
    assert posts["2"]["time_zone_assumed"] is False
    assert posts["2"]["locator"] == "message 2"
    assert posts["6"]["reply_to"] == f"post:telegram:{CHANNEL}/2"


def test_details_behind_words_and_buttons_and_on_cards() -> None:
    posts = posts_of(fixture("channel_messages.json"))
    assert posts["2"]["text"] == "🐦 Murai batu ready, order here"
    assert posts["2"]["contact"] == "https://wa.me/12025550145;https://shop.example/kicau"
    assert extra_of(posts["2"])["links"] == (
        '[{"text": "order here", "href": "https://wa.me/12025550145"}]'
    )
    assert posts["4"]["text"] is None
    assert posts["4"]["contact"] == "+12025550144"
    assert '"last_name": "Kicau"' in extra_of(posts["4"])["media"]
    assert posts["5"]["location"] == "Pasar Contoh, Jl. Contoh 1"


def test_whose_words_are_passed_on() -> None:
    posts = posts_of(fixture("channel_messages.json"))
    assert posts["5"]["forwarded_from"] == f"channel{OTHER}"
    assert posts["7"]["forwarded_from"] == "Seller Who Hides"
    assert posts["2"]["forwarded_from"] is None


def test_media_alone_is_a_post_and_keys_of_files_are_not_kept() -> None:
    post = posts_of(fixture("channel_messages.json"))["3"]
    assert (post["text"], post["image"]) == (None, None)
    assert '"id": 5551' in post["extra"].replace('\\"', '"')
    assert "file_reference" not in post["extra"]
    assert "access_hash" not in post["extra"]


def test_channels_and_accounts_are_described() -> None:
    found = fixture("channel_messages.json")
    accounts = pairs(found.accounts, "account_key", "handle", "name", "contact")
    assert (BUDI, "budi_contoh", "Budi Contoh", "+12025550144") in accounts
    channel = f"telegram:channel{CHANNEL}"
    assert (channel, "Kicau_Contoh", "Pasar Kicau Contoh", None) in accounts
    assert pairs(found.aliases, "kind", "key", "same_as") == {
        ("group", "telegram:group:@kicau_contoh", in_group(CHANNEL)),
        ("account", "telegram:@kicau_contoh", channel),
        ("group", "telegram:group:@burung_lain", in_group(OTHER)),
        ("account", "telegram:@burung_lain", f"telegram:channel{OTHER}"),
        ("account", "telegram:@budi_contoh", BUDI),
    }
    names = [row["name"] for row in found.groups.to_dicts() if CHANNEL in row["group_key"]]
    assert [name for name in names if name] == ["Pasar Kicau", "Pasar Kicau Contoh"]


def test_a_group() -> None:
    found = fixture("group_messages.json")
    counts = (found.rows_read, found.rows_accepted, len(found.rejected), found.rows_merged)
    assert counts == (24, 23, 1, 0)
    assert found.reasons == ["Telegram no longer gives its content (MessageEmpty)"]
    authors = {number: post["account_key"] for number, post in posts_of(found).items()}
    assert authors == {
        "26": ANA,
        "27": OWN,
        "28": ANA,
        "29": f"telegram:channel{CHANNEL}",
        "30": f"telegram:channel{GROUP}",
    }
    assert found.notices == [
        "Messages about pins, calls, pictures and the like only show that their author is in "
        "the chat."
    ]


def test_who_came_and_went() -> None:
    found = fixture("group_messages.json")
    assert pairs(found.memberships, "locator", "account_key", "event", "role", "by_key") == {
        ("message 11", ANA, None, "creator", None),
        ("message 11, member 2", BUDI, "joined", None, ANA),
        ("message 12", ANA, None, None, None),
        ("message 18", OWN, "joined", None, None),
        ("message 19", BUDI, "joined", None, ANA),
        ("message 19, member 2", GONE, "joined", None, ANA),
        ("message 20", ANA, None, None, None),
        ("message 21", BUDI, "joined", None, ANA),
        ("message 22", GONE, "joined", None, None),
        ("message 23", GONE, "left", None, ANA),
        ("message 24", ANA, None, None, None),
    }
    in_basic = found.memberships.filter(locator="message 11")
    assert in_basic["group_key"].to_list() == [in_group(BASIC)]


def test_titles_and_migration() -> None:
    found = fixture("group_messages.json")
    became = found.aliases.filter(reason="the group became a supergroup")
    assert pairs(became, "key", "same_as") == {(in_group(BASIC), in_group(GROUP))}
    dated = found.groups.drop_nulls(["seen_at", "name"])
    assert pairs(dated, "group_key", "name", "locator") == {
        (in_group(BASIC), "Kicau Kecil", "message 11"),
        (in_group(GROUP), "Kicau Kecil", "message 17"),
        (in_group(GROUP), "Kicau Diskusi", "message 20"),
    }


def test_a_supergroup_is_no_account_and_handles_in_use_are_all_told() -> None:
    found = fixture("group_messages.json")
    accounts = found.aliases.filter(kind="account")
    assert pairs(accounts, "key", "same_as") == {
        ("telegram:@ana_contoh", ANA),
        ("telegram:@ana_dua", ANA),
        ("telegram:@sam_pembeli", OWN),
    }


def test_the_collectors_account_is_suggested_and_its_number_left_out() -> None:
    found = fixture("group_messages.json")
    assert list(found.suggested_own) == [OWN]
    assert "signed in" in found.suggested_own[OWN]
    assert "12025550199" not in str(found.accounts.to_dicts())


def test_a_deleted_account_is_called_nothing() -> None:
    found = fixture("group_messages.json")
    assert pairs(found.accounts.filter(account_key=GONE), "name", "handle") == {(None, None)}


def test_a_channel_repeating_itself_in_its_group_passes_on_nobodys_words() -> None:
    posts = posts_of(fixture("group_messages.json"))
    assert posts["29"]["forwarded_from"] is None
    assert '"channel_post": 2' in extra_of(posts["29"])["fwd_from"]


def test_a_topic_is_no_message_that_is_answered() -> None:
    posts = posts_of(fixture("group_messages.json"))
    assert posts["28"]["reply_to"] is None
    assert '"forum_topic": true' in extra_of(posts["28"])["reply_to (source)"]


def test_people_mentioned_without_a_name() -> None:
    posts = posts_of(fixture("group_messages.json"))
    assert extra_of(posts["26"])["mentions"] == f'[{{"text": "Budi", "account": "{BUDI}"}}]'


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "x"}, "'x' is not an id"),
        ({"peer_id": None}, "'None' names no chat"),
        ({"peer_id": "b'\\x01'"}, "names no chat"),
        ({"peer_id": {"_": "PeerUser", "user_id": 5}}, "it is of a private chat"),
        ({"from_id": {"_": "PeerUser"}}, "is not an id"),
        ({"peer_id": {"_": "PeerChat", "chat_id": 5}, "from_id": None}, "it names no account"),
        ({"message": 5}, "it is no text"),
        ({"date": []}, "'[]' cannot be read as a time"),
        ({"date": "yesterday"}, "'yesterday' cannot be read as a time"),
        ({"action": {"_": "MessageActionChatDeleteUser"}}, "it names no account"),
        ({"action": {"_": "MessageActionChatJoinedByLink"}}, "it names no account"),
        ({"action": {"_": "MessageActionChatMigrateTo"}}, "it names no group"),
    ],
)
def test_refused_with_a_reason(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    message = load("channel_messages.json")["messages"][5] | change
    document = {"messages": [message], "chats": [], "users": []}
    found = read(write_json(tmp_path / "a", document), format_name="telegram-tracker")
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (1, 0, 1)
    assert reason in found.reasons[0]


def test_a_basic_groups_own_numbers_name_no_post(tmp_path: Path) -> None:
    basic = {"_": "PeerChat", "chat_id": 600000456}
    messages = load("group_messages.json")["messages"][2:3]
    messages += [messages[0] | {"id": 40, "message": ""}]
    document = {"messages": [message | {"peer_id": basic} for message in messages]}
    found = read(write_json(tmp_path / "a", document), format_name="telegram-tracker")
    assert found.posts["post_id"].to_list() == [None, None]
    assert [extra_of(post)["message_id"] for post in found.posts.to_dicts()] == ["28", "40"]
    assert found.posts["image"].to_list() == [None, "(not saved)"]


def test_lists_and_lines_of_messages_read_alike(tmp_path: Path) -> None:
    messages = load("channel_messages.json")["messages"]
    whole = fixture("channel_messages.json").posts
    found = read(write_json(tmp_path / "a", messages))
    assert (found.format, found.rows_read) == ("telethon", 7)
    assert found.posts.equals(whole)
    path = tmp_path / "b"
    path.write_text("\n".join(map(str, map(_line, messages))), encoding="utf-8")
    assert read(path).posts.drop("extra").equals(whole.drop("extra"))


def _line(message: object) -> str:
    import json

    return json.dumps(message)
