"""A whole detection on planted worlds: precise, repeatable, explained, frozen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from graph.calibration import read_calibration
from graph.detect import Detection, run
from graph.dossier.alternatives import NAMES
from graph.errors import NotFound, WorkspaceError
from graph.lifecycle.naming import cluster_id
from graph.settings import DetectionSettings, read_settings
from graph.snapshots import list_snapshots, read_snapshot, write_snapshot
from graph.tables import Tables
from graph.workspace import Workspace, open_workspace
from tests.measures import pair_scores
from tests.planted import Shape, World, world
from tests.worlds import calibration, known, own_text, phone, post

SMALL = Shape.of(1_500)
RING_FREE = SMALL.without_operations()
PLAIN = replace(RING_FREE, clubs=0, escrows=0)
SERVES_MANY = 20


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Tables, Detection]:
    made = world(21, SMALL)
    tables = known(made.rows, tmp_path_factory.mktemp("planted"))
    return made, tables, run(tables, DetectionSettings(), calibration())


def test_planted_rings_are_found_and_innocents_left_alone(
    planted: tuple[World, Tables, Detection],
) -> None:
    made, _, found = planted
    scores = pair_scores(found.members, made.rings, made.operated())
    assert scores.precision >= 0.9
    assert scores.recall >= 0.5
    likely = found.hubs.filter(pl.col("probability") > 0.5)
    assert set(likely["detail_key"]) <= set(made.hubs)
    assert likely.filter(pl.col("accounts") >= SERVES_MANY).height >= 3


def test_strangers_who_copy_and_use_couriers_are_hardly_ever_clusters(tmp_path: Path) -> None:
    made = world(22, PLAIN)
    found = run(known(made.rows, tmp_path), DetectionSettings(), calibration())
    assert len(found.clusters) <= 2
    assert {made.what(key) for key in found.members["account_key"]} <= {
        "recycled number", "copies each other", "copies popular text",
    }  # fmt: skip


@pytest.mark.xfail(
    reason="details of one escrow account vouch for each other, notices of a club for its members"
)
def test_no_ring_no_cluster(tmp_path: Path) -> None:
    made = world(22, RING_FREE)
    found = run(known(made.rows, tmp_path), DetectionSettings(), calibration())
    assert not len(found.clusters)


def test_the_same_question_has_the_same_answer(planted: tuple[World, Tables, Detection]) -> None:
    _, tables, found = planted
    again = run(tables, DetectionSettings(), calibration())
    assert again.snapshot == found.snapshot
    for part in ("ties", "reasons", "hubs", "clusters", "members"):
        assert getattr(again, part).equals(getattr(found, part)), part
    other = run(tables, DetectionSettings(method="components"), calibration())
    assert other.snapshot != found.snapshot


def test_every_cluster_is_described_and_explained(
    planted: tuple[World, Tables, Detection],
) -> None:
    _, _, found = planted
    assert found.clusters["connectedness"].is_between(0, 1).all()
    assert found.clusters["trade_relevance"].is_between(0, 1).all()
    assert found.members["stability"].is_between(0, 1).all()
    assert found.members["by_seed"].is_between(0, 1).all()
    assert found.members["account_key"].is_unique().all()
    sizes = dict(found.members.group_by("cluster_id").len().iter_rows())
    for row in found.clusters.iter_rows(named=True):
        assert row["size"] == sizes[row["cluster_id"]] >= 2
        assert set(row["alternatives"]) == set(NAMES)
        assert len(row["alternatives_for"]) == len(row["alternatives_against"]) == len(NAMES)
    pair = ["account_a", "account_b"]
    sums = found.reasons.group_by(pair).agg(bits=pl.col("bits").filter("counted").sum())
    told = sums.join(found.ties, on=pair, suffix="_tie")
    assert len(told) == len(found.ties)
    assert ((told["bits"] - told["bits_tie"]).abs() < 1e-5).all()


def test_the_words_of_a_licensed_shop_name_that_alternative(tmp_path: Path) -> None:
    rows = [
        post(x, f"{own_text(x)} licence 123 opening hours 9 to 5 invoice WA {phone(1)}")
        for x in ("a", "b", "c")
    ]
    found = run(known(rows, tmp_path), DetectionSettings(), calibration())
    (cluster,) = found.clusters.to_dicts()
    assert cluster["alternatives"][0] == "licensed business"
    assert cluster["alternatives_for"][0].startswith("3 of 3 posts")
    assert cluster["trade_relevance"] == 0


def test_a_bridge_is_named(tmp_path: Path) -> None:
    rows = [post(x, f"{own_text(x)} {phone(1)}") for x in ("a", "b")]
    rows.append(post("b", f"{own_text('bb')} demo.birds@example.com"))
    rows.append(post("c", f"{own_text('c')} demo.birds@example.com"))
    (cluster,) = run(known(rows, tmp_path), DetectionSettings(), calibration()).clusters.to_dicts()
    assert set(cluster["bridges"]) == {"facebook:a ↔ facebook:b", "facebook:b ↔ facebook:c"}
    assert cluster["cluster_id"] == cluster_id("facebook:a")


def test_threshold_and_resolution_can_be_set_for_one_detection(
    planted: tuple[World, Tables, Detection],
) -> None:
    _, tables, found = planted
    strict = run(tables, DetectionSettings(threshold_bits=8.0), calibration())
    assert 0 < len(strict.ties) < len(found.ties)
    assert strict.calibration != found.calibration
    assert strict.ties["score"].min() >= 8


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "workspace")


def test_a_snapshot_is_read_as_it_was_written(
    planted: tuple[World, Tables, Detection], workspace: Workspace
) -> None:
    _, _, found = planted
    with pytest.raises(NotFound, match="spoor detect"):
        read_snapshot(workspace)
    write_snapshot(workspace, found)
    write_snapshot(workspace, found)
    assert [entry.snapshot for entry in list_snapshots(workspace)] == [found.snapshot]
    again = read_snapshot(workspace)
    for part in ("ties", "reasons", "hubs", "clusters", "members", "coverage"):
        assert getattr(again, part).equals(getattr(found, part)), part
    assert (again.settings, again.as_of) == (found.settings, found.as_of)
    with pytest.raises(NotFound, match=found.snapshot):
        read_snapshot(workspace, "../evidence")


def test_the_snapshot_made_last_is_the_latest(
    planted: tuple[World, Tables, Detection], workspace: Workspace
) -> None:
    _, tables, found = planted
    other = run(tables, DetectionSettings(seed=2), calibration())
    for each in (found, other, found):
        write_snapshot(workspace, each)
    assert read_snapshot(workspace).snapshot == found.snapshot


def test_settings_and_calibration_say_what_is_wrong_with_them(workspace: Workspace) -> None:
    assert read_settings(workspace) == DetectionSettings()
    text = workspace.settings_file.read_text()
    workspace.settings_file.write_text(text.replace("seed = 1", 'seed = "x"'))
    with pytest.raises(WorkspaceError, match=r"spoor.toml: \[detection\] seed"):
        read_settings(workspace)
    workspace.settings_file.write_text(text.replace("co_membership", "horoscope"))
    with pytest.raises(WorkspaceError, match="horoscope does not exist"):
        read_settings(workspace)
    shipped = workspace.calibration_file.read_text()
    workspace.calibration_file.write_text(shipped.replace("population = 2000", "population = 0"))
    with pytest.raises(WorkspaceError, match=r"calibration.toml: population"):
        read_calibration(workspace.calibration_file)
