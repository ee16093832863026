"""``spoor export``: clusters as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.commands.caller import caller_of, say_waiting
from app.commands.printing import say
from app.words import count
from graph.errors import UsageError


def export(
    ctx: typer.Context,
    output: Annotated[Path, typer.Option(metavar="PATH", help="Where to write; for csv a folder.")],
    cluster_ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Clusters, from `clusters`.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All clusters of the snapshot.")] = False,
    format_name: Annotated[str, typer.Option("--format", metavar="NAME", help="csv.")] = "csv",
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
) -> None:
    """Write clusters with ties, reasons and posts as files.

    The posts are those that the reasons cite.
    """
    from app.exports.csv import export_csv
    from graph.snapshots import read_snapshot
    from ingest.archive import Archive
    from ingest.derived import ensure_derived
    from ingest.journal import Journal
    from ingest.tables import tables

    caller = caller_of(ctx)
    if format_name != "csv":
        raise UsageError(f"--format {format_name}: not known; take csv.")
    if every == bool(cluster_ids):
        raise UsageError("Name clusters by their ids, or give --all.")
    workspace = caller.workspace()
    found = read_snapshot(workspace, snapshot)
    chosen = found.clusters["cluster_id"].to_list() if every else list(cluster_ids or [])
    with workspace.writer(on_wait=say_waiting):
        ensure_derived(workspace, Archive(workspace))
        written = export_csv(found, chosen, tables(workspace, found.as_of), output)
        Journal(workspace).append(
            "export",
            caller.who,
            snapshot=found.snapshot,
            clusters=chosen,
            format=format_name,
            output=str(output),
        )
    for path, rows in written.items():
        say(f"{path}: {count(rows, 'row')}")
