"""The effect of a change: ties and clusters gained and lost, and whom it concerns."""

from __future__ import annotations

from pathlib import Path

from graph.calibration.proposed import propose
from graph.detect import run
from graph.effect import compare_detections
from graph.settings import DetectionSettings
from tests.worlds import calibration, known, own_text, pairs, phone, post


def test_what_is_gained_and_lost(tmp_path: Path) -> None:
    rows = [
        post(account, f"{own_text(account)} call {phone(ring)}")
        for ring, members in enumerate((("a", "b"), ("c", "d", "e")))
        for account in members
    ]
    rows += [post(account, f"{own_text(account)} hook{account}@example.org") for account in "cd"]
    tables, settings = known(rows, tmp_path), DetectionSettings()
    numbers = calibration()
    loose = run(tables, settings, numbers)
    strict = run(tables, settings.model_copy(update={"threshold_bits": 60.0}), numbers)
    assert pairs(loose.ties) == {("a", "b"), ("c", "d"), ("c", "e"), ("d", "e")}

    same = compare_detections(loose, loose)
    assert (same.ties_before, same.clusters_before) == (4, 2)
    assert same.accounts == [] and same.ties_gained.is_empty() and same.clusters_changed.is_empty()

    lost = compare_detections(loose, strict)
    assert (lost.ties_after, lost.clusters_after) == (0, 0)
    assert len(lost.ties_lost) == 4 and len(lost.clusters_lost) == 2
    assert lost.accounts == [f"facebook:{each}" for each in "abcde"]
    gained = compare_detections(strict, loose)
    assert gained.ties_gained.equals(lost.ties_lost)
    assert gained.clusters_gained["accounts"].list.len().to_list() == [3, 2]


def test_little_material_proposes_nothing(tmp_path: Path) -> None:
    rows = [post(account, f"{own_text(account)} call {phone(1)}") for account in "abc"]
    found = propose(known(rows, tmp_path), DetectionSettings(), calibration())
    assert found.changed == [] and found.new == found.old
    assert found.numbers and all(number.kept for number in found.numbers)
    assert found.effect.accounts == []
