"""What extraction derives from some thousand posts, or from accounts' descriptions."""

from __future__ import annotations

import polars as pl

from graph.derived_records import DERIVED_SCHEMAS
from ingest.extract import (
    Extractor,
    extract,
    extract_by_hand,
    extract_details,
    text_signatures,
)
from ingest.extract.findings import Findings

POST_COLUMNS = ("post_key", "platform", "text", "contact", "locator", "forwarded_from")

READ_IN_PICTURES = 0.8
"""How far what a source read in a picture is trusted, as a share of what stands in a text."""

Derived = dict[str, pl.DataFrame]
"""Tables of `graph.derived_records.DERIVED_SCHEMAS`, by name."""


def derive_posts(posts: pl.DataFrame, region: str | None, extractor: Extractor) -> Derived:
    """Derive from posts.

    Parameters
    ----------
    posts : DataFrame
        ``row account_key seen_at picture_text`` and `POST_COLUMNS`; ``account_key`` null where the
        post passes on somebody else's words; ``picture_text``: words that the source itself read
        in the post's pictures.
    region : str or None
        Country whose national numbers are meant.
    extractor : Extractor

    Returns
    -------
    dict of str to DataFrame
        Every table of `graph.derived_records.DERIVED_SCHEMAS`, in the order of the posts.
    """
    numbered = posts.with_columns(key=pl.col("row").cast(pl.String))
    found = extract(numbered.select("key", "text", "platform"), region, extractor)
    noted = numbered.filter(pl.col("contact").is_not_null()).select("key", "contact", "platform")
    details = pl.concat(
        [
            found.details,
            extract_by_hand(noted, region, extractor),
            _in_pictures(numbered, region, extractor),
        ]
    )
    return {
        "details": _of_posts(numbered, details, "details"),
        "signatures": _signatures(numbered, found),
        "statements": _of_posts(numbered, found.statements, "statements"),
        "taxa": _of_posts(numbered, found.taxa, "taxa"),
        "terms": _of_posts(numbered, found.terms, "terms"),
        "languages": _of_posts(numbered, found.languages, "languages"),
        "places": _of_posts(numbered, found.places, "places"),
    }


def derive_descriptions(
    accounts: pl.DataFrame, region: str | None, extractor: Extractor
) -> pl.DataFrame:
    """Find contact details in accounts' own descriptions.

    Parameters
    ----------
    accounts : DataFrame
        ``account_key platform bio contact seen_at locator``.
    region : str or None
    extractor : Extractor

    Returns
    -------
    DataFrame
        `graph.derived_records.DETAILS`, ``post_key`` null.
    """
    described = accounts.with_row_index("row").with_columns(
        key=pl.col("row").cast(pl.String), post_key=pl.lit(None, pl.String)
    )
    texts = described.select("key", "platform", text="bio")
    noted = described.filter(pl.col("contact").is_not_null()).select("key", "contact", "platform")
    found = pl.concat(
        [extract_details(texts, region, extractor), extract_by_hand(noted, region, extractor)]
    )
    return _of_posts(described, found, "details")


def _in_pictures(posts: pl.DataFrame, region: str | None, extractor: Extractor) -> pl.DataFrame:
    """Contact details among the words that the source read in pictures, less sure than in texts."""
    pictured = posts.filter(pl.col("picture_text").is_not_null())
    texts = pictured.select("key", "platform", text="picture_text")
    return extract_details(texts, region, extractor).with_columns(
        start=pl.lit(None, pl.Int64),
        end=pl.lit(None, pl.Int64),
        rule=pl.format("in a picture + {}", "rule"),
        confidence=pl.col("confidence") * READ_IN_PICTURES,
    )


def _of_posts(posts: pl.DataFrame, found: pl.DataFrame, table: str) -> pl.DataFrame:
    """Say of which post, and of which sighting of it, each finding is."""
    rows = posts.select("key", "account_key", "post_key", "seen_at", "locator")
    return rows.join(found, on="key", maintain_order="left_right").select(
        DERIVED_SCHEMAS[table].names()
    )


def _signatures(posts: pl.DataFrame, found: Findings) -> pl.DataFrame:
    """Signatures of the texts of posts, contact details and prices cut out."""
    spans = ("key", "start", "end")
    priced = found.statements.filter(pl.col("fact") == "price")
    cuts = pl.concat([found.details.select(spans), priced.select(spans)])
    own = posts.filter(pl.col("forwarded_from").is_null())
    texts = own.select("account_key", "text", "platform", "locator", post_key="key")
    return (
        text_signatures(texts, cuts)
        .join(own.select("key", own_key="post_key"), left_on="post_key", right_on="key",
              maintain_order="left")
        .with_columns(post_key="own_key")
        .select(DERIVED_SCHEMAS["signatures"].names())
    )  # fmt: skip
