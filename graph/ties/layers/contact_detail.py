"""Contact details: what publishing the same number, address or handle says.

Chance agreement: a value that k accounts share is a hub with probability h, and then k accounts
hold it for no common reason; else strangers hold it by typing error, quotation or reissue. A
number that nobody used for months between two uses may have been reissued. Accounts that share
many details with others (warnings, directories) quote them, in proportion to their lists.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.hubs import LIKELY_HUB
from graph.ties.layers.layer import SHOWINGS, Context, ValueLayer, as_evidence

IDENTIFIER = "identifier"
LEAST_CONFIDENCE = 0.5
"""Contact details read less surely than this are shown and searched, but tie nobody."""


def _kinds(calibration: Calibration) -> tuple[str, ...]:
    """Kinds of contact details that are weighed."""
    return tuple(calibration.contact_details)


def _show(tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Contact details in posts and descriptions."""
    return details_shown(tables, _kinds(calibration))


def details_shown(tables: Tables, kinds: tuple[str, ...]) -> pl.DataFrame:
    """Showings of contact details of some kinds.

    Parameters
    ----------
    tables : Tables
        What is known.
    kinds : tuple of str
        As of `graph.derived_records.DETAILS`.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.SHOWINGS`, of details read surely enough.
    """
    return (
        tables.details.filter(
            pl.col("kind").is_in(kinds) & (pl.col("confidence") >= LEAST_CONFIDENCE)
        )
        .select(
            "account_key",
            value="detail_key",
            layer="kind",
            family=pl.lit(IDENTIFIER),
            post_key="post_key",
            seen_at="seen_at",
        )
        .cast(SHOWINGS)
    )


def weigh_details(shared: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Bits of shared contact details or papers.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows of the family ``identifier``.
    context : Context
        What is known of the values.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`; ``further_bits`` are the same as ``bits``: details
        are independent of each other.
    """
    calibration, hubs, published = context.calibration, context.hubs, context.values.published
    models = (calibration.contact_details | calibration.papers).items()
    kinds = pl.DataFrame(
        [{"layer": name, **kind.model_dump()} for name, kind in models],
        schema={"layer": pl.String, "agree": pl.Float64, "stray": pl.Float64,
                "recycled": pl.Float64},
    )  # fmt: skip
    serving = hubs.filter(pl.col("probability") > LIKELY_HUB)
    lists = (
        published.filter((pl.col("family") == IDENTIFIER) & (pl.col("accounts") > 1))
        .join(serving, on="value", how="anti")
        .group_by("account_key")
        .agg(quoted=_quoted(calibration))
    )
    hub = pl.col("hub_probability")
    lone_a, lone_b = (
        context.loners.select("value", "probability", pl.col("account_key").alias(side))
        for side in ("account_a", "account_b")
    )
    pasted = context.copied.with_columns(pasted=calibration.lists.pasted)
    strays = pl.sum_horizontal(_strays(calibration), "quoted", "quoted_b", "pasted", "pasted_b")
    strangers = hub * pl.col("accounts") + (1 - hub) * strays
    return (
        shared.join(kinds, on="layer")
        .join(hubs.select("value", hub_probability="probability"), on="value", how="left")
        .join(lists, left_on="account_a", right_on="account_key", how="left")
        .join(lists, left_on="account_b", right_on="account_key", how="left", suffix="_b")
        .with_columns(pl.col("quoted", "quoted_b").fill_null(0.0))
        .join(pasted, left_on=["account_a", "value"], right_on=["account_key", "value"], how="left")
        .join(
            pasted,
            left_on=["account_b", "value"],
            right_on=["account_key", "value"],
            how="left",
            suffix="_b",
        )
        .join(lone_a, on=["value", "account_a"], how="left")
        .join(lone_b, on=["value", "account_b"], how="left", suffix="_b")
        .with_columns(
            pl.max_horizontal(hub.fill_null(0.0), "probability", "probability_b").alias(
                "hub_probability"
            )
        )
        .with_columns(bits=(pl.col("agree") * calibration.population / strangers).log(2))
        .with_columns(further_bits=pl.col("bits"))
        .pipe(as_evidence)
    )


def _quoted(calibration: Calibration) -> pl.Expr:
    """Strangers whose detail an account is expected to quote, by how many it shares."""
    model = calibration.lists
    return (pl.len().cast(pl.Int64) - model.own_details).clip(0) * model.quoted


def _strays(calibration: Calibration) -> pl.Expr:
    """Strangers expected to hold the value, growing with the gap for reissued kinds."""
    model = calibration.recycling
    gone = ((pl.col("gap_days") - model.from_days) / (model.to_days - model.from_days)).clip(0, 1)
    recycled = (pl.col("stray").log() * (1 - gone) + pl.col("recycled").log() * gone).exp()
    return pl.coalesce(recycled, "stray")


LAYER = ValueLayer("contact_detail", _kinds, _show, weigh_details)
