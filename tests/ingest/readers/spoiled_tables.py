"""Spoiling tables at random, for readers that must not fail on any."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import strategies as st

from graph.errors import SourceError
from tests.ingest.readers.reading import read

JUNK = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(
        [
            "",
            "\0",
            "None",
            "[",
            "{'a': [" * 9,
            "=1+1",
            "https://",
            "http://[::1",
            "https://t.me/c/",
            "https://www.facebook.com/?story_fbid",
            "SHA-256:",
            "45231.5",
            "99999999999999999999",
            "success",
            "\u202e<msg>",
            "wxid_x",
            "@chatroom",
        ]
    ),
)
EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20), JUNK), max_size=8)


def spoiled(fixture: Path, edits: list[tuple[int, int, str]], cut: int) -> bytes:
    """Change cells of a table under its header, and cut off its end."""
    with fixture.open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    for row, column, junk in edits:
        cells = rows[row % len(rows)]
        cells[column % len(cells)] = junk
    written = io.StringIO()
    csv.writer(written).writerows([header, *rows])
    whole = written.getvalue().encode()
    return whole[: len(whole) - cut]


def read_or_refuse(path: Path, data: bytes, format_name: str) -> None:
    """Read what may be anything; the counts hold, or the file is refused in words."""
    path.write_bytes(data)
    try:
        read(path, format_name=format_name)
    except SourceError as error:
        assert path.name in str(error)
