"""Ambiguous words count in company, and say for what."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import polars as pl
import pytest

from ingest.extract.lexicon.entry import STATED
from tests.ingest.extract.lexicon.fired import fired, lexicon

JELLY = {"id": "jelly", "words": ["jelly"], "ambiguous": True}
PLASTIC = {"id": "plastic", "words": ["white plastic"]}
SALE = {"id": "sale", "words": ["selling"], "role": "offered"}


def scored(text: str, *rows: dict[str, Any], company: tuple[str, ...] = ()) -> tuple[float, str]:
    """Score and reason of the first row's entry."""
    (row,) = [
        row
        for row in fired(text, lexicon=lexicon(*rows), company=company)
        if row["entry"] == rows[0]["id"]
    ]
    return row["score"], row["because"]


@pytest.mark.parametrize(
    "company", [each for size in range(5) for each in combinations(STATED, size)]
)
def test_the_usual_company(company: tuple[str, ...]) -> None:
    score, because = scored("fine jelly here", JELLY, company=company)
    counts = "price" in company and bool({"contact", "taxon"} & set(company))
    assert (score > 0) == counts
    if company == ("price", "contact"):
        assert because == "ambiguous: counts for the price and the contact beside it"


def test_a_plain_code_word_is_company_and_an_ambiguous_one_is_not() -> None:
    other = JELLY | {"id": "white", "words": ["white"]}
    text = "jelly and white plastic"
    assert scored(text, JELLY, PLASTIC, company=("price",))[0] > 0
    assert scored(text, JELLY, PLASTIC)[0] == 0
    assert scored("jelly and white", JELLY, other, company=("price",))[0] == 0


def test_company_in_another_text_is_none() -> None:
    texts = ("jelly here", "white plastic here")
    found = fired(*texts, lexicon=lexicon(JELLY, PLASTIC), company=("price",))
    assert [(row["text"], row["entry"], row["score"] > 0) for row in found] == [
        (0, "jelly", False),
        (1, "plastic", True),
    ]


@pytest.mark.parametrize(
    ("asked", "text", "company", "counts"),
    [
        (["carving"], "old jelly carving", (), True),
        (["carving"], "old jelly carvings", (), False),
        (["carving"], "old jelly", ("price", "contact", "taxon"), False),
        (["price + carving"], "old jelly carving", (), False),
        (["price + carving"], "jelly, CARVING", ("price",), True),
        (["price + carving", "taxon"], "old jelly", ("taxon",), True),
        (["offered"], "selling jelly", (), True),
        (["offered"], "jelly", ("price",), False),
        (["measure + contact"], "jelly", ("contact", "measure"), True),
        (["手串"], "好 jelly 的手串在这里", (), True),
    ],
)
def test_company_of_its_own(
    asked: list[str], text: str, company: tuple[str, ...], *, counts: bool
) -> None:
    score, because = scored(text, JELLY | {"with": asked}, SALE, company=company)
    assert (score > 0) == counts
    assert because.startswith("ambiguous: counts for " if counts else "ambiguous: does not count")


def test_a_reason_names_a_word() -> None:
    asked = JELLY | {"with": ["price + carving"]}
    said = scored("jelly carving", asked, company=("price",))[1]
    assert said == "ambiguous: counts for the price and “carving” beside it"


def test_verified_words_tell_more() -> None:
    both = ("price", "contact")
    ladder = [
        scored("jelly", row, company=both)[0]
        for row in (
            JELLY,
            JELLY | {"verified": True},
            JELLY | {"ambiguous": False},
            JELLY | {"ambiguous": False, "verified": True},
        )
    ]
    assert ladder == sorted(set(ladder)) and ladder[0] > 0 and ladder[-1] <= 1


def test_inside_something_read_otherwise_it_is_no_use() -> None:
    text = "black rhino, black"
    black = lexicon({"id": "black", "words": ["black"]})
    taken = pl.DataFrame(
        {"text": [0], "start": [0], "end": [11]}, schema_overrides={"text": pl.UInt32}
    )
    assert [row["start"] for row in fired(text, lexicon=black, taken=taken)] == [13]
    exact = taken.with_columns(end=pl.lit(5, pl.Int64))
    assert [row["start"] for row in fired(text, lexicon=black, taken=exact)] == [0, 13]


def test_longer_words_that_do_not_count_hide_it() -> None:
    row = {"id": "tusk", "words": ["งา"], "except": ["งาน"]}
    found = fired("งานดี งาแท้", lexicon=lexicon(row))
    assert [each["start"] for each in found] == [6]


def test_nothing_in_nothing_out() -> None:
    assert fired("", lexicon=lexicon(JELLY)) == []
    assert fired("jelly", lexicon=lexicon()) == []
