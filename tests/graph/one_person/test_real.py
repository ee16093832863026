"""Same-person candidates on real listings, whose sellers' names are hidden from the program."""

from __future__ import annotations

import pytest

from tests.bench.candidates import candidates_of_listings, report_listings
from tests.listings import needs_listings, opaque_id


@pytest.mark.real
@needs_listings
def test_one_seller_on_two_platforms_comes_first_and_few_are_asked_about() -> None:
    found = candidates_of_listings()
    across = [
        (one, other)
        for one, other, _ in found.pairs.iter_rows()
        if one.partition(":")[0] != other.partition(":")[0]
    ]
    seller = tuple(f"{shop.lower()}:{opaque_id(shop, 'seller_006')}" for shop in ("eBay", "Etsy"))
    assert across[0] == seller
    assert len(found.likely) <= 1


@pytest.mark.real
@needs_listings
def test_the_bench_prints_ranks_and_nothing_of_the_listings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report_listings()
    lines = capsys.readouterr().out.strip().splitlines()
    assert [line.split(":")[0].strip() for line in lines[1:5]] == [
        f"seller_{number}" for number in ("002", "006", "008", "019")
    ]
    assert max(map(len, lines)) < 200
