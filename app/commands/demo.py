"""``spoor demo``: fictional material, from files to networks, found against planted."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import typer
from rich.console import Console

from app.commands.caller import caller_of, messages, open_store, say_waiting
from app.commands.progress import show_progress
from ingest.source_record import Custody

CUSTODY = Custody(
    collector="Spoor demo",
    legal_basis="none needed: fictional",
    purpose="showing what Spoor does",
    handling="TLP:CLEAR",
)


def demo(ctx: typer.Context) -> None:
    """Make fictional material, and find what was planted in it.

    The material is read, networks are found, and these compared with what was planted.
    """
    from app.demo.compare import compare, print_comparison
    from app.demo.material import planted_truth, write_demo
    from app.detection import detect_networks
    from app.intake import take_in
    from graph.settings import read_settings
    from ingest.readers.options import ReadOptions

    caller = caller_of(ctx)
    workspace = caller.workspace(create=True)
    messages.print("Writing fictional material: every person, number and name is invented …")
    paths = write_demo(workspace.root / "demo-material")
    with show_progress() as steps:
        take_in(
            workspace,
            paths,
            who=caller.who,
            options=ReadOptions(),
            custody=CUSTODY,
            open_store=open_store,
            reading=lambda path, done, in_all: steps("Reading", done, in_all),
            steps=steps,
            on_wait=say_waiting,
        )
        found = detect_networks(
            workspace,
            read_settings(workspace),
            as_of=None,
            who=caller.who,
            open_store=open_store,
            steps=steps,
            on_wait=say_waiting,
        )
    print_comparison(
        Console(highlight=False),
        compare(found, planted_truth()),
        spoor=_typed(workspace.root),
        output="spoor-demo-export",
    )


def _typed(workspace: Path) -> str:
    """How the person would call the program again, on this workspace."""
    program = Path(sys.argv[0])
    shown = program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program
    place = workspace.relative_to(Path.cwd()) if workspace.is_relative_to(Path.cwd()) else workspace
    return shlex.join([str(shown), "--workspace", str(place)])
