from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.post_addresses import names_a_post
from tests.builders import post, write_csv
from tests.ingest.readers.reading import read

OTHERS = [
    "https://www.facebook.com/groups/kicau/",
    "facebook.com/groups/55?ref=share",
    "https://m.facebook.com/profile.php?id=100001",
    "https://www.facebook.com/budi.contoh",
    "https://www.facebook.com/people/Budi/100001/",
    "https://www.instagram.com/kicau_shop/",
    "https://www.tiktok.com/@kicau",
    "https://x.com/kicau",
    "https://t.me/kicau_shop",
    "https://t.me/s/kicau_shop",
    "https://t.me/joinchat/AbCd",
    "https://vk.com/club5",
    "https://www.youtube.com/@kicau",
    "https://pasar.example/",
    "see the chat",
]
POSTS = [
    "https://www.facebook.com/groups/kicau/posts/pfbid0abc/",
    "https://www.facebook.com/permalink.php?story_fbid=pfbid0abc&id=100001",
    "https://www.facebook.com/profile.php?id=1&story_fbid=pfbid0abc",
    "https://fb.watch/abc/",
    "https://www.instagram.com/p/Cabc/",
    "https://vm.tiktok.com/ZM1/",
    "https://x.com/kicau/status/1",
    "https://t.me/kicau_shop/12",
    "https://vk.com/wall-5_17",
    "https://vk.com/club5?w=wall-5_17",
    "https://www.youtube.com/watch?v=abcdefghijk",
    "https://pasar.example/iklan/12",
    "https://pasar.example/?p=12",
]


@pytest.mark.parametrize("url", OTHERS)
def test_addresses_of_profiles_and_groups_name_no_post(tmp_path: Path, url: str) -> None:
    assert not names_a_post(url)
    rows = [post(at, post_id="", post_url=url, account_id="5", text=f"{at}") for at in (1, 2)]
    found = read(write_csv(tmp_path / "t.csv", rows))
    assert found.posts["post_key"].n_unique() == 2


@pytest.mark.parametrize("url", POSTS)
def test_addresses_of_posts_name_them(url: str) -> None:
    assert names_a_post(url)


def test_an_address_beside_several_accounts_is_no_post(tmp_path: Path) -> None:
    url = "https://pasar.example/burung"
    rows = [
        post(at, post_id="", post_url=url, account_id=account, text=text, posted_at="2026-03-01")
        for at, (account, text) in enumerate([("5", "a"), ("6", "b"), ("6", "b")])
    ]
    found = read(write_csv(tmp_path / "t.csv", rows))
    assert found.posts["post_key"].n_unique() == 2


def test_an_address_beside_several_times_is_no_post(tmp_path: Path) -> None:
    url = "https://pasar.example/burung"
    rows = [
        post(at, post_id="", post_url=url, account_id="5", posted_at=f"2026-03-0{at}")
        for at in (1, 2)
    ]
    found = read(write_csv(tmp_path / "t.csv", rows))
    assert found.posts["post_key"].n_unique() == 2


def test_a_post_seen_twice_under_its_address_is_one(tmp_path: Path) -> None:
    url = "https://pasar.example/iklan/12"
    rows = [
        post(1, post_id="", post_url=url, account_id="5", text=text, posted_at="2026-03-01")
        for text in ("before", "after")
    ]
    found = read(write_csv(tmp_path / "t.csv", rows))
    assert found.posts["post_key"].n_unique() == 1
