from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers.facebook.scraped_commas import Commas

PIECES = [
    b"[", b"]", b"{", b"}", b",", b" ", b"\n", b"7", b'"a": 1', b'"\\""', b'"\\\\"', b'", \\"]"',
    '"é"'.encode(), b"null",
]  # fmt: skip


def mended(text: bytes, *cuts: int) -> bytes:
    places = [0, *sorted(cuts), len(text)]
    return b"".join(Commas().mended([text[a:b] for a, b in pairwise(places)]))


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        (b"[\n,{}]", b"[\n{}]"),
        (b"[\n,,{},,{}\n]", b"[\n{},{}\n]"),
        (b"[{},\n]", b"[{}\n]"),
        (b"[\n,\n]", b"[\n\n]"),
        (b'[{"a": ", ,", "b": [1, 2]},,{"a": "\\", ,"}]', None),
        (b'[{"a": 1, "b": {"c": [], "d": null}}]', None),
    ],
)
def test_what_is_mended(written: bytes, becomes: bytes | None) -> None:
    if becomes is not None:
        assert mended(written) == becomes
    json.loads(mended(written))


def test_what_stands_in_quotation_marks_is_left_alone() -> None:
    assert json.loads(mended(b'[,{"a": ",,]\\",,"}]')) == [{"a": ',,]",,'}]


VALUES = st.recursive(
    st.none() | st.integers() | st.text(alphabet=',]["\\ a\n', max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@settings(max_examples=60)
@given(VALUES, st.sampled_from([None, 1]))
def test_good_json_stays_the_same(value: object, indent: int | None) -> None:
    written = json.dumps(value, indent=indent).encode()
    assert json.loads(mended(written)) == value


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join), st.data())
def test_cuts_make_no_difference_but_for_blanks(text: bytes, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=6))
    whole, pieced = mended(text), mended(text, *places)
    assert b"".join(pieced.split()) == b"".join(whole.split())
