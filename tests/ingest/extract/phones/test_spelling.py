"""Words for digits, one by one and together."""

from __future__ import annotations

import pytest

from ingest.extract.phones.spelling import spell
from ingest.extract.phones.vocabulary import read_cluster, vocabulary
from tests.ingest.extract.phones.numbers_and_disguises import WORDS


def spelled(text: str) -> tuple[str, ...]:
    return spell([part for word in text.split() for part in read_cluster(word)])


@pytest.mark.parametrize("language", sorted(set(WORDS) - {"th"}))
def test_every_language_counts_to_nine(language: str) -> None:
    assert spelled(WORDS[language]) == ("0123456789",)
    assert spelled(WORDS[language].upper()) == ("0123456789",)


def test_thai_words_need_no_spaces() -> None:
    assert [vocabulary().words[word] for word in WORDS["th"].split()] == [
        (str(digit),) for digit in range(10)
    ]


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("double five triple 7", "55777"),
        ("seventy eight", "78"),
        ("quatre vingt dix sept", "97"),
        ("soixante douze", "72"),
        ("trente quatre", "34"),
        ("78nine nolsatu", "78901"),
        ("O8l2", "0812"),
    ],
)
def test_likeliest_reading_comes_first(text: str, likeliest: str) -> None:
    assert spelled(text)[0] == likeliest


def test_what_may_be_two_numbers_is_read_both_ways() -> None:
    assert set(spelled("twenty two")) == {"22", "202"}
    assert spelled("0g1") == ("091", "061", "001")
    assert spelled("double 55") == ()


@pytest.mark.parametrize("word", ["lol", "bos", "so", "murai", "2ekor", "A1", "see"])
def test_ordinary_words_are_no_digits(word: str) -> None:
    assert read_cluster(word) == ()
