"""``spoor extract``: what extraction finds in lines of text, one JSON object per line."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from app.commands.printing import json_text
from graph import keys
from graph.errors import SourceError


def extract(
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
    """Show the contact details and prices in lines of text.

    One JSON object for each line.
    """
    from app.extraction import find_in_lines
    from ingest.extract.phones.numbers import known_region

    code = known_region(region) if region else None
    site = keys.platform(platform) if platform else None
    with ExitStack() as stack:
        lines = sys.stdin.buffer if file == "-" else stack.enter_context(_open(Path(file)))
        for found in find_in_lines(lines, code, site):
            sys.stdout.write(json_text(found) + "\n")


def _open(path: Path) -> BinaryIO:
    """Open a text file, or say in one sentence why not."""
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); name a text file.") from None
