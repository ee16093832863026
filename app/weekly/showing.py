"""What people see after an unattended run: the networks as they are known now."""

from __future__ import annotations

from app.detection import detect_networks
from app.material import material_of
from app.weekly.result import Done
from app.weekly.setting import Setting
from app.words import count
from graph.settings import read_settings
from graph.snapshots import list_snapshots
from ingest.archive import Archive
from ingest.tables import known_span


def show_now(given: Setting, done: Done) -> None:
    """Detect networks as known now, unless the snapshot that is shown says the same.

    A report shows them only where nothing was seen after its week; mostly something was.
    """
    if not Archive(given.workspace).sources() or _is_shown(given):
        return
    found = detect_networks(
        given.workspace,
        read_settings(given.workspace),
        as_of=None,
        who=given.who,
        open_store=given.open_store,
        steps=given.steps,
        on_wait=given.on_wait,
    )
    done.snapshot = found.snapshot
    given.say(
        f"Snapshot {found.snapshot}, as known by the end of {found.as_of}: "
        f"{count(len(found.clusters), 'cluster')}."
    )


def _is_shown(given: Setting) -> bool:
    """Whether the snapshot that is shown is of the latest day, and made from all that is there."""
    made = list_snapshots(given.workspace)
    _, latest = known_span(given.workspace)
    return bool(made) and (made[-1].as_of, made[-1].material) == (
        latest, material_of(given.workspace, latest)
    )  # fmt: skip
