"""Printing results: JSON for programs, tables and sentences for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

results = Console(highlight=False, soft_wrap=True, markup=False)


def print_json(found: object) -> None:
    """Print plain data as JSON; times are ISO 8601, missing values null."""
    typer.echo(json.dumps(found, ensure_ascii=False, default=_plain, indent=1))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under headings; nothing in them is taken for markup."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(value)) for value in row))
    Console(highlight=False, markup=False).print(table)


def shown(value: object) -> str:
    """Write a value for a person: nothing for missing, days for times, two digits for shares."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return ", ".join(shown(part) for part in value)
    return visible(str(value))


def visible(text: str) -> str:
    """Write control characters so that they cannot steer a terminal."""
    return "".join(
        char if char.isprintable() or char == " " else f"\\x{ord(char):02x}" for char in text
    )


def _plain(value: Any) -> Any:
    """Turn what JSON does not know into what it does."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, set | tuple):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
