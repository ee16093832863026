"""Ties: pairs of accounts that may be part of one common operation, with reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

import polars as pl

from graph.calibration import Calibration
from graph.judged import NOTHING_JUDGED, Judged
from graph.tables import Tables
from graph.ties.company import Company, keep_company
from graph.ties.copied import copied_details
from graph.ties.disagreement import weigh_disagreement
from graph.ties.hubs import LIKELY_HUB, judge_hubs, judge_loners
from graph.ties.judged_hubs import heed_on_hubs, heed_on_loners
from graph.ties.layers.known import LAYERS, PAIR_LAYERS, VALUE_LAYERS
from graph.ties.layers.layer import SHOWINGS, Context
from graph.ties.layers.text_family import TEXT
from graph.ties.left_out import LEFT_OUT
from graph.ties.possible import could_reach
from graph.ties.posterior import PAIR, count_once, score
from graph.ties.reasons import give_reasons
from graph.ties.values import Values, publish, share


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
        `graph.ties.hubs.judge_hubs`, every shared contact detail, as people judged them.
    texts : polars.DataFrame
        ``text_key account_key post_key accounts``: posts whose text several accounts used.
    values : Values
        What is published by whom.
    left_out : polars.DataFrame
        `graph.ties.left_out.LEFT_OUT`.
    """

    ties: pl.DataFrame
    reasons: pl.DataFrame
    hubs: pl.DataFrame
    texts: pl.DataFrame
    values: Values
    left_out: pl.DataFrame = field(default_factory=LEFT_OUT.to_frame)


def tie_accounts(
    tables: Tables,
    calibration: Calibration,
    layers: tuple[str, ...] = LAYERS,
    judged: Judged = NOTHING_JUDGED,
) -> Ties:
    """Weigh the evidence for every pair of accounts that shares something.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The frozen numbers.
    layers : tuple of str
        Which of `LAYERS` take part.
    judged : Judged
        What people decided: hubs are as they say, and pairs whose tie they confirmed are given
        with whatever speaks for them (`graph.judged.ties.heed_on_ties` does the rest).

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
    needed = calibration.threshold_bits - calibration.prior_bits
    weighed = weigh_evidence(tables, calibration, layers, judged, least_bits=needed)
    values, counted = weighed.values, weighed.counted
    shared = weighed.shared.join(counted, on=PAIR, how="semi")
    disagreement = weigh_disagreement(shared, values.published, weighed.hubs, calibration)
    ties = _choose(score(counted, disagreement, calibration), judged, calibration)
    reasons = give_reasons(
        counted.join(ties, on=PAIR, how="semi"),
        disagreement.join(ties, on=PAIR, how="semi"),
        values,
    )
    return Ties(ties, reasons, weighed.hubs, _reused(weighed.showings), values)


class Weighed(NamedTuple):
    """What `weigh_evidence` finds.

    Attributes
    ----------
    showings : polars.DataFrame
        `graph.ties.layers.layer.SHOWINGS`.
    values : Values
        What is published by whom.
    shared : polars.DataFrame
        `graph.ties.values.share`.
    company : Company
        `graph.ties.company.keep_company`.
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`, every shared contact detail, as people judged them.
    counted : polars.DataFrame
        `graph.ties.posterior.count_once`, of every pair that shares something and is not left
        out.
    """

    showings: pl.DataFrame
    values: Values
    shared: pl.DataFrame
    company: Company
    hubs: pl.DataFrame
    counted: pl.DataFrame


def weigh_evidence(
    tables: Tables,
    calibration: Calibration,
    layers: tuple[str, ...],
    judged: Judged,
    *,
    least_bits: float = -math.inf,
) -> Weighed:
    """Weigh all evidence, before it is summed up; the parameters are those of `tie_accounts`.

    Pairs whose evidence cannot sum up to ``least_bits`` are left out, but not those that a person
    confirmed.

    Returns
    -------
    Weighed
        Layers that only support are asked about every pair that shares a value which does not
        serve strangers, or whose tie a person confirmed.
    """
    showings = _showings(tables, calibration, layers)
    values = publish(showings, calibration.most_accounts_per_value)
    shared = share(values, calibration.most_accounts_per_value)
    memberships = tables.memberships.select("account_key", "group_key")
    company = keep_company(shared, values, memberships, calibration.hubs)
    hubs = heed_on_hubs(judge_hubs(company, values, calibration), values, judged)
    loners = heed_on_loners(judge_loners(company, values, calibration), judged)
    copied = copied_details(showings, values, company.owners)
    evidence = _weigh(shared, Context(values, company, loners, copied, hubs, calibration))
    suggested = _suggested(evidence, judged)
    supporting = [layer for layer in PAIR_LAYERS if layer.name in layers]
    evidence = pl.concat(
        [evidence, *(layer.weigh(suggested, tables, calibration) for layer in supporting)]
    )
    if least_bits > -math.inf:
        evidence = could_reach(evidence, least_bits, judged.pairs().filter("is_tie"))
    counted = count_once(evidence, values, calibration)
    return Weighed(showings, values, shared, company, hubs, counted)


def _suggested(evidence: pl.DataFrame, judged: Judged) -> pl.DataFrame:
    """Pairs that share a value which does not serve strangers, and those that are confirmed."""
    serves = pl.col("hub_probability").fill_null(0.0) > LIKELY_HUB
    confirmed = judged.pairs().filter("is_tie").select(PAIR)
    return pl.concat(
        [
            evidence.filter(~serves).select(PAIR),
            evidence.select(PAIR).join(confirmed, on=PAIR, how="semi"),
        ]
    ).unique(maintain_order=True)


def _choose(scored: pl.DataFrame, judged: Judged, calibration: Calibration) -> pl.DataFrame:
    """Pairs whose evidence reaches the threshold, and those that a person confirmed."""
    confirmed = judged.pairs().filter("is_tie").select(*PAIR, confirmed=True)
    return (
        scored.join(confirmed, on=PAIR, how="left", maintain_order="left")
        .filter((pl.col("score") >= calibration.threshold_bits) | pl.col("confirmed"))
        .drop("confirmed")
    )


def _reused(showings: pl.DataFrame) -> pl.DataFrame:
    """Posts whose text several accounts used."""
    return (
        showings.filter(pl.col("layer") == TEXT)
        .with_columns(accounts=pl.col("account_key").n_unique().over("value"))
        .filter(pl.col("accounts") > 1)
        .select("account_key", "post_key", "accounts", text_key="value")
        .sort("text_key", "account_key", "post_key")
    )


def _showings(tables: Tables, calibration: Calibration, layers: tuple[str, ...]) -> pl.DataFrame:
    """Every showing of a value in a post or by an account itself."""
    parts = [layer.show(tables, calibration) for layer in VALUE_LAYERS if layer.name in layers]
    return pl.concat([SHOWINGS.to_frame(), *parts])


def _weigh(shared: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Bits of every shared value."""
    kinds = {layer: layer.kinds(context.calibration) for layer in VALUE_LAYERS}
    return pl.concat(
        layer.weigh(shared.filter(pl.col("layer").is_in(own)), context)
        for layer, own in kinds.items()
    )
