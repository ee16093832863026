"""Estimation: how often accounts of one operation agree, and strangers, from pairs unlabelled.

Pairs of accounts are a mixture of two classes, those of one common operation and the unrelated.
Which pair is of which class is not known; that the layers agree independently within a class is
enough to tell the classes' shares and rates apart (Fellegi and Sunter 1969,
doi:10.1080/01621459.1969.10501049; by expectation-maximisation, Dempster, Laird and Rubin 1977,
doi:10.1111/j.2517-6161.1977.tb01600.x; Winkler 1988).

Splink's estimator does not fit here. It takes u from random pairs and m from pairs that a blocking
rule lets through, leaving the blocked column out; among accounts, nearly all that is ever compared
is let through by the layer itself, most layers are missing for most accounts, and one pair in ten
thousand is of one operation. Here every pair of accounts takes part, those that share nothing by
counting alone (`graph.ties.agreement`), so that nothing is blocked and nothing has to be corrected.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MISSING, DIFFER, AGREE, AGREE_OTHERWISE, AGREE_UNTOLD = range(5)
"""What a pair can be in a layer: not both show something; both do and share nothing; they share a
value; they share one whose weight is given, as it is told by other layers; they share one that does
not tell the classes apart here, and counts in the fit as if it were missing."""
LEVELS = 3

MOST_ROUNDS = 1_000
SETTLED = 1e-6
PRIOR_PAIRS = 30.0
"""Pairs of an operation that the starting rates count as much as, in each layer."""
PRIOR_CHANCES = 2.0
"""Chance agreements that the starting rates count as much as, in each layer."""
LEAST = 1e-300

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Patterns:
    """How pairs agree, counted.

    Attributes
    ----------
    codes : numpy.ndarray
        Of `MISSING` … `AGREE_UNTOLD`, one row per distinct pattern and one column per layer.
    pairs : numpy.ndarray
        How many pairs have each pattern, at least 0.
    """

    codes: npt.NDArray[np.int8]
    pairs: Floats


@dataclass(frozen=True)
class Estimate:
    """The two classes.

    Attributes
    ----------
    share : float
        Share of all pairs that are of one operation, in (0, 1).
    partners, strangers : numpy.ndarray
        One row per layer: the probabilities of `DIFFER`, `AGREE` and `AGREE_OTHERWISE` among pairs
        of one operation, and among the unrelated, that both show something; rows sum to 1.
    """

    share: float
    partners: Floats
    strangers: Floats


def estimate(patterns: Patterns, start: Estimate, begin: Estimate | None = None) -> Estimate:
    """Fit the two classes by expectation-maximisation.

    Parameters
    ----------
    patterns : Patterns
        All pairs, also those that share nothing.
    start : Estimate
        What a layer keeps about which the pairs say nothing: it counts as `PRIOR_PAIRS` pairs of
        an operation and `PRIOR_CHANCES` chance agreements. A level of probability 0 keeps it, and
        `AGREE_OTHERWISE` its ratio between the classes.
    begin : Estimate, optional
        Where to begin, instead of ``start``.

    Returns
    -------
    Estimate
        The nearest maximum of the likelihood; deterministic. Cost: patterns × layers each round.

    Notes
    -----
    The classes keep their meaning because they begin with it: the first is the rarer one that
    agrees more.
    """
    shown = one_hot(patterns.codes)
    pseudo_partners = start.partners * PRIOR_PAIRS
    agreeing = np.maximum(start.strangers[:, 1:].sum(axis=1, keepdims=True), LEAST)
    pseudo_strangers = start.strangers * (PRIOR_CHANCES / agreeing)
    total = patterns.pairs.sum()
    now = begin or start
    if not total:
        return now
    for _ in range(MOST_ROUNDS):
        of_operation = patterns.pairs * _membership(shown, now)
        following = Estimate(
            share=float(np.clip(of_operation.sum() / total, LEAST, 1 - 1e-12)),
            partners=_rates(of_operation @ shown, pseudo_partners),
            strangers=_rates((patterns.pairs - of_operation) @ shown, pseudo_strangers),
        )
        _keep_given(following, start)
        if _is_settled(now, following):
            return following
        now = following
    return now


def membership(codes: npt.NDArray[np.int8], found: Estimate) -> Floats:
    """Probability that pairs of some patterns are of one operation.

    Parameters
    ----------
    codes : numpy.ndarray
        As of `Patterns`.
    found : Estimate
        The classes.

    Returns
    -------
    numpy.ndarray
        In [0, 1], one per pattern.
    """
    return _membership(one_hot(codes), found)


def one_hot(codes: npt.NDArray[np.int8]) -> Floats:
    """Patterns as 0 and 1: three columns per layer, all 0 where it is missing."""
    levels = np.arange(DIFFER, DIFFER + LEVELS, dtype=np.int8)
    return (codes[:, :, None] == levels).reshape(len(codes), -1).astype(np.float64)


def _membership(shown: Floats, found: Estimate) -> Floats:
    """The first class's posterior, by log-odds."""
    weights = np.log(np.maximum(found.partners, LEAST)) - np.log(np.maximum(found.strangers, LEAST))
    odds = shown @ weights.ravel() + np.log(found.share) - np.log1p(-found.share)
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -700, 700))))


def _rates(counts: Floats, pseudo: Floats) -> Floats:
    """Shares of the levels within each layer."""
    sums = counts.reshape(-1, LEVELS) * (pseudo > 0) + pseudo
    return np.asarray(sums / sums.sum(axis=1, keepdims=True))


def _keep_given(found: Estimate, start: Estimate) -> None:
    """Let `AGREE_OTHERWISE` weigh what it did to begin with."""
    before = np.maximum(start.partners[:, -1], LEAST)
    found.strangers[:, -1] = found.partners[:, -1] * start.strangers[:, -1] / before
    found.strangers[:, 0] = 1 - found.strangers[:, 1:].sum(axis=1)


def _is_settled(before: Estimate, after: Estimate) -> bool:
    """Whether a round changed nothing that matters, relative to each number."""
    old = np.concatenate([[before.share], before.partners.ravel(), before.strangers.ravel()])
    new = np.concatenate([[after.share], after.partners.ravel(), after.strangers.ravel()])
    return bool(np.all(np.abs(new - old) <= SETTLED * np.maximum(old, LEAST)))
