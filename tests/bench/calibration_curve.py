"""The calibration curve: what the program calls likely, against how often it is so."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import polars as pl

from graph.ties.every_score import every_score
from tests.bench.taking_in import take_in
from tests.planted import Shape, World, world
from tests.worlds import calibration

EDGES = (0.01, 0.1, 0.26, 0.5, 0.74, 0.9, 0.97, 0.99, 0.999)
"""Of predicted probabilities; 0.74 is the threshold's 1.5 bits."""


def report(seeds: list[int], accounts: int) -> None:
    """Print the curve of each seed and of all together, with the Brier scores."""
    print(f"\ncalibration: planted worlds of {accounts:,} accounts, seeds {seeds}")
    print(f"  numbers {calibration().name}; every pair that shares something weighed")
    every = []
    for seed in seeds:
        made = world(seed, Shape.of(accounts))
        with tempfile.TemporaryDirectory() as folder:
            known, _ = take_in(made, Path(folder))
        judged = with_truth(every_score(known, calibration()), made)
        every.append(judged)
        print(f"  seed {seed}: {describe(judged)}")
    together = pl.concat(every)
    print(f"  all {len(seeds)} seeds: {describe(together)}")
    print("  predicted        mean predicted  observed     pairs")
    for row in curve(together).iter_rows(named=True):
        print(
            f"  {row['least']:.3f} – {row['most']:.3f}    {row['predicted']:.4f}        "
            f"{row['observed']:.4f}  {row['pairs']:>10,}"
        )


def with_truth(scored: pl.DataFrame, made: World) -> pl.DataFrame:
    """Pairs with ``probability`` and ``same``: whether both are of one ring or organisation.

    Organisations whose members run their accounts each for themselves are none; those that run
    several accounts are rightly found connected.
    """
    homes = {key: f"ring {ring}" for key, ring in made.rings.items()} | made.operated()
    home = pl.DataFrame(
        {"account_key": list(homes), "home": list(homes.values())},
        schema={"account_key": pl.String, "home": pl.String},
    )
    placed = scored.join(home, left_on="account_a", right_on="account_key", how="left").join(
        home, left_on="account_b", right_on="account_key", how="left", suffix="_b"
    )
    same = (pl.col("home") == pl.col("home_b")).fill_null(value=False)
    return placed.select("probability", same=same)


def curve(judged: pl.DataFrame) -> pl.DataFrame:
    """Mean predicted probability and observed share within bands of prediction.

    Returns
    -------
    polars.DataFrame
        ``least most predicted observed pairs``, by rising prediction; bands without pairs are
        left out.
    """
    bounds = (0.0, *EDGES, 1.0)
    band = np.digitize(judged["probability"], EDGES)
    return (
        judged.with_columns(band=pl.Series(band))
        .group_by("band")
        .agg(
            predicted=pl.col("probability").mean(),
            observed=pl.col("same").mean(),
            pairs=pl.len(),
        )
        .sort("band")
        .select(
            least=pl.col("band").map_elements(lambda at: bounds[at], pl.Float64),
            most=pl.col("band").map_elements(lambda at: bounds[at + 1], pl.Float64),
            predicted="predicted",
            observed="observed",
            pairs="pairs",
        )
    )


def brier(judged: pl.DataFrame) -> float:
    """Mean squared difference of prediction and truth (Brier 1950), 0 at best; 0 of no pairs."""
    error = (judged["probability"] - judged["same"].cast(pl.Float64)) ** 2
    return float(error.mean() or 0.0)  # type: ignore[arg-type]


def describe(judged: pl.DataFrame) -> str:
    """The Brier score beside that of always predicting the base rate, and among what is likely."""
    rate = float(judged["same"].mean() or 0.0)  # type: ignore[arg-type]
    likely = judged.filter(pl.col("probability") >= EDGES[0])
    return (
        f"{len(judged):,} pairs, {judged['same'].sum():,} of one operation; Brier "
        f"{brier(judged):.5f} (base rate alone {rate * (1 - rate):.5f}); of the {len(likely):,} "
        f"above {EDGES[0]}: {brier(likely):.4f}"
    )
