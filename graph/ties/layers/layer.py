"""What a layer of evidence is: by a value that accounts share, or by pairs looked at together."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from graph.calibration import Calibration
from graph.records import UTC
from graph.tables import Tables
from graph.ties.company import Company
from graph.ties.values import Values

SHOWINGS = pl.Schema(
    {"account_key": pl.String(), "value": pl.String(), "layer": pl.String(),
     "family": pl.String(), "post_key": pl.String(), "seen_at": UTC}
)  # fmt: skip
"""One row per showing of a value in a post, or (``post_key`` null) by the account itself. ``layer``
is the kind of value, ``family`` what it counts among: ``identifier content structure name timing``.
"""

EVIDENCE = pl.Schema(
    {"account_a": pl.String(), "account_b": pl.String(), "value": pl.String(),
     "layer": pl.String(), "family": pl.String(), "accounts": pl.Int64(), "bits": pl.Float64(),
     "further_bits": pl.Float64(), "hub_probability": pl.Float64(), "gap_days": pl.Float64()}
)  # fmt: skip
"""One row per pair and value. ``bits``: what the value weighs as the pair's first of its family,
``further_bits``: as a further one. ``accounts``: how many share it. ``hub_probability``,
``gap_days``: null where they do not apply."""


class Context(NamedTuple):
    """What is known of shared values when they are weighed.

    Attributes
    ----------
    values : Values
        What is published by whom.
    company : Company
        `graph.ties.company.keep_company`.
    loners : polars.DataFrame
        `graph.ties.hubs.judge_loners`.
    copied : polars.DataFrame
        `graph.ties.copied.copied_details`.
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`.
    calibration : Calibration
        The frozen numbers.
    """

    values: Values
    company: Company
    loners: pl.DataFrame
    copied: pl.DataFrame
    hubs: pl.DataFrame
    calibration: Calibration


class ValueLayer(NamedTuple):
    """A layer in which accounts agree by sharing a value.

    Attributes
    ----------
    name : str
        Its switch in the settings.
    kinds : callable
        The values of the column ``layer`` that are its own, under a calibration.
    show : callable
        All showings of its values, as `SHOWINGS`.
    weigh : callable
        `graph.ties.values.share` rows of its kinds in the shape of `EVIDENCE`.
    """

    name: str
    kinds: Callable[[Calibration], tuple[str, ...]]
    show: Callable[[Tables, Calibration], pl.DataFrame]
    weigh: Callable[[pl.DataFrame, Context], pl.DataFrame]


class PairLayer(NamedTuple):
    """A layer that is asked only about pairs which other evidence suggests, and makes none.

    Attributes
    ----------
    name : str
        Its switch in the settings, and its value of the column ``layer``.
    weigh : callable
        From unique ``account_a account_b``: evidence for some of them, as `EVIDENCE`.
    """

    name: str
    weigh: Callable[[pl.DataFrame, Tables, Calibration], pl.DataFrame]


def as_evidence(rows: pl.DataFrame, **same: str) -> pl.DataFrame:
    """Put rows in the shape of `EVIDENCE`.

    Parameters
    ----------
    rows : polars.DataFrame
        Some of its columns; what is lacking does not apply and becomes null.
    **same : str
        Columns that are the same in every row (``layer``, ``family``).
    """
    named = rows.with_columns(pl.lit(value).alias(name) for name, value in same.items())
    lacking = [name for name in EVIDENCE if name not in named.columns]
    return named.with_columns(pl.lit(None).alias(name) for name in lacking).select(
        pl.col(name).cast(kind) for name, kind in EVIDENCE.items()
    )
