"""Weights, lengths, ages and quantities in digits."""

from __future__ import annotations

import pytest

from ingest.extract.goods.measures import number
from ingest.extract.goods.units import Unit
from tests.ingest.extract.goods.offers import Measure, measures

MEASURES = [
    ("9.8 kg", None, [("weight", 9.8, None, "kg")]),
    ("9,8 kilos", None, [("weight", 9.8, None, "kg")]),
    ("5kg包邮", None, [("weight", 5, None, "kg")]),
    ("9.8kg", None, [("weight", 9.8, None, "kg")]),
    ("500 gram", None, [("weight", 500, None, "g")]),
    ("5-6 kg", None, [("weight", 5, 6, "kg")]),
    ("1/2 kg", None, [("weight", 0.5, None, "kg")]),
    ("½ kg", None, [("weight", 0.5, None, "kg")]),
    ("0.250 kg", None, [("weight", 0.25, None, "kg")]),
    ("1.250 kg", None, []),
    ("1,250 g", None, []),
    ("3斤", None, [("weight", 1_500, None, "g")]),
    ("3斤", "TW", [("weight", 1_800, None, "g")]),
    ("2公斤", None, [("weight", 2, None, "kg")]),
    ("重500克", None, [("weight", 500, None, "g")]),
    ("3 lạng", None, [("weight", 300, None, "g")]),
    ("5 ขีด", None, [("weight", 500, None, "g")]),
    ("2 กก.", None, [("weight", 2, None, "kg")]),
    ("2 กิโลเมตร", None, []),
    ("2 ons", None, [("weight", 200, None, "g")]),
    ("2 tael", None, [("weight", 75, None, "g")]),
    ("3 كيلو", None, [("weight", 3, None, "kg")]),
    ("3 кг", None, [("weight", 3, None, "kg")]),
    ("5 lbs", None, [("weight", 5, None, "lb")]),
    ("3 oz", None, [("weight", 3, None, "oz")]),
    ("75 cm", None, [("length", 75, None, "cm")]),
    ("75 x 20 cm", None, [("length", 75, None, "cm"), ("length", 20, None, "cm")]),
    ("10×20×30 cm", None, [("length", each, None, "cm") for each in (10, 20, 30)]),
    ("70-75 cm", None, [("length", 70, 75, "cm")]),
    ("12 mm", None, [("length", 12, None, "mm")]),
    ("1,5 meter", None, [("length", 1.5, None, "m")]),
    ("panjang 2 m", None, [("length", 2, None, "m")]),
    ("2 m long", None, [("length", 2, None, "m")]),
    ("10 inches", None, [("length", 25.4, None, "cm")]),
    ('12" python', None, [("length", 30.48, None, "cm")]),
    ('he said "number 12"', None, []),
    ("5 ft", None, [("length", 152.4, None, "cm")]),
    ("30 ซม.", None, [("length", 30, None, "cm")]),
    ("30厘米", None, [("length", 30, None, "cm")]),
    ("umur 3 bulan", None, [("age", 3, None, "month")]),
    ("umurnya 3-4 bln", None, [("age", 3, 4, "month")]),
    ("3 tháng tuổi", None, [("age", 3, None, "month")]),
    ("Chào mào, 3 tháng, trống", None, [("age", 3, None, "month")]),
    ("Murai batu, 2 bln, jantan", None, [("age", 2, None, "month")]),
    ("Graupapagei, 6 Monate, zahm", None, [("age", 6, None, "month")]),
    ("6 Monate alt", None, [("age", 6, None, "month")]),
    ("5 years old", None, [("age", 5, None, "year")]),
    ("3yo", None, [("age", 3, None, "year")]),
    ("อายุ 3 เดือน", None, [("age", 3, None, "month")]),
    ("3个月大", None, [("age", 3, None, "month")]),
    ("2岁", None, [("age", 2, None, "year")]),
    ("edad 8 meses", None, [("age", 8, None, "month")]),
    ("عمره 3 أشهر", None, [("age", 3, None, "month")]),
    ("2 ekor", None, [("quantity", 2, None, "piece")]),
    ("2-3 ekor", None, [("quantity", 2, 3, "piece")]),
    ("1.000 ekor", None, [("quantity", 1_000, None, "piece")]),
    ("3 pasang", None, [("quantity", 3, None, "pair")]),
    ("3 pcs", None, [("quantity", 3, None, "piece")]),
    ("3 con", "VN", [("quantity", 3, None, "piece")]),
    ("Còn lại 3 con", None, [("quantity", 3, None, "piece")]),
    ("2 con jaula", "ES", []),
    ("5 ตัว", None, [("quantity", 5, None, "piece")]),
    ("2 คู่", None, [("quantity", 2, None, "pair")]),
    ("2只", None, [("quantity", 2, None, "piece")]),
    ("3对", None, [("quantity", 3, None, "pair")]),
    ("5只要", None, []),
    ("1对1", None, []),
    ("4 Stück", None, [("quantity", 4, None, "piece")]),
    ("5 шт", None, [("quantity", 5, None, "piece")]),
    ("3 قطع", None, [("quantity", 3, None, "piece")]),
    ("0 ekor", None, []),
    ("2.5 ekor", None, []),
]

NOTHING = [
    "3 months ago", "5 years experience", "2 years warranty", "garansi 2 tahun", "sudah 2 bulan",
    "open 5 days", "bảo hành 3 tháng", "5G", "hp 4g", "80%", "1:1", "24/7", "F1", "12-11-2026",
    "10:30", "256gb", "100 km", "model S5 kg", "no 1 500 g", "5m views", "2 par semaine",
    "WA 0812 0000 0034", "iphone 15", "tahun 2024", "(2)", "2 x 5 kg", "5 jam", "10 ปีก",
    "burung2 ekor",
]  # fmt: skip


@pytest.mark.parametrize(("text", "region", "expected"), MEASURES)
def test_measure(text: str, region: str | None, expected: list[Measure]) -> None:
    assert measures(text, region) == expected


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("region", [None, "ID", "US"])
def test_nothing_is_measured(text: str, region: str | None) -> None:
    assert measures(text, region) == []


@pytest.mark.parametrize(
    ("written", "fact", "expected"),
    [
        ("1.250", "quantity", 1_250),
        ("1.250", "weight", None),
        ("0.250", "weight", 0.25),
        ("12,5", "length", 12.5),
        ("007", "quantity", None),
    ],
)
def test_number_is_read_in_one_way_or_not_at_all(
    written: str, fact: str, expected: float | None
) -> None:
    assert number(written, Unit(fact, "x")) == expected
