"""Found against planted: counted rightly."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from app.demo.compare import compare
from app.demo.comparison import Comparison
from graph.detect import Detection
from tests.app.demo.conftest import Demo


def of(demo: Demo, **changed: pl.DataFrame) -> Comparison:
    """The comparison, as if the detection had found something else."""
    detection: Detection = replace(demo.detection, **changed)
    return compare(detection, demo.truth, demo.tables.accounts, demo.own)


def without(demo: Demo, cluster_id: str) -> dict[str, pl.DataFrame]:
    """What a detection would be that lacks one cluster."""
    kept = pl.col("cluster_id") != cluster_id
    found = demo.detection
    return {"members": found.members.filter(kept), "clusters": found.clusters.filter(kept)}


def test_every_ring_is_told_with_its_cluster(demo: Demo, comparison: Comparison) -> None:
    sizes = demo.detection.members["cluster_id"].value_counts()
    size_of = dict(sizes.iter_rows())
    for found, ring in zip(comparison.rings, demo.truth.rings, strict=True):
        assert found.ring == ring
        assert found.cluster_id is not None
        assert found.members + found.others == size_of[found.cluster_id]
    assert {hub.detail_key for hub in comparison.hubs if hub.accounts} == set(
        demo.truth.hubs.values()
    )
    assert comparison.innocents == len(demo.truth.innocents)
    assert comparison.ends == demo.truth.ends


def test_what_is_connected_for_other_reasons_is_explained(comparison: Comparison) -> None:
    assert (comparison.shop.found.members, comparison.scam.found.members) == (4, 4)
    assert comparison.shop.explanation == "licensed business"
    assert comparison.scam.explanation == "advance-fee scam"
    assert comparison.shop.found.others == comparison.scam.found.others == 0


def test_nobody_is_joined_who_should_not_be(demo: Demo, comparison: Comparison) -> None:
    assert [(kind.accounts > 0, kind.joined) for kind in comparison.apart] == [(True, 0)] * 7
    assert sum("club" in kind.why for kind in comparison.apart) == 1
    assert comparison.misplaced == ()
    assert comparison.own == tuple(demo.own)
    assert comparison.own_found == ()


def test_what_was_missed_is_counted(demo: Demo, comparison: Comparison) -> None:
    lost = comparison.rings[0]
    assert lost.cluster_id is not None
    missing = of(demo, **without(demo, lost.cluster_id))
    assert (missing.rings[0].cluster_id, missing.rings[0].members) == (None, 0)
    assert missing.looked_at not in lost.ring.accounts


def test_a_missed_shop_chain_and_hub_are_counted(demo: Demo, comparison: Comparison) -> None:
    shop, chain = comparison.shop.found.cluster_id, comparison.rings[3].cluster_id
    assert shop and chain
    missing = of(demo, **without(demo, shop), hubs=demo.detection.hubs.head(0))
    assert (missing.shop.explanation, missing.shop.facts) == ("", "")
    assert [hub.accounts for hub in missing.hubs] == [None] * 3
    assert of(demo, **without(demo, chain)).ends is None


def test_misplaced_innocents_and_our_own_side_are_named(demo: Demo) -> None:
    ring = replace(demo.truth.rings[0], accounts=frozenset())
    truth = replace(
        demo.truth,
        rings=(ring, *demo.truth.rings[1:]),
        innocents=demo.truth.innocents | demo.truth.rings[0].accounts,
        own=demo.truth.rings[1].accounts,
    )
    wronged = compare(demo.detection, truth, demo.tables.accounts, demo.own)
    assert set(demo.truth.rings[0].accounts) <= set(wronged.misplaced)
    assert set(wronged.own_found) == demo.truth.rings[1].accounts


def test_nothing_found_at_all_is_counted_too(demo: Demo) -> None:
    found = demo.detection
    empty = of(demo, members=found.members.head(0), clusters=found.clusters.head(0))
    assert (empty.clusters, empty.looked_at, empty.ends) == (0, None, None)
    assert {ring.members for ring in empty.rings} == {0}
