"""Names of products, put together from the name of an animal or plant and what is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ingest.extract.taxa.given import LATIN, VERNACULAR, Given

NAME = "~"
COMPOSED_RULE = "product of it"
_SPOKEN_ALIKE = {"ms": "id"}
_VOWELS = "aeiouyhéèêœâîô"

Patterns = Mapping[str, Mapping[str, Sequence[str]]]
"""From product to language to patterns; `NAME` stands for the animal's or plant's name."""


def composed(
    names: Sequence[Given], parts: Sequence[str], stems: Sequence[str], patterns: Patterns
) -> Iterator[Given]:
    """Put names of products together.

    Parameters
    ----------
    names : sequence of Given
        Of one taxon.
    parts : sequence of str
        The products of it that are in trade.
    stems : sequence of str
        How its German name begins a compound (``Tiger`` in ``Tigerfell``).
    patterns : mapping
        How each language says each product.

    Yields
    ------
    Given
        An ambiguous name is one no longer with a product beside it; what hardly tells anything
        is left out, but for a single Chinese character.
    """
    for part in parts:
        by_language = patterns[part]
        for given in names:
            if given.product is not None or given.language in (LATIN, "de") or _is_vague(given):
                continue
            language = _SPOKEN_ALIKE.get(given.language, given.language)
            for pattern in by_language.get(language, ()):
                for written in _filled(pattern, given):
                    yield _product(given, written, part)
        taxon = names[0].taxon if names else ""
        source = names[0].source if names else ""
        for stem in stems:
            for pattern in by_language.get("de", ()):
                written = pattern.replace(NAME, stem)
                yield Given(written, taxon, "de", VERNACULAR, part, source=source)


def _is_vague(given: Given) -> bool:
    """Whether a name is too vague to tell anything with a product beside it."""
    return given.is_very_ambiguous and not (given.language == "zh" and len(given.name) == 1)


def _filled(pattern: str, given: Given) -> Iterator[str]:
    """Put a name into a pattern as its language does."""
    yield pattern.replace(NAME, given.name)
    if given.language == "fr" and given.name[0].lower() in _VOWELS:
        yield pattern.replace(f"de {NAME}", f"d'{given.name}")
    if given.language == "ar" and not given.name.startswith("ال"):
        yield pattern.replace(NAME, f"ال{given.name}")


def _product(given: Given, written: str, part: str) -> Given:
    """Make the name of a product."""
    return Given(written, given.taxon, given.language, VERNACULAR, part, source=given.source)
