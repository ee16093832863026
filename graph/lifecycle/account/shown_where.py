"""Whether something was shown in a place that had been observed before."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.account.rows import CITED
from graph.lifecycle.account.state import Between


def shown_in_known_places(
    found: pl.DataFrame, showings: pl.DataFrame, between: Between
) -> pl.DataFrame:
    """Keep what was shown in a post in a place that had been observed before.

    Parameters
    ----------
    found : polars.DataFrame
        `graph.lifecycle.tables.TRACES`.
    showings : polars.DataFrame
        ``account_key value post_key``: all posts that show something.
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        Those of ``found`` with a post in such a place; ``posts``: up to three of them;
        ``posts_made``: how many posts show it anywhere. Elsewhere the account may have shown it
        all along, where nobody looked.
    """
    same = ["account_key", "value"]
    placed = (
        showings.select(*same, "post_key")
        .join(found, on=same, how="semi")
        .unique()
        .join(between.tables.posts.select("post_key", "place", "posted_at"), on="post_key")
        .join(between.known_places, on="place", how="semi")
        .sort("posted_at", "post_key", nulls_last=True)
        .group_by(same, maintain_order=True)
        .agg(posts=pl.col("post_key").head(CITED))
    )
    return found.rename({"posts": "posts_made"}).join(placed, on=same)
