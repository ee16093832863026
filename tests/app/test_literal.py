"""Collected text is shown as it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.literal import literal, shortened, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amber Birds", "`Amber Birds`"),
        ("**bold** [a](http://x.example)", "`**bold** [a](http://x.example)`"),
        ("a ` b", "``a ` b``"),
        ("`a` and ``b``", "``` `a` and ``b`` ```"),
        ("two\nlines\t here", "`two lines here`"),
        ("", "–"),
        (" \n ", "–"),
        ("a\u202eb", "`a[U+202E]b`"),
        (":material/home:", "`:\u2060material/home:`"),
    ],
)
def test_literal_is_one_code_span(text: str, expected: str) -> None:
    assert literal(text) == expected


@given(st.text())
def test_nothing_ends_the_code_span_early(text: str) -> None:
    shown = literal(text)
    if shown == "–":
        return
    fence = re.match("`+", shown)
    assert fence is not None
    inside = shown[len(fence[0]) : -len(fence[0])]
    assert shown.endswith(fence[0])
    assert "\n" not in shown
    assert all(run != fence[0] for run in re.findall("`+", inside))
    assert not inside.startswith("`")
    assert not inside.endswith("`")


def test_long_text_is_cut_and_says_so() -> None:
    assert literal("x" * 100, most=10) == "`" + "x" * 9 + "…`"
    assert shortened("x" * 10, 10) == "x" * 10


def test_steering_characters_are_seen_and_those_that_scripts_need_stay() -> None:
    assert visible("a\u2066b\x07c\ud800") == "a[U+2066]b[U+0007]c[U+D800]"
    assert visible("می\u200cخرم \u200fx\nnew\tline") == "می\u200cخرم \u200fx\nnew\tline"
