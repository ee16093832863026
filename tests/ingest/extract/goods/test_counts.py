"""Measures in words, and numbers before names of goods."""

from __future__ import annotations

import pytest

from tests.ingest.extract.goods.offers import Measure, measures


def pieces(amount: float) -> list[Measure]:
    return [("quantity", amount, None, "piece")]


PAIR = [("quantity", 1, None, "pair")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dua ekor", pieces(2)),
        ("lapan ekor", pieces(8)),
        ("dua belas ekor", pieces(12)),
        ("hai con chim lại", pieces(2)),
        ("สองตัว", pieces(2)),
        ("สิบเอ็ดตัว", pieces(11)),
        ("两只", pieces(2)),
        ("十二只", pieces(12)),
        ("three pieces", pieces(3)),
        ("two tusks", pieces(2)),
        ("two ivory tusks", pieces(2)),
        ("2 blue-winged macaws", pieces(2)),
        ("deux défenses d'ivoire", pieces(2)),
        ("2 défenses", pieces(2)),
        ("zwei Rotrückenara", pieces(2)),
        ("2 Rotrückenaras", pieces(2)),
        ("drei Stoßzähne", pieces(3)),
        ("dos loros", pieces(2)),
        ("duas araras", pieces(2)),
        ("дві, две штуки", pieces(2)),
        ("sepasang", PAIR),
        ("a pair of macaws", PAIR),
        ("un par de guacamayos", PAIR),
        ("une paire d'aras", PAIR),
        ("ein Paar Aras", PAIR),
        ("một cặp", PAIR),
        ("一对", PAIR),
        ("two pairs", [("quantity", 2, None, "pair")]),
        ("dua kilo", [("weight", 2, None, "kg")]),
        ("deux mètres", [("length", 2, None, "m")]),
        ("three months old", [("age", 3, None, "month")]),
    ],
)
def test_count(text: str, expected: list[Measure]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "thirty-two tusks", "dua puluh lima ekor", "hai mươi ba con", "vingt-deux défenses",
        "treinta y dos loros", "สามสิบสองตัว", "二十只", "第一只", "一对一", "ein paar Tiere",
        "un par de meses", "once pieces arrive", "one piece figures", "2 kids and parrots",
        "dos défenses", "once tusks arrive", "two weeks", "three months ago", "2 of the birds",
        "five stars", "seven days a week", "1,2 birds", "someone may",
    ],
)  # fmt: skip
def test_what_counts_nothing(text: str) -> None:
    assert measures(text) == []
