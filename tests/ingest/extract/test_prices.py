"""Prices: labelled cases."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found, priced

PRICES = [
    ("Rp 1.500.000", None, [(1_500_000, "IDR")]),
    ("Rp1.500.000,-", None, [(1_500_000, "IDR")]),
    ("rp.150.000/ekor", None, [(150_000, "IDR")]),
    ("IDR 1,500,000", None, [(1_500_000, "IDR")]),
    ("1.500.000 IDR", None, [(1_500_000, "IDR")]),
    ("Rp 1,5 juta", None, [(1_500_000, "IDR")]),
    ("2,5jt nego", None, [(2_500_000, "IDR")]),
    ("500rb/ekor", None, [(500_000, "IDR")]),
    ("500 ribu", "ID", [(500_000, "IDR")]),
    ("500 ribu", "MY", [(500_000, "MYR")]),
    ("500 ribu", None, [(500_000, None)]),
    ("500k", "ID", [(500_000, "IDR")]),
    ("500k", None, []),
    ("500k followers", "US", []),
    ("$5k", None, [(5_000, None)]),
    ("RM150", None, [(150, "MYR")]),
    ("RM 1,200.50", None, [(1200.5, "MYR")]),
    ("€9 500", None, [(9_500, "EUR")]),
    ("9.500,00 €", None, [(9_500, "EUR")]),
    ("12,50€", None, [(12.5, "EUR")]),
    ("US$ 1,200.50", None, [(1200.5, "USD")]),
    ("$20", "US", [(20, "USD")]),
    ("$20", "AU", [(20, "AUD")]),
    ("$20", None, [(20, None)]),
    ("£35", None, [(35, "GBP")]),
    ("฿1,500", None, [(1_500, "THB")]),
    ("1500 บาท", None, [(1_500, "THB")]),
    ("500.000đ", None, [(500_000, "VND")]),
    ("2 triệu", None, [(2_000_000, "VND")]),
    ("1500元", None, [(1_500, "CNY")]),
    ("¥1500", "JP", [(1_500, "JPY")]),
    ("R$ 250,00", None, [(250, "BRL")]),
    ("₦50,000", None, [(50_000, "NGN")]),
    ("Rs. 5000", "IN", [(5_000, "INR")]),
    ("Rs. 5000", None, [(5_000, None)]),
    ("Rp 500rb - 750rb", None, [(500_000, "IDR"), (750_000, "IDR")]),
    ("harga 150", "ID", []),
    ("5 top birds, 10 mad dogs", None, []),
    ("10 MAD", None, [(10, "MAD")]),
    ("umur 5 bulan, 3 ekor", "ID", []),
    ("+6281200000034 $", "ID", []),
    ("corp 500", None, []),
]


@pytest.mark.parametrize(("text", "region", "expected"), PRICES)
def test_price(text: str, region: str | None, expected: list[tuple[float, str | None]]) -> None:
    assert priced(text, region) == expected


@pytest.mark.parametrize("text", [text for text, _, expected in PRICES if expected])
@pytest.mark.parametrize("region", ["ID", "US", "DE", "SG"])
def test_price_is_no_contact_detail(text: str, region: str) -> None:
    assert found(text, region) == []


def test_number_behind_a_price_is_not_swallowed() -> None:
    assert found("RM 150 012 000 0034", "MY") == ["phone:+60120000034"]
    assert priced("RM 150 012 000 0034", "MY") == [(150, "MYR")]
    assert priced("+49 171 3920034 €50", "DE") == [(50, "EUR")]
