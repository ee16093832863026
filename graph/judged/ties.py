"""Ties as people judged them: rejected ones are left out, confirmed ones are there."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from graph.judged.decisions import Judged
from graph.ties.left_out import LEFT_OUT
from graph.ties.posterior import PAIR
from graph.ties.tie import Ties

JUDGEMENT = "judgement"
JUDGED_BITS = 40.0
"""What a person's word weighs: more than any evidence; such a tie has the probability 1."""


def heed_on_ties(tied: Ties, judged: Judged, accounts: pl.DataFrame, prior_bits: float) -> Ties:
    """Leave out the ties that people rejected, and tie the pairs that they confirmed.

    Parameters
    ----------
    tied : Ties
        What evidence gives; among its ties those confirmed that some evidence speaks for,
        however weak (`graph.ties.tie.tie_accounts`).
    judged : Judged
        What people decided.
    accounts : polars.DataFrame
        ``account_key`` of the accounts known; pairs of others are passed over.
    prior_bits : float
        Log-odds of a tie before all evidence.

    Returns
    -------
    Ties
        Confirmed ties have the probability 1, and the judgement as their first reason, which
        counts `JUDGED_BITS`. A confirmed member with no tie to its cluster is tied to the
        account there that most ties hold. Rejected ties stand in ``left_out``.
    """
    decided = _of_known(judged.pairs(), accounts)
    heeded = leave_out(tied, decided.filter(~pl.col("is_tie")))
    heeded = _tie(heeded, decided.filter("is_tie"), prior_bits)
    return _tie(heeded, _anchors(heeded.ties, judged, decided, accounts), prior_bits)


def leave_out(tied: Ties, pairs: pl.DataFrame) -> Ties:
    """Take ties out, and keep them apart with what speaks for them.

    Parameters
    ----------
    tied : Ties
    pairs : polars.DataFrame
        ``account_a account_b sentence``, each pair once; those without a tie are passed over.

    Returns
    -------
    Ties
    """
    taken = tied.ties.join(pairs, on=PAIR)
    if taken.is_empty():
        return tied
    evidence = (
        tied.reasons.filter("counted").group_by(PAIR, maintain_order=True).agg(said="sentence")
    )
    left = taken.join(evidence, on=PAIR, how="left").select(
        *PAIR,
        "score",
        "probability",
        reasons=pl.concat_list(
            "sentence", pl.col("said").fill_null(pl.lit([], pl.List(pl.String)))
        ),
    )
    return replace(
        tied,
        ties=tied.ties.join(pairs, on=PAIR, how="anti", maintain_order="left"),
        reasons=tied.reasons.join(pairs, on=PAIR, how="anti", maintain_order="left"),
        left_out=pl.concat([tied.left_out, left.cast(LEFT_OUT)]).sort(PAIR),
    )


def _tie(tied: Ties, pairs: pl.DataFrame, prior_bits: float) -> Ties:
    """Tie pairs by a person's word, on top of what evidence gives them."""
    if pairs.is_empty():
        return tied
    bits = pl.col("bits").fill_null(0.0) + JUDGED_BITS
    confirmed = pairs.join(tied.ties, on=PAIR, how="left").select(
        *PAIR, bits=bits, score=bits + prior_bits, probability=pl.lit(1.0)
    )
    said = pairs.select(
        *PAIR,
        "sentence",
        layer=pl.lit(JUDGEMENT),
        family=pl.lit(JUDGEMENT),
        bits=pl.lit(JUDGED_BITS),
        counted=pl.lit(value=True),
        posts=pl.lit([], pl.List(pl.String)),
    )
    others = tied.ties.join(pairs, on=PAIR, how="anti")
    return replace(
        tied,
        ties=pl.concat([others, confirmed.select(others.columns)]).sort(PAIR),
        reasons=pl.concat([said, tied.reasons], how="diagonal")
        .select(tied.reasons.columns)
        .sort(PAIR, maintain_order=True),
    )


def _anchors(
    ties: pl.DataFrame, judged: Judged, decided: pl.DataFrame, accounts: pl.DataFrame
) -> pl.DataFrame:
    """Pairs of confirmed members without a tie to their cluster, and an account of it."""
    found = []
    no_ties = set(decided.filter(~pl.col("is_tie")).select(PAIR).iter_rows())
    for each in (each for each in judged.memberships() if each.belongs):
        others = pl.Series(sorted(each.others), dtype=pl.String).implode()
        within = ties.filter(pl.any_horizontal(pl.col(PAIR).is_in(others)))
        ends = pl.concat([within["account_a"], within["account_b"]])
        if (ends == each.account_key).any():
            continue
        held = dict(ends.value_counts().iter_rows())
        found += [
            (*pair, each.sentence, -held.get(other, 0), other)
            for other in each.others
            for pair in [tuple(sorted((each.account_key, other)))]
            if pair not in no_ties
        ]
    schema = {"account_a": pl.String, "account_b": pl.String, "sentence": pl.String,
              "fewer": pl.Int64, "other": pl.String}  # fmt: skip
    return (
        _of_known(pl.DataFrame(found, schema=schema, orient="row"), accounts)
        .sort("sentence", "fewer", "other")
        .unique("sentence", keep="first", maintain_order=True)
        .unique(PAIR, keep="first", maintain_order=True)
        .select(*PAIR, "sentence")
    )


def _of_known(pairs: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """Pairs of accounts that are known."""
    known = accounts.select("account_key")
    for end in PAIR:
        pairs = pairs.join(
            known, left_on=end, right_on="account_key", how="semi", maintain_order="left"
        )
    return pairs
