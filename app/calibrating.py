"""Calibration on purpose: what a workspace's own pairs suggest, and what hiding a layer shows."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import polars as pl

from app.considered import consider
from app.steps import Steps
from graph.accuracy.hidden import HiddenTest, try_hidden
from graph.calibration.proposed import Proposed, propose
from graph.effect import Effect
from graph.errors import UsageError
from graph.ties.dependence import dependence_in
from graph.workspace import Workspace
from ingest.calibrating import accept


def propose_calibration(
    workspace: Workspace, told: Steps, *, as_of: str | None
) -> tuple[Proposed, pl.DataFrame]:
    """Estimate the workspace's numbers, and how layers depend on each other; writes nothing.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    told : callable
        Told what is being done.
    as_of : str or None
        The day; None: that of the latest sighting.

    Returns
    -------
    tuple
        `graph.calibration.proposed.Proposed`, and `graph.ties.dependence.DEPENDENCE` among
        tied pairs.
    """
    known, settings, calibration, decided = consider(workspace, as_of, told)
    told("Estimating", 0, 2)
    found = propose(known, settings, calibration, decided)
    told("Estimating", 1, 2)
    layers = dependence_in(known, calibration, settings.layers, decided)
    told("Estimating", 2, 2)
    return found, layers.filter((pl.col("among") == "tied") & (pl.col("low") > 0))


def accept_calibration(workspace: Workspace, found: Proposed, *, why: str | None, who: str) -> str:
    """Put proposed numbers in force; give the name of the file that keeps the old ones.

    Raises
    ------
    UsageError
        If nothing would change.
    """
    if not found.changed:
        raise UsageError("There is nothing to accept: no number would change.")
    values = {number.place: number.new for number in found.changed}
    return accept(workspace, found.new, values, why=why, who=who).name


def hide_layer(workspace: Workspace, layer: str, told: Steps, *, as_of: str | None) -> HiddenTest:
    """Hide a layer and see what the others find; writes nothing.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    layer : str
        One of `graph.accuracy.hidden.layers_to_hide`.
    told, as_of
        As of `propose_calibration`.
    """
    known, settings, calibration, decided = consider(workspace, as_of, told)
    told(f"Hiding {layer}", 0, 1)
    found = try_hidden(
        known,
        calibration,
        layer,
        layers=settings.layers,
        judged=decided,
        seed=settings.seed,
    )
    told(f"Hiding {layer}", 1, 1)
    return found


def proposed_data(found: Proposed, dependence: pl.DataFrame) -> dict[str, Any]:
    """Give a proposal as plain data."""
    return {
        "old": found.old.name,
        "new": found.new.name,
        "accounts": found.accounts,
        "pairs": found.pairs,
        "numbers": [
            {"name": each.name, **{k: v for k, v in asdict(each).items() if k != "place"}}
            for each in found.numbers
        ],
        "effect": _effect_data(found.effect),
        "dependence": dependence.to_dicts(),
    }


def hidden_data(found: HiddenTest) -> dict[str, Any]:
    """Give a hidden-layer test as plain data."""
    shares = ("recovered", "recovered_of_seen", "agreeing", "base")
    return {**asdict(found), **{name: getattr(found, name)._asdict() for name in shares}}


def _effect_data(effect: Effect) -> dict[str, Any]:
    """Give an effect as plain data."""
    return {
        name: value.to_dicts() if isinstance(value, pl.DataFrame) else value
        for name, value in vars(effect).items()
    }
