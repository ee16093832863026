"""``spoor extract``: what extraction finds in lines of text, one JSON object per line."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from app.commands.caller import Caller, caller_of
from app.commands.printing import json_text
from graph import keys
from graph.errors import SourceError
from graph.workspace import SETTINGS

if TYPE_CHECKING:
    from ingest.extract import Extractor


def extract(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A text file, one text per line; - reads standard input."
        ),
    ] = "-",
    region: Annotated[
        str | None,
        typer.Option(metavar="CC", help="Country whose national phone numbers are meant (ID, MY)."),
    ] = None,
    platform: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Where the texts stand; decides whose @name is meant."),
    ] = None,
) -> None:
    """Show what lines of text give away: details, prices, taxa.

    One JSON object for each line. A workspace's own lexicon and lists of taxa are used.
    """
    from app.extraction import find_in_lines
    from ingest.extract.phones.numbers import known_region

    code = known_region(region) if region else None
    site = keys.platform(platform) if platform else None
    with ExitStack() as stack:
        lines = sys.stdin.buffer if file == "-" else stack.enter_context(_open(Path(file)))
        for found in find_in_lines(lines, code, site, _extractor(caller_of(ctx))):
            sys.stdout.write(json_text(found) + "\n")


def _extractor(caller: Caller) -> Extractor | None:
    """What the workspace's texts are read with; None where there is no workspace."""
    from ingest.extraction import extractor_of

    exists = (caller.workspace_path / SETTINGS).exists()
    return extractor_of(caller.workspace()) if exists else None


def _open(path: Path) -> BinaryIO:
    """Open a text file, or say in one sentence why not."""
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); name a text file.") from None
