"""Residual dependence: whether layers that are added up agree together more than they should.

The score adds the bits of different layers as if, for partners and for strangers each, agreement
in one said nothing of agreement in another. What comes from the same posts or says the same is
counted once before that; here is measured what is left.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import Literal

import polars as pl

from graph.calibration import Calibration
from graph.judged import NOTHING_JUDGED, Judged
from graph.tables import Tables
from graph.ties.hubs import LIKELY_HUB
from graph.ties.independent import PAIR
from graph.ties.layers.known import LAYERS
from graph.ties.tie import weigh_evidence

DEPENDENCE = pl.Schema(
    {"first": pl.String(), "second": pl.String(), "among": pl.String(), "pairs": pl.Int64(),
     "first_agree": pl.Int64(), "second_agree": pl.Int64(), "both_agree": pl.Int64(),
     "expected": pl.Float64(), "log_odds": pl.Float64(), "low": pl.Float64(),
     "high": pl.Float64(), "information": pl.Float64()}
)  # fmt: skip
"""One row per two layers (or families) and population of pairs. ``among``: ``all`` (pairs of
accounts that show something in both), ``suggested`` (those that share something in a third), or
``tied`` (those that the others tie without the two). ``expected``: pairs that would agree in both
if the two were independent there; ``log_odds``: the log odds ratio in bits, above 0 where they
agree together too often, ``low`` and ``high`` its 95% interval; ``information``: their mutual
information in bits per pair."""

NORMAL = 1.959964
"""Standard deviations of a 95% interval."""
By = Literal["layer", "family"]


def dependence_in(
    tables: Tables,
    calibration: Calibration,
    layers: tuple[str, ...] = LAYERS,
    judged: Judged = NOTHING_JUDGED,
    by: By = "layer",
) -> pl.DataFrame:
    """Measure the residual dependence between layers, or families, in a workspace.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The frozen numbers.
    layers : tuple of str
        Which layers take part.
    judged : Judged
        What people decided; here of hubs.
    by : {"layer", "family"}
        What is compared.

    Returns
    -------
    polars.DataFrame
        `DEPENDENCE`; see `measure_dependence`.
    """
    weighed = weigh_evidence(tables, calibration, layers, judged)
    serving = weighed.hubs.filter(pl.col("probability") > LIKELY_HUB)
    shows = weighed.values.published.join(serving, on="value", how="anti")
    independent = pl.col("because_of").is_null() & ~pl.col("is_hub") & (pl.col("bits") > 0)
    return measure_dependence(
        weighed.counted.filter(independent).select(*PAIR, "bits", kind=by),
        shows.select("account_key", kind=by),
        least_bits=calibration.threshold_bits - calibration.prior_bits,
    )


def measure_dependence(
    agreeing: pl.DataFrame, shows: pl.DataFrame, *, least_bits: float
) -> pl.DataFrame:
    """Compare how often pairs agree in two layers at once with independence.

    Parameters
    ----------
    agreeing : polars.DataFrame
        ``account_a account_b kind bits``, in any number of rows: pairs that agree in a layer (or
        family), without what is known to depend on other evidence; of several rows of a kind the
        strongest tells how much it weighs.
    shows : polars.DataFrame
        ``account_key kind``, in any number of rows: accounts that show something in a layer (or
        family) and so could agree in it. Kinds that nobody shows (those that are looked at for
        suggested pairs only) are taken to be known of every pair.
    least_bits : float
        Bits that the evidence of the others must reach for a pair to be ``tied``.

    Returns
    -------
    polars.DataFrame
        `DEPENDENCE`, by ``among``, then falling lower bound; populations without pairs are left
        out.

    Notes
    -----
    Partners agree in many layers, strangers in none: among ``all`` pairs two layers go together
    for that reason alone. A pair of layers is counted twice only where they go together among
    pairs of one kind, for which ``tied`` (without the two) stands best, if there are enough;
    ``suggested`` lies between. The log odds ratio has half a pair added to each cell (Haldane
    1956, Anscombe 1956), so that it is finite; its interval is Woolf's (1955). Deterministic;
    the cost is that of the pairs that share something times the square of the layers.
    """
    agreed = agreeing.group_by(*PAIR, "kind").agg(pl.col("bits").max())
    shown = shows.select("account_key", "kind").unique()
    kinds = sorted(agreed["kind"].unique())
    rows = [
        {"first": first, "second": second, "among": among, **_table(pairs, *cells)}
        for first, second in combinations(kinds, 2)
        for among, pairs, cells in _populations(agreed, shown, first, second, least_bits)
        if pairs > 0
    ]
    return pl.DataFrame(rows, schema=DEPENDENCE).sort(
        "among", "low", "first", "second", descending=[False, True, False, False]
    )


Population = tuple[str, int, tuple[int, int, int]]


def _populations(
    agreed: pl.DataFrame, shown: pl.DataFrame, first: str, second: str, least_bits: float
) -> list[Population]:
    """The pairs among which two kinds are compared, and how many agree in the one, other, both."""
    is_first, is_second = pl.col("kind") == first, pl.col("kind") == second
    others = pl.col("bits").filter(~(is_first | is_second))
    asked = set(shown["kind"]) & {first, second}
    able = (
        shown.filter(pl.col("kind").is_in(sorted(asked)))
        .group_by("account_key")
        .len()
        .filter(pl.col("len") == len(asked))
    )
    comparable = agreed
    for side in PAIR if asked else ():
        comparable = comparable.join(able, left_on=side, right_on="account_key", how="semi")
    pairs = comparable.group_by(PAIR).agg(
        first=is_first.any(), second=is_second.any(), others=others.len(), bits=others.sum()
    )
    suggested = pairs.filter(pl.col("others") > 0)
    tied = suggested.filter(pl.col("bits") >= least_bits)
    every = len(able) * (len(able) - 1) // 2 if len(asked) == 2 else 0
    return [
        ("all", every, _cells(pairs)),
        ("suggested", len(suggested), _cells(suggested)),
        ("tied", len(tied), _cells(tied)),
    ]


def _cells(pairs: pl.DataFrame) -> tuple[int, int, int]:
    """How many pairs agree in the first, in the second, and in both."""
    both = pairs["first"] & pairs["second"]
    return int(pairs["first"].sum()), int(pairs["second"].sum()), int(both.sum())


def _table(pairs: int, first: int, second: int, both: int) -> dict[str, float]:
    """What a table of two by two says: `DEPENDENCE` without the names."""
    counts = (both, first - both, second - both, pairs - first - second + both)
    with_half = [count + 0.5 for count in counts]
    log_odds = math.log2(with_half[0] * with_half[3] / (with_half[1] * with_half[2]))
    width = NORMAL * math.sqrt(sum(1 / count for count in with_half)) / math.log(2)
    margins = (first, first, pairs - first, pairs - first), (second, pairs - second) * 2
    information = sum(
        count / pairs * math.log2(count * pairs / (row * column))
        for count, row, column in zip(counts, *margins, strict=True)
        if count
    )
    return {
        "pairs": pairs,
        "first_agree": first,
        "second_agree": second,
        "both_agree": both,
        "expected": first * second / pairs,
        "log_odds": log_odds,
        "low": log_odds - width,
        "high": log_odds + width,
        "information": information,
    }
