"""Tables that tools around Telethon write, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ingest.readers.json_lines import Item
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions
from ingest.readers.table_items import table_items


def folded_items(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read the rows of a table, their cells by the names of their columns in lower case."""
    for item in table_items(path, name, Layout(encoding=options.encoding)):
        if item.problem is not None:
            yield item
            continue
        row = {column.strip().casefold(): cell for column, cell in item.value.items()}
        has_nul = any("\0" in cell for cell in row.values())
        yield replace(item, value=row, problem="it holds a NUL character" if has_nul else None)
