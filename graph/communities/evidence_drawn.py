"""Evidence drawn again: which ties remain when some of what is shared means nothing after all."""

from __future__ import annotations

import numpy as np
import polars as pl

from graph.communities.detected import TieGraph
from graph.communities.luck import draw, luck_of


class EvidenceDrawn:
    """Draws which pieces of evidence hold, and which ties are left.

    Notes
    -----
    A tie of probability p is wrong with 1 - p because what it rests on was wrongly taken for
    evidence. So each run draws one number for each shared value (`graph.communities.luck`), the
    same for all pairs that share it, and on every day: where a number turns out to be a courier's,
    all ties by it go together. A pair loses a value as often as its tie is improbable, and its tie
    when the bits left stay below the threshold; one that rests on a single value is thus kept as
    often as it is probable, and two values uphold each other. Ties without a counted value are
    drawn by themselves.

    Parameters
    ----------
    graph : TieGraph
        The ties.
    ties : polars.DataFrame
        The table of them: ``account_a account_b probability``, with reasons also ``score``.
    reasons : polars.DataFrame, optional
        ``account_a account_b shared bits counted``.
    threshold_bits : float
        The least score of a tie.
    """

    def __init__(
        self,
        graph: TieGraph,
        ties: pl.DataFrame,
        reasons: pl.DataFrame | None,
        threshold_bits: float,
    ) -> None:
        self.weights = graph.weights
        if reasons is None or ties.is_empty():
            reasons = pl.DataFrame(schema=REASONS)
        pieces = _pieces(graph, ties, reasons)
        self.tie = pieces["tie"].to_numpy()
        self.bits = pieces["bits"].to_numpy()
        self.value = pieces["value"].to_numpy()
        self._luck_of_values = luck_of(pieces["shared"].unique().sort())
        pairs = ties[graph.order].select(pl.format("{}|{}", "account_a", "account_b"))
        self._luck_of_ties = luck_of(pairs.to_series())
        self.alone = np.bincount(self.tie, minlength=len(self.weights)) == 0
        score = ties["score"].to_numpy()[graph.order] if "score" in ties.columns else self.weights
        self.spare = score - np.minimum(threshold_bits, score)

    def keep(self, run: int) -> np.ndarray:
        """Draw once: the numbers of the ties that remain in a run, rising."""
        of_value, of_tie = draw(self._luck_of_values, run), draw(self._luck_of_ties, run)
        gone = of_value[self.value] >= self.weights[self.tie]
        lost = np.bincount(self.tie, weights=self.bits * gone, minlength=len(self.weights))
        remains = np.where(self.alone, of_tie < self.weights, lost <= self.spare)
        return np.flatnonzero(remains)


REASONS = pl.Schema(
    {"account_a": pl.String(), "account_b": pl.String(), "shared": pl.String(),
     "bits": pl.Float64(), "counted": pl.Boolean()}
)  # fmt: skip


def _pieces(graph: TieGraph, ties: pl.DataFrame, reasons: pl.DataFrame) -> pl.DataFrame:
    """``tie bits shared value``: counted evidence for a tie, values numbered by their keys."""
    numbered = ties[graph.order].select("account_a", "account_b").with_row_index("tie")
    return (
        reasons.filter("counted", pl.col("shared").is_not_null(), pl.col("bits") > 0)
        .select("account_a", "account_b", "shared", "bits")
        .join(numbered, on=["account_a", "account_b"])
        .select("tie", "bits", "shared", value=pl.col("shared").rank("dense").cast(pl.Int64) - 1)
        .sort("tie", "value", "bits")
    )
