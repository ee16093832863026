"""The tables that extraction derives from records: their columns, types and what null means.

A missing value is always null. ``locator`` is the place of the sighting that something was found
in. Derived tables can be made again at any time.
"""

from __future__ import annotations

import polars as pl

from graph.records import UTC

DETAILS = pl.Schema(
    {
        "account_key": pl.String(),
        "post_key": pl.String(),
        "detail_key": pl.String(),
        "kind": pl.String(),
        "value": pl.String(),
        "raw": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "rule": pl.String(),
        "confidence": pl.Float64(),
        "channel": pl.String(),
        "holder": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per contact detail found, with the place of the sighting it was found in. ``account_key``
null: the post passes on somebody else's words, so that nobody publishes it here. ``post_key`` null:
found in the account's own description; ``start``/``end`` null: recorded by hand, not found in the
text. ``channel``: what a number is said to be used with (``whatsapp``, ``dana``); ``holder``: in
whose name a bank account or wallet is said to be."""

STATEMENTS = pl.Schema(
    {
        "account_key": pl.String(),
        "post_key": pl.String(),
        "fact": pl.String(),
        "amount": pl.Float64(),
        "most": pl.Float64(),
        "unit": pl.String(),
        "per": pl.String(),
        "raw": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per price, quantity, weight, length or age (``fact``) that a post states. ``most``: the
higher number of a range; ``unit``: currency or unit; ``per``: what a price is for."""

TAXA = pl.Schema(
    {
        "account_key": pl.String(),
        "post_key": pl.String(),
        "taxon_key": pl.String(),
        "name": pl.String(),
        "product": pl.String(),
        "language": pl.String(),
        "raw": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "rule": pl.String(),
        "confidence": pl.Float64(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per name of a taxon, or of a product of it, in a post. ``taxon_key``:
``taxon:<scientific name>``; ``product`` null: the animal or plant itself is named."""

TERMS = pl.Schema(
    {
        "account_key": pl.String(),
        "post_key": pl.String(),
        "entry": pl.String(),
        "role": pl.String(),
        "meaning": pl.String(),
        "raw": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "score": pl.Float64(),
        "because": pl.String(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per entry of the lexicon that a post fires. ``role``: what the entry is for; ``score``:
how much the hit tells, 0 to 1; ``because``: what that rests on."""

LANGUAGES = pl.Schema(
    {
        "post_key": pl.String(),
        "language": pl.String(),
        "confidence": pl.Float64(),
        "locator": pl.String(),
    }
)
"""The language (ISO 639-1) of each post of which one is evident."""

PLACES = pl.Schema(
    {
        "account_key": pl.String(),
        "post_key": pl.String(),
        "place": pl.String(),
        "cue": pl.String(),
        "raw": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "seen_at": UTC,
        "locator": pl.String(),
    }
)
"""One row per place that a post says somebody or something is in: ``place`` in the post's own
words, never looked up; ``cue``: the words or the sign that announce it."""

SIGNATURES = pl.Schema(
    {
        "post_key": pl.String(),
        "account_key": pl.String(),
        "text_hash": pl.UInt64(),
        "tokens": pl.UInt32(),
        "minhash": pl.Array(pl.UInt32(), 32),
        "locator": pl.String(),
    }
)
"""One row per text of a post that, contact details and prices cut out, is long enough to compare,
with the place of the sighting that it was first seen in."""

DERIVED_SCHEMAS = {
    "details": DETAILS,
    "signatures": SIGNATURES,
    "statements": STATEMENTS,
    "taxa": TAXA,
    "terms": TERMS,
    "languages": LANGUAGES,
    "places": PLACES,
}
"""By name, in the order in which they are written."""
