"""Ranks of members by how many others turn to them, with intervals under resampling."""

from __future__ import annotations

import zlib

import numpy as np
import polars as pl
from numpy.typing import NDArray

RESAMPLES = 200
LOW, HIGH = 0.05, 0.95

RANKS = pl.Schema(
    {"cluster_id": pl.String(), "account_key": pl.String(), "role": pl.String(),
     "rank": pl.Int64(), "rank_low": pl.Int64(), "rank_high": pl.Int64(), "of": pl.Int64()}
)  # fmt: skip
"""Ranks from 1 among ``of`` members; equals share the worst of their ranks."""


def rank_members(turned: pl.DataFrame, members: pl.DataFrame, *, seed: int) -> pl.DataFrame:
    """Rank members by the accounts that turn to them, cluster by cluster and role by role.

    Parameters
    ----------
    turned : polars.DataFrame
        ``cluster_id account_key role partner``, each once.
    members : polars.DataFrame
        ``cluster_id account_key``.
    seed : int
        The same rows and seed give the same intervals, whatever the order of the rows.

    Returns
    -------
    polars.DataFrame
        `RANKS` of the members to whom somebody turns. The interval holds 90% of the ranks over
        200 Poisson bootstraps of the pairs: one who turns to a member often counts once, as what
        one account does is not independent.
    """
    sizes = dict(members.group_by("cluster_id").len().iter_rows())
    ordered = turned.sort("cluster_id", "role", "account_key", "partner")
    parts = [
        _rank(cluster_id, role, part["account_key"], sizes[cluster_id], seed)
        for (cluster_id, role), part in ordered.group_by("cluster_id", "role", maintain_order=True)
    ]
    return pl.concat([RANKS.to_frame(), *parts])


def _rank(
    cluster_id: object, role: object, accounts: pl.Series, size: int, seed: int
) -> pl.DataFrame:
    """Ranks of one role in one cluster."""
    names, places = np.unique(accounts.to_numpy(), return_inverse=True)
    is_of = np.zeros((len(places), len(names)))
    is_of[np.arange(len(places)), places] = 1
    draws = np.random.default_rng([seed, zlib.crc32(f"{cluster_id} {role}".encode())])
    weights = draws.poisson(1.0, size=(RESAMPLES, len(places)))
    ranks = _ranks(weights @ is_of, size)
    low = np.quantile(ranks, LOW, axis=0, method="lower")
    high = np.quantile(ranks, HIGH, axis=0, method="higher")
    columns = {
        "cluster_id": [cluster_id] * len(names),
        "account_key": names.tolist(),
        "role": [role] * len(names),
        "rank": _ranks(is_of.sum(axis=0, keepdims=True), size)[0],
        "rank_low": low,
        "rank_high": high,
        "of": [size] * len(names),
    }
    return pl.DataFrame(columns).cast(RANKS)


def _ranks(scores: NDArray[np.float64], size: int) -> NDArray[np.int64]:
    """Ranks in each row, of the accounts with the highest scores first; nobody else scores."""
    at_least = (scores[:, None, :] >= scores[:, :, None]).sum(axis=2)
    return np.where(scores > 0, at_least, size).astype(np.int64)
