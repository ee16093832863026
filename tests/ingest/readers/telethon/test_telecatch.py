from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.ingest.readers.telethon.files import (
    ANA,
    CHANNEL,
    GROUP,
    extra_of,
    fixture,
    pairs,
    posts_of,
)

BOTH = pytest.mark.parametrize("name", ["telecatch.tsv", "telecatch.json"])


@BOTH
def test_messages(name: str) -> None:
    found = fixture(name)
    counts = (found.rows_read, found.rows_accepted, len(found.rejected), found.rows_merged)
    assert counts == (6, 5, 1, 0)
    assert pairs(found.rejected, "field", "reason") == {("id", "it is not an id")}
    posts = posts_of(found)
    authors = {number: post["account_key"] for number, post in posts.items()}
    assert authors.pop("26") == ANA
    assert set(authors.values()) == {f"telegram:channel{CHANNEL}"}
    assert posts["2"]["posted_at"] == datetime(2021, 5, 1, 12, 2, tzinfo=UTC)
    assert posts["2"]["post_key"] == f"post:telegram:{CHANNEL}/2"
    assert posts["26"]["group_key"] == f"telegram:group:{GROUP}"


@BOTH
def test_details_media_and_forwards(name: str) -> None:
    posts = posts_of(fixture(name))
    assert posts["2"]["contact"] == "https://wa.me/12025550145"
    assert (posts["3"]["text"], posts["3"]["image"]) == (None, "2021-05/1400000123_3.png")
    assert posts["5"]["forwarded_from"] == "Burung Lain"
    assert posts["7"]["forwarded_from"] == "(deleted account)"
    assert posts["2"]["forwarded_from"] is None


@BOTH
def test_an_address_that_is_no_name_gives_no_handle(name: str) -> None:
    found = fixture(name)
    post = posts_of(found)["26"]
    assert post["post_url"] is None
    assert extra_of(post)["username"] == "https://t.me/c/1400000456"
    assert set(found.aliases["key"]) == {
        "telegram:@kicau_contoh",
        "telegram:@ana_contoh",
        "telegram:group:@kicau_contoh",
    }


def test_both_say_the_same() -> None:
    columns = ["post_key", "account_key", "posted_at", "text", "contact", "image", "forwarded_from"]
    table, document = (fixture(name).posts.select(columns) for name in BOTH.args[1])
    assert table.equals(document)
