"""From statements that accounts belong to groups, joined or left them, to one row for each."""

from __future__ import annotations

import polars as pl

from ingest.sighted import latest


def summarised() -> list[pl.Expr]:
    """Sum up the statements about one account in one group.

    Returns
    -------
    list of polars.Expr
        To aggregate ``role event seen_at``: the latest ``role``; ``first_seen`` and
        ``last_seen``; ``joined_at``, when the account last joined as far as a source says;
        ``left_at``, when it left, null unless that is the last that is known of it there.
    """
    left = pl.col("event") == "left"
    joined = pl.col("event") == "joined"
    departed = pl.col("seen_at").filter(left).max()
    present = pl.col("seen_at").filter(~left.fill_null(False)).max()
    return [
        latest("role", "seen_at"),
        pl.col("seen_at").min().alias("first_seen"),
        pl.col("seen_at").max().alias("last_seen"),
        pl.col("seen_at").filter(joined).max().alias("joined_at"),
        pl.when(present.is_null() | (departed >= present)).then(departed).alias("left_at"),
    ]
