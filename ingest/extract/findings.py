"""What extraction finds in texts, as tables."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

MENTIONS = pl.Schema(
    {
        "key": pl.String,
        "kind": pl.String,
        "value": pl.String,
        "detail_key": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "rule": pl.String,
        "confidence": pl.Float64,
        "channel": pl.String,
        "holder": pl.String,
    }
)
"""One row per contact detail found in a text; see `found.Found`."""

STATEMENTS = pl.Schema(
    {
        "key": pl.String,
        "fact": pl.String,
        "amount": pl.Float64,
        "most": pl.Float64,
        "unit": pl.String,
        "per": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
    }
)
"""One row per price or measure found in a text; see `found.Stated`."""

TAXA_NAMED = pl.Schema(
    {
        "key": pl.String,
        "taxon_key": pl.String,
        "name": pl.String,
        "product": pl.String,
        "language": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "rule": pl.String,
        "confidence": pl.Float64,
    }
)
"""One row per name of a taxon, or of a product of it, found in a text. ``taxon_key``:
``taxon:<scientific name>``; ``name``: as the list writes it; ``product``: what the name means
besides the animal (``ivory``, ``scales``); null: the animal or plant itself."""

TERMS_USED = pl.Schema(
    {
        "key": pl.String,
        "entry": pl.String,
        "role": pl.String,
        "meaning": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "score": pl.Float64,
        "because": pl.String,
    }
)
"""One row per entry of the lexicon that a text fires. ``entry``: its id; ``score``: how much the
hit tells, 0 to 1, an ambiguous word without company 0; ``because``: what that score rests on."""

PLACES_SAID = pl.Schema(
    {
        "key": pl.String,
        "place": pl.String,
        "cue": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
    }
)
"""One row per place that a text says somebody or something is in; see `goods.places.Place`."""

LANGUAGES = pl.Schema({"key": pl.String, "language": pl.String, "confidence": pl.Float64})
"""The language (ISO 639-1) of each text of which one is evident."""


@dataclass(frozen=True)
class Findings:
    """What extraction found.

    Attributes
    ----------
    details : polars.DataFrame
        `MENTIONS`, in the order of the posts, then of the text.
    statements : polars.DataFrame
        `STATEMENTS`, likewise.
    taxa : polars.DataFrame
        `TAXA_NAMED`, likewise.
    terms : polars.DataFrame
        `TERMS_USED`, likewise.
    languages : polars.DataFrame
        `LANGUAGES`, likewise.
    places : polars.DataFrame
        `PLACES_SAID`, likewise.
    """

    details: pl.DataFrame
    statements: pl.DataFrame
    taxa: pl.DataFrame
    terms: pl.DataFrame
    languages: pl.DataFrame
    places: pl.DataFrame


def nothing() -> Findings:
    """Give empty tables."""
    schemas = (MENTIONS, STATEMENTS, TAXA_NAMED, TERMS_USED, LANGUAGES, PLACES_SAID)
    return Findings(*(pl.DataFrame(schema=schema) for schema in schemas))
