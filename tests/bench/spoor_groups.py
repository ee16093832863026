"""What Spoor's layer makes of shared groups, pair by pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from graph.tables import Tables
from graph.ties.layers.co_membership import weigh_groups
from graph.ties.tie import tie_accounts
from tests.bench.made_memberships import ACCOUNTS, Belonging, account_key, as_tables
from tests.bench.rewired import shared_weights
from tests.worlds import calibration


@dataclass(frozen=True)
class GroupBits:
    """Bits of shared groups, as the calibration has them.

    Attributes
    ----------
    groups : numpy.ndarray
        What each group gives a pair that shares it.
    sums : numpy.ndarray
        For each pair what all groups give it, before any cap.
    given : numpy.ndarray
        The same under the layer's cap: what the pair is given beside other evidence.
    tied : numpy.ndarray
        Whether the pair is tied when there is no other evidence.
    """

    groups: np.ndarray
    sums: np.ndarray
    given: np.ndarray
    tied: np.ndarray


def group_bits(belonging: Belonging) -> GroupBits:
    """Weigh the shared groups of every pair; pairs are in the order of `numpy.triu_indices`."""
    tables = as_tables(belonging)
    pairs = _all_pairs()
    shared = weigh_groups(pairs, tables, calibration())
    groups = np.zeros(belonging.joined.shape[1])
    number = pl.col("value").str.split(":").list.last().cast(pl.Int64)
    for group, bits in shared.select(number, "bits").unique().iter_rows():
        groups[group] = bits
    sums = shared_weights([belonging.joined], groups)[0]
    given = np.minimum(sums, calibration().caps_bits.co_membership)
    return GroupBits(groups, sums, given, _tied(pairs, tables))


def _all_pairs() -> pl.DataFrame:
    """Every two accounts."""
    left, right = np.triu_indices(ACCOUNTS, 1)
    return pl.DataFrame({"left": left, "right": right}).select(
        account_a=account_key("left"), account_b=account_key("right")
    )


def _tied(pairs: pl.DataFrame, tables: Tables) -> np.ndarray:
    """Which pairs all layers together tie; memberships are all that they are given."""
    ties = tie_accounts(tables, calibration()).ties
    return pairs.select(
        pl.struct("account_a", "account_b").is_in(
            ties.select(pl.struct("account_a", "account_b")).to_series().implode()
        )
    ).to_series().to_numpy()  # fmt: skip
