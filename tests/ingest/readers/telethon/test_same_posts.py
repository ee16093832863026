"""Captures of one channel by different tools are of the same account, group and posts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.readers.reading import read
from tests.ingest.readers.telegram.exports import chat, message, write
from tests.ingest.readers.telethon.files import CHANNEL, fixture, pairs, posts_of

ACCOUNT, GROUP = f"telegram:channel{CHANNEL}", f"telegram:group:{CHANNEL}"


def test_a_slug_and_a_number_are_told_to_be_one() -> None:
    by_number, by_slug = fixture("channel_messages.json"), fixture("snscrape.jsonl")
    aliases = pairs(by_number.aliases, "kind", "key", "same_as")
    assert ("group", "telegram:group:@kicau_contoh", GROUP) in aliases
    assert ("account", "telegram:@kicau_contoh", ACCOUNT) in aliases
    assert set(by_slug.posts["group_key"]) == {"telegram:group:@kicau_contoh"}
    assert set(by_slug.posts["account_key"]) == {"telegram:@kicau_contoh"}
    numbered, named = posts_of(by_number), posts_of(by_slug)
    assert named.keys() < numbered.keys()
    for number, post in named.items():
        assert post["post_key"].replace("@kicau_contoh", CHANNEL) == numbered[number]["post_key"]
        assert post["text"] == numbered[number]["text"]
        assert post["posted_at"] == numbered[number]["posted_at"]


@pytest.mark.parametrize("name", ["msgs_dataset.csv", "telecatch.tsv", "telecatch.json"])
def test_tables_give_the_same_keys(name: str) -> None:
    ours, theirs = posts_of(fixture("channel_messages.json")), posts_of(fixture(name))
    both = ours.keys() & theirs.keys()
    assert len(both) >= 4
    for number in both:
        for column in ("post_key", "account_key", "group_key", "posted_at", "text"):
            assert ours[number][column] == theirs[number][column]


def test_an_export_of_telegram_desktop_gives_the_same_keys(tmp_path: Path) -> None:
    link = {"type": "text_link", "text": "order here", "href": "https://wa.me/12025550145"}
    exported = message(
        2,
        ["🐦 Murai batu ready, ", link],
        **{"from": "Pasar Kicau Contoh", "from_id": f"channel{CHANNEL}"},
        date_unixtime="1619870520",
        inline_bot_buttons=[
            [{"type": "url", "text": "Shop", "data": "https://shop.example/kicau"}]
        ],
    )
    document = chat(exported, kind="public_channel", number=int(CHANNEL))
    (theirs,) = read(write(tmp_path / "result.json", document)).posts.to_dicts()
    ours = posts_of(fixture("channel_messages.json"))["2"]
    for column in ("post_key", "account_key", "group_key", "posted_at", "text", "contact"):
        assert ours[column] == theirs[column]
