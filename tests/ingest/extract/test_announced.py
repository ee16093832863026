"""Words that announce numbers: whole words, and where the number behind them begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.announced import Announcer, number_start

WORDS = Announcer(
    [("account-ID", "rek"), ("account-ID", "no rek"), ("bank", "กสิกร"), ("ring", "ring")]
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No Rek 123", ["no rek"]),
        ("REK123", ["rek"]),
        ("rekomendasi", []),
        ("kulrek", []),
        ("nano rek", ["rek"]),
        ("ธนาคารกสิกรไทย", ["กสิกร"]),
        ("ธนาคารRek", ["rek"]),
        ("İrek rek", ["rek"]),
        ("_rek 5rek", []),
    ],
)
def test_a_word_counts_as_a_whole(text: str, words: list[str]) -> None:
    assert [cue.word for cue in WORDS.cues(text)] == words


def test_a_word_tells_its_family_and_country() -> None:
    (cue,) = WORDS.cues("kirim ke rek")
    assert (cue.start, cue.end, cue.family, cue.tells) == (9, 12, "account", "ID")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_places_are_those_of_the_text(text: str) -> None:
    for cue in WORDS.cues(text + " Rek"):
        assert (text + " Rek")[cue.start : cue.end].lower() == cue.word


@pytest.mark.parametrize(
    ("gap", "number"),
    [
        (" ", "12345"),
        (" no. : ", "12345"),
        (" Nr.", "DE 23"),
        (" n.o ", "12345"),
        (" 👉 ", "12345"),
        (" no ", "NO 23 1234"),
        (" ", "ID-24-1"),
        ("\n", "12345"),
    ],
)
def test_the_number_begins_behind_marks_and_words_for_number(gap: str, number: str) -> None:
    text = f"ring{gap}{number}"
    assert number_start(text, 4) == len(text) - len(number)


@pytest.mark.parametrize("gap", ["\n\n", " \x00 ", " +", " Rp "])
def test_nothing_else_stands_between(gap: str) -> None:
    text = f"ring{gap}12345"
    assert number_start(text, 4) != len(text) - 5
