"""Alternatives: the innocent explanations that are considered for every cluster."""

from __future__ import annotations

import polars as pl

from graph.dossier.alternative_company import own_details, said_by_others, shared
from graph.dossier.alternative_facts import AGAINST, CLUSTER, FACTS, FOR, look, mentions, offers
from graph.dossier.tables import ALTERNATIVES
from graph.tables import Tables

NAMES = (
    "licensed business", "family", "breeders' club", "rescue", "campaign",
    "same market or language", "advance-fee scam",
)  # fmt: skip
"""Every explanation, in the order in which those are listed of which nothing is found."""


def consider_alternatives(
    members: pl.DataFrame, tables: Tables, reasons: pl.DataFrame, interactions: pl.DataFrame
) -> pl.DataFrame:
    """Gather what speaks for and against the innocent explanations of clusters.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    tables : Tables
        What is known.
    reasons : polars.DataFrame
        `graph.ties.reasons.give_reasons`.
    interactions : polars.DataFrame
        `graph.interactions.INTERACTIONS`.

    Returns
    -------
    polars.DataFrame
        `ALTERNATIVES`, by cluster and ``rank`` (from 1): first the explanations for which facts
        speak of most members. What speaks for one comes before what speaks against it; facts for
        it without ``support`` are told only beside others. No fact uses nationality, language,
        religion or the origin of a name.
    """
    seen = look(members, tables)
    facts = pl.concat(
        [
            FACTS.to_frame(),
            *mentions(seen),
            *offers(seen, tables),
            *shared(seen, members, reasons),
            *own_details(seen, members, tables),
            *said_by_others(seen, members, tables, interactions),
        ]
    )
    speaks = (pl.col("support") * (pl.col("side") == FOR)).max().over(CLUSTER, "name") > 0
    facts = facts.filter((pl.col("side") == AGAINST) | speaks)
    ranks = _rank(members, facts)
    return (
        facts.join(ranks, on=[CLUSTER, "name"])
        .with_columns(after=pl.col("side") == AGAINST)
        .sort(
            CLUSTER, "rank", "after", "support", "sentence",
            descending=[False, False, False, True, False],
        )
        .select(pl.col(name).cast(kind) for name, kind in ALTERNATIVES.items())
    )  # fmt: skip


def list_alternatives(members: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """List every explanation of every cluster with its facts in a few words.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    facts : polars.DataFrame
        `consider_alternatives`.

    Returns
    -------
    polars.DataFrame
        ``cluster_id alternatives alternatives_for alternatives_against``: three lists as long as
        `NAMES`, the names and beside each what speaks for and against it, empty where nothing
        was found.
    """
    said = facts.group_by(CLUSTER, "name").agg(
        pl.col("rank").first(), *(_told(side).alias(side) for side in (FOR, AGAINST))
    )
    return (
        _every(members)
        .join(said, on=[CLUSTER, "name"], how="left")
        .with_columns(spoken_for=pl.col(FOR).fill_null("") == "")
        .sort(CLUSTER, "spoken_for", "rank", "nth", nulls_last=True)
        .group_by(CLUSTER, maintain_order=True)
        .agg(
            alternatives="name",
            alternatives_for=pl.col(FOR).fill_null(""),
            alternatives_against=pl.col(AGAINST).fill_null(""),
        )
    )


def _told(side: str) -> pl.Expr:
    """The facts of one side as one cell."""
    return pl.col("sentence").filter(pl.col("side") == side).str.strip_suffix(".").str.join("; ")


def _every(members: pl.DataFrame) -> pl.DataFrame:
    """Every explanation of every cluster, with its place in the fixed order."""
    names = pl.DataFrame({"name": NAMES, "nth": range(len(NAMES))})
    return members.select(CLUSTER).unique().join(names, how="cross")


def _rank(members: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """The order of the explanations of each cluster: ``cluster_id name rank``."""
    best = (
        facts.filter(pl.col("side") == FOR)
        .group_by(CLUSTER, "name")
        .agg(pl.col("support").max(), pl.col("times").max())
    )
    return (
        _every(members)
        .join(best, on=[CLUSTER, "name"], how="left")
        .sort(
            CLUSTER, "support", "times", "nth", descending=[False, True, True, False],
            nulls_last=True,
        )
        .select(CLUSTER, "name", rank=pl.int_range(1, pl.len() + 1).over(CLUSTER))
    )  # fmt: skip
