"""Contact details and prices in lines of text, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from ingest.extract import extract as extract_from

_BYTES_AT_A_TIME = 4_000_000
_DETAIL = {
    "detail_key": "key", "kind": "kind", "value": "value", "raw": "raw", "start": "start",
    "end": "end", "rule": "rule", "confidence": "confidence",
}  # fmt: skip
_PRICE = {name: name for name in ("amount", "currency", "raw", "start", "end")}


def find_in_lines(
    lines: BinaryIO, region: str | None, platform: str | None
) -> Iterator[dict[str, list[dict[str, object]]]]:
    """Find contact details and prices in lines.

    Parameters
    ----------
    lines : binary file
        UTF-8; what is not is read as replacement characters.
    region, platform : str or None

    Yields
    ------
    dict
        ``contact_details prices taxa terms`` of each line, in order; ``start`` and ``end`` are
        character offsets into the line. Taxa and terms are not looked for yet.
    """
    while batch := lines.readlines(_BYTES_AT_A_TIME):
        texts = [line.decode("utf-8", "replace").rstrip("\r\n") for line in batch]
        rows = {
            "key": [str(place) for place in range(len(texts))],
            "text": texts,
            "platform": [platform] * len(texts),
        }
        found = extract_from(pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String)), region)
        details = _by_line(found.details, _DETAIL, len(texts))
        prices = _by_line(found.prices, _PRICE, len(texts))
        for own, priced in zip(details, prices, strict=True):
            yield {"contact_details": own, "prices": priced, "taxa": [], "terms": []}


def _by_line(
    found: pl.DataFrame, names: dict[str, str], lines: int
) -> list[list[dict[str, object]]]:
    """What was found in each line, under the names it is printed with."""
    by_line: list[list[dict[str, object]]] = [[] for _ in range(lines)]
    places = found["key"].cast(pl.Int64)
    for place, row in zip(places, found.select(*names).iter_rows(), strict=True):
        by_line[place].append(dict(zip(names.values(), row, strict=True)))
    return by_line
