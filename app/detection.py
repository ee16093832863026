"""A detection from archive to graph: tables read, ties found, frozen, written."""

from __future__ import annotations

from collections.abc import Callable

from app.finding import find_networks, note_detection, show_networks
from app.rebuild import make_current
from app.steps import OpenStore, Steps, silent
from graph import detect
from graph.settings import DetectionSettings
from graph.workspace import Workspace


def detect_networks(
    workspace: Workspace,
    settings: DetectionSettings,
    *,
    as_of: str | None,
    who: str,
    open_store: OpenStore,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
) -> detect.Detection:
    """Detect networks as known by the end of a day, freeze them, and write them to the graph.

    Parameters
    ----------
    workspace : Workspace
        Whose evidence.
    settings : DetectionSettings
        Method, seed, layers.
    as_of : str or None
        The day (``YYYY-MM-DD``, UTC); None: the day of the latest sighting.
    who : str
        Who does this; noted in the journal.
    open_store : callable
        Opens the graph.
    steps, on_wait : callable, optional
        As of `app.intake.take_in`.

    Returns
    -------
    graph.detect.Detection
    """
    told = steps or silent
    with workspace.writer(on_wait=on_wait):
        make_current(workspace, who=who, open_store=open_store, steps=steps, results=False)
        found = find_networks(workspace, settings, as_of, told)
        with open_store(workspace) as store:
            show_networks(store, found, told)
        note_detection(workspace, found, who)
    return found
