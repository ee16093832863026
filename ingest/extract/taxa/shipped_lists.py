"""The lists that are shipped: taxa, their names, what is made of them, and false friends.

The four files of taxa hold them under the higher taxa they belong to. Of each taxon:

``cites``
    Appendix after CoP19; ``before`` and ``since`` where it was another one until then.
``core``, ``checked``
    Whether it is of the project's first list; whether its appendix was compared with an index of
    2017 (nobody has compared the others).
``also``
    Other scientific names of it.
``names``, ``goods``
    By language, names with commas between them: of the animal or plant, and of what is made of
    it. ``?`` after a name: ambiguous; ``??``: it hardly tells anything; ``*``: found in a public
    list of names (LEMIS). No speaker of the languages has looked at the names.
``parts``, ``stems``
    Products whose names are put together (`products`); beginnings of German compounds.
``latin``
    ``ambiguous`` where the scientific name is a word of everyday language too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ingest.extract.taxa.given import AMBIGUOUS, LATIN, SCIENTIFIC, VERNACULAR, Given
from ingest.extract.taxa.products import Patterns, composed
from ingest.extract.taxa.taxon import INTERNATIONAL, Listing, Taxon, rank_of

FILES = ("mammals", "birds", "reptiles", "others")
CITES = "cites"
STATE = "CITES appendices after CoP19 (2022); CoP20 (2025) is not applied"
CORE, ADDED = "Spoor, first list of 66 taxa", "Spoor, general knowledge"
LANGUAGES = frozenset(
    {"en", "id", "ms", "vi", "th", "zh", "ar", "es", "pt", "fr", "de", "it", "hi", "sw", "nl",
     "tr", "ru", "ko", "ja", "tl", "te", "bn"}
)  # fmt: skip
FIELDS = frozenset(
    {"rank", "cites", "note", "since", "before", "checked", "core", "also", "parts", "stems",
     "latin", "names", "goods"}
)  # fmt: skip


@dataclass(frozen=True)
class Lists:
    """What is shipped.

    Attributes
    ----------
    taxa : tuple of Taxon
        In the order of the files.
    given : tuple of Given
        Their names as the files give them, scientific ones included.
    composed : tuple of Given
        Names of products that were put together.
    false_friends : tuple of str
        Phrases inside which a name means no taxon.
    """

    taxa: tuple[Taxon, ...]
    given: tuple[Given, ...]
    composed: tuple[Given, ...]
    false_friends: tuple[str, ...]


@cache
def shipped_lists() -> Lists:
    """Read the lists that are shipped.

    Raises
    ------
    ValueError
        If a file holds a field, a language or a product that is not known.
    """
    patterns = _patterns(_read("products")["patterns"])
    taxa: list[Taxon] = []
    given: list[Given] = []
    made: list[Given] = []
    for file in FILES:
        for above, entries in _read(file).items():
            for name, entry in entries.items():
                _check(name, entry, patterns)
                lineage = tuple(part for part in above.split(" ") if part != name)
                own = list(_names(name, entry))
                taxa.append(_taxon(name, entry, lineage, own))
                given += own
                parts, stems = str(entry.get("parts", "")).split(), _split(entry.get("stems", ""))
                made += composed(own, parts, stems, patterns)
    phrases = [p for language in _read("false_friends").values() for p in _split(language)]
    return Lists(tuple(taxa), tuple(given), tuple(made), tuple(dict.fromkeys(phrases)))


def _read(name: str) -> dict[str, Any]:
    """Read one of the files."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def _patterns(found: Mapping[str, Mapping[str, str]]) -> Patterns:
    """Split the patterns of products."""
    return {
        product: {language: _split(written) for language, written in by_language.items()}
        for product, by_language in found.items()
    }


def _check(name: str, entry: Mapping[str, Any], patterns: Patterns) -> None:
    """Raise `ValueError` for what is not known."""
    languages = {*entry["names"], *(each for of in entry.get("goods", {}).values() for each in of)}
    unknown = (
        (set(entry) - FIELDS)
        | (languages - LANGUAGES)
        | (set(str(entry.get("parts", "")).split()) - set(patterns))
    )
    if unknown:
        raise ValueError(f"{name}: {', '.join(sorted(unknown))} is not known.")


def _taxon(
    name: str, entry: Mapping[str, Any], lineage: tuple[str, ...], own: list[Given]
) -> Taxon:
    """Make a taxon of an entry."""
    english = next((g.name for g in own if g.language == "en" and g.product is None), "")
    return Taxon(
        name,
        entry.get("rank") or rank_of(name),
        english,
        lineage,
        tuple(_split(entry.get("also", ""))),
        tuple(_listings(entry)),
    )


def _listings(entry: Mapping[str, Any]) -> Iterator[Listing]:
    """Give the appendix, and the one before."""
    since: date | None = entry.get("since")
    source = f"{STATE}; {CORE if entry.get('core') else ADDED}"
    verified = bool(entry.get("checked"))
    if since and "before" in entry:
        until = since - timedelta(days=1)
        yield Listing(CITES, INTERNATIONAL, entry["before"], None, until, "", source)
    yield Listing(
        CITES,
        INTERNATIONAL,
        entry["cites"],
        since,
        None,
        entry.get("note", ""),
        source,
        verified,
    )


def _names(taxon: str, entry: Mapping[str, Any]) -> Iterator[Given]:
    """Give all names of an entry."""
    source = CORE if entry.get("core") else ADDED
    plain = AMBIGUOUS if entry.get("latin") == "ambiguous" else SCIENTIFIC
    yield Given(taxon, taxon, LATIN, plain, source=source)
    for name in _split(entry.get("also", "")):
        yield Given(name, taxon, LATIN, SCIENTIFIC, source=source)
    if entry.get("rank") == "genus":
        for ending in ("sp", "spp"):
            yield Given(f"{taxon} {ending}.", taxon, LATIN, SCIENTIFIC, source=source)
    goods: Mapping[str, Mapping[str, str]] = entry.get("goods", {})
    for product, by_language in ((None, entry["names"]), *goods.items()):
        for language, written in by_language.items():
            for name in _split(written):
                yield _given(name, taxon, language, product, source)


def _given(marked: str, taxon: str, language: str, product: str | None, source: str) -> Given:
    """Read a name with its marks."""
    name = marked.rstrip("?*")
    marks = marked[len(name) :]
    return Given(
        name,
        taxon,
        language,
        AMBIGUOUS if "?" in marks else VERNACULAR,
        product,
        is_very_ambiguous="??" in marks or (language == "zh" and len(name) == 1),
        source=source,
        verified="*" in marks,
    )


def _split(written: str) -> list[str]:
    """Split what stands between commas."""
    return [part for part in (part.strip() for part in written.split(",")) if part]
