"""What a person types as a query: what is left out, and what may be misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lookup.lucene import edits, near_query, words_of, words_query


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("cod", 0), ("tame", 1), ("songbir", 1), ("songbird", 2), ("a1b2", 0),
        ("12025550101", 1), ("123456", 0), ("象牙手镯", 0), ("นกปรอด", 0),
    ],
)  # fmt: skip
def test_longer_words_may_be_misspelt_more(word: str, places: int) -> None:
    assert edits(word) == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the bird for sale", ["bird", "sale"]),
        ("the of and", []),
        ("@kicau_shop #murai +62", ["kicau_shop", "murai", "62"]),
        ("!!! ... ???", []),
        ("🐦 burung", ["🐦", "burung"]),
        ("w " * 100, ["w"] * 20),
    ],
)
def test_what_the_indexes_leave_out_is_not_asked_for(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_near_leaves_out_what_is_exact() -> None:
    assert near_query("kicau") == '(kicau~1) AND NOT (("kicau"^4 OR kicau*))'
    assert near_query("cod") == ""
    assert near_query("象牙") == ""
    assert near_query("o'brien").startswith("(o'brien~1)")
    assert near_query("murai-batu").startswith("(murai~1 AND batu~1)")


def test_short_words_are_asked_for_whole_only() -> None:
    assert words_query("ab") == '"ab"'
    assert words_query("abc") == '("abc"^4 OR abc*)'


@given(st.text(max_size=300))
def test_near_queries_are_bounded(text: str) -> None:
    assert near_query(text).count("~") <= 60
