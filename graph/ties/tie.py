"""Ties: pairs of accounts that may be part of one common operation, with reasons."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.co_membership import weigh_groups
from graph.ties.company import keep_company
from graph.ties.contact_detail import IDENTIFIER, weigh_details
from graph.ties.disagreement import weigh_disagreement
from graph.ties.hubs import judge_hubs
from graph.ties.posterior import PAIR, count_once, score
from graph.ties.reasons import give_reasons
from graph.ties.text_family import find_text_families, weigh_texts
from graph.ties.values import Values, publish, share

LEAST_CONFIDENCE = 0.5
"""Contact details read less surely than this are shown and searched, but tie nobody."""

LAYERS = ("contact_detail", "text_family", "co_membership")
EVIDENCE = [*PAIR, "value", "layer", "family", "accounts", "bits", "further_bits",
            "hub_probability", "gap_days"]  # fmt: skip


@dataclass(frozen=True)
class Ties:
    """What `tie_accounts` finds.

    Attributes
    ----------
    ties : polars.DataFrame
        ``account_a account_b score bits probability``, one row per tie.
    reasons : polars.DataFrame
        `graph.ties.reasons.give_reasons` of those ties.
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`, every shared contact detail.
    texts : polars.DataFrame
        ``text_key account_key post_key accounts``: posts whose text several accounts used.
    values : Values
        What is published by whom.
    """

    ties: pl.DataFrame
    reasons: pl.DataFrame
    hubs: pl.DataFrame
    texts: pl.DataFrame
    values: Values


def tie_accounts(
    tables: Tables, calibration: Calibration, layers: tuple[str, ...] = LAYERS
) -> Ties:
    """Weigh the evidence for every pair of accounts that shares something.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The frozen numbers.
    layers : tuple of str
        Which layers take part: ``contact_detail``, ``text_family``, ``co_membership``.

    Returns
    -------
    Ties
        Deterministic, and the same whatever the order of rows.

    Notes
    -----
    A tie answers one question: part of one common operation, rather than unrelated? Its score is
    the posterior log-odds in bits, the sum of log2(m/u) over independent evidence plus the prior
    (Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049). Cost grows with the pairs that
    share a value, at most ``most_accounts_per_value``² / 2 for each value.
    """
    families = find_text_families(tables.signatures, calibration.text_family.similarity)
    showings = _showings(tables, families, calibration, layers)
    values = publish(showings, calibration.most_accounts_per_value)
    shared = share(values, calibration.most_accounts_per_value)
    memberships = tables.memberships.select("account_key", "group_key")
    company = keep_company(shared, values, memberships, calibration.hubs)
    hubs = judge_hubs(company, values, calibration)
    evidence = _weigh(shared, company, hubs, values, calibration)
    if "co_membership" in layers:
        groups = weigh_groups(evidence.select(PAIR).unique(), memberships, calibration)
        evidence = _stack(evidence, groups, layer="co_membership", family="structure")
    counted = count_once(evidence, values, calibration)
    disagreement = weigh_disagreement(shared, values.published, hubs, calibration)
    ties = score(counted, disagreement, calibration).filter(
        pl.col("score") >= calibration.threshold_bits
    )
    reasons = give_reasons(
        counted.join(ties, on=PAIR, how="semi"),
        disagreement.join(ties, on=PAIR, how="semi"),
        values,
    )
    return Ties(ties, reasons, hubs, _reused(families), values)


def _reused(families: pl.DataFrame) -> pl.DataFrame:
    """Posts whose text several accounts used."""
    return (
        families.with_columns(accounts=pl.col("account_key").n_unique().over("value"))
        .filter(pl.col("accounts") > 1)
        .select("account_key", "post_key", "accounts", text_key="value")
        .sort("text_key", "account_key", "post_key")
    )


def _showings(
    tables: Tables, families: pl.DataFrame, calibration: Calibration, layers: tuple[str, ...]
) -> pl.DataFrame:
    """Every showing of a value in a post or in an account's own description."""
    parts = []
    if "contact_detail" in layers:
        parts.append(
            tables.details.filter(
                pl.col("kind").is_in(list(calibration.contact_details))
                & (pl.col("confidence") >= LEAST_CONFIDENCE)
            ).select(
                "account_key",
                value="detail_key",
                layer="kind",
                family=pl.lit(IDENTIFIER),
                post_key="post_key",
                seen_at="seen_at",
            )
        )
    if "text_family" in layers:
        parts.append(
            families.join(tables.posts.select("post_key", "posted_at"), on="post_key").select(
                "account_key",
                "value",
                layer=pl.lit("text"),
                family=pl.lit("content"),
                post_key="post_key",
                seen_at="posted_at",
            )
        )
    return pl.concat(parts)


def _weigh(
    shared: pl.DataFrame,
    company: pl.DataFrame,
    hubs: pl.DataFrame,
    values: Values,
    calibration: Calibration,
) -> pl.DataFrame:
    """Bits of every shared detail and text."""
    is_detail = pl.col("family") == IDENTIFIER
    details = weigh_details(shared.filter(is_detail), hubs, values.published, calibration)
    texts = weigh_texts(shared.filter(~is_detail), company, calibration)
    return pl.concat([details.select(EVIDENCE), _fill(texts)])


def _stack(evidence: pl.DataFrame, more: pl.DataFrame, *, layer: str, family: str) -> pl.DataFrame:
    """Evidence with the rows of one more layer under it."""
    named = more.with_columns(layer=pl.lit(layer), family=pl.lit(family))
    return pl.concat([evidence, _fill(named)])


def _fill(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows in the shape of evidence; what does not apply to them is missing."""
    return rows.with_columns(
        hub_probability=pl.lit(None, pl.Float64), gap_days=pl.lit(None, pl.Float64)
    ).select(EVIDENCE)
