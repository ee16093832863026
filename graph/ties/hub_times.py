"""When a contact detail was in use: by many at once, as a courier's is, or by one after another."""

from __future__ import annotations

import polars as pl

from graph.ties.values import Values


def count_at_once(values: Values, wanted: pl.DataFrame) -> pl.DataFrame:
    """Count how many accounts used a value over the same time.

    Parameters
    ----------
    values : Values
        What is published by whom, and first and last when.
    wanted : polars.DataFrame
        ``value``, unique.

    Returns
    -------
    polars.DataFrame
        ``value dated at_once``: accounts whose use of it is dated, and the most of them between
        whose first and last use some one moment lies; values that are never dated are left out.
        Deterministic; the cost is that of sorting the uses.
    """
    used = values.published.join(wanted, on="value", how="semi").drop_nulls("first_seen")
    begun = used.select("value", at="first_seen", change=1, order=0)
    ended = used.select("value", at="last_seen", change=-1, order=1)
    most = (
        pl.concat([begun, ended])
        .sort("value", "at", "order")
        .with_columns(using=pl.col("change").cum_sum().over("value"))
        .group_by("value")
        .agg(at_once=pl.col("using").max())
    )
    return used.group_by("value").agg(dated=pl.len()).join(most, on="value")
