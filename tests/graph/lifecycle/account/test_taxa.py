"""Taxa that accounts offer for the first time."""

from __future__ import annotations

import pytest

from tests.graph.lifecycle.account.worlds import ME, OTHER, Row, between, crowd, on, regularly, said

KNOWN, OTHERS = "taxon:Copsychus malabaricus", "taxon:Pycnonotus zeylanicus"
REGULAR = crowd() + regularly(range(0, 100, 2), taxon=KNOWN, price=100)


def test_a_taxon_offered_for_the_first_time_is_new() -> None:
    (event,) = between([*REGULAR, said(103, taxon=OTHERS, price=100)], 100, 107).to_dicts()
    assert (event["kind"], event["value"], event["at"]) == ("new_taxon", OTHERS, on(103))
    assert event["sentence"] == (
        f"{ME} names Pycnonotus zeylanicus in an offer or a search for the first time, on "
        "2026-06-12."
    )


@pytest.mark.parametrize(
    "row",
    [
        said(103, taxon=OTHERS),
        said(103, taxon=OTHERS, price=100, confidence=0.3),
        said(103, taxon=OTHERS, price=100, place=OTHER),
        said(50, taxon=OTHERS, price=100, learnt=104),
        said(103, taxon=KNOWN, price=100),
    ],
    ids=["no offer", "unsure name", "newly collected group", "collected late", "known"],
)
def test_what_is_no_new_taxon(row: Row) -> None:
    assert between([*REGULAR, row], 100, 107).is_empty()


def test_another_taxon_of_who_offers_many_is_less_surprising() -> None:
    many = [said(day, taxon=f"taxon:Avis {day}", price=100) for day in range(0, 100, 2)]
    few = between([*REGULAR, said(103, taxon=OTHERS, price=100)], 100, 107)
    most = between([*crowd(), *many, said(103, taxon=OTHERS, price=100)], 100, 107)
    assert most["surprise"][0] < 1 < few["surprise"][0]
