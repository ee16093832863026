"""Where threatened species are offered is told by country, as the place's own words name it."""

from __future__ import annotations

import re

import pytest

from app.localities import generalised, generalised_all
from graph.lookup.places import THREATENED


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Jl. Pasar Burung 3, Medan, Indonesia", "Indonesia"),
        ("Đà Nẵng, Việt Nam", "Việt Nam"),
        ("中国，厦门", "中国"),
        ("Medan", None),
        ("-6.2088, 106.8456", None),
        ("Indonesian bird market", None),
        ("", None),
    ],
)
def test_only_a_country_that_is_named_is_told(place: str, country: str | None) -> None:
    assert generalised(place) == country


def test_each_country_is_told_once() -> None:
    assert generalised_all(["Medan, Indonesia", "Bogor", "Aceh, Indonesia"]) == ["Indonesia"]


@pytest.mark.parametrize(
    ("listed", "is_threatened"),
    [
        ("CITES Appendix I", True),
        ("p106 (ID): protected; CITES Appendix II/NC", True),
        ("CITES Appendix I/II", True),
        ("CITES Appendix III", False),
        ("p106 (ID): protected", False),
        ("iucn: VU", True),
        ("iucn: Critically Endangered", True),
        ("iucn: LC", False),
        ("iucn: NT; p106 (ID): VU", False),
    ],
)
def test_which_listings_call_a_taxon_threatened(listed: str, is_threatened: bool) -> None:
    assert bool(re.fullmatch(THREATENED, listed)) == is_threatened
