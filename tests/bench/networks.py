"""Networks found against planted, beside the obvious methods, on the same data."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

import polars as pl

from graph.detect import Detection, run
from graph.settings import DetectionSettings
from graph.tables import Tables
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.bench import naive
from tests.measures import PairScores, grouped, pair_scores, true_pairs
from tests.planted import Shape, World, world
from tests.worlds import calibration

Result = TypeVar("Result")


def report(seeds: list[int], accounts: int) -> None:
    """Print, for each seed, what each method finds, and how long the steps take."""
    shape = _scaled(accounts)
    print(
        f"\nnetworks: {accounts:,} accounts, {shape.rings} rings, {shape.hubs} hubs, seeds {seeds}"
    )
    found: list[tuple[str, PairScores]] = []
    for seed in seeds:
        made = world(seed, shape)
        with tempfile.TemporaryDirectory() as folder:
            known, times = _take_in(made, Path(folder))
        detection, times["detect"] = _timed(
            lambda known=known: run(known, DetectionSettings(), calibration())
        )
        _print_seed(seed, made, detection, times)
        for name, members in _methods(known, detection, seed).items():
            scores = _score(members, made.rings)
            print(
                f"  {name:38} P {scores.precision:.3f}  R {scores.recall:.3f}  F1 {scores.f1:.3f}"
            )
            found.append((name, scores))
    print(f"\nmean over {len(seeds)} seeds")
    for name in dict(found):
        every = [scores for each, scores in found if each == name]
        _print_scores(
            name,
            PairScores(
                *(
                    statistics.mean(getattr(scores, part.name) for scores in every)
                    for part in fields(PairScores)
                )
            ),
        )


def _print_scores(name: str, scores: PairScores) -> None:
    """One line of scores."""
    print(f"  {name:38} P {scores.precision:.3f}  R {scores.recall:.3f}  F1 {scores.f1:.3f}")


def _scaled(accounts: int) -> Shape:
    """The benchmark's shape, with everything in proportion to its accounts."""
    whole = Shape()
    share = accounts / whole.accounts
    counts = {
        name: max(1, round(getattr(whole, name) * share))
        for name in ("rings", "hubs", "recycled_numbers", "popular_texts", "copied_once",
                     "copied_twice", "thieves", "warners", "groups")
    }  # fmt: skip
    return replace(whole, accounts=accounts, **counts)


def _take_in(made: World, folder: Path) -> tuple[Tables, dict[str, float]]:
    """Through the real readers, archive and extraction."""
    file = folder / "world.csv"
    made.rows.write_csv(file)
    workspace = open_workspace(folder / "workspace")
    times = {}
    _, times["ingest"] = _timed(
        lambda: ingest(workspace, [file], ReadOptions(region="ID"), who="bench")
    )
    _, times["extract"] = _timed(lambda: ensure_derived(workspace, Archive(workspace)))
    known, times["read"] = _timed(lambda: tables(workspace))
    return known, times


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """A result and the seconds it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def _methods(known: Tables, detection: Detection, seed: int) -> dict[str, pl.DataFrame]:
    """Clusters of every method."""
    contacts = naive.shared_contact_ties(known)
    return {
        "spoor": detection.members,
        "components of shared contacts": naive.components(contacts),
        "louvain on shared contacts": naive.louvain(contacts, seed),
        "louvain on co-membership": naive.louvain(naive.shared_group_ties(known), seed),
    }


def _score(members: pl.DataFrame, rings: dict[str, int]) -> PairScores:
    """Pairwise scores, also of clusters too large to list their pairs."""
    sizes = [len(keys) for keys in grouped(members, "cluster_id").values()]
    pairs = sum(size * (size - 1) // 2 for size in sizes)
    if pairs <= 1_000_000:
        return pair_scores(members, rings)
    home = dict(members.select("account_key", "cluster_id").iter_rows())
    truth = true_pairs(rings)
    right = sum(home.get(a) is not None and home.get(a) == home.get(b) for a, b in truth)
    precision, recall = right / pairs, right / len(truth)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return PairScores(precision, recall, f1)


def _print_seed(seed: int, made: World, detection: Detection, times: dict[str, float]) -> None:
    """What was made and found, and the seconds of each step."""
    likely = set(detection.hubs.filter(pl.col("probability") > 0.5)["detail_key"])
    took = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in times.items())
    print(
        f"\nseed {seed}: {len(made.rows):,} posts; {took}\n"
        f"  {len(detection.clusters)} clusters, largest {detection.clusters['size'].max()}; hubs: "
        f"{len(likely & made.hubs)} of {len(made.hubs)} found, {len(likely - made.hubs)} mistaken"
    )
