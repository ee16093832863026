"""Keys: one name for one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import keys


@pytest.mark.parametrize(
    ("platform", "native", "key"),
    [
        ("telegram", "123", "telegram:user123"),
        ("telegram", "user123", "telegram:user123"),
        ("telegram", "channel9", "telegram:channel9"),
        ("facebook", " 100012345 ", "facebook:100012345"),
        ("whatsapp", "+62 811-0000-001", "whatsapp:+628110000001"),
        ("whatsapp", "Budi", "whatsapp:Budi"),
    ],
)
def test_accounts(platform: str, native: str, key: str) -> None:
    assert keys.account(platform, native) == key


@pytest.mark.parametrize("native", ["9876543210", "channel9876543210", "-1009876543210"])
def test_a_telegram_group_has_one_key_whoever_exported_it(native: str) -> None:
    assert keys.group("telegram", native) == "telegram:group:9876543210"


def test_a_group_known_by_name_is_never_a_numbered_one() -> None:
    assert keys.group_by_name("facebook", "9") != keys.group("facebook", "9")
    assert keys.group_by_name("facebook", " Bird  LOVERS") == keys.group_by_name(
        "facebook", "bird lovers"
    )


@pytest.mark.parametrize("name", ["FB", "facebook.com", " Facebook "])
def test_platforms_have_one_name(name: str) -> None:
    assert keys.platform(name) == "facebook"


def test_posts_of_two_chats_with_one_number_are_two_posts() -> None:
    first = keys.post("telegram", "7", "telegram:group:1")
    assert first != keys.post("telegram", "7", "telegram:group:2")
    assert keys.post("facebook", "7", "facebook:group:1") == keys.post("facebook", "7", None)


@given(st.text(), st.text(), st.text(), st.text())
def test_content_keys_tell_where_one_part_ends(a: str, b: str, c: str, d: str) -> None:
    plain = [part.replace("\x1f", "") for part in (a, b, c, d)]
    one = keys.post_by_content("x", plain[0], plain[1], "")
    two = keys.post_by_content("x", plain[2], plain[3], "")
    assert (one == two) == (plain[:2] == plain[2:])
