"""What came of planted worlds: hubs, and organisations that have an explanation."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import polars as pl

from graph.detection import Detection
from tests.bench.explained import explain
from tests.bench.network_scores import Scores
from tests.measures import harmonic
from tests.planted import World

LIKELY = 0.5


class Found(NamedTuple):
    """What came of one world."""

    made: World
    detection: Detection
    scores: dict[str, Scores]


def print_hubs(every: list[Found]) -> None:
    """Print precision and recall of hubs over all worlds, and of which kinds are missed."""
    found, mistaken, missed = 0, 0, Counter[str]()
    for each in every:
        hubs = each.detection.hubs.filter(pl.col("probability") > LIKELY)
        likely = set(hubs["detail_key"].to_list())
        found += len(likely & set(each.made.hubs))
        mistaken += len(likely - set(each.made.hubs))
        missed.update(kind for key, kind in each.made.hubs.items() if key not in likely)
    scores = harmonic(found / max(found + mistaken, 1), found / max(found + missed.total(), 1))
    kinds = ", ".join(f"{many} {kind}" for kind, many in sorted(missed.items())) or "none"
    print(
        f"hubs: precision {scores.precision:.3f}, recall {scores.recall:.3f} "
        f"({found} found, {mistaken} mistaken; missed: {kinds})"
    )


def print_explained(every: list[Found]) -> None:
    """Print how organisations come out, over all worlds."""
    tables = [explain(each.made, each.detection.clusters, each.detection.members) for each in every]
    total = pl.concat(tables).group_by("kind").sum().sort("kind")
    print(
        "organisations: how many, partly and rightly connected; of these with the right "
        "alternative first, with low trade relevance, with either"
    )
    for row in total.iter_rows(named=True):
        print(
            f"  {row['kind']:10} {row['organisations']:4} {row['touched']:4} "
            f"{row['connected']:4}; {row['named_first']:4} {row['low_relevance']:4} "
            f"{row['explained']:4}"
        )
