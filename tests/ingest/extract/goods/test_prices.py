"""Prices with a currency or a word of money: labelled by currency, style and language."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found, priced
from tests.ingest.extract.goods.offers import prices

PRICES = [
    ("Rp 1.500.000", None, [(1_500_000, "IDR")]),
    ("Rp1.500.000,-", None, [(1_500_000, "IDR")]),
    ("rp.150.000/ekor", None, [(150_000, "IDR")]),
    ("IDR 1,500,000", None, [(1_500_000, "IDR")]),
    ("1.500.000 IDR", None, [(1_500_000, "IDR")]),
    ("Rp 1,5 juta", None, [(1_500_000, "IDR")]),
    ("2,5jt nego", None, [(2_500_000, "IDR")]),
    ("1jt2", None, [(1_200_000, "IDR")]),
    ("1jt200", None, [(1_200_000, "IDR")]),
    ("1 juta 500 ribu", "ID", [(1_500_000, "IDR")]),
    ("Rp 2 M", None, [(2_000_000_000, "IDR")]),
    ("500rb/ekor", None, [(500_000, "IDR")]),
    ("500 ribu", "ID", [(500_000, "IDR")]),
    ("500 ribu", "MY", [(500_000, "MYR")]),
    ("500 ribu", None, [(500_000, None)]),
    ("500k", "ID", [(500_000, "IDR")]),
    ("500k", None, []),
    ("500k followers", "US", []),
    ("500k followers", "ID", []),
    ("$5k", None, [(5_000, None)]),
    ("$1.2m", "US", [(1_200_000, "USD")]),
    ("RM150", None, [(150, "MYR")]),
    ("RM 1,200.50", None, [(1200.5, "MYR")]),
    ("€9 500", None, [(9_500, "EUR")]),
    ("9 500 €", None, [(9_500, "EUR")]),
    ("9.500,00 €", None, [(9_500, "EUR")]),
    ("1.000 EUR", None, [(1_000, "EUR")]),
    ("1.000,- EUR", None, [(1_000, "EUR")]),
    ("12,50€", None, [(12.5, "EUR")]),
    ("50€ 2 Stück", None, [(50, "EUR")]),
    ("1'000 CHF", None, [(1_000, "CHF")]),
    ("1.000,-", "DE", [(1_000, "EUR")]),
    ("500.-", "TH", [(500, "THB")]),
    ("1.- Perro", "ES", []),
    ("US$ 1,200.50", None, [(1200.5, "USD")]),
    ("$20", "US", [(20, "USD")]),
    ("$20", "AU", [(20, "AUD")]),
    ("$20", None, [(20, None)]),
    ("200 dólares", "CO", [(200, "USD")]),
    ("£35", None, [(35, "GBP")]),
    ("฿1,500", None, [(1_500, "THB")]),
    ("1500 บาท", None, [(1_500, "THB")]),
    ("1500บาทครับ", None, [(1_500, "THB")]),
    ("๑๕๐๐ บาท", None, [(1_500, "THB")]),
    ("3 พันบาท", None, [(3_000, "THB")]),
    ("500 bath", "TH", [(500, "THB")]),
    ("3 bed 2 bath", "US", []),
    ("500 B.", "TH", [(500, "THB")]),
    ("500.000đ", None, [(500_000, "VND")]),
    ("2.500.000đ", None, [(2_500_000, "VND")]),
    ("2 triệu", None, [(2_000_000, "VND")]),
    ("2 triệu rưỡi", None, [(2_500_000, "VND")]),
    ("2tr5", "VN", [(2_500_000, "VND")]),
    ("2tr500", "VN", [(2_500_000, "VND")]),
    ("2tr5", None, []),
    ("1500元", None, [(1_500, "CNY")]),
    ("1500元包邮", None, [(1_500, "CNY")]),
    ("1500元", "TW", [(1_500, "TWD")]),
    ("1.5万元", None, [(15_000, "CNY")]),
    ("2万5", "CN", [(25_000, "CNY")]),
    ("1.5w元", None, [(15_000, "CNY")]),
    ("¥1500", "JP", [(1_500, "JPY")]),
    ("¥1500", None, [(1_500, None)]),
    ("R$ 250,00", None, [(250, "BRL")]),
    ("5 mil reais", None, [(5_000, "BRL")]),
    ("10 mil pesos", "MX", [(10_000, "MXN")]),
    ("10 mil pesos", None, [(10_000, None)]),
    ("₦50,000", None, [(50_000, "NGN")]),
    ("N50k", "NG", [(50_000, "NGN")]),
    ("#50,000", "NG", [(50_000, "NGN")]),
    ("N50,000", None, []),
    ("n 1 in the market", "NG", []),
    ("Ksh 5,000", None, [(5_000, "KES")]),
    ("5,000/=", "KE", [(5_000, "KES")]),
    ("25 000 FCFA", "CM", [(25_000, "XAF")]),
    ("25 000 FCFA", "SN", [(25_000, "XOF")]),
    ("25 000 FCFA", None, [(25_000, None)]),
    ("₹1,50,000", None, [(150_000, "INR")]),
    ("1 lakh", "IN", [(100_000, "INR")]),
    ("Rs. 5000", "IN", [(5_000, "INR")]),
    ("Rs. 5000", None, [(5_000, None)]),
    ("٥٠٠ ريال", "SA", [(500, "SAR")]),
    ("٥٠٠ ريال", None, [(500, None)]),
    ("1,200 درهم", "AE", [(1_200, "AED")]),
    ("KD 1.500", "KW", [(1.5, "KWD")]),
    ("15 тыс руб", None, [(15_000, "RUB")]),
    ("300 лари", None, [(300, "GEL")]),
    ("5 lari", None, []),
    ("5.000 Ft", "HU", [(5_000, "HUF")]),
    ("5 top birds, 10 mad dogs", None, []),
    ("10 MAD", None, [(10, "MAD")]),
    ("umur 5 bulan, 3 ekor", "ID", []),
    ("+6281200000034 $", "ID", []),
    ("corp 500", None, []),
    ("room 5 b 6", "TH", []),
    ("12/11/2026 10:30", "ID", []),
    ("ratio 1:1, 24/7, F1, 80%, S500", "ZA", []),
    ("WA 0812 0000 0034 zl", "PL", []),
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
    assert priced("50 € 0171 3920034", "DE") == [(50, "EUR")]


@pytest.mark.parametrize(
    ("text", "region", "low", "most", "currency"),
    [
        ("500rb-1jt", None, 500_000, 1_000_000, "IDR"),
        ("Rp 500rb - 750rb", None, 500_000, 750_000, "IDR"),
        ("500-750rb", "ID", 500_000, 750_000, "IDR"),
        ("500 sampai 750 ribu", "ID", 500_000, 750_000, "IDR"),
        ("$50–80", "US", 50, 80, "USD"),
        ("$50 - $80", None, 50, 80, None),
        ("50 à 80 €", None, 50, 80, "EUR"),
        ("50 bis 80 Euro", None, 50, 80, "EUR"),
        ("1.000-1.500 EUR", None, 1_000, 1_500, "EUR"),
        ("1500-2000 บาท", None, 1_500, 2_000, "THB"),
        ("500至800元", None, 500, 800, "CNY"),
    ],
)
def test_range(text: str, region: str | None, low: float, most: float, currency: str) -> None:
    assert prices(text, region) == [(low, most, currency, None)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$50 - 2 cages", [50]),
        ("80-50 €", []),
        ("$5 - 10 birds", [5]),
        ("100-2jt", []),
        ("2-500€", []),
        ("50 USD or 45 EUR", [50, 45]),
        ("$50-80 cm", [50]),
    ],
)
def test_two_numbers_that_are_no_range(text: str, amounts: list[float]) -> None:
    assert [(price[0], price[1]) for price in prices(text)] == [(each, None) for each in amounts]


@pytest.mark.parametrize(
    ("text", "region", "per"),
    [
        ("500rb/ekor", None, "piece"),
        ("500rb per ekor", None, "piece"),
        ("harga per ekor 500rb", None, "piece"),
        ("@ 500rb", None, "piece"),
        ("1 ekor 500rb", None, "piece"),
        ("€20 each", None, "piece"),
        ("RM30/pc", None, "piece"),
        ("50 € pro Stück", None, "piece"),
        ("R$ 200 cada um", None, "piece"),
        ("500 ريال للواحد", None, "piece"),
        ("ตัวละ 500 บาท", None, "piece"),
        ("500 บาทต่อตัว", None, "piece"),
        ("mỗi con 500k", "VN", "piece"),
        ("一只500元", None, "piece"),
        ("500元/只", None, "piece"),
        ("500元一只", None, "piece"),
        ("sepasang 2jt", None, "pair"),
        ("2jt sepasang", None, "pair"),
        ("la pareja 500 €", None, "pair"),
        ("500元一对", None, "pair"),
        ("คู่ละ 3,000 บาท", None, "pair"),
        ("50€/kg", None, "kg"),
        ("le kilo 50 €", None, "kg"),
        ("50 € le kilo", None, "kg"),
        ("50 € das Kilo", None, "kg"),
        ("800元/公斤", None, "kg"),
        ("กิโลละ 900 บาท", None, "kg"),
        ("$20 per gram", None, "g"),
        ("50€/100g", None, "100 g"),
        ("$15 per cm", None, "cm"),
        ("$900 per tael", None, "tael"),
        ("2 ekor 500rb", None, None),
        ("500rb nego", None, None),
        ("$20 a box", None, None),
    ],
)
def test_what_a_price_is_for(text: str, region: str | None, per: str | None) -> None:
    assert [price[3] for price in prices(text, region)] == [per]
