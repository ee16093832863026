"""Matching: which cluster now is which cluster of before, one to many.

After Greene, Doyle and Cunningham (2010, doi:10.1109/ASONAM.2010.17), with accounts weighed by how
firmly they belong, and with the share of the smaller side in place of the Jaccard index: growth,
merging and splitting change sizes, and must not hide what goes on.
"""

from __future__ import annotations

import polars as pl

LEAST_SHARE = 0.5
LEAST_WEIGHT = 0.05

LINKS = pl.Schema(
    {"before": pl.String(), "now": pl.String(), "accounts": pl.Int64(), "share": pl.Float64()}
)


def match_clusters(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """Match clusters by their members.

    Parameters
    ----------
    before, now : polars.DataFrame
        ``cluster_id account_key``, and ``stability`` if it is to weigh.

    Returns
    -------
    polars.DataFrame
        `LINKS`: pairs of clusters, sorted, that have at least two accounts in common, and at
        least half of the weight of one of the two, of ``now`` those accounts counted that were in
        any cluster before. An account weighs its stability in [0.05, 1], the lower of both.
    """
    before, now = (_weighed(each) for each in (before, now))
    both = before.join(
        now.select("account_key", now="cluster_id", stability_now="stability"), on="account_key"
    )
    both = both.rename({"cluster_id": "before"}).with_columns(
        weight=pl.min_horizontal("stability", "stability_now").clip(LEAST_WEIGHT)
    )
    common = both.group_by("before", "now").agg(
        accounts=pl.len().cast(pl.Int64), weight=pl.col("weight").sum()
    )
    old = before.group_by(before="cluster_id").agg(old=pl.col("stability").clip(LEAST_WEIGHT).sum())
    known = both.group_by("now").agg(known=pl.col("weight").sum())
    smaller = pl.min_horizontal("old", "known")
    return (
        common.join(old, on="before")
        .join(known, on="now")
        .with_columns(share=(pl.col("weight") / smaller).clip(upper_bound=1.0))
        .filter(pl.col("accounts") > 1, pl.col("share") >= LEAST_SHARE)
        .select(pl.col(name).cast(kind) for name, kind in LINKS.items())
        .sort("before", "now")
    )


def _weighed(members: pl.DataFrame) -> pl.DataFrame:
    """Members with their stability, full where there is none."""
    if "stability" not in members.columns:
        members = members.with_columns(stability=pl.lit(1.0))
    return members.select("cluster_id", "account_key", "stability")
