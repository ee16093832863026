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

    The material is read, networks are found and compared with what was planted, and the report of
    its second week is written.
    """
    from app.demo.compare import compare
    from app.demo.material import planted_truth, write_demo
    from app.demo.taking_in import chats_of, read_material, set_own_side_aside
    from app.demo.telling import print_comparison, print_report, print_sources
    from app.reporting import Asked, make_report, name_of, write_report
    from app.snapshots import read_snapshot
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
        report = make_report(
            workspace,
            Asked(),
            who=caller.who,
            open_store=open_store,
            steps=steps,
            on_wait=say_waiting,
        )
    written = write_report(report, workspace.root / "reports" / name_of(report))
    found = read_snapshot(workspace)
    print_sources(console, taken)
    truth = planted_truth().as_read(chats_of(Archive(workspace)))
    print_report(console, report, _shown(written.folder))
    print_comparison(
        console,
        compare(found, truth, known_accounts(workspace, found.as_of), own),
        spoor=_typed(workspace.root),
        output="spoor-demo",
    )


def _typed(workspace: Path) -> str:
    """How the person would call the program again, on this workspace."""
    return shlex.join([_shown(Path(sys.argv[0])), "--workspace", _shown(workspace)])


def _shown(path: Path) -> str:
    """How the person would write a path here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
