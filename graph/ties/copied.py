"""Contact details that accounts show in copied texts only: pasted with a notice, not their own."""

from __future__ import annotations

import polars as pl

from graph.ties.company import LEAST_SHARED
from graph.ties.values import Values

OWN = ["account_key", "value"]


def copied_details(showings: pl.DataFrame, values: Values, owners: pl.DataFrame) -> pl.DataFrame:
    """Tell which accounts show a contact detail only in texts that several accounts use.

    Parameters
    ----------
    showings : polars.DataFrame
        `graph.ties.layers.layer.SHOWINGS` of all layers.
    values : Values
        What is published by whom.
    owners : polars.DataFrame
        `graph.ties.company.find_owners`.

    Returns
    -------
    polars.DataFrame
        ``account_key value``: shared contact details that the account shows in posts alone, each
        with a text that three accounts or more use, while it shows another detail that nobody
        else does: it can be reached elsewhere.
    """
    published = values.published
    is_detail = pl.col("family") == "identifier"
    used = published.filter(
        (pl.col("family") == "content") & (pl.col("accounts") >= LEAST_SHARED)
    ).select("value")
    pasted = (
        showings.filter(pl.col("layer") == "text")
        .join(used.unique(), on="value", how="semi")
        .select("post_key")
        .unique()
        .with_columns(pasted=pl.lit(value=True))
    )
    shared = published.filter(is_detail & (pl.col("accounts") > 1)).select(OWN)
    return (
        showings.filter(is_detail)
        .select(*OWN, "post_key")
        .join(owners, on="account_key", how="semi")
        .join(shared, on=OWN, how="semi")
        .join(pasted, on="post_key", how="left")
        .group_by(OWN)
        .agg(pl.col("pasted").fill_null(value=False).all())
        .filter("pasted")
        .select(OWN)
    )
