"""How well clusters agree with planted truth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import polars as pl

Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class PairScores:
    """Pairwise precision, recall and their harmonic mean, each in [0, 1]."""

    precision: float
    recall: float
    f1: float


def pairs_within(groups: dict[str, list[str]]) -> Pairs:
    """All pairs of accounts that are in one group together."""
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


def grouped(members: pl.DataFrame, by: str) -> dict[str, list[str]]:
    """Account keys by group."""
    return {str(key[0]): part["account_key"].to_list() for key, part in members.group_by(by)}


def true_pairs(rings: dict[str, int]) -> Pairs:
    """The pairs of accounts that belong to one ring."""
    groups: dict[str, list[str]] = {}
    for account, ring in rings.items():
        groups.setdefault(str(ring), []).append(account)
    return pairs_within(groups)


def compare_pairs(found: Pairs, truth: Pairs) -> PairScores:
    """Score found pairs against true ones; precision is 0 when nothing was found."""
    right = len(found & truth)
    precision = right / len(found) if found else 0.0
    recall = right / len(truth) if truth else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return PairScores(precision, recall, f1)


def pair_scores(members: pl.DataFrame, rings: dict[str, int]) -> PairScores:
    """Score a detection's ``cluster_id account_key`` against planted rings."""
    return compare_pairs(pairs_within(grouped(members, "cluster_id")), true_pairs(rings))
