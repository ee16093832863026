from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from tests.ingest.readers.reading import read
from tests.ingest.readers.spoiled_tables import EDITS, read_or_refuse, spoiled
from tests.listings import LISTINGS, MAPPING, needs_listings

FIXTURE = Path(__file__).parent / "fixtures/listings.csv"
DAILY_PRICES = """
columns:
  platform: shop
  account_id: seller
  post_id: listing
  collected_at: date
  price: price
  currency: currency
"""


def test_listings(tmp_path: Path) -> None:
    neutral = tmp_path / "t.csv"
    neutral.write_bytes(FIXTURE.read_bytes())
    found = read(neutral)
    assert found.format == "listings-nyu"
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (6, 5, 1)
    assert found.posts.select("post_key", "account_key").rows()[:4] == [
        ("post:ebay:123456789012", "ebay:@bat_demo"),
        ("post:etsy:987654321", "etsy:@demoshop"),
        ("post:ebay:123456789013", "ebay:@skull_demo"),
        (found.posts["post_key"][3], "market.example:user/77"),
    ]
    assert found.posts["account_key"][4] is None
    assert found.posts["collected_at"][0] == datetime(2026, 3, 2, 8, 36, 5, 776000, tzinfo=UTC)
    assert found.posts.select("price", "currency", "location").row(0) == ("41.5", "GBP", "Leeds")
    assert found.reasons == ["the row names no address of a listing"]


def test_words_are_the_sellers_and_not_the_sites() -> None:
    posts = read(FIXTURE).posts
    assert posts["text"].to_list()[:2] == [
        "Bat in frame\nReal bat, mail bats@mail.example",
        "Moth\nMoth set, hand made",
    ]
    kept = json.loads(posts["extra"][0])
    assert (kept["text (source)"], kept["seller_info"]) == (
        "menu bat cart",
        "['bat_demo', '99.3%', '15K']",
    )


def test_pictures_that_python_printed_as_a_list() -> None:
    assert read(FIXTURE).posts["image"].to_list()[:2] == [
        "https://img.example/1.jpg",
        "https://img.example/2.jpg\nhttps://img.example/3.jpg",
    ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=EDITS, cut=st.integers(0, 400))
def test_anything_is_read_or_refused(
    tmp_path: Path, edits: list[tuple[int, int, str]], cut: int
) -> None:
    read_or_refuse(tmp_path / "t.csv", spoiled(FIXTURE, edits, cut), "listings-nyu")


@pytest.mark.real
@needs_listings
@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("listings.csv", MAPPING.replace("account\n", "seller\n"), 856),
        ("daily-prices.csv", DAILY_PRICES, 9304),
    ],
)
def test_real_listings_by_mapping(tmp_path: Path, name: str, text: str, rows: int) -> None:
    (tmp_path / "mapping.yaml").write_text(text)
    options = ReadOptions(mapping=load_mapping(tmp_path / "mapping.yaml"))
    table = LISTINGS.with_name(name)
    found = read(table, options)
    with table.open(newline="", encoding="utf-8") as file:
        assert sum(1 for _ in csv.DictReader(file)) == rows
    assert (found.rows_read, len(found.rejected)) == (rows, 0)
    assert found.rows_accepted + found.rows_merged == rows
