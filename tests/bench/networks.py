"""Networks found against planted, beside the obvious methods, on the same data."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.detect import run
from graph.detection import Detection
from graph.settings import DetectionSettings
from graph.tables import Tables
from tests.bench.found import Found, print_explained, print_hubs
from tests.bench.naive import components
from tests.bench.network_methods import MOST, OURS, clusters_by_method
from tests.bench.network_scores import HEADING, Scores, average, line, score
from tests.bench.taking_in import take_in, timed
from tests.bench.thinned import thin
from tests.measures import giant_share
from tests.planted import Life, Shape, World, lived_world, world
from tests.worlds import calibration

SEEDS = list(range(101, 111))
BAR = {"f1": 0.94, "precision": 0.97, "rings": 0.97}
SECOND_WORLD_WITHIN = 0.05
SHOWN_PER_ACCOUNTS = 10_000
THINNED = (0.5, 0.25, 0.1, 0.05)
FEW = 3
"""Seeds of the parts that say what they say with few worlds."""

WORLDS: dict[str, Callable[[int, int], World]] = {
    "drawn": lambda seed, accounts: world(seed, Shape.of(accounts)),
    "lived": lambda seed, accounts: lived_world(seed, Life.of(accounts)),
}
RING_FREE: dict[str, Callable[[int, int], World]] = {
    "drawn": lambda seed, accounts: world(seed, Shape.of(accounts).without_operations()),
    "lived": lambda seed, accounts: lived_world(seed, Life.of(accounts).without_operations()),
}


def report(seeds: list[int], accounts: int) -> None:
    """Print, for each world and seed, what each method finds, and how long the steps take.

    Parameters
    ----------
    seeds : list of int
        Of the worlds; those of the project's figures are `SEEDS`, never used while tuning.
    accounts : int
        Accounts of each world.
    """
    print(f"\nnetworks: {accounts:,} accounts a world, seeds {seeds}")
    ours: dict[str, Scores] = {}
    for name, make in WORLDS.items():
        print(f"\n{name} world")
        every: list[Found] = []
        for seed in seeds:
            every.append(_try(make(seed, accounts), seed, THINNED if seed == seeds[0] else ()))
        ours[name] = _print_means(every)
        print_hubs(every)
        print_explained(every)
    _print_bars(ours)
    for name, make in RING_FREE.items():
        _print_ring_free(name, [make(seed, accounts) for seed in seeds[:FEW]])


def _try(made: World, seed: int, thinned: Sequence[float]) -> Found:
    """Take a world in, detect, compare, and print what was found; again with fewer of its rings."""
    known, times = _known(made)
    detection, times["detect"] = timed(lambda: run(known, DetectionSettings(), calibration()))
    took = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in times.items())
    ringed, total = len(made.rings), len(known.accounts)
    largest = max(detection.clusters["size"].to_list(), default=0)
    print(
        f"\nseed {seed}: {total:,} accounts, {len(made.rows):,} posts, "
        f"{len(set(made.rings.values()))} rings with {ringed} accounts (1 in "
        f"{total / max(ringed, 1):.0f}); {took}\n"
        f"  {len(detection.clusters)} clusters, largest {largest}; ties "
        f"join at most {100 * _tied_share(detection, total):.1f} % of the accounts\n{HEADING}"
    )
    scores = {
        name: score(members, made, total)
        for name, members in clusters_by_method(made, known, detection, seed).items()
    }
    for name, each in scores.items():
        print(line(name, each))
    for share in thinned:
        _print_thinned(*thin(made, known, share, seed))
    return Found(made, detection, scores)


def _print_thinned(made: World, known: Tables) -> None:
    """How good we are where rings are rarer."""
    if made.rings:
        members = run(known, DetectionSettings(), calibration()).members
        total = len(known.accounts)
        print(line(f"{OURS}, 1 account in {total / len(made.rings):.0f} in a ring",
                   score(members, made, total)))  # fmt: skip


def _known(made: World) -> tuple[Tables, dict[str, float]]:
    """Through the real readers, archive and extraction."""
    with tempfile.TemporaryDirectory() as folder:
        return take_in(made, Path(folder))


def _tied_share(detection: Detection, accounts: int) -> float:
    """Share of the accounts in the largest component of ties."""
    return giant_share(components(detection.ties), accounts)


def _print_means(every: list[Found]) -> Scores:
    """The mean of each method over the seeds; ours is given back."""
    print(f"\nmean over {len(every)} seeds\n{HEADING}")
    names = dict.fromkeys(name for found in every for name in found.scores)
    means = {
        name: average([found.scores[name] for found in every if name in found.scores])
        for name in names
    }
    for name, scores in means.items():
        print(line(name, scores))
    worst = min(found.scores[OURS].f1 or 0.0 for found in every)
    print(f"  worst F1 of {OURS} {worst:.3f}; {MOST} is a bound for every method")
    return means[OURS]


def _print_bars(ours: dict[str, Scores]) -> None:
    """What was to be reached, and what was."""
    first, second = ours.values()
    for name, least in BAR.items():
        reached = getattr(first, name)
        print(f"bar: {name} {reached:.3f}, at least {least}: {_said(reached >= least)}")
    near = (second.f1 or 0) >= (first.f1 or 0) - SECOND_WORLD_WITHIN
    print(
        f"bar: second world's F1 {second.f1:.3f}, within {SECOND_WORLD_WITHIN} of "
        f"{first.f1:.3f}: {_said(near)}"
    )


def _print_ring_free(name: str, worlds: list[World]) -> None:
    """Clusters shown where nobody runs several accounts."""
    found = []
    for made in worlds:
        known, _ = _known(made)
        found.append((made, run(known, DetectionSettings(), calibration())))
    clusters = sum(len(detection.clusters) for _, detection in found)
    accounts = sum(detection.accounts for _, detection in found)
    rate = SHOWN_PER_ACCOUNTS * clusters / accounts
    who = [made.what(key) for made, detection in found for key in detection.members["account_key"]]
    kinds = ", ".join(f"{who.count(kind)} {kind}" for kind in sorted(set(who))) or "nobody"
    print(
        f"bar: ring-free {name} worlds, {accounts:,} accounts: {clusters} clusters, {rate:.1f} per "
        f"{SHOWN_PER_ACCOUNTS:,}, at most 1: {_said(rate <= 1)}; in them: {kinds}"
    )


def _said(reached: bool) -> str:
    """Whether a bar is met."""
    return "met" if reached else "NOT MET"
