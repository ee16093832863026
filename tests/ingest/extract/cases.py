"""Helpers for the labelled cases: one text in, the keys found out."""

from __future__ import annotations

import polars as pl

from ingest.extract import extract, extract_details


def details(text: str, region: str | None = None, platform: str | None = None) -> list[dict]:
    """Contact details of one text, as rows."""
    return extract_details(_post(text, platform), region).to_dicts()


def found(text: str, region: str | None = None, platform: str | None = None) -> list[str]:
    """Keys of the contact details of one text, in order."""
    return [row["detail_key"] for row in details(text, region, platform)]


def priced(text: str, region: str | None = None) -> list[tuple[float, str | None]]:
    """Amounts and currencies of the prices of one text, in order."""
    stated = extract(_post(text, None), region).statements.filter(fact="price")
    return list(stated.select("amount", "unit").iter_rows())


def _post(text: str, platform: str | None) -> pl.DataFrame:
    row = {"key": ["p"], "text": [text], "platform": [platform]}
    return pl.DataFrame(row, schema=dict.fromkeys(row, pl.String))
