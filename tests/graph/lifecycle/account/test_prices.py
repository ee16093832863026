"""Accounts that name another price."""

from __future__ import annotations

import pytest

from tests.graph.lifecycle.account.worlds import ME, Row, between, crowd, kinds, on, regularly

BULBUL = "taxon:Pycnonotus zeylanicus"


def asked(was: int, becomes: int, step: int = 3) -> list[Row]:
    """Offers at one price until day 80, and at another from then on."""
    before = regularly(range(0, 80, step), taxon=BULBUL, price=was)
    return crowd() + before + regularly(range(80, 160, step), taxon=BULBUL, price=becomes)


@pytest.mark.parametrize(("becomes", "word"), [(1600000, "more"), (500000, "less")])
def test_a_price_that_changes_is_told_once(becomes: int, word: str) -> None:
    found = {day: between(asked(1000000, becomes), day, day + 7) for day in range(65, 135, 7)}
    (events,) = [events for events in found.values() if not events.is_empty()]
    (event,) = events.to_dicts()
    assert (event["kind"], event["value"]) == ("price_change", BULBUL)
    assert event["sentence"] == (
        f"{ME} names {becomes} IDR for Pycnonotus zeylanicus, {word} than its 1000000 before."
    )
    assert event["at"] >= on(65)
    assert len(event["posts"]) == 3


def test_a_small_change_is_none() -> None:
    rows = asked(1000000, 1250000)
    assert all(between(rows, day, day + 7).is_empty() for day in range(72, 107, 7))


def test_prices_that_always_differ_widely_do_not_change() -> None:
    wide = [
        row
        for offset, price in ((0, 300000), (1, 900000), (2, 2700000))
        for row in regularly(range(offset, 120, 6), taxon=BULBUL, price=price)
    ]
    dear = [row for row in wide if row["day"] < 90 or row["price"] > 500000]
    assert "price_change" not in kinds(between(crowd() + dear, 100, 107))


def test_prices_of_before_that_were_collected_late_do_not_change() -> None:
    rows = [{**row, "learnt": 105} if row["day"] < 100 and row["price"] else row
            for row in asked(1000000, 1600000) if row.get("price")]  # fmt: skip
    first = regularly([0, 30, 60])
    assert between(crowd() + first + rows, 100, 107).filter(kind="price_change").is_empty()
