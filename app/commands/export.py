"""``spoor export``: clusters as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, say_waiting
from app.commands.printing import say
from app.words import count
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.tables import Tables
    from ingest.source_record import SourceRecord

FORMATS = ("csv", "graphml", "gexf")


def export(
    ctx: typer.Context,
    output: Annotated[
        Path, typer.Option(metavar="PATH", help="Where to write: a file; for csv a folder.")
    ],
    cluster_ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Clusters, from `clusters`.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All clusters of the snapshot.")] = False,
    format_name: Annotated[
        str, typer.Option("--format", metavar="NAME", help=", ".join(FORMATS))
    ] = "csv",
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
) -> None:
    """Write clusters with ties, reasons and posts as files.

    csv: tables, with the posts that the reasons cite. graphml, gexf: one graph of accounts and
    ties; gexf with times.
    """
    from app.judged_status import with_status
    from app.snapshots import read_snapshot
    from ingest.archive import Archive
    from ingest.derived import ensure_derived
    from ingest.journal import Journal
    from ingest.screened import Screened
    from ingest.tables import tables

    caller = caller_of(ctx)
    if format_name not in FORMATS:
        raise UsageError(f"--format {format_name}: not known; take one of {', '.join(FORMATS)}.")
    if every == bool(cluster_ids):
        raise UsageError("Name clusters by their ids, or give --all.")
    workspace = caller.workspace()
    found = with_status(workspace, read_snapshot(workspace, snapshot))
    chosen = found.clusters["cluster_id"].to_list() if every else list(cluster_ids or [])
    with workspace.writer(on_wait=say_waiting):
        ensure_derived(workspace, Archive(workspace))
        known = tables(workspace, found.as_of)
        sources = Screened(workspace).sources()
        written = _write(format_name, found, chosen, known, sources, output)
        Journal(workspace).append(
            "export",
            caller.who,
            snapshot=found.snapshot,
            clusters=chosen,
            format=format_name,
            output=str(output),
        )
    for path, content in written.items():
        say(f"{path}: {content}")


def _write(
    format_name: str,
    found: Detection,
    cluster_ids: list[str],
    known: Tables,
    sources: list[SourceRecord],
    output: Path,
) -> dict[Path, str]:
    """Write clusters in a format, and say what each file holds."""
    if format_name == "csv":
        from app.exports.csv import export_csv

        written = export_csv(found, cluster_ids, known, output)
        return {path: count(rows, "row") for path, rows in written.items()}
    from app.exports.gexf import export_gexf
    from app.exports.graphml import export_graphml
    from app.exports.network import build_network

    graph = build_network(found, cluster_ids, known, sources)
    write = {"graphml": export_graphml, "gexf": export_gexf}[format_name]
    write(graph, output)
    content = (count(len(graph), "account"), count(graph.number_of_edges(), "tie"))
    return {output: " and ".join(content)}
