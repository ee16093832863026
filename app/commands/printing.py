"""Printing results: JSON for programs, tables and sentences for people."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import typer
from rich import box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from app.commands.widths import column_widths

GAP = 2
LEAST_WIDTH = 20
UNBOUNDED = 100_000
STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that move a terminal's cursor, break its lines, or turn text round."""


def print_json(found: object) -> None:
    """Print plain data as JSON over several lines."""
    typer.echo(json_text(found, indent=1))


def json_text(found: object, *, indent: int | None = None) -> str:
    """Write plain data as JSON; times are ISO 8601, missing values null.

    What could steer a terminal, or what the terminal's encoding lacks, is escaped.
    """
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(found, ensure_ascii=not is_unicode, default=_plain, indent=indent)
    return "\n".join(map(escaped, text.split("\n")))


def escaped(text: str) -> str:
    """Escape in a line of JSON what could steer a terminal and JSON itself leaves as it is."""
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    styles: Sequence[str] | None = None,
) -> None:
    """Print rows under headings, numbers to the right; nothing in them is taken for markup.

    Parameters
    ----------
    columns : sequence of str
        Headings.
    rows : iterable of sequence
        As long as the headings each; `shown` writes their values.
    styles : sequence of str, optional
        How each row stands out on a terminal, such as ``red``; empty: it does not.

    Notes
    -----
    On a terminal the table is as wide as that at most and is wrapped between words; elsewhere
    each row is one line.
    """
    cells = [[(value, shown(value)) for value in row] for row in rows]
    console = _console()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), pad_edge=False)
    by_column = [[row[place] for row in cells] for place in range(len(columns))]
    texts = [
        [heading, *(text for _, text in column)]
        for heading, column in zip(columns, by_column, strict=True)
    ]
    widths = column_widths(
        [max(map(cell_len, column)) for column in texts],
        [max(cell_len(word) for text in column for word in text.split(" ")) for column in texts],
        console.width - GAP * (len(columns) - 1),
    )
    for heading, column, width in zip(columns, by_column, widths, strict=True):
        side: JustifyMethod = "right" if _are_numbers([value for value, _ in column]) else "left"
        table.add_column(heading, justify=side, width=width, overflow="fold")
    for row, style in zip(cells, styles or [""] * len(cells), strict=True):
        table.add_row(*(Text(text) for _, text in row), style=style or None)
    console.print(table)


def say(text: str = "", *, indent: int = 0, label: str = "") -> None:
    """Print a sentence; on a terminal, lines after the first begin where the text does.

    Parameters
    ----------
    text : str
        What to say, on one line; control characters are made visible.
    indent : int
        Blanks before it.
    label : str
        What stands before the text.
    """
    console = _console()
    margin = " " * indent + label
    width = max(console.width - cell_len(margin), LEAST_WIDTH)
    lines = Text(one_line(text)).wrap(console, width, overflow="fold") or [Text()]
    for number, line in enumerate(lines):
        before = " " * cell_len(margin) if number else margin
        typer.echo(f"{before}{line.plain}".rstrip())


def shown(value: object) -> str:
    """Write a value for a person: nothing for missing, days for times, two digits for shares."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list | tuple):
        return ", ".join(shown(part) for part in value)
    return visible(str(value))


def weight(bits: float, *, counted: bool) -> str:
    """Write what a reason weighs, in a column of its own; what is not counted has no weight."""
    return f"{bits:+6.1f} bits  " if counted else "not counted  "


def visible(text: str) -> str:
    """Write characters that could steer a terminal, or turn text round, as their number."""
    return STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def one_line(text: str | None) -> str:
    """Write a text of any length on one line."""
    return visible(" ".join((text or "").split()))


def short_paths(paths: Sequence[str]) -> list[str]:
    """Leave out the folder that all paths have in common."""
    folders = {path.rpartition("/")[0] for path in paths}
    try:
        shared = os.path.commonpath(folders) if folders else ""
    except ValueError:
        return list(paths)
    return [path.removeprefix(shared).lstrip("/") if shared else path for path in paths]


def _are_numbers(values: Sequence[object]) -> bool:
    """Whether a column holds numbers, and none but numbers."""
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float) for value in known)


def _console() -> Console:
    """Make a console on standard output: as wide as the terminal, elsewhere without bounds."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = UNBOUNDED
    return console


def _plain(value: Any) -> Any:
    """Turn what JSON does not know into what it does."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, set | tuple):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
