"""The shipped taxa and a workspace's lists as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from ingest.extract.names.folded import fold_names
from ingest.extract.taxa.given import IMPORTED, LATIN, ONE_WORD, SCIENTIFIC, Given
from ingest.extract.taxa.guard import grade_of
from ingest.extract.taxa.listed import Header
from ingest.extract.taxa.shipped_lists import Lists
from ingest.extract.taxa.taxa import Taxa, make_taxa
from ingest.extract.taxa.taxon import INTERNATIONAL, Listing, Taxon

NOT_THERE = "not in the workspace's own list; as shipped"
_CLEAR = ("idae", "aceae", "inae", "iformes")


@dataclass
class _Union:
    """Taxa of all lists, as they come together."""

    taxa: dict[str, Taxon]
    meant_by: dict[str, str]
    rows: dict[str, dict[str, Listing | None]] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)


def merge(shipped: Lists, own: Sequence[tuple[Header, pl.DataFrame]]) -> Taxa:
    """Put a workspace's lists over the shipped ones.

    Parameters
    ----------
    shipped : Lists
    own : sequence of Header and DataFrame
        The lists and their `listed.LISTED`.

    Returns
    -------
    Taxa
        A taxon that a list calls by another name, or of which it has a synonym, is the shipped
        one. What a list says of a family or genus it says of all in it that it does not name.
        The CITES appendices of the workspace come in the place of the shipped ones.
    """
    meant_by = {name: t.scientific_name for t in shipped.taxa for name in t.synonyms}
    meant_by |= {taxon.scientific_name: taxon.scientific_name for taxon in shipped.taxa}
    union = _Union({taxon.scientific_name: taxon for taxon in shipped.taxa}, meant_by)
    for header, taxa in own:
        _add(union, header, taxa)
    listed = [_with_listings(taxon, union, own) for taxon in union.taxa.values()]
    given = [*shipped.given, *_that_count(union.given, shipped.given)]
    content = [repr(shipped), *(_content(header, taxa) for header, taxa in own)]
    return make_taxa(listed, given, shipped.composed, shipped.false_friends, content)


def _content(header: Header, taxa: pl.DataFrame) -> str:
    """Write all of a list that decides what is found and where it is listed."""
    told = (header.name, header.jurisdiction, header.valid_from, header.valid_to)
    return f"{told}{taxa.write_ndjson()}"


def _add(union: _Union, header: Header, taxa: pl.DataFrame) -> None:
    """Add the taxa of a list, their listings and their names."""
    rows = union.rows.setdefault(header.name, {})
    first, last = header.bounds()
    source = f"{header.file}, taken in {header.at[:10]} by {header.by}"
    accepted = set(taxa["scientific_name"])
    for row in taxa.iter_rows(named=True):
        name = _meant(row["scientific_name"], row["synonyms"], union.meant_by)
        known = union.taxa.get(name)
        english = next((n["name"] for n in row["names"] if n["language"] == "en"), "")
        others = [s for s in row["synonyms"] if s not in accepted and s != name]
        if known is None:
            union.taxa[name] = Taxon(
                name, row["rank"], english, tuple(row["lineage"]), tuple(others)
            )
        elif not known.lineage or not known.english:
            union.taxa[name] = replace(
                known,
                lineage=known.lineage or tuple(row["lineage"]),
                english=known.english or english,
            )
        union.meant_by.setdefault(row["scientific_name"], name)
        status, note = row["status"], row["note"] or ""
        rows[name] = (
            None
            if status is None
            else Listing(header.name, header.jurisdiction, status, first, last, note, source)
        )
        union.given += _names(name, row, others, f"list {header.name}")


def _meant(name: str, synonyms: Iterable[str], meant_by: Mapping[str, str]) -> str:
    """Name the taxon that a row is about, as it is known already."""
    if name in meant_by:
        return meant_by[name]
    return next((meant_by[other] for other in synonyms if other in meant_by), name)


def _names(
    taxon: str, row: Mapping[str, list[dict[str, str]]], others: Sequence[str], source: str
) -> Iterator[Given]:
    """Give the names of a row."""
    for name in (str(row["scientific_name"]), *others):
        if " " in name or name.endswith(_CLEAR):
            yield Given(name, taxon, LATIN, SCIENTIFIC, source=source, is_imported=True)
        else:
            yield Given(name, taxon, LATIN, ONE_WORD, source=source, is_imported=True)
            for ending in ("sp.", "spp."):
                yield Given(
                    f"{name} {ending}", taxon, LATIN, SCIENTIFIC, source=source, is_imported=True
                )
    for each in row["names"]:
        yield Given(
            each["name"], taxon, each["language"], IMPORTED, source=source, is_imported=True
        )


def _that_count(given: Sequence[Given], shipped: Sequence[Given]) -> Iterator[Given]:
    """Leave out names that a shipped list gives already, and those that never count."""
    known = set(fold_names([each.name for each in shipped]))
    for each, name in zip(given, fold_names([each.name for each in given]), strict=True):
        grade = grade_of(name) if each.grade == IMPORTED else each.grade
        if name not in known and grade is not None:
            yield each if grade == each.grade else replace(each, grade=grade)


def _with_listings(
    taxon: Taxon, union: _Union, own: Sequence[tuple[Header, pl.DataFrame]]
) -> Taxon:
    """Give a taxon the listings of all lists."""
    found: list[Listing] = []
    is_covered = has_international = False
    for header, _ in own:
        is_international = header.jurisdiction == INTERNATIONAL
        has_international |= is_international
        rows = union.rows[header.name]
        above = next((name for name in _upwards(taxon) if name in rows), None)
        if above is None:
            continue
        is_covered |= is_international
        listing = rows[above]
        if listing is not None and above != taxon.scientific_name:
            listing = replace(listing, note=f"as {above}" + (listing.note and f"; {listing.note}"))
        found += [listing] if listing else []
    kept = list(taxon.listings)
    if is_covered:
        kept = []
    elif has_international:
        kept = [replace(each, note=_joined(each.note, NOT_THERE)) for each in kept]
    return replace(taxon, listings=(*kept, *found))


def _upwards(taxon: Taxon) -> Iterator[str]:
    """Name a taxon, its species, its genus, then what is above, nearest first."""
    words = taxon.scientific_name.split(" ")
    for size in range(len(words), 0, -1):
        yield " ".join(words[:size])
    yield from reversed(taxon.lineage)


def _joined(*notes: str) -> str:
    """Join notes."""
    return "; ".join(note for note in notes if note)
