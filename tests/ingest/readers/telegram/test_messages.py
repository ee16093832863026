"""What becomes of one message."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.extract import extract_by_hand
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram.exports import GROUP, START, chat, message
from tests.ingest.readers.telegram.reading import read, read_export, read_messages

KEY = f"telegram:group:{GROUP}"
HERE = f"post:telegram:{GROUP}"


def extra(post: dict[str, Any]) -> Any:
    return json.loads(post["extra"])


def test_a_message(tmp_path: Path) -> None:
    found = read_messages(tmp_path, message(7, "Jual murai"))
    assert found.post == {
        "post_key": f"{HERE}/7",
        "platform": "telegram",
        "account_key": "telegram:user102",
        "group_key": KEY,
        "post_id": "7",
        "post_url": None,
        "posted_at": datetime.fromtimestamp(START + 7, UTC),
        "posted_at_raw": "2025-10-09T10:53:20",
        "time_zone_assumed": False,
        "text": "Jual murai",
        "price": None,
        "currency": None,
        "location": None,
        "image": None,
        "contact": None,
        "forwarded_from": None,
        "reply_to": None,
        "extra": None,
        "locator": "message 7",
        "collected_at": None,
    }
    (account,) = found.accounts.to_dicts()
    assert (account["native_id"], account["name"]) == ("user102", "Person 2")
    assert account["seen_at"] == datetime.fromtimestamp(START + 7, UTC)
    (group,) = found.groups.to_dicts()
    assert (group["group_key"], group["native_id"], group["name"]) == (KEY, str(GROUP), "Kicau")
    assert (found.notices, found.suggested_own) == ([], {})


@pytest.mark.parametrize(
    ("text", "entities", "says"),
    [
        ("plain", ..., "plain"),
        ("", ..., None),
        (["a ", {"type": "bold", "text": "b"}, "", {"type": "link", "text": "c.d"}], ..., "a bc.d"),
        ("", [{"type": "plain", "text": "only "}, {"type": "italic", "text": "here"}], "only here"),
        (..., [{"type": "plain", "text": "x"}], "x"),
        (..., ..., None),
        (None, ..., None),
        ([], ..., None),
        ("a\u0001b\u200f é 汉 😀", ..., "a\u0001b\u200f é 汉 😀"),
    ],
)
def test_text_is_joined_without_separators(
    tmp_path: Path, text: Any, entities: Any, says: str | None
) -> None:
    assert read_messages(tmp_path, message(1, text, text_entities=entities)).texts == [says]


@pytest.mark.parametrize(
    ("changed", "seconds", "raw", "assumed"),
    [
        ({"date_unixtime": 1700000000}, 1700000000, "2025-10-09T10:53:20", False),
        ({"date": ...}, START + 1, str(START + 1), False),
        ({"date_unixtime": ..., "date": "2023-11-14T22:13:20"}, 1700000000, ..., True),
        ({"date_unixtime": ..., "date": "2023-11-14T22:13:20Z"}, 1700000000, ..., False),
        ({"date_unixtime": "hidden", "date": "2023-11-14T22:13:20"}, 1700000000, ..., True),
        ({"date_unixtime": "0", "date": "2023-11-14T22:13:20"}, 1700000000, ..., True),
        ({"date_unixtime": ..., "date": ...}, None, None, None),
    ],
)
def test_times(
    tmp_path: Path, changed: dict[str, Any], seconds: int | None, raw: Any, assumed: bool | None
) -> None:
    found = read_messages(tmp_path, message(1, "t", **changed))
    time = None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    assert (found.post["posted_at"], found.post["time_zone_assumed"]) == (time, assumed)
    assert found.post["posted_at_raw"] == (changed["date"] if raw is ... else raw)
    assert len(found.notices) == bool(assumed)


def test_local_times_in_a_named_zone(tmp_path: Path) -> None:
    export = chat(
        message(1, "t", date_unixtime=..., date="2023-11-15T05:13:20"),
        message(2, "skipped", date_unixtime=..., date="2023-03-26T02:30:00"),
    )
    jakarta = read_export(tmp_path, export, ReadOptions(time_zone="Asia/Jakarta"))
    assert jakarta.posts["posted_at"][0] == datetime.fromtimestamp(1700000000, UTC)
    assert jakarta.posts["time_zone_assumed"].to_list() == [False, False]
    assert jakarta.notices == []
    berlin = read_export(tmp_path, export, ReadOptions(time_zone="Europe/Berlin"))
    assert berlin.reasons == ["'2023-03-26T02:30:00' cannot be read as a time"]


@pytest.mark.parametrize(
    ("changed", "key", "native", "name"),
    [
        ({}, "telegram:user101", "user101", "Person 1"),
        ({"from": None}, "telegram:user101", "user101", None),
        ({"from_id": f"channel{GROUP}"}, f"telegram:channel{GROUP}", f"channel{GROUP}", "Person 1"),
        ({"from_id": "chat5"}, "telegram:chat5", "chat5", "Person 1"),
        ({"from_id": 7123456789}, "telegram:user7123456789", "user7123456789", "Person 1"),
        ({"from_id": "123"}, "telegram:user123", "user123", "Person 1"),
        ({"from_id": 123.0}, "telegram:user123", "user123", "Person 1"),
        ({"from_id": -1001234567890}, "telegram:channel1234567890", ..., "Person 1"),
        ({"from_id": -5}, "telegram:chat5", "chat5", "Person 1"),
        ({"from_id": ...}, f"telegram:{GROUP}/Person 1", None, "Person 1"),
        ({"from_id": None, "from": "Ana  B"}, f"telegram:{GROUP}/Ana B", None, "Ana  B"),
    ],
)
def test_authors(
    tmp_path: Path, changed: dict[str, Any], key: str, native: Any, name: str | None
) -> None:
    found = read_messages(tmp_path, message(1, "t", **changed))
    (account,) = found.accounts.to_dicts()
    assert found.post["account_key"] == account["account_key"] == key
    assert account["name"] == name
    assert native is ... or account["native_id"] == native


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ((1 << 32) + 123, "telegram:user123"),
        (str((1 << 32) + 123), "telegram:user123"),
        ((1 << 33) + GROUP, f"telegram:channel{GROUP}"),
        ((1 << 33) + 5, "telegram:chat5"),
        (123, "telegram:user123"),
    ],
)
def test_shifted_ids_of_old_exports(tmp_path: Path, written: Any, key: str) -> None:
    old = {"date_unixtime": ..., "from_id": written}
    export = chat(message(1, "t", **old), message(2, "u", **old), number=(1 << 33) + GROUP)
    found = read_export(tmp_path, export, ReadOptions(time_zone="UTC"))
    assert found.posts["account_key"].to_list() == [key] * 2
    assert found.posts["post_key"].to_list() == [f"{HERE}/1", f"{HERE}/2"]
    assert found.groups["native_id"].to_list() == [str(GROUP)]


def test_large_plain_ids_of_newer_files_are_not_taken_for_shifted_ones(tmp_path: Path) -> None:
    number = (1 << 32) + 123
    for changed in ({}, {"date_unixtime": ..., "date": "2025-10-09T10:53:20Z"}):
        found = read_messages(tmp_path, message(1, "t", from_id=number, **changed))
        assert found.post["account_key"] == f"telegram:user{number}"


def test_a_post_of_a_channel_without_an_author_is_the_channels(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        message(1, "t", **{"from": ..., "from_id": ..., "author": "Admin A"}),
        kind="public_channel",
    )
    assert found.post["account_key"] == f"telegram:channel{GROUP}"
    assert found.accounts["name"].to_list() == ["Kicau"]
    assert extra(found.post) == {"author": "Admin A"}


def test_renamed_accounts_have_a_row_for_each_name(tmp_path: Path) -> None:
    names = ["Ana", "Ana", "Ana Shop", "Ana"]
    rows = [message(n, "t", **{"from": name, "from_id": "user1"}) for n, name in enumerate(names)]
    accounts = read_messages(tmp_path, *rows).accounts.sort("seen_at")
    assert accounts["name"].to_list() == ["Ana", "Ana Shop"]
    assert accounts["seen_at"].dt.epoch("s").to_list() == [START, START + 2]


@pytest.mark.parametrize(
    ("changed", "forwarded", "reply"),
    [
        ({"forwarded_from": "Shop"}, "Shop", None),
        ({"forwarded_from": None}, "(deleted account)", None),
        ({"reply_to_message_id": 4}, None, f"{HERE}/4"),
        ({"reply_to_message_id": 4, "reply_to_peer_id": "channel55"}, None, "post:telegram:55/4"),
        ({"reply_to_message_id": 4, "reply_to_peer_id": "user55"}, None, None),
        ({"reply_to_message_id": 4, "reply_to_peer_id": "chat55"}, None, None),
        ({"reply_to_message_id": [4]}, None, None),
    ],
)
def test_forwards_and_replies(
    tmp_path: Path, changed: dict[str, Any], forwarded: str | None, reply: str | None
) -> None:
    post = read_messages(tmp_path, message(9, "t", **changed)).post
    assert (post["forwarded_from"], post["reply_to"]) == (forwarded, reply)
    lost = "reply_to_message_id" in changed and reply is None
    assert (extra(post) if lost else post["extra"]) == (changed if lost else None)


@pytest.mark.parametrize(
    ("field", "value", "image"),
    [
        ("photo", "photos/photo_1.jpg", "photos/photo_1.jpg"),
        ("file", "video_files/IMG (1).mp4", "video_files/IMG (1).mp4"),
        ("photo", "(File not included. Change data exporting settings to download.)", None),
        ("file", "(File exceeds maximum size. Change data exporting settings.)", None),
        ("file", "a.pdf (File unavailable, please try again later)", None),
        ("photo", 5, None),
    ],
)
def test_pictures_and_files(tmp_path: Path, field: str, value: Any, image: str | None) -> None:
    post = read_messages(
        tmp_path, message(1, "", **{field: value, "mime_type": "m/t", "media_type": "sticker"})
    ).post
    assert (post["image"], post["text"]) == (image, None)
    kept = {"mime_type": "m/t", "media_type": "sticker"} | ({} if image else {field: value})
    assert extra(post) == kept


def test_everything_else_is_kept(tmp_path: Path) -> None:
    beside = {
        "edited": "2025-10-09T10:54:20",
        "edited_unixtime": "1760000060",
        "author": "Admin",
        "saved_from": "Somebody",
        "via_bot": "@bot",
        "file_name": "a.pdf",
        "poll": {"question": "Which?", "answers": [{"text": "A", "voters": 2, "chosen": False}]},
        "reactions": [
            {
                "type": "emoji",
                "count": 3,
                "emoji": "👍",
                "recent": [{"from": "Bo", "from_id": "user2", "date": "2025-10-09T10:54:21"}],
            }
        ],
        "something_new": {"a": [1, 2.5, None, True]},
    }
    post = read_messages(tmp_path, message(1, "t", **beside)).post
    assert extra(post) == beside


@pytest.mark.parametrize(
    ("changed", "location"),
    [
        (
            {"place_name": "Bird Market", "address": "Main Road 1"},
            "Bird Market, Main Road 1",
        ),
        ({"location_information": {"latitude": -6.25, "longitude": 106.5}}, "-6.25, 106.5"),
        ({"location_information": None}, None),
        ({"location_information": {"latitude": "x"}}, None),
    ],
)
def test_places(tmp_path: Path, changed: dict[str, Any], location: str | None) -> None:
    post = read_messages(tmp_path, message(1, "", **changed)).post
    assert (post["location"], extra(post)) == (location, changed)


def test_json_inside_strings_is_read(tmp_path: Path) -> None:
    half = json.dumps({"title": "\ud83d"})
    post = read_messages(
        tmp_path,
        message(1, "", invoice_information='{"title": "Bird", "amount": 5}', peers=half),
    ).post
    assert extra(post) == {
        "invoice_information": {"title": "Bird", "amount": 5},
        "peers": '{"title": "\\ud83d"}',
    }


def entity(kind: str, text: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "text": text} | more


@pytest.mark.parametrize("where", ["text", "text_entities"])
def test_details_behind_the_words(tmp_path: Path, where: str) -> None:
    parts: list[Any] = [
        entity("plain", "ask "),
        entity("text_link", "me", href="https://t.me/kicau_shop"),
        entity("text_link", "wa.me/12025550103", href="https://wa.me/12025550103/"),
        entity("text_link", "mail", href="mailto:bird;s@example.com"),
        entity("text_link", "Bo", href="tg://user?id=77"),
        entity("mention_name", "Cy", user_id=78),
        entity("mention", "@visible"),
        entity("phone", "+1 202 555 0104"),
    ]
    text = "".join(part["text"] for part in parts)
    changed = {"text": parts} if where == "text" else {"text": text, "text_entities": parts}
    post = read_messages(tmp_path, message(1, **changed)).post
    assert post["text"] == text
    assert post["contact"] == "https://t.me/kicau_shop;mailto:bird%3Bs@example.com"
    assert extra(post) == {
        "links": [
            {"text": "me", "href": "https://t.me/kicau_shop"},
            {"text": "mail", "href": "mailto:bird;s@example.com"},
        ],
        "mentions": [
            {"text": "Bo", "account": "telegram:user77"},
            {"text": "Cy", "account": "telegram:user78"},
        ],
    }


def test_contact_cards_and_buttons(tmp_path: Path) -> None:
    card = {"first_name": "Bo", "last_name": "", "phone_number": "+1 202 555 0105"}
    vcard = (
        "BEGIN:VCARD\nVERSION:3.0\nTEL;TYPE=CELL:+1 202-555-0106\nitem1.TEL:0202 5550107\nEND:VCARD"
    )
    buttons = [
        [{"type": "url", "text": "Shop", "data": "https://t.me/kicau_shop"}],
        [
            {"type": "callback", "text": "No", "dataBase64": "aaa", "data": ""},
            {"type": "web_view", "text": "App", "data": "https://example.com/app"},
        ],
        "odd",
    ]
    found = read_messages(
        tmp_path,
        message(1, contact_information=card, contact_vcard=vcard, inline_bot_buttons=buttons),
        message(2, contact_information=card | {"phone_number": "0202 5550108"}),
        message(3, contact_information={"phone_number": 5}, contact_vcard="contacts/c.vcard"),
        message(4, contact_information=None, inline_bot_buttons={"a": 1}),
    )
    one, two, three, four = found.posts.to_dicts()
    assert one["contact"].split(";") == [
        "https://t.me/kicau_shop",
        "https://example.com/app",
        "+1 202 555 0105",
        "+1 202-555-0106",
        "0202 5550107",
    ]
    assert (two["contact"], three["contact"], four["contact"]) == ("0202 5550108", None, None)
    assert extra(one)["inline_bot_buttons"] == buttons
    details = extract_by_hand(
        found.posts.select("contact", "platform", key="post_key").drop_nulls(), None
    )
    assert {"handle:telegram:kicau_shop", "phone:+12025550105", "phone:+12025550106"} <= set(
        details["detail_key"]
    )


@pytest.mark.parametrize(
    ("bad", "field", "reason"),
    [
        ([1, 2], None, "not an object"),
        ("text", None, "not an object"),
        (5, None, "not an object"),
        (None, None, "not an object"),
        (message(1, 5), "text", "neither text nor a list"),
        (message(1, {"a": 1}), "text", "neither text nor a list"),
        (message(1, ["a", 5]), "text", "no text"),
        (message(1, [{"type": "bold"}]), "text", "no text"),
        (message(1, "t" * 4_000_001), "text", "longer than"),
        (message(1, "t", note="n" * 4_000_001), None, "longer than"),
        (message(1, id="x"), "id", "'x' is not an id"),
        (message(1, id=[1]), "id", "is not an id"),
        (message(1, id=10**30), "id", "is not an id"),
        (message(1, id=1.5), "id", "is not an id"),
        (message(1, id=True), "id", "is not an id"),
        (message(1, from_id=["user1"]), "from_id", "is not an id"),
        (message(1, from_id="nobody"), "from_id", "'nobody' is not an id"),
        (message(1, from_id=10**30), "from_id", "is not an id"),
        (message(1, from_id=True), "from_id", "is not an id"),
        (message(1, **{"from": 5}), "from", "not a name"),
        (message(1, **{"from": "n" * 501}), "from", "longer than"),
        (message(1, **{"from": None, "from_id": ...}), "from", "names no account"),
        (message(1, **{"from": " ", "from_id": None}), "from", "names no account"),
        (message(1, date=5), "date", "cannot be read"),
        (message(1, date="soon", date_unixtime=...), "date", "cannot be read"),
        (message(1, date="2025-02-30T10:00:00", date_unixtime=...), "date", "cannot be read"),
        (message(1, date=..., date_unixtime="soon"), "date_unixtime", "cannot be read"),
        (message(1, date=..., date_unixtime=10**15), "date_unixtime", "cannot be read"),
        (message(1, type="unsupported"), "type", "could not export it"),
        ({"id": 1, "type": "unsupported"}, "type", "could not export it"),
        (message(1, type="strange"), "type", "'strange' is not a kind"),
        (message(1, type=["message"]), "type", "is not a kind"),
        (message(1, forwarded_from=[1]), "forwarded_from", "not a name"),
        (message(1, "a\0b"), None, "NUL"),
        (message(1, "t", note=["\0"]), None, "NUL"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, bad: Any, field: str | None, reason: str) -> None:
    found = read_messages(tmp_path, message(8, "good"), bad, message(9, "good"))
    assert found.texts == ["good", "good"]
    (row,) = found.rejected.to_dicts()
    assert (row["field"], reason in row["reason"]) == (field, True), row
    assert row["raw"] is not None
    assert len(row["raw"]) <= 2_000
    assert row["locator"] in ("message 1", "message at position 2")
    assert (found.rows_read, found.rows_merged) == (3, 0)
    assert set(found.accounts["account_key"]) == {"telegram:user103", "telegram:user104"}


def test_what_is_nested_too_deep_is_refused(tmp_path: Path) -> None:
    deep: Any = "bottom"
    for _ in range(70):
        deep = [deep]
    shallow: Any = "bottom"
    for _ in range(50):
        shallow = {"in": shallow}
    found = read_messages(tmp_path, message(1, "a", x=deep), message(2, "b", x=shallow))
    assert found.texts == ["b"]
    assert found.reasons == ["it is nested more than 60 deep"]


def test_exact_repeats_are_merged(tmp_path: Path) -> None:
    rows = [message(1, "a"), message(2, "a"), message(1, "a"), message(1, "edited")]
    found = read_messages(tmp_path, *rows)
    assert (found.rows_read, found.rows_merged, found.texts) == (4, 1, ["a", "a", "edited"])


def test_half_characters_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat(message(1, "a \ud83d b", x="\ude00"), name="\ud83d")))
    found = read(path)
    assert found.texts == ["a � b"]
    assert extra(found.post) == {"x": "�"}
    assert found.groups["name"].to_list() == ["�"]
