"""Recalibration: the numbers that a workspace's own pairs suggest, each with what it rests on.

The rates are of the mixture in `graph.ties.estimation`, turned into the calibration's counts:
partners expected are the share of pairs of one operation times the other accounts, strays the rate
of chance agreement times the other accounts, both among accounts that show something. Intervals
are percentiles of estimates on resampled accounts (Efron 1979, doi:10.1214/aos/1176344552):
accounts, not pairs, as one account's pairs are not independent of each other. Operations that share
different things (one a number, another its texts) are taken for one kind here, which makes a layer
seem to agree less often and partners seem more; the effect is shown before anything is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from pydantic import ValidationError
from scipy.optimize import isotonic_regression

from graph.calibration import SUPPORTING, Calibration
from graph.ties.agreement import Comparison
from graph.ties.estimation import AGREE, AGREE_OTHERWISE, Estimate, Floats, estimate, membership
from graph.ties.rates import Rates, rates_of, start_of

LEAST_PAIRS = 30
"""A number that rests on fewer pairs than this keeps the value it has."""
RUNS = 50
INTERVAL = (2.5, 97.5)
DIGITS = 3
STEPS_PER_BIT = 10
TOO_FEW = f"rests on fewer than {LEAST_PAIRS} pairs"


@dataclass(frozen=True)
class Number:
    """One number of the calibration, and what the workspace says of it.

    Attributes
    ----------
    place : tuple of str
        Its keys in the calibration, such as ``("contact_details", "phone", "agree")``.
    old, new : float
        What it is, and what it would be; the same when it is kept.
    estimate, low, high : float or None
        What the pairs say, with an interval that holds 95 of 100 resampled estimates; None where
        nothing can be said.
    pairs : float
        How many pairs it rests on (for shares among pairs of one operation: as many of those as
        the mixture expects).
    kept : str or None
        Why it is not changed.
    """

    place: tuple[str, ...]
    old: float
    new: float
    estimate: float | None
    low: float | None
    high: float | None
    pairs: float
    kept: str | None = None

    @property
    def name(self) -> str:
        """Its keys, joined by dots."""
        return ".".join(self.place)


@dataclass(frozen=True)
class Estimated:
    """The mixture of a workspace, and of its resamples.

    Attributes
    ----------
    rates : Rates
        Of all accounts.
    resampled : list of Rates
        Of accounts drawn with replacement.
    drawn : list of numpy.ndarray
        How often each account was drawn.
    """

    rates: Rates
    resampled: list[Rates]
    drawn: list[Floats]


def estimate_rates(
    comparison: Comparison, calibration: Calibration, *, seed: int, runs: int = RUNS
) -> Estimated:
    """Fit the mixture to all accounts, and again to resampled ones.

    Parameters
    ----------
    comparison : Comparison
        `graph.ties.agreement.compare`.
    calibration : Calibration
        Where the search begins.
    seed, runs : int
        Of the resampling.

    Returns
    -------
    Estimated
        The same for the same arguments.
    """
    start = start_of(comparison, calibration)
    whole = estimate(comparison.patterns(), start)
    generator = np.random.default_rng(seed)
    many = len(comparison.accounts)
    drawn = [
        np.bincount(generator.integers(0, many, many), minlength=many).astype(np.float64)
        for _ in range(runs if many else 0)
    ]
    return Estimated(
        rates_of(comparison, comparison.patterns(), whole, calibration),
        [
            rates_of(comparison, patterns, estimate(patterns, start, whole), calibration)
            for patterns in (comparison.patterns(times) for times in drawn)
        ],
        drawn,
    )


def suggest_rates(found: Estimated, calibration: Calibration) -> list[Number]:
    """Give old and new for every rate that pairs can say something about.

    Parameters
    ----------
    found : Estimated
        `estimate_rates`.
    calibration : Calibration
        The numbers in force.

    Returns
    -------
    list of Number
        First ``partners``, then by layer.
    """
    numbers = []
    for place, (value, pairs) in found.rates.numbers.items():
        old = number_in(calibration, place)
        again = [rates.numbers[place][0] for rates in found.resampled]
        low, high = np.percentile(again, INTERVAL) if again else (value, value)
        kept = TOO_FEW if pairs < LEAST_PAIRS else None
        numbers.append(
            Number(
                place,
                old,
                old if kept else rounded(value),
                float(value),
                float(low),
                float(high),
                float(pairs),
                kept,
            )
        )
    return numbers


def suggest_threshold(
    comparison: Comparison,
    scored: pl.DataFrame,
    found: Estimated,
    old: Calibration,
    new: Calibration,
) -> Number:
    """Give the score from which a tie is as likely as the threshold promises.

    Parameters
    ----------
    comparison : Comparison
        Of ``scored``'s pairs.
    scored : polars.DataFrame
        ``account_a account_b score``: every pair that was weighed, under the new rates.
    found : Estimated
        The mixture.
    old : Calibration
        Its threshold says how likely a tie has to be: odds of 2 to the power of its bits.
    new : Calibration
        With the new rates; what supports must not make a tie under it.

    Returns
    -------
    Number

    Notes
    -----
    Scores leave out and cap what the mixture takes for independent, so that one is not the other.
    The mixture's probability, made to rise with the score by isotonic regression, is read off
    where it reaches those odds. Pairs that share only what does not tell the classes apart play no
    part.
    """
    place = ("threshold_bits",)
    placed = comparison.pairs.with_row_index("pair").join(
        scored, on=["account_a", "account_b"], how="inner", maintain_order="left"
    )
    codes, of_pair = comparison.distinct
    tells = ((codes == AGREE) | (codes == AGREE_OTHERWISE)).any(axis=1)
    placed = placed.filter(pl.Series(tells[of_pair])[placed["pair"]])
    now = old.threshold_bits
    above = int((placed["score"] >= now).sum())
    pairs = min(above, len(placed) - above)
    if pairs < LEAST_PAIRS:
        return Number(place, now, now, None, None, None, pairs, TOO_FEW)
    steps = (placed["score"] * STEPS_PER_BIT).round().cast(pl.Int64).to_numpy()
    rows = placed["pair"].cast(pl.Int64).to_numpy()
    wanted = 1 / (1 + 2.0**-now)

    def reached(estimated: Estimate, times: Floats | None) -> float:
        likely = membership(codes, estimated)[of_pair][rows]
        weights = np.ones(len(rows))
        if times is not None:
            weights = times[comparison.first[rows]] * times[comparison.second[rows]]
        return _lowest(steps, likely, weights, wanted)

    value = reached(found.rates.estimate, None)
    again = [
        reached(rates.estimate, times)
        for rates, times in zip(found.resampled, found.drawn, strict=True)
    ]
    low, high = np.nanpercentile(again, INTERVAL) if again else (value, value)
    kept = None
    if np.isnan(value):
        kept = "no score is likely enough"
    elif value <= _support(new):
        kept = "supporting evidence alone would make ties"
    chosen = now if kept else round(value, 1)
    known = None if np.isnan(value) else float(value)
    return Number(place, now, chosen, known, float(low), float(high), pairs, kept)


def with_numbers(calibration: Calibration, numbers: list[Number]) -> Calibration:
    """Give the calibration with some of its numbers replaced.

    Raises
    ------
    ValueError
        If the numbers do not go together.
    """
    data = calibration.model_dump()
    for number in numbers:
        *keys, last = number.place
        part = data
        for key in keys:
            part = part[key]
        part[last] = number.new
    try:
        return Calibration.model_validate(data)
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None


def number_in(calibration: Calibration, place: tuple[str, ...]) -> float:
    """Look up one number."""
    found = calibration.model_dump()
    for key in place:
        found = found[key]
    return float(found)  # type: ignore[arg-type]


def rounded(value: float) -> float:
    """Round to as many digits as estimates are good for."""
    return float(f"{value:.{DIGITS}g}")


def _support(calibration: Calibration) -> float:
    """Score that supporting evidence reaches at its caps."""
    caps = calibration.caps_bits.of_families
    return sum(caps[family] for family in SUPPORTING) + calibration.prior_bits


def _lowest(steps: np.ndarray, likely: Floats, weights: Floats, wanted: float) -> float:
    """Lowest score, in bits, at which the fitted probability reaches what is wanted."""
    at = steps - steps.min()
    mass = np.bincount(at, weights)
    there = mass > 0
    share = np.bincount(at, weights * likely)[there] / mass[there]
    fitted = isotonic_regression(share, weights=mass[there]).x
    enough = np.flatnonzero(fitted >= wanted)
    if not len(enough):
        return float("nan")
    return float((np.flatnonzero(there)[enough[0]] + steps.min()) / STEPS_PER_BIT)
