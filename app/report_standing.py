"""Whether a report of the past would come out alike today, and whether it may still be shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from app.material import material_of
from graph.calibration import read_calibration
from graph.detect import overridden
from graph.settings import read_settings
from ingest.archive import Archive
from ingest.journal import Journal
from ingest.own import OWN, own_accounts
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.screen import Screen

_JUDGED = "judge"


@dataclass(frozen=True)
class Standing:
    """What a report was made from, against what there is now.

    Attributes
    ----------
    other_settings : list of str
        Settings that are others now; ``calibration`` among them.
    new_sources : int
        Sources taken in since it was made, whatever days they tell of.
    other_material : bool or None
        Whether what is known of its own days is not what it was made from; None: its snapshot is
        not there any more, or does not say.
    judgements : int
        Judgements made since.
    """

    other_settings: list[str]
    new_sources: int
    other_material: bool | None
    judgements: int

    @property
    def is_older(self) -> bool:
        """Whether a report made now might say something else."""
        return bool(self.other_settings or self.other_material or self.judgements)


def standing_of(workspace: Workspace, report: Mapping[str, Any]) -> Standing:
    """Compare what a report was made from with what there is.

    Parameters
    ----------
    workspace : Workspace
    report : mapping
        As `app.reports_kept.read_report` gives it.

    Notes
    -----
    Cost is linear in the sightings.
    """
    made = _second(report["made_at"])
    return Standing(
        other_settings=_other_settings(workspace, report),
        new_sources=sum(_second(each.ingested_at) > made for each in Archive(workspace).sources()),
        other_material=_other_material(workspace, report),
        judgements=sum(_second(each["at"]) > made for each in Journal(workspace).entries(_JUDGED)),
    )


def names_own_side(workspace: Workspace, report: Mapping[str, Any]) -> bool:
    """Whether a report was made before somebody was our own side's and names them.

    Such a report is neither to be shown nor to be handed out. The parameters are those of
    `standing_of`. Where nothing was declared since, the report is not looked at.
    """
    if not own_accounts(workspace):
        return False
    since = [
        each
        for each in Journal(workspace).entries()
        if _second(each["at"]) >= _second(report["made_at"]) and each.get("kind") in {OWN, "ingest"}
    ]
    screen = Screened(workspace).screen if since else None
    return screen is not None and _names(screen, pl.Series([*set(_strings(report))]))


def _second(at: Any) -> str:
    """Write a moment to the second, as reports say when they were made."""
    return str(at)[:19]


def _other_settings(workspace: Workspace, report: Mapping[str, Any]) -> list[str]:
    """Name the settings that differ."""
    settings = read_settings(workspace)
    now = settings.model_dump(mode="json")
    was = report["settings"]
    differ = [name for name in sorted({*now, *was}) if now.get(name) != was.get(name)]
    if overridden(read_calibration(workspace.calibration_file), settings).name != report[
        "calibration"
    ]:  # fmt: skip
        differ.append("calibration")
    return differ


def _other_material(workspace: Workspace, report: Mapping[str, Any]) -> bool | None:
    """Whether other sources tell of the report's days now, or texts are read otherwise."""
    about = workspace.snapshots / report["snapshot"] / "snapshot.json"
    try:
        material = json.loads(about.read_text(encoding="utf-8")).get("material")
    except (OSError, ValueError):
        return None
    return None if material is None else material != material_of(workspace, report["as_of"])


def _names(screen: Screen, said: pl.Series) -> bool:
    """Whether any text or key names our own side."""
    hidden = {*screen.accounts, *screen.posts, *screen.traits.details}
    return bool(
        said.is_in(list(hidden)).any()
        or screen.mask.finds(said).any()
        or (screen.mask.key(said) != said).any()
    )


def _strings(told: Any) -> Iterator[str]:
    """Everything that is written anywhere in a report."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for name, each in told.items():
            yield str(name)
            yield from _strings(each)
    elif isinstance(told, list):
        for each in told:
            yield from _strings(each)
