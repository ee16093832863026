"""``spoor formats``: what can be read."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import Annotated

import typer
from rich.cells import cell_len, set_cell_size

from app.commands.printing import print_json, say

GAP = 2
LEAST_SHOWN = 12
UNBOUNDED = (100_000, 24)


def formats(
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List the formats that can be read.

    Each is recognised by its content; `ingest --format NAME` says it instead.
    """
    from ingest.readers import FAMILIES

    if as_json:
        print_json(
            [
                {"name": each.name, "title": each.title, "example": each.example, "family": family}
                for family, readers in FAMILIES.items()
                for each in readers
            ]
        )
        return
    longest = max(len(each.name) for readers in FAMILIES.values() for each in readers)
    for family, readers in FAMILIES.items():
        say(family)
        for each in readers:
            label = each.name.ljust(longest + GAP)
            _say_format(label, each.title, each.example.replace("\t", "⇥"))
        say()
    say("Formats are told from the content; `ingest --format NAME` says it instead.")
    say("Folders and zips are read with all that is in them.")
    say("Any other table or JSON: `spoor map FILE` proposes what its columns mean.")


def _say_format(label: str, title: str, example: str) -> None:
    """Print a format on one line, its example as far as there is room."""
    room = get_terminal_size(UNBOUNDED).columns - GAP - cell_len(label + title) - GAP
    if cell_len(example) > room:
        example = f"{set_cell_size(example, room - 1)}…" if room >= LEAST_SHOWN else ""
    say(f"{title}: {example}" if example else title, indent=GAP, label=label)
