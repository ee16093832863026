"""Names written as people look for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.searchable import searchable


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("𝓚𝓲𝓬𝓪𝓾 Ѕhор ✨", "kicau shop"),
        ("Ｋｉｃａｕ", "kicau"),
        ("ᴋɪᴄᴀᴜ", "kicau"),
        ("КІСАU", "kicau"),
        ("Zoë  O’Brien", "zoe o brien"),
        ("Đặng Văn Hổ", "dang van ho"),
        ("ร้านนก", "ร้านนก"),
        ("象牙", "象牙"),
        ("★☆", ""),
    ],
)
def test_spellings_that_look_alike_are_written_alike(name: str, plain: str) -> None:
    assert searchable(name) == plain


@given(st.text(max_size=60))
def test_writing_plainly_twice_changes_nothing(name: str) -> None:
    assert searchable(searchable(name)) == searchable(name)
