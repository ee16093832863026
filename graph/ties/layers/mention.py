"""Mentions: what naming the other's handle says.

Chance agreement: a handle that k accounts mention is known to k of N and to ``stray`` others
elsewhere: buyers, rivals and those who warn name a seller, too. The bearer is one of the k, so
that whoever names it is in one circle with it and with the others who do. A handle that the
bearer publishes itself is a contact detail that both share, and its mention adds nothing to that
(`graph.ties.repeats`). The layer supports a tie that other evidence suggests and never makes one.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.circle import weigh_circles
from graph.ties.layers.contact_detail import LEAST_CONFIDENCE
from graph.ties.layers.layer import PairLayer, as_evidence


def weigh_mentions(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of naming the same account's handle, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here the contact details and the handles of accounts.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, one row per pair and handle of which one is the bearer;
        ``value`` is ``mentions:`` and the handle's key, ``accounts`` counts those who name it and
        the bearer.
    """
    bearers = (
        tables.accounts.drop_nulls("handle")
        .select(
            "account_key",
            detail_key=pl.format(
                "handle:{}:{}",
                "platform",
                pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase(),
            ),
        )
        .filter(pl.len().over("detail_key") == 1)
    )
    naming = (
        tables.details.filter(pl.col("confidence") >= LEAST_CONFIDENCE)
        .select("account_key", "detail_key")
        .join(bearers.select("detail_key"), on="detail_key", how="semi")
    )
    named = bearers.join(naming.select("detail_key").unique(), on="detail_key", how="semi")
    circles = pl.concat([naming, named]).select(
        "account_key", value=pl.format("mentions:{}", "detail_key")
    )
    bearer = named.select(bearer="account_key", value=pl.format("mentions:{}", "detail_key"))
    return (
        weigh_circles(pairs, circles, calibration.mention, calibration)
        .join(bearer, on="value")
        .filter(
            (pl.col("bearer") == pl.col("account_a")) | (pl.col("bearer") == pl.col("account_b"))
        )
        .pipe(as_evidence, layer=LAYER.name, family="structure")
    )


LAYER = PairLayer("mention", weigh_mentions)
