"""``spoor neo4j``: look after the workspace's own Neo4j by hand."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.fetching import show_fetching
from graph.workspace import Workspace, open_workspace

neo4j_app = typer.Typer(
    help="Start, stop or look at the workspace's own Neo4j.", no_args_is_help=True
)


@neo4j_app.command()
def start(ctx: typer.Context) -> None:
    """Start Neo4j; it stays for later commands.

    It is fetched first where that has not been done.
    """
    from graph import server

    with show_fetching() as progress:
        connection = server.start(_workspace(ctx, create=True), progress=progress)
    typer.echo(f"Neo4j runs at {connection.uri}; `spoor neo4j status --json` tells the password.")


@neo4j_app.command()
def stop(ctx: typer.Context) -> None:
    """Stop Neo4j; nothing is lost."""
    from graph import server

    workspace = _workspace(ctx, create=False)
    with workspace.writer(wait=False):
        was_running = server.stop(workspace)
    typer.echo("Neo4j was stopped." if was_running else "Neo4j was not running.")


@neo4j_app.command()
def status(
    ctx: typer.Context,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything, the password too, as JSON.")
    ] = False,
) -> None:
    """Say whether Neo4j runs, and where."""
    from graph import server

    found = server.status(_workspace(ctx, create=False))
    if as_json:
        typer.echo(json.dumps(asdict(found)))
    elif found.running:
        typer.echo(f"Neo4j {found.version} runs at {found.uri}, database {found.database}.")
    else:
        typer.echo("Neo4j is not running; `spoor neo4j start` starts it.")


@neo4j_app.command()
def fetch() -> None:
    """Fetch Neo4j's program files.

    Later commands then need no network.
    """
    from graph.server import jars

    with show_fetching("Checking Neo4j") as progress:
        files = jars.fetch_jars(progress=progress)
    typer.echo(f"Neo4j {jars.locked_jars().version} is complete: {len(files)} files checked.")


def _workspace(ctx: typer.Context, *, create: bool) -> Workspace:
    """Open the workspace that the command line names."""
    return open_workspace(ctx.obj.workspace_path, create=create)
