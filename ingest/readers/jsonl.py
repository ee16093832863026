"""Loading JSON Lines: one object a line, its values as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.readers.json_lines import json_lines
from ingest.readers.layout import Layout
from ingest.readers.object_rows import object_rows
from ingest.readers.rows import Rows


def load(path: Path, name: str, layout: Layout) -> Iterator[Rows]:
    """Read a JSON Lines file in batches.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        The encoding.

    Yields
    ------
    Rows
        As `object_rows` lays them out. Blank lines are left out; a line that is not one whole
        object is refused.

    Raises
    ------
    SourceError
        If the file is not text, or its objects have too many different names.
    """
    return object_rows(json_lines(path, name, layout.encoding), name)
