"""Watched words found in texts, in any script."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from ingest.extract.folding import unify_all
from ingest.extract.names.folded import fold_names, fold_texts
from ingest.extract.names.matcher import Names, bounded

FOUND = pl.Schema({"text": pl.UInt32, "term": pl.UInt32, "raw": pl.String})
"""One row per text and term in it; ``raw``: the words as they first stand there."""


class Terms:
    """Words to be found, folded as the names of taxa are.

    Parameters
    ----------
    terms : sequence of str
        As people write them. In scripts with spaces they count as whole words only, elsewhere
        anywhere; case, punctuation and width make no difference.

    Notes
    -----
    Finding is linear in the texts.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        folded = fold_names(terms)
        self._finder = Names(folded, are_folded=True)
        self._within = pl.DataFrame(
            [
                (outer, inner)
                for outer, whole in enumerate(folded)
                for inner, part in enumerate(folded)
                if bounded(part) in bounded(whole)
            ],
            schema={"name": pl.UInt32, "term": pl.UInt32},
            orient="row",
        )

    def find(self, texts: pl.Series) -> pl.DataFrame:
        """Find the terms.

        Parameters
        ----------
        texts : Series of str
            Without nulls.

        Returns
        -------
        DataFrame
            `FOUND`, by text. A term inside a longer one that is found counts too.
        """
        if texts.is_empty():
            return FOUND.to_frame()
        found = self._finder.find(fold_texts(unify_all(texts)))
        raw = texts[found["text"]].str.slice(found["start"], found["end"] - found["start"])
        return (
            found.with_columns(raw=raw)
            .join(self._within, on="name")
            .sort("text", "start", "term")
            .unique(["text", "term"], keep="first", maintain_order=True)
            .select(FOUND.names())
        )
