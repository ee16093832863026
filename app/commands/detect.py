"""``spoor detect``: find networks and freeze them in a snapshot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, hint, open_store, say_waiting
from app.commands.options import day
from app.commands.own import say_suggestions
from app.commands.printing import print_json, say
from app.commands.progress import show_progress
from app.words import count
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.settings import DetectionSettings

METHODS = "leiden-cpm, leiden-modularity, louvain, label-propagation, infomap, greedy, components"


def detect(
    ctx: typer.Context,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As known by the end of this day [the latest sighting]."),
    ] = None,
    method: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"One of {METHODS} [spoor.toml].")
    ] = None,
    resolution: Annotated[
        float | None, typer.Option(metavar="R", help="Instead of the calibration's.")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(metavar="BITS", help="Least log-odds of a tie, instead of the calibration's."),
    ] = None,
    engine: Annotated[str, typer.Option(metavar="NAME", help="Where to compute: local.")] = "local",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Find networks, and freeze them in a snapshot.

    Ties between accounts, communities of ties, clusters for a person to look at.
    """
    from app.detection import detect_networks
    from graph.settings import read_settings

    if engine != "local":
        raise UsageError(f"--engine {engine}: only `local` is there; leave the option out.")
    known_by = day("--as-of", as_of)
    caller = caller_of(ctx)
    workspace = caller.workspace()
    settings = _asked(read_settings(workspace), method, resolution, threshold)
    with show_progress() as steps:
        found = detect_networks(
            workspace,
            settings,
            as_of=known_by,
            who=caller.who,
            open_store=open_store,
            steps=steps,
            on_wait=say_waiting,
        )
    say_suggestions(workspace)
    if as_json:
        print_json(
            {
                "snapshot": found.snapshot,
                "as_of": found.as_of,
                "accounts": found.accounts,
                "ties": len(found.ties),
                "clusters": len(found.clusters),
                "calibration": found.calibration,
            }
        )
        return
    say(
        f"Snapshot {found.snapshot}, as known by the end of {found.as_of}: "
        f"{count(found.accounts, 'account')}, {count(len(found.ties), 'tie')}, "
        f"{count(len(found.clusters), 'cluster')}, {count(len(found.hubs), 'hub')}."
    )
    hint("These are leads to check, not verdicts; `spoor clusters` lists them.")


def _asked(
    settings: DetectionSettings,
    method: str | None,
    resolution: float | None,
    threshold: float | None,
) -> DetectionSettings:
    """The settings with what was asked on the command line."""
    if method is not None and method not in METHODS.split(", "):
        raise UsageError(f"--method {method}: not known; take one of {METHODS}.")
    if resolution is not None and not 0 < resolution < math.inf:
        raise UsageError(f"--resolution {resolution}: must be a number above 0.")
    if threshold is not None and not math.isfinite(threshold):
        raise UsageError(f"--threshold {threshold}: must be a number of bits, such as 3.")
    asked = {"method": method, "resolution": resolution, "threshold_bits": threshold}
    return settings.model_copy(
        update={name: value for name, value in asked.items() if value is not None}
    )
