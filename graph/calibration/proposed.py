"""A proposed calibration: new numbers, what they rest on, and what they would change."""

from __future__ import annotations

from dataclasses import dataclass

from graph import detect
from graph.calibration.numbers import Calibration
from graph.calibration.text import next_version
from graph.effect import Effect, compare_detections
from graph.judged import NOTHING_JUDGED, Judged
from graph.settings import DetectionSettings
from graph.tables import Tables
from graph.ties.agreement import Comparison, compare, gather
from graph.ties.every_score import every_score
from graph.ties.recalibration import (
    Number,
    estimate_rates,
    suggest_rates,
    suggest_threshold,
    with_numbers,
)


@dataclass(frozen=True)
class Proposed:
    """What `propose` finds.

    Attributes
    ----------
    old, new : Calibration
        In force, and proposed; of the next version, or ``old`` itself where nothing would change.
    numbers : list of Number
        Every number that was looked at, those that are kept, too.
    accounts, pairs : int
        Accounts that show something that is compared, and pairs of them that share some of it.
    effect : Effect
        What detection would find differently.
    """

    old: Calibration
    new: Calibration
    numbers: list[Number]
    accounts: int
    pairs: int
    effect: Effect

    @property
    def changed(self) -> list[Number]:
        """Numbers that would change."""
        return [number for number in self.numbers if number.new != number.old]


def propose(
    tables: Tables,
    settings: DetectionSettings,
    calibration: Calibration,
    judged: Judged = NOTHING_JUDGED,
) -> Proposed:
    """Estimate the calibration's numbers from what is known, and try them.

    Parameters
    ----------
    tables : Tables
        What is known.
    settings : DetectionSettings
        Seed, method and layers; a threshold of theirs goes before the calibration's.
    calibration : Calibration
        The numbers in force; estimates begin with them.
    judged : Judged
        What people decided: heeded in both detections. No number is fitted to judgements but to
        which contact details are hubs.

    Returns
    -------
    Proposed
        Deterministic for the settings' seed. Cost: that of two detections, and of the fits.
    """
    comparison = compare(gather(tables, calibration, settings.layers, judged), calibration)
    numbers = _estimate(comparison, tables, settings, calibration, judged)
    new = with_numbers(calibration, numbers)
    if new != calibration:
        new = new.model_copy(update={"version": next_version(calibration.version)})
    before = detect.run(tables, settings, calibration, judged)
    after = before if new == calibration else detect.run(tables, settings, new, judged)
    return Proposed(
        calibration, new, numbers, len(comparison.accounts), len(comparison.pairs),
        compare_detections(before, after),
    )  # fmt: skip


def _estimate(
    comparison: Comparison,
    tables: Tables,
    settings: DetectionSettings,
    calibration: Calibration,
    judged: Judged,
) -> list[Number]:
    """Rates, and the threshold under them; nothing where no pair shares anything."""
    if comparison.pairs.is_empty():
        return []
    found = estimate_rates(comparison, calibration, seed=settings.seed)
    numbers = suggest_rates(found, calibration)
    rated = with_numbers(calibration, numbers)
    scored = every_score(tables, rated, settings.layers, judged)
    return [*numbers, suggest_threshold(comparison, scored, found, calibration, rated)]
