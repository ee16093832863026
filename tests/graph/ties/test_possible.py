"""Pairs that could be ties: leaving out the others changes no tie and no reason."""

from __future__ import annotations

import pytest

from graph.judged import NOTHING_JUDGED
from graph.ties import tie
from graph.ties.layers.known import LAYERS
from graph.ties.tie import tie_accounts, weigh_evidence
from tests.bench.made_accounts import made_tables
from tests.worlds import calibration


def test_no_tie_is_lost_and_most_pairs_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    tables, model = made_tables(3_000, seed=5), calibration()
    found = tie_accounts(tables, model)
    everything = weigh_evidence(tables, model, LAYERS, NOTHING_JUDGED)
    few = weigh_evidence(
        tables, model, LAYERS, NOTHING_JUDGED,
        least_bits=model.threshold_bits - model.prior_bits,
    )  # fmt: skip
    assert len(found.ties) <= len(few.counted) < len(everything.counted) / 3
    monkeypatch.setattr(tie, "could_reach", lambda evidence, bits, kept: evidence)
    again = tie_accounts(tables, model)
    assert again.ties.equals(found.ties)
    assert again.reasons.equals(found.reasons)
    assert len(found.ties) > 100
