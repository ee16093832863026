"""Hubs as people judged them: what serves strangers by a person's word ties nobody."""

from __future__ import annotations

import polars as pl

from graph.judged import CONFIRM, HUB, Judged, said_of
from graph.ties.values import Values


def heed_on_hubs(hubs: pl.DataFrame, values: Values, judged: Judged) -> pl.DataFrame:
    """Put what people decided in place of what was estimated.

    Parameters
    ----------
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`.
    values : Values
        What is published by whom.
    judged : Judged
        What people decided.

    Returns
    -------
    polars.DataFrame
        The same with ``said`` (the judgement in a sentence, null where there is none): the
        ``probability`` of a confirmed hub is 1, so that it ties nobody; that of a rejected one is
        0, so that it weighs as an operation's own. Confirmed details that fewer accounts share
        than are estimated are added. Details that nobody publishes are passed over. One that too
        many accounts share to compare their pairs ties nobody, even when it was rejected.
    """
    rows = judged.of(HUB).to_dicts()
    told = pl.DataFrame(
        [(row["first"], float(row["verdict"] == CONFIRM), _sentence(row)) for row in rows],
        schema={"value": pl.String, "decided": pl.Float64, "said": pl.String},
        orient="row",
    )
    published = values.published.filter(pl.col("family") == "identifier")
    further = (
        published.join(told, on="value", how="semi")
        .join(hubs, on="value", how="anti")
        .select("value", "layer", "accounts")
        .unique()
    )
    return (
        pl.concat([hubs, further], how="diagonal_relaxed")
        .join(told, on="value", how="left")
        .with_columns(probability=pl.coalesce("decided", "probability").fill_null(0.0))
        .drop("decided")
        .sort(["probability", "accounts", "value"], descending=[True, True, False])
    )


def heed_on_loners(loners: pl.DataFrame, judged: Judged) -> pl.DataFrame:
    """Leave out what was estimated of details that a person judged.

    Parameters
    ----------
    loners : polars.DataFrame
        `graph.ties.hubs.judge_loners`.
    judged : Judged
        What people decided.
    """
    return loners.join(judged.of(HUB).select(value="first"), on="value", how="anti")


def _sentence(row: dict[str, str]) -> str:
    """What was decided, by whom, when and why."""
    if row["verdict"] == CONFIRM:
        return f"It serves strangers and ties nobody: {said_of(row)}."
    return f"It is one operation's own: {said_of(row)}."
