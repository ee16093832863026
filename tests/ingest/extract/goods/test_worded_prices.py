"""Bare numbers behind a word that says that a price follows."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found, priced
from tests.ingest.extract.goods.offers import prices


@pytest.mark.parametrize(
    ("text", "region", "amount", "currency"),
    [
        ("harga 350", "MY", 350, "MYR"),
        ("harga: 350.000", "ID", 350_000, "IDR"),
        ("harganya cuma 350.000 saja", "ID", 350_000, "IDR"),
        ("harga 350", "ID", 350, None),
        ("harga 350", "US", 350, None),
        ("Harga 350", None, 350, None),
        ("giá 2tr5", None, 2_500_000, "VND"),
        ("giá 500k", None, 500_000, "VND"),
        ("giá 500", "VN", 500, None),
        ("ราคา 3,500", None, 3_500, "THB"),
        ("ราคา3500ครับ", "TH", 3_500, "THB"),
        ("ราคา 3 พัน", None, 3_000, "THB"),
        ("ตัวละ 500", None, 500, "THB"),
        ("价格 800", "CN", 800, "CNY"),
        ("价格：800", "MY", 800, "MYR"),
        ("价格 800", None, 800, None),
        ("price: 450", "US", 450, "USD"),
        ("price: 450", None, 450, None),
        ("Asking 450 obo", "GB", 450, "GBP"),
        ("price 2000", "US", 2_000, "USD"),
        ("preço 200", "BR", 200, "BRL"),
        ("precio 1.200", "ES", 1_200, "EUR"),
        ("prix 9 500", "FR", 9_500, "EUR"),
        ("Preis 1.000 VB", "DE", 1_000, "EUR"),
        ("السعر ٥٠٠", "SA", 500, "SAR"),
        ("цена 1500", "RU", 1_500, "RUB"),
    ],
)
def test_bare_price(text: str, region: str | None, amount: float, currency: str | None) -> None:
    assert priced(text, region) == [(amount, currency)]


def test_range_and_rate_of_a_bare_price() -> None:
    assert prices("price 500 - 700", "US") == [(500, 700, "USD", None)]
    assert prices("price 450 each", "US") == [(450, None, "USD", "piece")]
    assert prices("ตัวละ 500") == [(500, None, "THB", "piece")]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("price list 2024", "US"),
        ("price 2024", "US"),
        ("price 1:1", "US"),
        ("asking 50%", "US"),
        ("price 5", "US"),
        ("harga 2 ekor", "ID"),
        ("harga 3 bulan lalu", "ID"),
        ("harga 24/7", "ID"),
        ("harga 12-11-2026", "ID"),
        ("harga 350an", "ID"),
        ("seharga 350", "ID"),
        ("价格 2只", "CN"),
        ("prices 10x lower", "US"),
    ],
)
def test_what_is_no_price(text: str, region: str) -> None:
    assert prices(text, region) == []


@pytest.mark.parametrize("number", ["0812 0000 0034", "081200000034", "0812-0000-0034"])
def test_telephone_number_behind_a_price_word(number: str) -> None:
    assert prices(f"harga {number}", "ID") == []
    assert found(f"harga {number}", "ID") == ["phone:+6281200000034"]
