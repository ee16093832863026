"""What accounts ask for taxa, lately and before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from graph.lifecycle.prices import PRICES, prices_of
from tests.graph.lifecycle.account.worlds import Row, end_of, known, on, said

BULBUL = "taxon:Pycnonotus zeylanicus"
TODAY = 250


def priced(day: float, price: float, **more: object) -> Row:
    """One offer."""
    return said(day, taxon=BULBUL, price=price, **more)


def today() -> date:
    """The day of the report."""
    return end_of(TODAY).date()


def found(rows: list[Row]) -> list[Row]:
    """Prices as of that day."""
    return prices_of(known(rows, 300), today()).to_dicts()


def test_medians_of_the_last_weeks_and_of_the_months_before() -> None:
    earlier = [priced(day, price) for day, price in ((60, 90), (100, 100), (200, 140))]
    recent = [priced(day, price) for day, price in ((223, 200), (230, 220), (250, 300))]
    outside = [priced(40, 1), priced(251, 9999)]
    (row,) = found(earlier + recent + outside)
    assert (row["earlier"], row["earlier_posts"]) == (100, 3)
    assert (row["recent"], row["recent_posts"]) == (220, 3)
    assert (row["taxon_key"], row["currency"], row["since"]) == (BULBUL, "IDR", on(223).date())
    assert len(row["cited"]) == 3


def test_the_same_price_on_the_same_day_counts_once() -> None:
    (row,) = found([priced(240 + hour / 24, 100) for hour in range(5)] + [priced(241, 100)])
    assert row["recent_posts"] == 2


@pytest.mark.parametrize("slip", [0, 1e13, 100 * 21, 100 / 21])
def test_slips_do_not_count(slip: float) -> None:
    (row,) = found([priced(day, 100) for day in (230, 235, 240)] + [priced(241, slip)])
    assert (row["recent"], row["recent_posts"]) == (100, 3)


def test_posts_that_name_two_taxa_say_no_price() -> None:
    tables = known([priced(240, 100)], 300)
    other = tables.taxa.with_columns(taxon_key=pl.lit("taxon:Other"))
    both = replace(tables, taxa=pl.concat([tables.taxa, other]))
    assert prices_of(both, today()).is_empty()


def test_products_units_and_currencies_are_kept_apart() -> None:
    rows = [priced(240, 100), priced(241, 100, per="pair"), priced(242, 100, product="egg")]
    assert len(found(rows)) == 3


def test_prices_that_differ_widely_have_a_wide_spread() -> None:
    alike = found([priced(day, 100) for day in range(230, 240)])[0]["spread"]
    wide = found([priced(day, 100 * 2 ** (day % 3)) for day in range(230, 240)])[0]["spread"]
    assert alike < 0.15 < 0.4 < wide


def test_nothing_has_no_price() -> None:
    assert prices_of(known([], 300), today()).schema == PRICES
