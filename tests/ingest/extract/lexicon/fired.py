"""Helpers: what a lexicon fires on one text."""

from __future__ import annotations

from typing import Any

import polars as pl

from ingest.extract.folding import unify
from ingest.extract.lexicon.entry import STATED, Entry
from ingest.extract.lexicon.lexicon import Lexicon
from ingest.extract.lexicon.shipped import shipped_cues, shipped_lexicon
from ingest.extract.names.folded import fold_texts


def fired(
    *texts: str,
    lexicon: Lexicon | None = None,
    company: tuple[str, ...] = (),
    taken: pl.DataFrame | None = None,
) -> list[dict[str, Any]]:
    """Rows of what fires on texts that all state what ``company`` names; with its ``raw``."""
    using = lexicon or shipped_lexicon()
    hits = using.used(fold_texts(pl.Series([unify(text) for text in texts])))
    stated = pl.DataFrame({"text": range(len(texts))}, schema={"text": pl.UInt32}).with_columns(
        pl.lit(kind in company).alias(f"has_{kind}") for kind in STATED
    )
    return [
        row | {"raw": texts[row["text"]][row["start"] : row["end"]]}
        for row in using.score(hits, stated, taken).to_dicts()
    ]


def entries(text: str, lexicon: Lexicon | None = None) -> list[str]:
    """Ids of the entries that fire on a text, in order."""
    return [row["entry"] for row in fired(text, lexicon=lexicon)]


def lexicon(*rows: dict[str, Any]) -> Lexicon:
    """A small lexicon of entries; what they lack is filled in."""
    usual = {"role": "code", "meaning": "something"}
    return Lexicon(tuple(Entry.model_validate(usual | row) for row in rows), shipped_cues())
