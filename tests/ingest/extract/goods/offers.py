"""Helpers for what is said of goods: one text in, rows out."""

from __future__ import annotations

import polars as pl

from ingest.extract import extract

Price = tuple[float, float | None, str | None, str | None]
Measure = tuple[str, float, float | None, str | None]


def prices(text: str, region: str | None = None) -> list[Price]:
    """Amount, most, currency and what it is for, of each price of a text."""
    stated = _stated(text, region).filter(fact="price")
    return list(stated.select("amount", "most", "unit", "per").iter_rows())


def measures(text: str, region: str | None = None) -> list[Measure]:
    """Fact, amount, most and unit of each measure of a text."""
    stated = _stated(text, region).filter(pl.col("fact") != "price")
    return list(stated.select("fact", "amount", "most", "unit").iter_rows())


def _stated(text: str, region: str | None) -> pl.DataFrame:
    row = {"key": ["p"], "text": [text], "platform": [None]}
    return extract(pl.DataFrame(row, schema=dict.fromkeys(row, pl.String)), region).statements
