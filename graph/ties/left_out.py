"""What a tie looks like that a judgement took away; kept apart, so that showing loads no solver."""

from __future__ import annotations

import polars as pl

LEFT_OUT = pl.Schema(
    {"account_a": pl.String(), "account_b": pl.String(), "score": pl.Float64(),
     "probability": pl.Float64(), "reasons": pl.List(pl.String())}
)  # fmt: skip
"""Ties that evidence gives and a person's judgement takes away; ``reasons`` are sentences, the
judgement first."""
