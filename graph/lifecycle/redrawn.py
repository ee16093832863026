"""Clusters of two days cut again on evidence drawn again, with the same luck on both days."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import polars as pl

from graph.calibration import Calibration
from graph.communities import TieGraph, cut_components, number_ties
from graph.communities.evidence_drawn import EvidenceDrawn
from graph.detection import Detection
from graph.ties.posterior import PAIR

RUNS = 40
NOWHERE = -1


class Redrawn:
    """One day's clusters, cut again and again.

    Parameters
    ----------
    found : Detection
        The day.
    accounts : collection of str
        Those asked about; other accounts take no part.
    calibration : Calibration
        The frozen numbers of the detection.
    luck : dict of str to numpy.ndarray
        For each shared value, and each pair as ``a|b``, a number in [0, 1) for each run.

    Notes
    -----
    What activity parted stays parted, whatever is drawn. Deterministic.
    """

    def __init__(
        self,
        found: Detection,
        accounts: Collection[str],
        calibration: Calibration,
        luck: dict[str, np.ndarray],
    ) -> None:
        ties = _ties_among(found.ties, accounts)
        graph = number_ties(ties)
        self.number = {key: number for number, key in enumerate(graph.keys)}
        threshold = found.settings.threshold_bits
        drawn = EvidenceDrawn(
            graph, ties, found.reasons.join(ties, on=PAIR, how="semi"),
            calibration.threshold_bits if threshold is None else threshold,
        )  # fmt: skip
        resolution = found.settings.resolution or calibration.resolution
        cut = (found.settings.method, resolution)
        everything = np.arange(len(graph.ends))
        self.linked = _cut(graph, everything, cut, found.settings.seed)
        part = _parts(found, graph, self.linked)
        of_value = _luck_of(drawn.shared.to_list(), luck)
        of_tie = _luck_of(_pair_names(ties, graph), luck)
        self.labels = np.array(
            [
                _numbered(
                    _cut(graph, drawn.remaining(of_value[run], of_tie[run]), cut, run + 1), part
                )
                for run in range(RUNS)
            ]
        ).reshape(RUNS, graph.accounts)

    def are_linked(self, sides: Sequence[Sequence[str]]) -> bool:
        """Tell whether all evidence joins accounts of each side, whoever is active."""
        homes = [
            {int(self.linked[self.number[each]]) for each in side if each in self.number}
            for side in sides
        ]
        return bool(set.intersection(*homes))

    def where(self, account: str) -> np.ndarray:
        """Tell the part that holds an account in each run, shape (runs,); -1: none."""
        number = self.number.get(account)
        return np.full(RUNS, NOWHERE) if number is None else self.labels[:, number]

    def together(self, accounts: Sequence[str]) -> np.ndarray:
        """Tell the part that holds most of some accounts in each run, shape (runs,).

        -1 where no part holds at least two and half of them.
        """
        least = max(2, (len(accounts) + 1) // 2)
        numbers = [self.number[each] for each in accounts if each in self.number]
        found = np.full(RUNS, NOWHERE)
        for run in range(RUNS):
            parts, many = np.unique(self.labels[run, numbers], return_counts=True)
            if len(many) and many.max() >= least:
                found[run] = parts[many.argmax()]
        return found


def draw_luck(names: Collection[str], seed: int) -> dict[str, np.ndarray]:
    """Draw a number in [0, 1) for each name and run, the same on both days."""
    draws = np.random.default_rng(seed).random((len(names), RUNS))
    return dict(zip(sorted(names), draws, strict=True))


def names_drawn(found: Detection, accounts: Collection[str]) -> set[str]:
    """Names of what is drawn for one day: its ties among some accounts, and what they share."""
    ties = _ties_among(found.ties, accounts)
    shared = found.reasons.join(ties, on=PAIR, how="semi")["shared"].drop_nulls().unique()
    return {*shared, *ties.select(pl.format("{}|{}", *PAIR)).to_series()}


def _ties_among(ties: pl.DataFrame, accounts: Collection[str]) -> pl.DataFrame:
    """Ties of which both ends are asked about."""
    among = pl.Series(sorted(accounts), dtype=pl.String).implode()
    return ties.filter(pl.all_horizontal(pl.col(PAIR).is_in(among)))


def _pair_names(ties: pl.DataFrame, graph: TieGraph) -> list[str]:
    """Names of ties, in the order of the graph."""
    return ties[graph.order].select(pl.format("{}|{}", *PAIR)).to_series().to_list()


def _luck_of(names: Sequence[str], luck: dict[str, np.ndarray]) -> np.ndarray:
    """Luck of some names by run, shape (runs, names)."""
    return np.array([luck[name] for name in names]).reshape(len(names), RUNS).T


def _cut(graph: TieGraph, kept: np.ndarray, cut: tuple[str, float], seed: int) -> np.ndarray:
    """Labels of a partition of some of the ties."""
    return cut_components(graph.accounts, graph.ends[kept], graph.weights[kept], *cut, seed)


def _parts(found: Detection, graph: TieGraph, linked: np.ndarray) -> np.ndarray:
    """Numbers that tell apart the clusters which only activity parted; shape (accounts,)."""
    of_account = (
        pl.DataFrame({"account_key": graph.keys.cast(pl.String), "linked": linked})
        .join(
            found.members.select("account_key", "cluster_id"),
            on="account_key", how="left", maintain_order="left",
        )
        .with_columns(part=pl.col("cluster_id").rank("dense").over("linked").fill_null(0))
    )  # fmt: skip
    return of_account["part"].cast(pl.Int64).to_numpy()


def _numbered(labels: np.ndarray, part: np.ndarray) -> np.ndarray:
    """One number for label and part."""
    return labels * (int(part.max(initial=0)) + 1) + part
