"""Words unusual among some accounts: tokens of every script, counting by account, the measure."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.lexicon.unusual import Counter, apart, tokens, unusualness, used_by, without
from ingest.extract.names.folded import fold_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fresh mountain-tea!", {"fresh", "mountain", "tea", "fresh mountain", "mountain tea"}),
        ("call 0812 now", {"call", "now"}),
        ("新到山茶", {"新到", "到山", "山茶", "新到山", "到山茶", "新到山茶"}),
        ("ดีมาก", {"ดีม", "ีมา", "มาก", "ดีมา", "ีมาก", "ดีมาก"}),
        ("ok🐘", {"🐘"}),
        ("a b", set()),
        ("", set()),
    ],
)
def test_tokens(text: str, expected: set[str]) -> None:
    assert set(tokens(fold_name(text))) == expected


def test_long_runs_are_read_in_bounded_time() -> None:
    assert len(list(tokens("山" * 100_000))) < 2_000


WORDS = st.sampled_from(["tea", "mountain", "茶山", "山茶", "🐘", "ready", "teapot", "a1"])
TEXTS = st.lists(
    st.tuples(st.sampled_from("pqr"), st.lists(WORDS, max_size=5).map(" ".join)), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_counting_finds_what_the_tokens_are(texts: list[tuple[str, str]]) -> None:
    said = pl.Series([text for _, text in texts], dtype=pl.String)
    users = used_by(said, pl.Series([account for account, _ in texts], dtype=pl.String))
    words = sorted({*users, "never"})
    counter = Counter(words)
    numbers = np.array(["pqr".index(account) for account, _ in texts], dtype=np.int64)
    for cut in (slice(0, 3), slice(3, None)):
        counter.add(said[cut], numbers[cut])
    counted = dict(zip(words, counter.counts().tolist(), strict=True))
    assert counted == defaultdict(int, {w: len(users.get(w, ())) for w in words})


def test_the_measure() -> None:
    inside, outside = np.array([6, 6, 1, 0, 3]), np.array([0, 190, 30, 50, 15])
    odds, errors = unusualness(inside, 6, outside, 200)
    assert errors[0] > 1.96
    assert np.all(np.abs(errors[1:3]) < 1.96)
    assert odds[3] < 0
    assert np.argmax(errors) == 0
    flipped, _ = unusualness(outside, 200, inside, 6)
    assert np.allclose(odds, -flipped)


def test_more_accounts_are_surer() -> None:
    many = unusualness(np.array([30]), 60, np.array([10]), 1_000)[1]
    few = unusualness(np.array([3]), 6, np.array([10]), 1_000)[1]
    assert many[0] > few[0]


def test_nobody_to_compare_with() -> None:
    odds, errors = unusualness(np.array([3]), 6, np.array([0]), 0)
    assert np.isfinite(odds[0]) and abs(errors[0]) < 1.96


def test_words_that_hold_one_another() -> None:
    assert apart(["mountain tea", "tea", "team", "新到山茶", "山茶", "red"]) == [0, 2, 3, 5]


def test_known_words_are_left_out() -> None:
    assert without({"wa", "wa now", "now", "wah"}, {"wa"}) == ["now", "wah"]
