"""One table of every way in which names are written, each way meaning one thing or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from ingest.extract.names.folded import fold_names
from ingest.extract.taxa.given import (
    ABBREVIATED,
    COMPANY,
    CONFIDENCE,
    LATIN,
    SCIENTIFIC,
    Given,
)
from ingest.extract.taxa.products import COMPOSED_RULE
from ingest.extract.taxa.taxon import PREFIX, Taxon
from ingest.extract.taxa.variants import variants

NAMES = pl.Schema(
    {
        "written": pl.String,
        "taxon_key": pl.String,
        "family": pl.String,
        "name": pl.String,
        "product": pl.String,
        "language": pl.String,
        "rule": pl.String,
        "confidence": pl.Float64,
        "needs_company": pl.Boolean,
        "source": pl.String,
        "verified": pl.Boolean,
    }
)
"""One row per way to write a name, as folded, each once. ``taxon_key``: null for a false friend;
``family``: what names must share to be company; ``language``: several in alphabetical order."""

PRODUCT_CONFIDENCE = 0.8
_GIVEN_AS_IT_IS, _FROM_LIST, _VARIANT, _COMPOSED = range(4)


@dataclass(frozen=True)
class _Reading:
    """One thing that a way of writing may mean."""

    given: Given
    rule: str
    confidence: float
    rank: int


def table_of(
    taxa: Mapping[str, Taxon],
    given: Sequence[Given],
    composed: Sequence[Given],
    false_friends: Sequence[str],
) -> pl.DataFrame:
    """Lay out every way to write the names.

    Parameters
    ----------
    taxa : mapping
        From scientific name to taxon; every name's is in it.
    given : sequence of Given
        Names as lists give them.
    composed : sequence of Given
        Names of products that were put together.
    false_friends : sequence of str
        Phrases inside which a name means nothing.

    Returns
    -------
    DataFrame
        `NAMES`. A false friend comes before a name written alike, a name as a shipped list gives
        it before an imported one, that before a variant, that before a composed one. What then
        means two taxa means the higher one if the other belongs to it, else nothing.

    Notes
    -----
    Cost is linear in the letters of the names.
    """
    readings: dict[str, list[_Reading]] = {}
    for written, reading in _readings(given, composed):
        if written:
            readings.setdefault(written, []).append(reading)
    rows: list[tuple[object, ...]] = [
        (phrase, *(None,) * 5, "false friend", None, False, None, None)
        for phrase in dict.fromkeys(fold_names(false_friends))
        if phrase
    ]
    stopped = {row[0] for row in rows}
    for written, alike in readings.items():
        if written not in stopped and (settled := _settled(alike, taxa)) is not None:
            rows.append(_row(written, settled, taxa[settled.given.taxon]))
    return pl.DataFrame(rows, schema=NAMES, orient="row")


def _readings(given: Sequence[Given], composed: Sequence[Given]) -> Iterator[tuple[str, _Reading]]:
    """Give each way of writing with what it may mean."""
    for each, folded in zip(given, fold_names([name.name for name in given]), strict=True):
        rank = _FROM_LIST if each.is_imported else _GIVEN_AS_IT_IS
        yield folded, _Reading(each, each.grade, each.confidence, rank)
        for written, rule, share in variants(each, folded):
            trust = round(each.confidence * share, 3)
            yield written, _Reading(each, f"{each.grade} + {rule}", trust, _VARIANT)
    for written, abbreviated in _abbreviated(given):
        yield written, _Reading(abbreviated, ABBREVIATED, CONFIDENCE[ABBREVIATED], _VARIANT)
    for each, folded in zip(composed, fold_names([name.name for name in composed]), strict=True):
        yield folded, _Reading(each, COMPOSED_RULE, PRODUCT_CONFIDENCE, _COMPOSED)
        for written, rule, share in variants(each, folded) if each.language in ("vi", "id") else ():
            trust = round(PRODUCT_CONFIDENCE * share, 3)
            yield written, _Reading(each, f"{COMPOSED_RULE} + {rule}", trust, _COMPOSED)


def _abbreviated(given: Iterable[Given]) -> Iterator[tuple[str, Given]]:
    """Abbreviate the genus of scientific names."""
    for each in given:
        genus, _, rest = each.name.partition(" ")
        if (
            each.language == LATIN
            and rest
            and not rest.startswith("sp")
            and each.grade == SCIENTIFIC
        ):
            yield f"{genus[0]} {rest}".lower(), replace(each, grade=ABBREVIATED)


def _settled(alike: Sequence[_Reading], taxa: Mapping[str, Taxon]) -> _Reading | None:
    """Decide what a way of writing means; None where nothing decides."""
    if len(alike) == 1:
        return alike[0]
    first = min(reading.rank for reading in alike)
    best = [reading for reading in alike if reading.rank == first]
    meant = {reading.given.taxon for reading in best}
    if len(meant) > 1:
        higher = [name for name in meant if all(_is_of(taxa[other], name) for other in meant)]
        if len(higher) != 1:
            return None
        best = [reading for reading in best if reading.given.taxon == higher[0]]
    product = best[0].given.product
    same = [reading for reading in best if reading.given.product == product]
    weakest = min(same, key=lambda reading: reading.confidence)
    languages = sorted({reading.given.language for reading in same})
    verified = any(reading.given.verified for reading in same)
    return replace(
        weakest,
        given=replace(weakest.given, language=" ".join(languages), verified=verified),
    )


def _is_of(taxon: Taxon, above: str) -> bool:
    """Whether a taxon is, or belongs to, another."""
    return above in (taxon.scientific_name, taxon.genus, *taxon.lineage)


def _row(written: str, reading: _Reading, taxon: Taxon) -> tuple[object, ...]:
    """Lay out a row of `NAMES`."""
    given = reading.given
    return (
        written,
        f"{PREFIX}{given.taxon}",
        family_of(taxon),
        given.name,
        given.product,
        given.language,
        reading.rule,
        reading.confidence,
        given.grade in COMPANY,
        given.source,
        given.verified,
    )


def family_of(taxon: Taxon) -> str:
    """Name the family, or the lowest higher taxon that is known."""
    if taxon.rank in ("family", "subfamily", "order", "class") and not taxon.lineage:
        return taxon.scientific_name
    families = [name for name in taxon.lineage if name.endswith(("idae", "aceae"))]
    if families:
        return families[-1]
    return taxon.scientific_name if taxon.rank == "family" else taxon.genus
