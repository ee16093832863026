from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import NOTICE
from tests.ingest.readers.four_cat.exports import (
    BUDI,
    CHANNEL,
    CHANNEL_ID,
    CHAT,
    CHAT_ID,
    GONE,
    NOON,
    SARI,
    anonymised,
    pseudonymised,
    table,
    telegram,
)
from tests.ingest.readers.reading import Read, read


def post(folder: Path, **cells: Any) -> dict[str, Any]:
    """Read a table of one row."""
    return read(table(folder, [telegram(**cells)])).posts.row(0, named=True)


def handles(found: Read) -> set[tuple[str, str]]:
    """Give which handle is stated to be of which id."""
    return set(found.aliases.select("key", "same_as").rows())


def test_a_message(tmp_path: Path) -> None:
    found = read(table(tmp_path, [telegram(17, body="Jual\nmurai, siap", views=12)]))
    assert (found.format, found.rows_read, found.rows_accepted) == ("4cat-telegram", 1, 1)
    only = found.posts.row(0, named=True)
    assert only["post_key"] == f"post:telegram:@{CHAT}/17"
    assert only["account_key"] == f"telegram:user{SARI}"
    assert only["group_key"] == f"telegram:group:@{CHAT}"
    assert only["text"] == "Jual\nmurai, siap"
    assert json.loads(only["extra"])["views"] == "12"
    assert handles(found) == {("telegram:@sari_demo", f"telegram:user{SARI}")}
    assert found.accounts.select("native_id", "handle", "name").rows() == [
        (f"user{SARI}", "sari_demo", "Sari Dewi")
    ]


def test_seconds_are_preferred_to_the_clock_of_the_server(tmp_path: Path) -> None:
    path = table(tmp_path, [telegram(1), telegram(2, unix_timestamp="")])
    found = read(path, ReadOptions(time_zone="Europe/Amsterdam"))
    noon = datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert found.posts["posted_at"].to_list() == [noon, noon]
    assert found.posts["time_zone_assumed"].to_list() == [False, False]
    assert read(path).posts["time_zone_assumed"].to_list() == [False, True]


@pytest.mark.parametrize(
    ("chat", "group"),
    [
        (CHAT, f"telegram:group:@{CHAT}"),
        (str(CHAT_ID), f"telegram:group:{CHAT_ID}"),
        (f"-100{CHAT_ID}", f"telegram:group:{CHAT_ID}"),
        ("PasarBurung&Kicau", "telegram:group:name/pasarburung&kicau"),
        ("unknown", None),
    ],
)
def test_a_chat_is_a_name_a_number_or_a_title(tmp_path: Path, chat: str, group: str | None) -> None:
    assert post(tmp_path, chat=chat, body="Jual")["group_key"] == group


def test_two_chats_of_one_title_share_no_posts(tmp_path: Path) -> None:
    rows = [telegram(5, chat="Pasar&Burung", author=author) for author in (41, 42)]
    assert read(table(tmp_path, rows)).posts["post_key"].n_unique() == 2


def test_a_channel_is_no_user_where_a_data_frame_made_its_number_a_fraction(tmp_path: Path) -> None:
    cells = {"author": f"{CHANNEL_ID}.0", "author_username": CHANNEL, "author_name": ""}
    only = post(tmp_path, chat=CHANNEL, body="Jual", **cells)
    assert only["account_key"] == f"telegram:channel{CHANNEL_ID}"
    assert only["group_key"] == f"telegram:group:{CHANNEL_ID}"


def test_what_a_channel_posts_is_its_own_and_tells_its_number(tmp_path: Path) -> None:
    cells = {"author": CHANNEL_ID, "author_username": CHANNEL.title(), "author_name": ""}
    found = read(table(tmp_path, [telegram(5, chat=CHANNEL, **cells)]))
    only = found.posts.row(0, named=True)
    assert only["account_key"] == f"telegram:channel{CHANNEL_ID}"
    assert only["post_key"] == f"post:telegram:{CHANNEL_ID}/5"
    assert (f"telegram:group:@{CHANNEL}", f"telegram:group:{CHANNEL_ID}") in handles(found)


def test_a_channel_without_a_name_in_its_address(tmp_path: Path) -> None:
    cells = {"author": CHANNEL_ID, "author_username": "", "author_name": ""}
    assert (
        post(tmp_path, chat=str(CHANNEL_ID), body="Jual", **cells)["account_key"]
        == f"telegram:channel{CHANNEL_ID}"
    )


def test_a_channel_in_another_chat_has_a_handle_and_no_name(tmp_path: Path) -> None:
    cells = {"author": CHANNEL_ID, "author_username": CHANNEL, "author_name": ""}
    only = post(tmp_path, body="Jual", **cells)
    assert only["account_key"] == f"telegram:channel{CHANNEL_ID}"
    assert only["group_key"] == f"telegram:group:@{CHAT}"


def test_a_deleted_account_is_its_number(tmp_path: Path) -> None:
    cells = {"author": GONE, "author_username": "", "author_name": ""}
    assert post(tmp_path, body="Jual", **cells)["account_key"] == f"telegram:user{GONE}"


def test_nobody_is_named(tmp_path: Path) -> None:
    cells = {"author": "", "author_username": "", "author_name": ""}
    assert post(tmp_path, body="Jual", **cells)["account_key"] is None


def test_a_basic_group_counts_for_each_account_apart(tmp_path: Path) -> None:
    found = read(table(tmp_path, [telegram(3, chat="4500", body="Jual"), telegram(4, chat="4500")]))
    assert found.posts["post_id"].to_list() == [None, None]
    assert found.posts["group_key"].unique().to_list() == ["telegram:group:4500"]
    assert len(found.memberships) == 0


def test_an_answer_and_a_forward(tmp_path: Path) -> None:
    cells = {
        "reply_to": "12",
        "is_reply": "True",
        "author_forwarded_from_name": "Budi S",
        "author_forwarded_from_id": BUDI,
        "unix_timestamp_forwarded_from": NOON,
    }
    only = post(tmp_path, body="Jual", **cells)
    assert only["reply_to"] == f"post:telegram:@{CHAT}/12"
    assert only["forwarded_from"] == "Budi S"
    assert json.loads(only["extra"])["author_forwarded_from_id"] == str(BUDI)


@pytest.mark.parametrize(
    ("cells", "whose"),
    [
        ({"author_forwarded_from_username": CHANNEL}, f"@{CHANNEL}"),
        ({"author_forwarded_from_id": CHANNEL_ID}, str(CHANNEL_ID)),
        ({"unix_timestamp_forwarded_from": NOON}, "(deleted account)"),
        ({"author_forwarded_from_id": SARI}, None),
        ({"unix_timestamp_forwarded_from": "0"}, None),
    ],
)
def test_whose_words(tmp_path: Path, cells: dict[str, Any], whose: str | None) -> None:
    assert post(tmp_path, body="Jual", **cells)["forwarded_from"] == whose


def test_a_contact_card(tmp_path: Path) -> None:
    card = {
        "phone_number": "12025550123",
        "first_name": "Budi",
        "last_name": "",
        "vcard": "BEGIN:VCARD\nTEL;CELL:+1 202 555 0124\nEND:VCARD",
        "user_id": BUDI,
    }
    cells = {"attachment_type": "contact", "attachment_data": json.dumps(card)}
    only = post(tmp_path, **cells)
    assert only["contact"] == "+12025550123;+1 202 555 0124"
    assert json.loads(json.loads(only["extra"])["attachment_data"])["user_id"] == BUDI


def test_addresses_that_the_words_do_not_show(tmp_path: Path) -> None:
    cells = {
        "body": "Cek toko dan shown.example",
        "body_markdown": "Cek [toko](https://shop.example/a;b) dan shown.example",
        "link_attached": "https://shown.example/",
    }
    assert post(tmp_path, **cells)["contact"] == "https://shop.example/a%3Bb"
    assert post(tmp_path, link_attached="https://x.example/")["contact"] == "https://x.example/"


def test_a_picture_alone_is_a_post(tmp_path: Path) -> None:
    cells = {"attachment_type": "photo", "attachment_filename": f"{CHAT}-1.jpeg"}
    assert post(tmp_path, **cells)["image"] == f"{CHAT}-1.jpeg"


def test_reactions_are_kept(tmp_path: Path) -> None:
    assert json.loads(post(tmp_path, reactions="👍👍🔥")["extra"])["reactions"] == "👍👍🔥"


def test_pseudonymised_authors_are_opaque(tmp_path: Path) -> None:
    rows = [
        telegram(1, body="Jual"),
        telegram(2, body="Beli"),
        telegram(3, author=BUDI, author_name="Budi", body="Jual"),
        telegram(4, author="", author_username="", author_name="", body="Entah"),
        telegram(5, body="Jual lagi", unix_timestamp_forwarded_from=NOON),
    ]
    found = read(table(tmp_path, map(pseudonymised, rows)))
    keys = found.posts["account_key"].to_list()
    assert keys[0] == keys[1] == keys[4] != keys[2]
    assert all(key.startswith("telegram:pseudonym/") for key in keys if key is not None)
    assert keys[3] is None
    assert found.accounts.select("handle", "name").rows() == [(None, None)] * len(found.accounts)
    assert len(found.aliases) == 0
    assert found.notices == [NOTICE]
    assert found.posts["forwarded_from"].is_null().to_list() == [True, True, True, True, False]


def test_anonymised_authors_are_nobody(tmp_path: Path) -> None:
    rows = [telegram(1, body="Jual"), telegram(2, author=BUDI, body="Beli")]
    found = read(table(tmp_path, map(anonymised, rows)))
    assert found.posts["account_key"].to_list() == [None, None]
    assert found.posts["forwarded_from"].to_list() == [None, None]
    assert len(found.accounts) == 0
    assert found.notices == [NOTICE]
    assert read(table(tmp_path, [telegram(1)])).notices == []


def test_a_name_left_beside_a_hash_is_not_given(tmp_path: Path) -> None:
    row = telegram(1, body="Jual", author=pseudonymised(telegram())["author"])
    found = read(table(tmp_path, [row]))
    assert found.accounts.select("handle", "name").rows() == [(None, None)]
    assert json.loads(found.posts["extra"][0])["author_name"] == "Sari Dewi"


def test_the_same_row_twice_is_merged(tmp_path: Path) -> None:
    found = read(table(tmp_path, [telegram(1), telegram(1), telegram(2)]))
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (3, 2, 1)


def test_a_time_that_is_none_is_refused(tmp_path: Path) -> None:
    found = read(table(tmp_path, [telegram(1, unix_timestamp="soon"), telegram(2)]))
    assert found.reasons == ["'soon' cannot be read as a time"]


def test_the_form_for_excel(tmp_path: Path) -> None:
    found = read(table(tmp_path, [telegram(1, body="a;b,c")], delimiter=";"))
    assert (found.format, found.posts["text"][0]) == ("4cat-telegram", "a;b,c")


def test_what_a_data_frame_left_empty_is_no_forward(tmp_path: Path) -> None:
    cells = {f"author_forwarded_from_{name}": "nan" for name in ("name", "username", "id")}
    assert post(tmp_path, body="Jual", **cells)["forwarded_from"] is None
