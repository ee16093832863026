"""What holds of any price or measure: amounts read back, whatever the style, in bounded time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.extractor import shipped_extractor
from ingest.extract.folding import unify
from ingest.extract.goods import counts, measures, prices, worded_prices
from ingest.extract.goods.wording import lowered
from ingest.extract.setting import Setting
from tests.ingest.extract.goods.offers import measures as measured
from tests.ingest.extract.goods.offers import prices as priced

FINDERS = [prices.find, worded_prices.find, measures.find, counts.find]
GROUPED = st.sampled_from([",", ".", " ", "'", ""])
MARKED = st.sampled_from(
    [
        ("Rp {}", "IDR"), ("RM{}", "MYR"), ("{} €", "EUR"), ("€{}", "EUR"), ("{} บาท", "THB"),
        ("{}đ", "VND"), ("{}元", "CNY"), ("R$ {}", "BRL"), ("CHF {}", "CHF"), ("₦{}", "NGN"),
        ("Ksh {}", "KES"), ("{} руб", "RUB"), ("£{}", "GBP"), ("{} reais", "BRL"),
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 999_999_999), GROUPED, MARKED)
def test_whole_amounts_read_back(amount: int, mark: str, style: tuple[str, str]) -> None:
    form, currency = style
    written = f"{amount:,}".replace(",", mark)
    assert priced(form.format(written)) == [(amount, None, currency, None)]


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 999_999), st.integers(1, 99), st.sampled_from([",.", ".,", " ,", "'."]), MARKED
)
def test_amounts_with_cents_read_back(
    whole: int, cents: int, marks: str, style: tuple[str, str]
) -> None:
    form, currency = style
    written = f"{whole:,}".replace(",", marks[0]) + f"{marks[1]}{cents:02}"
    assert priced(form.format(written)) == [(float(f"{whole}.{cents:02}"), None, currency, None)]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 999), st.sampled_from(["{}rb", "{} ribu", "{}.000", "Rp{}k"]))
def test_thousands_read_back(thousands: int, form: str) -> None:
    text = form.format(thousands)
    text = text if "000" not in text or text.startswith("Rp") else f"Rp {text}"
    assert priced(text, "ID") == [(thousands * 1_000, None, "IDR", None)]


@settings(max_examples=60, deadline=None)
@given(
    st.decimals("0.1", "999.9", places=1),
    st.sampled_from([".", ","]),
    st.sampled_from([("weight", "kg"), ("weight", "g"), ("length", "cm"), ("weight", "lb")]),
)
def test_measures_read_back(value: object, mark: str, unit: tuple[str, str]) -> None:
    fact, symbol = unit
    text = f"{value} {symbol}".replace(".", mark)
    assert measured(text) == [(fact, float(str(value)), None, symbol)]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_lower_case_keeps_every_offset(text: str) -> None:
    unified = unify(text)
    assert len(lowered(unified)) == len(unified)


@pytest.mark.parametrize(
    "piece",
    [
        "1.111", "1 111 ", "1,11,", "1'111", "5-", "$1-", "€ 5 à ", "1jt", "1jt1", "1 x ", "5 x 5",
        "一", "只", "一只", "dua ", "dua belas ", "two ", "two big ", "2 ara", "zwei Rotrücken",
        '5"', "harga ", "harga nya is ", "harga 1-", "ราคา", "ละ", "per ", "/ ", "1 ekor ", "umur ",
        "umur 3 ", "ß", "İ", "½", "par de ", "twenty ", "k", "万5", "5 m ", "1.- ", "@5",
        "5 triệu rưỡi ",
    ],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = unify(piece * (200_000 // len(piece)))
    setting = Setting("ID", None, shipped_extractor().cues, b"")
    for find in FINDERS:
        for stated in find(text, setting):
            assert 0 <= stated.start < stated.end <= len(text)
