"""Rhythm: what posting at the same hours of the week says.

Chance agreement: whoever posts in the same groups posts when everybody there does. What counts is
how much better the one's hours foretell the other's than the hours of all others in their groups
do; where too few others post there, nothing is known. Habits are shared by many strangers (shifts,
prayers, school), so the layer is weak, capped at one bit, supports a tie that other evidence
suggests and never makes one. A text counts when it was first posted: posting it again, by hand
or by a machine, is no further habit.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from graph.calibration import Calibration, Rhythm
from graph.tables import Tables
from graph.ties.layers.layer import PairLayer, as_evidence

HOURS = 7 * 24
PAIRS_AT_A_TIME = 20_000


def weigh_rhythms(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of posting at the same hours, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here when which texts were posted in which group.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, at most one row per pair; ``value`` is ``rhythm``,
        ``accounts`` null. Pairs of which one has posted fewer than ``least_posts`` different
        texts, or beside whom others have posted fewer than ``least_others``, have none.
    """
    model = calibration.rhythm
    posted = _first_posted(tables)
    busy = (posted.group_by("account_key").len().filter(pl.col("len") >= model.least_posts)).select(
        "account_key"
    )
    asked = pairs.join(busy, left_on="account_a", right_on="account_key", how="semi").join(
        busy, left_on="account_b", right_on="account_key", how="semi"
    )
    if asked.is_empty():
        return as_evidence(pairs.clear())
    names = pl.concat([asked["account_a"], asked["account_b"]]).unique().sort()
    own, others = _histograms(posted, names)
    place = {name: number for number, name in enumerate(names)}
    left, right = (
        np.array([place[key] for key in asked[side]], dtype=np.int64)
        for side in ("account_a", "account_b")
    )
    bits = np.concatenate(
        [
            _foretold(own, others, left[start : start + PAIRS_AT_A_TIME],
                      right[start : start + PAIRS_AT_A_TIME], model)
            for start in range(0, len(left), PAIRS_AT_A_TIME)
        ]
    )  # fmt: skip
    return (
        asked.with_columns(value=pl.lit("rhythm"), bits=pl.Series(bits.round(6)))
        .with_columns(further_bits=pl.col("bits"))
        .filter(pl.col("bits") > 0)
        .pipe(as_evidence, layer=LAYER.name, family="timing")
    )


def _first_posted(tables: Tables) -> pl.DataFrame:
    """The first posting of each text by each account: ``account_key group_key hour``."""
    hour = pl.col("posted_at").dt.weekday().cast(pl.Int64) * 24 - 24 + pl.col("posted_at").dt.hour()
    return (
        tables.posts.select("account_key", "group_key", "posted_at", "text", "post_key")
        .drop_nulls(["account_key", "posted_at", "text"])
        .sort("posted_at", "post_key")
        .unique(["account_key", "text"], keep="first", maintain_order=True)
        .select("account_key", "group_key", hour=hour)
    )


def _histograms(posted: pl.DataFrame, names: pl.Series) -> tuple[np.ndarray, np.ndarray]:
    """Posts by hour of some accounts, and of all others in their groups; a row for each."""
    numbered = pl.DataFrame({"account_key": names}).with_row_index("row")
    mine = posted.join(numbered, on="account_key")
    groups = mine.select("group_key").drop_nulls().unique().sort("group_key").with_row_index("col")
    there = posted.join(groups, on="group_key")
    by_group = _counted(there["col"], there["hour"], len(groups))
    in_groups = mine.join(groups, on="group_key")
    visits = in_groups.select("row", "col").unique()
    belongs = csr_array(
        (np.ones(len(visits)), (visits["row"].to_numpy(), visits["col"].to_numpy())),
        shape=(len(names), len(groups)),
    )
    own_there = _counted(in_groups["row"], in_groups["hour"], len(names))
    own = _counted(mine["row"], mine["hour"], len(names))
    return own, belongs @ by_group - own_there


def _counted(rows: pl.Series, hours: pl.Series, many: int) -> np.ndarray:
    """A table of counts, row by hour."""
    cells = rows.cast(pl.Int64).to_numpy() * HOURS + hours.to_numpy()
    return np.bincount(cells, minlength=many * HOURS).reshape(many, HOURS).astype(float)


def _foretold(
    own: np.ndarray, others: np.ndarray, left: np.ndarray, right: np.ndarray, model: Rhythm
) -> np.ndarray:
    """Bits by which each foretells the other's hours better than the others there do."""
    around = others[left] + others[right]
    enough = around.sum(axis=1) >= model.least_others
    usual = (around + 1) / (around.sum(axis=1, keepdims=True) + HOURS)
    gain = np.zeros(len(left))
    for one, other in ((left, right), (right, left)):
        seen = own[one]
        smooth = seen / 2 + np.roll(seen, 1, axis=1) / 4 + np.roll(seen, -1, axis=1) / 4
        total = smooth.sum(axis=1, keepdims=True)
        expected = (smooth + model.prior_posts * usual) / (total + model.prior_posts)
        gain += (own[other] * np.log2(expected / usual)).sum(axis=1) / 2
    return np.where(enough, model.reliability * gain.clip(min=0), 0.0)


LAYER = PairLayer("rhythm", weigh_rhythms)
