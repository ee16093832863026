"""``spoor detect``: find networks and freeze them in a snapshot."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, open_store, say_waiting
from app.commands.printing import print_json, results
from app.commands.progress import show_progress
from app.detection import detect_networks
from graph.communities import METHODS
from graph.errors import UsageError
from graph.settings import DetectionSettings, read_settings


def detect(
    ctx: typer.Context,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As known by the end of this day [the latest sighting]."),
    ] = None,
    method: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(METHODS)} [spoor.toml].")
    ] = None,
    resolution: Annotated[
        float | None, typer.Option(help="Instead of the calibration's resolution.")
    ] = None,
    threshold: Annotated[
        float | None, typer.Option(help="Least posterior odds of a tie, in bits.")
    ] = None,
    engine: Annotated[str, typer.Option(help="Where to compute: local.")] = "local",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Find networks: ties between accounts, communities of ties, clusters to look at."""
    caller = caller_of(ctx)
    workspace = caller.workspace()
    settings = _asked(read_settings(workspace), method, resolution, threshold)
    if engine != "local":
        raise UsageError(f"--engine {engine}: only `local` is there; leave the option out.")
    with show_progress() as steps:
        found = detect_networks(
            workspace,
            settings,
            as_of=as_of,
            who=caller.who,
            open_store=open_store,
            steps=steps,
            on_wait=say_waiting,
        )
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
    results.print(
        f"Snapshot {found.snapshot}, as known by the end of {found.as_of}: {found.accounts:,} "
        f"accounts, {len(found.ties):,} ties, {len(found.clusters):,} clusters, "
        f"{len(found.hubs):,} hubs."
    )
    messages.print("These are leads to check, not verdicts; `spoor clusters` lists them.")


def _asked(
    settings: DetectionSettings,
    method: str | None,
    resolution: float | None,
    threshold: float | None,
) -> DetectionSettings:
    """The settings with what was asked on the command line."""
    if method is not None and method not in METHODS:
        raise UsageError(f"--method {method}: not known; take one of {', '.join(METHODS)}.")
    if resolution is not None and not resolution > 0:
        raise UsageError(f"--resolution {resolution}: must be above 0.")
    asked = {"method": method, "resolution": resolution, "threshold_bits": threshold}
    return settings.model_copy(
        update={name: value for name, value in asked.items() if value is not None}
    )
