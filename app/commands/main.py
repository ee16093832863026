"""``spoor``: the command line, its shared options, and how errors reach a person."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.commands.account import account
from app.commands.app import app_command
from app.commands.audit import audit_app
from app.commands.calibrate import calibrate
from app.commands.caller import Caller, messages, who_acts
from app.commands.candidates import candidates
from app.commands.cluster import cluster
from app.commands.clusters import clusters
from app.commands.demo import demo
from app.commands.detect import detect
from app.commands.export import export
from app.commands.extract import extract
from app.commands.formats import formats
from app.commands.hubs import hubs
from app.commands.ingest import ingest
from app.commands.judge import judge
from app.commands.lexicon import lexicon_app
from app.commands.log import log
from app.commands.map import map_table
from app.commands.neo4j import neo4j_app
from app.commands.note import note_app
from app.commands.own import own
from app.commands.path import path
from app.commands.printing import visible
from app.commands.rebuild import rebuild
from app.commands.rejected import rejected
from app.commands.report import report
from app.commands.seal import seal_app
from app.commands.search import search
from app.commands.taxa import taxa_app
from app.commands.translate import translate_app
from app.commands.watch import watch_app
from app.commands.weekly import weekly
from app.commands.withdraw import withdraw
from graph.errors import SpoorError, UsageError, WorkspaceBusy
from graph.workspace import workspace_path

INTERRUPTED = 130

spoor = typer.Typer(
    name="spoor",
    help="Trace trading networks in what investigators have collected. What it finds are leads "
    "for a person to check, never verdicts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@spoor.callback()
def call(
    ctx: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="The workspace [$SPOOR_WORKSPACE, else ./spoor-workspace]."
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who acts [$SPOOR_USER, else the login name]."),
    ] = None,
) -> None:
    """Remember who calls, and on which workspace."""
    ctx.obj = Caller(workspace_path(workspace), who_acts(who))


for command in (
    demo, ingest, formats, extract, detect, clusters, cluster, account, search, path, hubs,
    candidates, rejected, own, judge, calibrate, log, export, report, rebuild,
    weekly, withdraw,
):  # fmt: skip
    spoor.command()(command)
spoor.command("map")(map_table)
spoor.command("app")(app_command)
spoor.add_typer(audit_app, name="audit")
spoor.add_typer(lexicon_app, name="lexicon")
spoor.add_typer(taxa_app, name="taxa")
spoor.add_typer(watch_app, name="watch")
spoor.add_typer(note_app, name="note")
spoor.add_typer(translate_app, name="translate")
spoor.add_typer(seal_app, name="seal")
spoor.add_typer(neo4j_app, name="neo4j")


def run() -> None:
    """Run the command line; an error that was foreseen is one sentence, never a traceback."""
    _keep_libraries_quiet()
    _write_in_any_encoding()
    try:
        spoor(prog_name="spoor")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            messages.print("Interrupted; run the same command again to go on.")
        raise
    except OSError as error:
        messages.print(visible(_disk_trouble(error)))
        sys.exit(1)
    except SpoorError as error:
        messages.print(visible(str(error)))
        sys.exit(_exit_code(error))


def _keep_libraries_quiet() -> None:
    """Keep what libraries log for programmers out of what a person reads."""
    logging.basicConfig(handlers=[logging.NullHandler()])


def _write_in_any_encoding() -> None:
    """Write as an escape what a terminal's encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _disk_trouble(error: OSError) -> str:
    """Say what the operating system refused, and what to do."""
    place = f"{error.filename}: " if error.filename else ""
    return (
        f"{place}the operating system refused this ({error.strerror or error}); free some space "
        "or mend the permissions and run the command again."
    )


def _exit_code(error: SpoorError) -> int:
    """2 for a usage error, 75 for busy, 1 for anything else."""
    if isinstance(error, UsageError):
        return 2
    return 75 if isinstance(error, WorkspaceBusy) else 1
