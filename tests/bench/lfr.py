"""The community step on LFR graphs, beside other programs' communities of the same graphs."""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import community as python_louvain
import igraph
import networkx as nx
import numpy as np
import polars as pl

from graph.communities import detect_communities
from graph.communities.resolution import search_resolution
from tests.bench.chats import PEER, ROOT

PEER_SCRIPT = Path(__file__).parent / "peers" / "lfr.py"
MIXINGS = (0.2, 0.3, 0.4, 0.5, 0.6)
RESOLUTION = 0.02
OURS = ("spoor, resolution 0.02", "spoor, resolution chosen")
MODULARITY = ("igraph", "leidenalg", "networkit", "python-louvain", "networkx")
PYTHON_AT_MOST = 10_000
"""Larger graphs are cut by python-louvain at one mixing only, by networkx at none: minutes each."""
TIMED_MIXING = 0.4
Cut = Callable[[], Sequence[int]]


def report(nodes: Sequence[int], seeds: Sequence[int]) -> None:
    """Print seconds of one processor and adjusted Rand indices, for each size and mixing.

    Parameters
    ----------
    nodes : sequence of int
        Sizes.
    seeds : sequence of int
        A graph of each; the largest size takes the first seed only.
    """
    if not PEER.exists():
        print("\nLFR graphs: the other programs are not installed; see the Makefile.")
        return
    for size in nodes:
        some = seeds[:1] if size == max(nodes) else seeds
        print(
            f"\nLFR graphs of {size:,} nodes, degrees 20 (at most 50), communities of 20 to 100, "
            f"seeds {', '.join(map(str, some))}: adjusted Rand index (seconds of processor)"
        )
        rows = [(mixing, _measured(size, mixing, seed)) for mixing in MIXINGS for seed in some]
        _print(rows)


def _measured(size: int, mixing: float, seed: int) -> dict[str, tuple[float, float]]:
    """Agreement with the truth and seconds of every method on one graph."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "graph.npz")
        _peer("make", str(size), str(mixing), str(seed), path)
        seconds = json.loads(_peer("cut", path, str(seed)))
        saved = np.load(path)
        edges, truth = saved["edges"], np.unique(saved["truth"], return_inverse=True)[1]
        theirs = {name: part.tolist() for name, part in np.load(f"{path}.cut.npz").items()}
    found = {name: (_agreement(truth, part), seconds[name]) for name, part in theirs.items()}
    for name, cut in _methods(edges, size, mixing, seed).items():
        begun = time.process_time()
        part = cut()
        found[name] = (_agreement(truth, part), time.process_time() - begun)
    return found


def _methods(edges: np.ndarray, size: int, mixing: float, seed: int) -> dict[str, Cut]:
    """What is run here; the other programs' graphs are built before they are timed."""
    ties = pl.DataFrame({"left": edges.min(axis=1), "right": edges.max(axis=1)}).select(
        account_a=_key("left"), account_b=_key("right"), probability=pl.lit(1.0)
    )
    graph = igraph.Graph(n=size, edges=edges)

    def in_igraph() -> list[int]:
        random.seed(seed)
        return graph.community_leiden("modularity").membership

    methods: dict[str, Cut] = {
        OURS[0]: lambda: _labels(
            detect_communities(ties, resolution=RESOLUTION, seed=seed).accounts, size
        ),
        OURS[1]: lambda: _labels(search_resolution(ties, seed=seed).partition.accounts, size),
        "igraph": in_igraph,
    }
    if size <= PYTHON_AT_MOST or mixing == TIMED_MIXING:
        other: nx.Graph = nx.Graph()
        other.add_edges_from(edges.tolist())
        methods["python-louvain"] = lambda: _in_order(
            python_louvain.best_partition(other, random_state=seed), size
        )
        if size <= PYTHON_AT_MOST:
            methods["networkx"] = lambda: _in_order(
                {node: number
                 for number, part in enumerate(nx.community.louvain_communities(other, seed=seed))
                 for node in part}, size,
            )  # fmt: skip
    return methods


def _key(column: str) -> pl.Expr:
    """Keys whose order is that of the numbers."""
    return pl.format("x:{}", pl.col(column).cast(pl.String).str.zfill(7))


def _labels(accounts: pl.DataFrame, size: int) -> list[int]:
    """Communities of the nodes, by number."""
    home = {int(key[2:]): number for key, number in accounts.iter_rows()}
    return _in_order(home, size)


def _in_order(home: dict[int, int], size: int) -> list[int]:
    """Labels by node; a node without edges is alone."""
    return [home.get(node, size + node) for node in range(size)]


def _agreement(truth: np.ndarray, part: Sequence[int]) -> float:
    """Adjusted Rand index."""
    labels = np.unique(np.asarray(part), return_inverse=True)[1]
    return float(igraph.compare_communities(truth.tolist(), labels.tolist(), "adjusted_rand"))


def _peer(*arguments: str) -> str:
    """Run the other programs in their own environment."""
    done = subprocess.run(
        [str(PEER), str(PEER_SCRIPT), *arguments],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout


def _print(rows: list[tuple[float, dict[str, tuple[float, float]]]]) -> None:
    """Print a line for each method, means over seeds, and what the comparison comes to."""
    print(f"  {'mixing':28}" + "".join(f"{mixing:>14}" for mixing in MIXINGS) + f"{'mean':>9}")
    means = {}
    for name in (*OURS, *MODULARITY):
        cells = []
        for mixing in MIXINGS:
            of = [found[name] for at, found in rows if at == mixing and name in found]
            cells.append(tuple(np.mean(of, axis=0)) if of else None)
        text = "".join(f"{c[0]:.3f} ({c[1]:.1f})".rjust(14) if c else f"{'':14}" for c in cells)
        if all(cells):
            means[name] = np.mean([cell[0] for cell in cells if cell])
        print(f"  {name:28}{text}" + (f"{means[name]:>9.3f}" if name in means else ""))
    best = max((name for name in MODULARITY if name in means), key=lambda name: means[name])
    print(f"  resolution chosen {means[OURS[1]]:.3f}, the best by modularity {means[best]:.3f} "
          f"({best})")  # fmt: skip
    timed = [found for mixing, found in rows if mixing == TIMED_MIXING]
    ratios = [found["python-louvain"][1] / found[OURS[0]][1] for found in timed]
    print(f"  one partition is {np.mean(ratios):.0f} times as fast as python-louvain's "
          f"(mixing {TIMED_MIXING})")  # fmt: skip
