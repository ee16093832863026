"""Names found in texts: whole words, scripts without spaces, accents, and the places of each."""

from __future__ import annotations

import pickle
import unicodedata

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.folding import unify
from ingest.extract.names.folded import fold_name, fold_texts
from ingest.extract.names.matcher import FOUND, MOST_PLACES, Names

NAMES = ["harimau", "象牙", "🦏", "éléphant d'Afrique", "elephant", "African elephant", "عاج",
         "Rotrückenara", "งาช้าง", "gading", "Gading", "虎"]  # fmt: skip


def found(*texts: str, names: list[str] = NAMES) -> list[tuple[int, str, str]]:
    """Place of the text, the name, and what stands there."""
    rows = Names(names).find(
        fold_texts(pl.Series([unify(text) for text in texts], dtype=pl.String))
    )
    assert rows.schema == FOUND
    return [(text, names[name], texts[text][start:end]) for text, name, start, end in rows.rows()]


@pytest.mark.parametrize(
    ("text", "name", "raw"),
    [
        ("Jual HARIMAU!!", "harimau", "HARIMAU"),
        ("出售象牙，便宜", "象牙", "象牙"),
        ("cula🦏", "🦏", "🦏"),
        ("an   African-elephant", "African elephant", "African-elephant"),
        ("ELEPHANT D’AFRIQUE, éléphant d’Afrique", "éléphant d'Afrique", "éléphant d’Afrique"),
        ("للبيع عَاج", "عاج", "عَاج"),
        ("zwei ROTRÜCKENARA", "Rotrückenara", "ROTRÜCKENARA"),
        ("ขายงาช้างสวย", "งาช้าง", "งาช้าง"),
        ("h\u200bari\u00admau", "harimau", "h\u200bari\u00admau"),
        ("#harimau_", "harimau", "harimau"),
    ],
)
def test_a_name_is_found_with_its_place(text: str, name: str, raw: str) -> None:
    assert (0, name, raw) in found(text)


@pytest.mark.parametrize(
    "text", ["harimauku", "2harimau", "elephants", "", " ", "象 牙", "elefant"]
)
def test_no_name_inside_a_word(text: str) -> None:
    assert found(text) == []


def test_accents_encoded_in_two_characters_are_found() -> None:
    text = unicodedata.normalize("NFD", "éléphant d'Afrique")
    assert found(text) == [(0, "éléphant d'Afrique", text)]


def test_of_names_inside_one_another_the_longest_counts_and_all_written_alike() -> None:
    assert found("African elephant, elephant") == [
        (0, "African elephant", "African elephant"),
        (0, "elephant", "elephant"),
    ]
    assert found("x", "gading") == [(1, "gading", "gading"), (1, "Gading", "gading")]


def test_names_do_not_reach_from_one_text_into_the_next() -> None:
    assert found("African", "elephant") == [(1, "elephant", "elephant")]
    assert found("象", "牙") == []


def test_names_go_to_another_process() -> None:
    names = pickle.loads(pickle.dumps(Names(NAMES)))
    assert names.find(fold_texts(pl.Series(["gading"]))).height == 2


def test_nothing_to_find_and_nothing_to_find_it_in() -> None:
    assert found("harimau", names=[]) == []
    assert found("harimau", names=["", "!!"]) == []
    assert found() == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(NAMES), max_size=6))
def test_places_hold_the_name(texts: list[str]) -> None:
    for _, name, raw in found(*texts):
        assert fold_name(raw) == fold_name(name)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=20) | st.sampled_from(NAMES), max_size=5))
def test_texts_together_give_what_each_gives_alone(texts: list[str]) -> None:
    alone = [(place, *rest) for place, text in enumerate(texts) for _, *rest in found(text)]
    assert found(*texts) == alone


def test_a_name_that_is_repeated_without_end_counts_some_times() -> None:
    assert len(found("gading " * 500 + "harimau", names=["gading", "harimau"])) == MOST_PLACES + 1
    assert len(found(*["gading"] * 50, names=["gading"])) == 50
