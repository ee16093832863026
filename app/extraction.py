"""What lines of text give away, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import polars as pl

from ingest.extract import Extractor, shipped_extractor
from ingest.extract import extract as extract_from
from ingest.extract.taxa.taxa import Taxa
from ingest.taxon_properties import taxon_properties

_BYTES_AT_A_TIME = 4_000_000
_PLACE = {"raw": "raw", "start": "start", "end": "end"}
_DETAIL = {
    "detail_key": "key", "kind": "kind", "value": "value", **_PLACE, "rule": "rule",
    "confidence": "confidence", "channel": "channel", "holder": "holder",
}  # fmt: skip
_PRICE = {"amount": "amount", "most": "most", "unit": "currency", "per": "per", **_PLACE}
_MEASURE = {"amount": "amount", "most": "most", "unit": "unit", **_PLACE}
_MEASURES = {
    "quantity": "quantities", "weight": "weights", "length": "lengths", "age": "ages"
}  # fmt: skip


def find_in_lines(
    lines: BinaryIO, region: str | None, platform: str | None, extractor: Extractor | None = None
) -> Iterator[dict[str, Any]]:
    """Find what lines give away.

    Parameters
    ----------
    lines : binary file
        UTF-8; what is not is read as replacement characters.
    region, platform : str or None
    extractor : Extractor, optional
        What to read with; by default what is shipped.

    Yields
    ------
    dict
        ``contact_details prices quantities weights lengths ages taxa terms places language`` of
        each line, in order; ``start`` and ``end`` are character offsets into the line. Taxa carry
        ``appendix`` (of CITES) and ``listed`` (by all lists in use), null where no list has them.
    """
    extractor = extractor or shipped_extractor()
    while batch := lines.readlines(_BYTES_AT_A_TIME):
        texts = [line.decode("utf-8", "replace").rstrip("\r\n") for line in batch]
        rows = {
            "key": [str(place) for place in range(len(texts))],
            "text": texts,
            "platform": [platform] * len(texts),
        }
        posts = pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))
        found = extract_from(posts, region, extractor)
        facts = {fact: found.statements.filter(fact=fact) for fact in ("price", *_MEASURES)}
        columns = {
            "contact_details": _by_line(found.details, _DETAIL, len(texts)),
            "prices": _by_line(facts["price"], _PRICE, len(texts)),
            **{
                name: _by_line(facts[fact], _MEASURE, len(texts))
                for fact, name in _MEASURES.items()
            },
            "taxa": [
                [{**row, **_listing(extractor.taxa, str(row["taxon_key"]))} for row in own]
                for own in _by_line(found.taxa, _own(found.taxa), len(texts))
            ],
            "terms": _by_line(found.terms, _own(found.terms), len(texts)),
            "places": _by_line(found.places, _own(found.places), len(texts)),
        }
        languages = dict(found.languages.select("key", "language").iter_rows())
        for place, values in enumerate(zip(*columns.values(), strict=True)):
            yield {
                **dict(zip(columns, values, strict=True)),
                "language": languages.get(str(place)),
            }


def _listing(taxa: Taxa, key: str) -> dict[str, Any]:
    """How the lists in use protect a taxon; listings that have ended do not count."""
    known = taxon_properties(taxa, key, date.max)
    taxon = taxa.taxon(key)
    listings = taxon.listed(date.max) if taxon else ()
    return {
        "scientific_name": known["scientific_name"],
        "appendix": next((each.status for each in listings if each.list == "cites"), None),
        "listed": known.get("listed"),
    }


def _own(found: pl.DataFrame) -> dict[str, str]:
    """Print every column but the line's under its own name."""
    return {name: name for name in found.columns if name != "key"}


def _by_line(
    found: pl.DataFrame, names: dict[str, str], lines: int
) -> list[list[dict[str, object]]]:
    """What was found in each line, under the names it is printed with."""
    by_line: list[list[dict[str, object]]] = [[] for _ in range(lines)]
    places = found["key"].cast(pl.Int64)
    for place, row in zip(places, found.select(*names).iter_rows(), strict=True):
        by_line[place].append(dict(zip(names.values(), row, strict=True)))
    return by_line
