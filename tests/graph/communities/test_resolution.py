"""The search for a resolution: planted communities are found without being told how dense."""

from __future__ import annotations

import igraph
import numpy as np
import polars as pl
import pytest

from graph.communities.detected import number_ties
from graph.communities.resolution import description_length, search_resolution
from graph.errors import AnalysisError


def planted(sizes: list[int], inside: float, between: float, seed: int = 4) -> pl.DataFrame:
    """Ties of groups ``g<number>``, dense inside and thin between."""
    rng = np.random.default_rng(seed)
    group = np.repeat(np.arange(len(sizes)), sizes)
    left, right = np.triu_indices(len(group), 1)
    tied = rng.random(len(left)) < np.where(group[left] == group[right], inside, between)
    keys = np.array([f"g{g:02d}:{n:03d}" for n, g in enumerate(group)])
    return pl.DataFrame(
        {"account_a": keys[left[tied]], "account_b": keys[right[tied]], "probability": 1.0}
    )


def agreement(accounts: pl.DataFrame) -> float:
    """Adjusted Rand index of communities and planted groups."""
    truth = accounts["account_key"].str.head(3).rank("dense").to_list()
    return float(
        igraph.compare_communities(
            [int(each) for each in truth], accounts["community"].to_list(), "adjusted_rand"
        )
    )


@pytest.mark.parametrize(
    ("sizes", "inside", "between"),
    [([10] * 30, 0.6, 0.01), ([20, 30, 40], 0.5, 0.03), ([6] * 60, 0.9, 0.004)],
)
def test_planted_communities_are_found(sizes: list[int], inside: float, between: float) -> None:
    found = search_resolution(planted(sizes, inside, between), seed=1)
    assert agreement(found.partition.accounts) > 0.95
    best = found.tried.sort("nats").row(0, named=True)
    assert (best["method"], best["resolution"]) == (
        found.partition.method,
        found.partition.resolution,
    )
    assert best["communities"] == found.partition.accounts["community"].n_unique()


def test_the_order_of_ties_changes_nothing() -> None:
    ties = planted([8] * 10, 0.7, 0.02)
    one, other = (search_resolution(each, seed=2) for each in (ties, ties.reverse()))
    assert one.partition.accounts.equals(other.partition.accounts)
    assert one.tried.equals(other.tried)


def test_the_truth_is_shorter_than_one_lump_and_than_everybody_alone() -> None:
    graph = number_ties(planted([12] * 12, 0.6, 0.02))
    truth = graph.keys.cast(pl.String).str.head(3).rank("dense").to_numpy().astype(int)
    shortest = description_length(graph, truth)
    assert shortest < description_length(graph, np.zeros(graph.accounts, dtype=int))
    assert shortest < description_length(graph, np.arange(graph.accounts))
    assert description_length(graph, truth + 7) == shortest


def test_nothing_has_no_resolution() -> None:
    with pytest.raises(AnalysisError, match="no ties"):
        search_resolution(planted([2], 0, 0), seed=1)
