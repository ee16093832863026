"""Contact details, prices, measures, places, taxa, terms and languages of many texts at once."""

from __future__ import annotations

import polars as pl

from graph.trade import SURE_NAME
from ingest.extract.extractor import Extractor, shipped_extractor
from ingest.extract.findings import (
    LANGUAGES,
    MENTIONS,
    PLACES_SAID,
    STATEMENTS,
    TAXA_NAMED,
    TERMS_USED,
    Findings,
    nothing,
)
from ingest.extract.folding import unify_all
from ingest.extract.language import languages
from ingest.extract.messengers import handles
from ingest.extract.read_texts import read_texts
from ingest.extract.spans import overlapping
from ingest.extract.vocabulary import read_vocabulary


def extract(
    posts: pl.DataFrame, region: str | None, extractor: Extractor | None = None
) -> Findings:
    """Find what texts give away.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``; a null text holds nothing. Distinct texts are read once.
    region : str or None
        ISO 3166 code of the country whose national numbers, banks and currencies are meant;
        without it only what names its country counts.
    extractor : Extractor, optional
        The lexicon, the taxa and the secret to read with; by default what is shipped.

    Returns
    -------
    Findings
        ``start`` and ``end`` are character offsets into the text: ``text[start:end] == raw``.

    Notes
    -----
    Cost is linear in the length of the distinct texts.
    """
    rows, texts = _distinct(posts)
    if texts.is_empty():
        return nothing()
    extractor = extractor or shipped_extractor()
    details, stated, places = read_texts(texts, region, extractor)
    taxa, terms = read_vocabulary(texts, details, stated, extractor)
    return Findings(
        details=_joined(rows, details, MENTIONS),
        statements=_joined(rows, stated, STATEMENTS),
        taxa=_joined(rows, taxa, TAXA_NAMED),
        terms=_joined(rows, terms, TERMS_USED),
        languages=_told(rows, texts),
        places=_joined(rows, _no_taxa(places, taxa), PLACES_SAID),
    )


def extract_details(
    posts: pl.DataFrame, region: str | None, extractor: Extractor | None = None
) -> pl.DataFrame:
    """Find contact details in texts; see `extract`.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``.
    region : str or None
    extractor : Extractor, optional

    Returns
    -------
    DataFrame
        `findings.MENTIONS`.
    """
    rows, texts = _distinct(posts)
    if texts.is_empty():
        return pl.DataFrame(schema=MENTIONS)
    details, *_ = read_texts(texts, region, extractor or shipped_extractor())
    return _joined(rows, details, MENTIONS)


def _distinct(posts: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give ``row key text_id`` of posts with a text; ``text_id text platform plain`` of texts."""
    written = (
        posts.select("key", "text", _home("platform"))
        .with_row_index("row")
        .filter(pl.col("text").str.len_bytes() > 0)
    )
    texts = written.select("text", "platform").unique(maintain_order=True).with_row_index("text_id")
    rows = written.join(texts, on=["text", "platform"], nulls_equal=True, maintain_order="left")
    return (
        rows.select("row", "key", "text_id"),
        texts.with_columns(plain=unify_all(texts["text"])),
    )


def _joined(rows: pl.DataFrame, found: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Give every post what was found in its text."""
    if found.is_empty():
        return pl.DataFrame(schema=schema)
    return rows.join(found, on="text_id").sort("row", "start", "end").select(schema.names())


def _no_taxa(places: pl.DataFrame, taxa: pl.DataFrame) -> pl.DataFrame:
    """Leave out what names a taxon for sure: an animal or plant is no place."""
    spans = pl.col("start", "end"), pl.col("text_id").alias("text")
    named = taxa.filter(pl.col("confidence") >= SURE_NAME)
    return places.filter(~overlapping(places.select(*spans), named.select(*spans)))


def _told(rows: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Tell the language of every post."""
    told = texts.select("text_id").hstack(languages(texts["plain"])).drop_nulls()
    return rows.join(told, on="text_id", maintain_order="left").select(LANGUAGES.names())


def _home(column: str) -> pl.Expr:
    """Keep the platform where it decides whose @name is meant."""
    home = pl.col(column).is_in(sorted(handles.HOME_PLATFORMS))
    return pl.when(home).then(column).alias(column)
