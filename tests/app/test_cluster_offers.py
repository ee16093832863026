"""Prices as posts state them."""

from __future__ import annotations

import pytest

from app.cluster_offers import asked_in_all, offered_by_taxon
from graph.lookup.clusters_goods import Stated

SHAMA = "taxon:Copsychus malabaricus"


def test_prices_stay_in_their_currency() -> None:
    asked = asked_in_all([
        Stated(SHAMA, "price 100 USD", 2),
        Stated(None, "price 400 USD", 1),
        Stated(SHAMA, "price 500000 IDR per piece", 1),
        Stated(SHAMA, "price 20 USD per gram", 4),
        Stated(SHAMA, "price 7", 9),
    ])  # fmt: skip
    by_kind = {(each.currency, each.per): each for each in asked}
    dollars = by_kind["USD", None]
    assert (dollars.posts, dollars.least, dollars.middle, dollars.most) == (3, 100, 100, 400)
    assert dollars.in_all == 600
    assert by_kind["IDR", "piece"].in_all == 500_000
    assert by_kind["USD", "gram"].in_all is None
    assert by_kind[None, None].in_all is None
    assert [each.posts for each in asked] == [9, 4, 3, 1]


def test_the_lower_end_of_a_range_counts_and_nonsense_does_not() -> None:
    (asked,) = asked_in_all(
        [Stated(None, "price 150 to 200 EUR", 1), Stated(None, "price 0 EUR", 1)]
    )
    assert (asked.least, asked.most, asked.posts) == (150, 150, 1)


@pytest.mark.parametrize(
    ("cell", "currency", "amount"),
    [
        ("cell 1.500.000 IDR", "IDR", 1_500_000),
        ("cell Rp 250.000", "Rp", 250_000),
        ("cell 12,50 EUR", "EUR", 12.5),
        ("cell 900", None, 900),
    ],
)
def test_a_price_in_a_field_of_its_own(cell: str, currency: str | None, amount: float) -> None:
    (asked,) = asked_in_all([Stated(None, cell, 1)])
    assert (asked.currency, asked.least) == (currency, amount)


@pytest.mark.parametrize("said", ["cell ask me", "cell ", "price", "age 3 month", "price x USD"])
def test_what_is_no_price_is_left_out(said: str) -> None:
    assert asked_in_all([Stated(None, said, 1)]) == []


def test_quantities_and_measures_are_ranges() -> None:
    said = ["quantity 2 piece", "quantity 5 to 8 piece", "age 3 month", "price 5 USD"]
    offered = offered_by_taxon([Stated(SHAMA, each, 1) for each in said])
    assert offered[SHAMA].measures == ("age 3 month", "quantity 2–8 piece")
    assert offered_by_taxon([Stated(None, "price 5 USD", 1)]) == {}


def test_the_middle_of_an_even_number_lies_between() -> None:
    (asked,) = asked_in_all([Stated(None, f"price {n} USD", 1) for n in (10, 20, 40, 80)])
    assert asked.middle == 30
