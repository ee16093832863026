"""``spoor demo``: fictional material, from files to networks, found against planted."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import typer
from rich.console import Console

from app.commands.caller import caller_of, messages, open_store, say_waiting
from app.commands.progress import show_progress


def demo(ctx: typer.Context) -> None:
    """Make fictional material, and find what was planted in it.

    The material is read, networks are found, and these compared with what was planted.
    """
    from app.demo.compare import compare
    from app.demo.material import planted_truth, write_demo
    from app.demo.taking_in import chats_of, read_material, set_own_side_aside
    from app.demo.telling import print_comparison, print_sources
    from app.detection import detect_networks
    from graph.settings import read_settings
    from ingest.archive import Archive
    from ingest.tables import known_accounts

    caller = caller_of(ctx)
    workspace = caller.workspace(create=True)
    messages.print("Writing fictional material: every person, number and name is invented …")
    material = write_demo(workspace.root / "demo-material")
    console = Console(highlight=False)
    with show_progress() as steps:
        taken = read_material(
            workspace,
            material,
            who=caller.who,
            reading=lambda path, done, in_all: steps("Reading", done, in_all),
            on_wait=say_waiting,
        )
        own = set_own_side_aside(workspace, who=caller.who, on_wait=say_waiting)
        found = detect_networks(
            workspace,
            read_settings(workspace),
            as_of=None,
            who=caller.who,
            open_store=open_store,
            steps=steps,
            on_wait=say_waiting,
        )
    print_sources(console, taken)
    truth = planted_truth().as_read(chats_of(Archive(workspace)))
    print_comparison(
        console,
        compare(found, truth, known_accounts(workspace, found.as_of), own),
        spoor=_typed(workspace.root),
        output="spoor-demo",
    )


def _typed(workspace: Path) -> str:
    """How the person would call the program again, on this workspace."""
    program = Path(sys.argv[0])
    shown = program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program
    place = workspace.relative_to(Path.cwd()) if workspace.is_relative_to(Path.cwd()) else workspace
    return shlex.join([str(shown), "--workspace", str(place)])
