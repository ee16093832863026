from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.four_cat.exports import lines, pseudonymised, table, vk, vk_item
from tests.ingest.readers.reading import read


def row(folder: Path, **cells: Any) -> dict[str, Any]:
    """Read a table of one row."""
    return read(table(folder, [vk(**cells)])).posts.row(0, named=True)


def item(folder: Path, **fields: Any) -> dict[str, Any]:
    """Read one item."""
    return read(lines(folder, [vk_item(**fields)])).posts.row(0, named=True)


SHARED = ("post_key", "account_key", "group_key", "text", "posted_at", "post_url", "reply_to")


def test_table_and_lines_agree(tmp_path: Path) -> None:
    from_table = row(tmp_path, body="Murai batu")
    from_lines = item(tmp_path)
    assert {name: from_table[name] for name in SHARED} == {
        "post_key": "post:vk:-5_17",
        "account_key": "vk:4100",
        "group_key": "vk:group:5",
        "text": "Murai batu",
        "posted_at": datetime(2024, 5, 1, 10, tzinfo=UTC),
        "post_url": "https://vk.com/wall-5_17",
        "reply_to": None,
    }
    assert {name: from_lines[name] for name in SHARED} == {
        name: from_table[name] for name in SHARED
    }


def test_formats_and_counts(tmp_path: Path) -> None:
    found = read(table(tmp_path, [vk(17), vk(18)]))
    assert (found.format, found.rows_read, found.rows_accepted) == ("4cat-vk", 2, 2)
    assert found.aliases.select("key", "same_as").rows() == [("vk:@sari_demo", "vk:4100")]
    found = read(lines(tmp_path, [vk_item(17), vk_item(18), vk_item(18)]))
    assert (found.format, found.rows_accepted, found.rows_merged) == ("4cat-vk-json", 2, 1)


def test_a_community_writes_on_its_own_wall(tmp_path: Path) -> None:
    only = row(tmp_path, author_id=-5, author_screen_name="", author_name="", body="Jual")
    assert (only["account_key"], only["group_key"]) == ("vk:-5", "vk:group:5")
    profile = {"id": 5, "screen_name": "kicau_demo", "name": "Kicau"}
    found = read(lines(tmp_path, [vk_item(from_id=-5, author_profile=profile)]))
    assert found.groups.select("group_key", "name").rows() == [("vk:group:5", "Kicau")]
    assert set(found.aliases["key"]) == {"vk:@kicau_demo", "vk:group:@kicau_demo"}


def test_the_wall_of_a_person_is_no_group(tmp_path: Path) -> None:
    assert row(tmp_path, owner=4100)["group_key"] is None
    assert item(tmp_path, owner=4100)["group_key"] is None


@pytest.mark.parametrize(("answered", "key"), [("21", "post:vk:-5_21"), ("", "post:vk:-5_17")])
def test_a_comment_answers_a_comment_or_the_post(tmp_path: Path, answered: str, key: str) -> None:
    cells = {"item_type": "comment", "thread_id": 17, "in_reply_to_comment_id": answered}
    assert row(tmp_path, number=30, **cells)["reply_to"] == key
    fields = {"kind": "comment", "post_id": 17, "reply_to_comment": answered or None}
    assert item(tmp_path, number=30, **fields)["reply_to"] == key


def test_replies_inside_a_comment_are_not_told_twice(tmp_path: Path) -> None:
    thread = {"count": 1, "items": [vk_item(31)]}
    comment = vk_item(30, kind="comment", thread=thread)
    found = read(lines(tmp_path, [comment, vk_item(31, kind="comment")]))
    assert found.posts["post_id"].to_list() == ["-5_30", "-5_31"]
    assert json.loads(found.posts["extra"][0])["replies"] == "1"


def test_a_deleted_comment_is_nobodys(tmp_path: Path) -> None:
    deleted = {"from_id": 0, "text": "", "deleted": True, "author_profile": {}}
    only = item(tmp_path, **deleted)
    assert (only["post_key"], only["account_key"]) == ("post:vk:-5_17", None)
    assert json.loads(only["extra"])["deleted"] == "true"


def test_a_deleted_account_has_no_name(tmp_path: Path) -> None:
    path = table(tmp_path, [vk(author_name="DELETED ")])
    assert read(path).accounts["name"].to_list() == [None]
    gone = {"id": 4100, "first_name": "DELETED", "last_name": "", "deactivated": "deleted"}
    path = lines(tmp_path, [vk_item(author_profile=gone)])
    assert read(path).accounts["name"].to_list() == [None]


def test_a_repost_passes_words_on(tmp_path: Path) -> None:
    original = {"id": 3, "owner_id": -9, "from_id": -9, "text": "Telp +12025550123"}
    only = item(tmp_path, text="", copy_history=[original])
    assert (only["text"], only["forwarded_from"]) == ("Telp +12025550123", "-9")
    only = item(tmp_path, text="Bagus", copy_history=[original])
    assert (only["text"], only["forwarded_from"]) == ("Bagus", None)


def test_attachments(tmp_path: Path) -> None:
    large = "https://p.example/l?as=1,2"
    sizes = [{"width": 100, "url": "https://p.example/s"}, {"width": 900, "url": large}]
    goods = {"title": "Sangkar", "price": {"text": "1 000 rub.", "currency": {"name": "RUB"}}}
    attachments = [
        {"type": "photo", "photo": {"sizes": sizes}},
        {"type": "link", "link": {"url": "https://toko.example/"}},
        {"type": "market", "market": goods},
    ]
    geo = {"coordinates": "-6.2 106.8", "place": {"title": "Pasar Demo"}}
    only = item(tmp_path, attachments=attachments, geo=geo)
    assert only["image"] == large
    assert only["contact"] == "https://toko.example/"
    assert (only["price"], only["currency"]) == ("1 000 rub.", "RUB")
    assert only["location"] == "Pasar Demo"
    cells = {"photos": f"{large}, https://p.example/b", "links": "https://t.example/"}
    only = row(tmp_path, **cells)
    assert only["image"].splitlines() == [large, "https://p.example/b"]
    assert only["contact"] == "https://t.example/"


def test_an_item_without_a_wall_is_refused(tmp_path: Path) -> None:
    found = read(lines(tmp_path, [vk_item(), {**vk_item(), "owner_id": None}]))
    assert found.reasons == ["it lacks its own id or that of the wall that it is on"]
    only = row(tmp_path, link="", body="Jual")
    assert only["post_id"] is None and json.loads(only["extra"])["id"] == "17"


def test_pseudonymised_authors(tmp_path: Path) -> None:
    found = read(table(tmp_path, [pseudonymised(vk(body="Jual"))]))
    assert found.posts["account_key"][0].startswith("vk:pseudonym/")
    assert found.accounts.select("handle", "name").rows() == [(None, None)]
    hidden = pseudonymised({f"author_{name}": name for name in ("screen_name", "first_name")})
    profile = {"id": 4100, "screen_name": hidden["author_screen_name"], "first_name": "Sari"}
    found = read(lines(tmp_path, [vk_item(author_profile=profile)]))
    assert found.accounts.select("account_key", "handle", "name").rows() == [
        ("vk:4100", None, None)
    ]


def test_a_comment_is_not_the_post_that_its_address_begins_with(tmp_path: Path) -> None:
    comment = vk(19, thread_id=17, item_type="comment", link="https://vk.com/wall-5_17?reply=19")
    found = read(table(tmp_path, [vk(17), comment]))
    assert found.posts.select("post_key", "reply_to").rows() == [
        ("post:vk:-5_17", None),
        ("post:vk:-5_19", "post:vk:-5_17"),
    ]
