from __future__ import annotations

import pytest

from ingest.readers.archived.addresses import read_address


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://t.me/s/Shop_Demo/4?single", {"group_handle": "Shop_Demo", "post_id": "4"}),
        ("https://t.me/demo/12/45", {"group_handle": "demo", "post_id": "45"}),
        ("https://t.me/c/1234567890/9", {"group_id": "1234567890", "post_id": "9"}),
        ("https://t.me/shop_demo", {}),
        ("https://instagram.com/p/C4abcDEF_1-/?igsh=x", {"post_id": "C4abcDEF_1-"}),
        ("https://www.instagram.com/Kicau.Demo/", {"account_handle": "kicau.demo"}),
        (
            "https://m.tiktok.com/@kicau/photo/7345678901234567890",
            {"account_handle": "kicau", "post_id": "7345678901234567890"},
        ),
        ("https://twitter.com/Demo/status/17?s=2", {"account_handle": "demo", "post_id": "17"}),
        ("https://x.com/i/status/17600", {"post_id": "17600"}),
        ("https://x.com/search?q=bird", {}),
        ("https://vk.com/wall-12_345", {"group_id": "12", "post_id": "-12_345"}),
        ("https://m.vk.com/club12?w=wall-12_345", {"group_id": "12", "post_id": "-12_345"}),
        ("https://vk.com/wall-12_345?reply=346", {"group_id": "12", "post_id": "-12_346"}),
        ("https://vk.com/wall7_8", {"post_id": "7_8"}),
        ("https://www.youtube.com/watch?v=abcDEF12345&t=1", {"post_id": "abcDEF12345"}),
        ("https://youtube.com/shorts/abcDEF12345", {"post_id": "abcDEF12345"}),
        ("https://www.youtube.com/@KicauDemo/videos", {"account_handle": "kicaudemo"}),
        (
            "https://www.facebook.com/groups/kicau.demo/permalink/123456/",
            {"group_handle": "kicau.demo", "post_id": "123456"},
        ),
        (
            "https://m.facebook.com/story.php?story_fbid=123456&id=100012345",
            {"post_id": "123456", "account_id": "100012345"},
        ),
        (
            "https://www.facebook.com/permalink.php?story_fbid=pfbid02abc&id=100012345",
            {"account_id": "100012345"},
        ),
        (
            "https://www.facebook.com/kicau.demo/posts/pfbid02abc",
            {"account_handle": "kicau.demo"},
        ),
        ("https://www.facebook.com/photo/?fbid=123456", {"post_id": "123456"}),
        ("https://www.facebook.com/share/p/abc/", {}),
    ],
)  # fmt: skip
def test_known_platforms(url: str, told: dict[str, str]) -> None:
    found = read_address(url)
    assert {name: value for name, value in found.items() if value and name != "platform"} == told


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.shop.example/a", "shop.example"),
        ("https://fb.com/x", "facebook"),
        ("t.me/x/1", "telegram"),
        ("call back", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_platforms(url: str, platform: str | None) -> None:
    assert read_address(url).get("platform") == platform
