"""Names of taxa and words of the lexicon in many texts at once."""

from __future__ import annotations

import polars as pl

from ingest.extract.extractor import Extractor
from ingest.extract.names.folded import fold_texts
from ingest.extract.spans import SPAN, overlapping


def read_vocabulary(
    texts: pl.DataFrame, details: pl.DataFrame, stated: pl.DataFrame, extractor: Extractor
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Find taxa and words of the lexicon.

    Parameters
    ----------
    texts : DataFrame
        ``text_id text plain``; ``text_id`` counts the rows.
    details, stated : DataFrame
        ``text_id start end`` of what else was found; ``stated`` with its ``fact``.
    extractor : Extractor

    Returns
    -------
    taxa, terms : DataFrame
        As `findings.TAXA_NAMED` and `findings.TERMS_USED`, with ``text_id`` in place of the key.
        What stands in a contact detail is no name: an address may hold any word.
    """
    folded = fold_texts(texts["plain"])
    spans = details.select("start", "end", text="text_id")
    named = extractor.taxa.named(folded)
    named = named.filter(~overlapping(named, spans))
    company = _company(details, stated, named)
    uses = extractor.lexicon.used(folded)
    taken = pl.concat([spans.select(SPAN), named.select(SPAN)])
    scored = extractor.lexicon.score(uses, company, taken)
    return _with_raw(named, texts), _with_raw(scored, texts)


def _company(details: pl.DataFrame, stated: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Say of each text what else it states."""
    is_price = pl.col("fact") == "price"
    kinds = {
        "has_price": stated.filter(is_price)["text_id"],
        "has_contact": details.filter(pl.col("kind") != "url")["text_id"],
        "has_measure": stated.filter(~is_price)["text_id"],
        "has_taxon": named["text"],
    }
    every = pl.concat([ids.cast(pl.UInt32).rename("text") for ids in kinds.values()]).unique()
    return every.sort().to_frame().with_columns(
        pl.col("text").is_in(ids.cast(pl.UInt32).unique().implode()).alias(kind)
        for kind, ids in kinds.items()
    )  # fmt: skip


def _with_raw(found: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Add what is written at each place."""
    return (
        found.rename({"text": "text_id"})
        .join(texts.select("text_id", "text"), on="text_id", maintain_order="left")
        .with_columns(raw=pl.col("text").str.slice("start", pl.col("end") - pl.col("start")))
        .drop("text")
    )
