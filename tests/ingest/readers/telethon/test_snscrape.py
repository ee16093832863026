from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.reading import read
from tests.ingest.readers.telethon.files import extra_of, fixture, pairs, posts_of

POST = "snscrape.modules.telegram.TelegramPost"


def test_posts_are_the_channels() -> None:
    found = fixture("snscrape.jsonl")
    counts = (found.rows_read, found.rows_accepted, len(found.rejected), len(found.posts))
    assert counts == (7, 6, 1, 5)
    assert found.reasons == ["'https://t.me/s/Kicau_Contoh' is not the address of a post"]
    posts = posts_of(found)
    assert {post["account_key"] for post in posts.values()} == {"telegram:@kicau_contoh"}
    assert {post["group_key"] for post in posts.values()} == {"telegram:group:@kicau_contoh"}
    assert posts["6"]["post_key"] == "post:telegram:@kicau_contoh/6"
    assert posts["6"]["post_url"] == "https://t.me/Kicau_Contoh/6"
    assert posts["4"]["text"] is None


def test_addresses_behind_words_are_details_those_of_posts_are_not() -> None:
    posts = posts_of(fixture("snscrape.jsonl"))
    assert posts["2"]["contact"] == "https://wa.me/12025550145;https://shop.example/kicau"
    assert posts["7"]["contact"] is None
    assert extra_of(posts["7"])["posts linked to"] == '["https://t.me/seller_contoh/9"]'


def test_the_channel_itself() -> None:
    found = fixture("snscrape.jsonl")
    told = pairs(found.accounts, "account_key", "name", "bio")
    assert ("telegram:@kicau_contoh", "Pasar Kicau Contoh", "Order: +1 202 555 0144") in told
    assert len(found.aliases) == 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"url": "https://t.me/Kicau_Contoh/5/12?single"}, ("12", None)),
        ({"forwardedUrl": "https://t.me/lain_contoh/4"}, ("12", "lain_contoh")),
        ({"forwarded": {"username": "lain_contoh"}}, ("12", "lain_contoh")),
        ({"forwarded": {"username": "Kicau_Contoh"}}, ("12", None)),
    ],
)
def test_other_versions(
    tmp_path: Path, change: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    post = {"_type": POST, "url": "https://t.me/s/kicau_contoh/12", "content": "x"} | change
    path = tmp_path / "a"
    path.write_text(json.dumps(post), encoding="utf-8")
    found = read(path)
    assert pairs(found.posts, "post_id", "forwarded_from") == {expected}
