"""Found against planted: counted rightly, said honestly, and short enough for a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO

import polars as pl
import pytest
from rich.console import Console

from app.demo.compare import compare, print_comparison
from app.demo.comparison import Comparison
from tests.app.demo.conftest import Demo

SPOOR = ".venv/bin/spoor --workspace spoor-demo"


@pytest.fixture(scope="session")
def comparison(demo: Demo) -> Comparison:
    return compare(demo.detection, demo.truth)


def printed(comparison: Comparison, width: int = 100) -> str:
    out = StringIO()
    print_comparison(Console(file=out, width=width), comparison, spoor=SPOOR)
    return out.getvalue()


def without(demo: Demo, cluster_id: str) -> Demo:
    """The demonstration as if one cluster had not been found."""
    kept = pl.col("cluster_id") != cluster_id
    detection = demo.detection
    return replace(
        demo,
        detection=replace(
            detection,
            members=detection.members.filter(kept),
            clusters=detection.clusters.filter(kept),
        ),
    )


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
    assert comparison.shop.members == 4
    assert comparison.explanation == "licensed business"
    assert comparison.innocents == len(demo.truth.innocents)


def test_what_was_missed_is_said(demo: Demo, comparison: Comparison) -> None:
    lost = comparison.rings[0]
    assert lost.cluster_id is not None
    missing = compare(without(demo, lost.cluster_id).detection, demo.truth)
    assert missing.rings[0].cluster_id is None
    assert missing.rings[0].members == 0
    assert "not found" in printed(missing)
    assert missing.looked_at not in lost.ring.accounts


def test_a_missed_shop_and_hub_are_said(demo: Demo, comparison: Comparison) -> None:
    assert comparison.shop.cluster_id is not None
    fewer = without(demo, comparison.shop.cluster_id)
    detection = replace(fewer.detection, hubs=fewer.detection.hubs.head(0))
    missing = compare(detection, demo.truth)
    assert (missing.explanation, missing.facts) == ("", "")
    assert [hub.accounts for hub in missing.hubs] == [None] * 3
    assert "not found connected" in printed(missing)


def test_misplaced_innocents_are_named(demo: Demo) -> None:
    ring = replace(demo.truth.rings[0], accounts=frozenset())
    truth = replace(
        demo.truth,
        rings=(ring, *demo.truth.rings[1:]),
        innocents=demo.truth.innocents | demo.truth.rings[0].accounts,
    )
    wronged = compare(demo.detection, truth)
    assert set(demo.truth.rings[0].accounts) <= set(wronged.misplaced)
    said = "".join(printed(wronged).split())
    assert all(key in said for key in wronged.misplaced)


def test_nothing_found_at_all_is_told_too(demo: Demo) -> None:
    detection = replace(
        demo.detection,
        members=demo.detection.members.head(0),
        clusters=demo.detection.clusters.head(0),
        hubs=demo.detection.hubs.head(0),
    )
    said = printed(compare(detection, demo.truth))
    assert "0 clusters" in said
    assert " account " not in "".join(line for line in said.splitlines() if SPOOR in line)


@pytest.mark.parametrize("width", [80, 100, 240])
def test_lines_fit(comparison: Comparison, width: int) -> None:
    lines = printed(comparison, width).splitlines()
    assert max(len(line.rstrip()) for line in lines if SPOOR not in line) <= min(width, 100)
    assert max(map(len, lines)) <= 100


def test_commands_are_whole_and_hold_real_ids(demo: Demo, comparison: Comparison) -> None:
    said = printed(comparison, 80)
    commands = [line.strip() for line in said.splitlines() if SPOOR in line]
    typed = [command.removeprefix(SPOOR).split() for command in commands]
    assert [words[0] for words in typed] == [
        "clusters", "cluster", "account", "search", "hubs", "rejected", "export", "app"
    ]  # fmt: skip
    named = {words[0]: words[1:] for words in typed}
    assert named["cluster"][0] in set(demo.detection.clusters["cluster_id"])
    assert named["account"][0] in set(demo.detection.members["account_key"])
    assert f"phone:{named['search'][0]}" in demo.truth.hubs.values()
    assert named["export"] == ["--all", "--format", "csv", "--output", "spoor-demo-export"]


def test_nobody_is_called_what_only_a_court_may(comparison: Comparison) -> None:
    said = printed(comparison).lower()
    assert not re.search(r"criminal|suspect|guilt|offender|illegal", said)
    assert "lead" in said
    assert "may be" in said
