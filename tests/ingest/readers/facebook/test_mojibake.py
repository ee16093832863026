from __future__ import annotations

import pytest

from ingest.readers.facebook.mojibake import mended


@pytest.mark.parametrize("text", ["Løvebird", "นกแก้ว", "😍 murai", "plain", ""])
def test_damage_is_mended(text: str) -> None:
    assert mended(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["Café", "Løvebird", "นกแก้ว", "€ Ã¸", "Ã"])
def test_what_is_no_damage_stays(text: str) -> None:
    assert mended(text) == text


def test_everything_inside_is_mended() -> None:
    assert mended({"a\u00c3\u00b8": ["\u00c3\u00b8", 7, None, {"b": "\u00c3\u00b8"}]}) == {
        "aø": ["ø", 7, None, {"b": "ø"}]
    }
