"""Surprise: how rare an event is, in bits, so that events of all kinds can be ranked together.

A change of some kind happens either for reasons that nobody foresaw, in a share of account-weeks
that is frozen here (`BASE`), or by chance as the account goes on as it used to (``tail``). Its
surprise is -log2 of the probability of one or the other: no event is more surprising than its kind
is rare, and one that was to be expected of this account tells nothing.
"""

from __future__ import annotations

import polars as pl

BASE = {
    "new": 1 / 16,
    "vanished": 1 / 64,
    "back": 1 / 256,
    "moved": 1 / 128,
    "new_detail": 1 / 128,
    "dropped_detail": 1 / 256,
    "new_role": 1 / 128,
    "burst": 1 / 256,
    "price_change": 1 / 128,
    "new_taxon": 1 / 64,
}
"""In how many of the weeks of a member of a cluster such a change happens. A prior: chosen before
anything was measured, and never drawn from the data at hand, so that reports of different weeks and
places can be compared."""

PRIOR_WEEKS = 8.0
"""As many weeks of an account's past are taken for granted, at the base rate."""
PRIOR_DAYS = 7.0
PRIOR_TIMES = 1.0
"""Somebody who posts is taken to post once in seven days, for as much as one such week says."""


def bits(kind: str, weeks: float, tail: pl.Expr | None = None) -> pl.Expr:
    """Surprise of an event.

    Parameters
    ----------
    kind : str
        One of `BASE`.
    weeks : float
        Weeks between the two days, above 0.
    tail : polars.Expr, optional
        Probability that the account shows this or more while going on as it used to; none if that
        cannot happen.

    Returns
    -------
    polars.Expr
        Bits, 0 or more.
    """
    base = 1 - (1 - BASE[kind]) ** weeks
    chance = pl.lit(0.0) if tail is None else tail.clip(0, 1)
    return -(base + (1 - base) * chance).log(2) + 0.0


def chance_of_another(kind: str, times: pl.Expr, past_weeks: pl.Expr, weeks: float) -> pl.Expr:
    """Probability of at least one more of what happened so often in the past.

    Parameters
    ----------
    kind : str
        One of `BASE`; its rate is the prior's mean.
    times : polars.Expr
        How often it happened.
    past_weeks : polars.Expr
        In how many weeks.
    weeks : float
        Weeks to come.

    Returns
    -------
    polars.Expr
        That of a Poisson process whose rate has a gamma prior, worth `PRIOR_WEEKS`.
    """
    known = PRIOR_WEEKS + past_weeks
    return 1 - (known / (known + weeks)) ** (PRIOR_WEEKS * BASE[kind] + times)


def chance_of_silence(times: pl.Expr, past_days: pl.Expr, silent_days: pl.Expr) -> pl.Expr:
    """Probability of so long a silence of somebody who was seen so often in so many days.

    Parameters
    ----------
    times : polars.Expr
        On how many days it was seen.
    past_days : polars.Expr
        Within how many days.
    silent_days : polars.Expr
        Observed days of silence.

    Returns
    -------
    polars.Expr
        As of `chance_of_another`, of nothing at all.
    """
    known = PRIOR_DAYS + past_days
    return (known / (known + silent_days)) ** (PRIOR_TIMES + times)
