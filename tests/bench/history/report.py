"""``make bench``, part history: what changed week by week, told by Spoor and by the obvious way."""

from __future__ import annotations

import time
from collections.abc import Iterator

import polars as pl

from graph.tables import Tables
from tests.bench.history.followed import follow
from tests.bench.history.known import tables_of
from tests.bench.history.naive import ALIKE, WINDOW_WEEKS, match_by_jaccard
from tests.bench.history.scores import Scores, print_scores, score, together
from tests.bench.history.shape import WEEKS, Shape
from tests.bench.history.truth import truth_of
from tests.bench.history.world import History, history

OURS = "Spoor"
NAIVE = f"clusters matched at a Jaccard index above {ALIKE}, active in {WINDOW_WEEKS} weeks"
BARS = {"successor": (0.9, 0.8)}
BAR = (0.9, 0.9)
"""Precision and recall to be reached, of each kind."""


def report(seeds: list[int], posts: int) -> None:
    """Print what each method tells of planted histories, and whether the bars are met.

    Parameters
    ----------
    seeds : list of int
        Of the histories; those of the project's figures begin at 101.
    posts : int
        About how many posts each history has.
    """
    print(f"\nhistory: {WEEKS} weeks, about {posts:,} posts each, seeds {seeds}")
    every: dict[str, list[Scores]] = {OURS: [], NAIVE: []}
    for seed in seeds:
        world = history(seed, Shape.of(posts))
        _describe(world)
        for name, scores in _try(world).items():
            print_scores(f"seed {seed}: {name}", scores)
            every[name].append(scores)
    for name, several in every.items():
        print_scores(f"{len(seeds)} histories together: {name}", together(several))
    _print_bars(together(every[OURS]))


def _describe(world: History) -> None:
    """Say what a history holds."""
    gaps = sum(last - first + 1 for place in world.places for first, last in place.gaps)
    print(
        f"\nseed {world.seed}: {len(world.posts):,} posts collected, {world.never:,} never; "
        f"{len(world.accounts):,} accounts, {world.shape.rings} rings and what became of them, "
        f"{len(world.places)} groups, {gaps} group-weeks not collected, {len(world.dark)} times "
        "all groups of a ring"
    )


def _try(world: History) -> dict[str, Scores]:
    """Scores of both methods; the obvious one is given the clusters of the same detections."""
    truth = truth_of(world)
    start = time.perf_counter()
    weeks = list(follow(world))
    print(f"followed in {time.perf_counter() - start:.0f} s")
    clusters = {week: members for week, _, _, members in weeks}
    return {
        OURS: score(world, weeks, truth),
        NAIVE: score(world, match_by_jaccard(_detected(world, clusters)), truth),
    }


def _detected(
    world: History, clusters: dict[int, pl.DataFrame]
) -> Iterator[tuple[int, Tables, pl.DataFrame]]:
    """The weeks as the obvious method is given them."""
    for week, members in clusters.items():
        yield week, tables_of(world, week), members


def _print_bars(scores: Scores) -> None:
    """What was to be reached, and what was."""
    for kind, each in scores.kinds.items():
        precision, recall = BARS.get(kind, BAR)
        met = (each.precision or 0) >= precision and (each.recall or 0) >= recall
        print(
            f"bar: {kind}: precision {each.precision or 0:.3f}, at least {precision}; recall "
            f"{each.recall or 0:.3f}, at least {recall}: {'met' if met else 'NOT MET'}"
        )
    false = sum(scores.kinds[kind].gap for kind in ("dissolved", "vanished"))
    print(
        f"bar: dissolved or vanished because nobody collected: {false}, none: "
        f"{'met' if not false else 'NOT MET'}"
    )
    ids = scores.ids
    print(
        f"bar: rings with one id for as long as they last: {ids.kept} of {ids.rings}: "
        f"{'met' if ids.kept == ids.rings else 'NOT MET'}"
    )
