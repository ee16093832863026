"""Which contact details an account publishes, and which it only passes on."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from ingest.evidence import SourceTables, stacked

PUBLICATION_KEYS = ["account_key", "detail_key"]


def count_publications(
    sources: Sequence[SourceTables], pending: Sequence[SourceTables]
) -> pl.DataFrame:
    """Count in how many posts, and from when to when, each account gives each contact detail.

    Parameters
    ----------
    sources : sequence of SourceTables
        All that count, in order of ingestion.
    pending : sequence of SourceTables
        Those to be loaded, a part of ``sources``.

    Returns
    -------
    polars.DataFrame
        ``account_key detail_key posts first_seen last_seen is_published is_corrected`` of what
        the pending sources speak of; ``posts`` counts distinct posts. Words that one source says
        are passed on are not the account's in another that does not: ``is_published`` is false
        where nothing else is left, ``is_corrected`` true for what is in a post of which a pending
        source says so.
    """
    details = stacked(sources, lambda each: each.details).drop_nulls(PUBLICATION_KEYS)
    spoken_of = stacked(pending, lambda each: each.details).drop_nulls(PUBLICATION_KEYS)
    corrected = details.join(_passed_on(pending), on="post_key", how="semi")
    touched = (
        pl.concat(
            [
                spoken_of.select(*PUBLICATION_KEYS, is_corrected=pl.lit(value=False)),
                corrected.select(*PUBLICATION_KEYS, is_corrected=pl.lit(value=True)),
            ]
        )
        .group_by(PUBLICATION_KEYS)
        .agg(pl.col("is_corrected").any())
    )
    counted = (
        details.join(_passed_on(sources), on="post_key", how="anti")
        .group_by(PUBLICATION_KEYS)
        .agg(
            posts=pl.col("post_key").drop_nulls().n_unique(),
            first_seen=pl.col("seen_at").min(),
            last_seen=pl.col("seen_at").max(),
            is_published=pl.lit(value=True),
        )
    )
    return (
        touched.join(counted, on=PUBLICATION_KEYS, how="left")
        .with_columns(pl.col("is_published").fill_null(value=False))
        .collect()
    )


def _passed_on(sources: Sequence[SourceTables]) -> pl.LazyFrame:
    """Find the posts of which a source says that they pass on somebody else's words."""
    return stacked(
        sources,
        lambda each: each.posts.filter(pl.col("forwarded_from").is_not_null()).select("post_key"),
    ).select(pl.col("post_key").unique())
