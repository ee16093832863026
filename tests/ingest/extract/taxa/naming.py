"""What taxa are named in a text, for tests."""

from __future__ import annotations

import polars as pl

from ingest.extract.folding import unify_all
from ingest.extract.names.folded import Folded, fold_texts
from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.taxa import Taxa


def folded(*texts: str) -> Folded:
    """Texts as extraction hands them over."""
    return fold_texts(unify_all(pl.Series(texts, dtype=pl.String)))


def named(text: str, taxa: Taxa | None = None) -> list[tuple[str, str | None, str]]:
    """Scientific name, product and what stands there, of each name in a text."""
    rows = (taxa or shipped_taxa()).named(folded(text))
    return [
        (row["taxon_key"].removeprefix("taxon:"), row["product"], text[row["start"] : row["end"]])
        for row in rows.iter_rows(named=True)
    ]
