from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.facebook.scraped_commas import Commas
from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES, FORMATS
from tests.ingest.readers.reading import read

JUNK = st.sampled_from([
    None, True, 0, -1, 1e300, 10**40, "", " ", "x", "\0", "\ud800", "🦜", "1772352900",
    "https://[bad", "=1+1", "pfbid0", [], {}, [[]], [{}], {"a": {"b": []}}, ["x", None, 7],
    {"name": 7}, {"0": "x"}, [{"uri": []}], "[" * 50, "{'a': datetime.datetime(1)}",
])  # fmt: skip
FEW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
OPTIONS = ReadOptions(encoding="cp1252")


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for name, found in inside:
        yield (*path, name)
        if isinstance(found, dict | list):
            yield from places(found, (*path, name))


def change(value: Any, path: tuple[Any, ...], junk: Any, drop: bool) -> None:
    """Put junk at a place, or nothing."""
    for name in path[:-1]:
        try:
            value = value[name]
        except (LookupError, TypeError):
            return
    last = path[-1]
    if isinstance(value, dict) and drop:
        value.pop(last, None)
    elif isinstance(value, dict) or (isinstance(value, list) and last in range(len(value))):
        value[last] = deepcopy(junk)


def survives(name: str, content: bytes) -> None:
    """Read changed bytes as their format; what holds for every file must hold, or be said."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evidence.dat"
        path.write_bytes(content)
        options = OPTIONS if name == "scraped.csv" else ReadOptions()
        try:
            read(path, options, FORMATS[name])
        except SourceError as error:
            assert str(error)


@pytest.mark.parametrize("name", [name for name in FORMATS if name.endswith(".json")])
@FEW
@given(data=st.data())
def test_junk_in_json(name: str, data: st.DataObject) -> None:
    whole = b"".join(Commas().mended([(FIXTURES / name).read_bytes()]))
    value = json.loads(whole)
    found = list(places(value))
    for path in data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=8)):
        change(value, path, data.draw(JUNK), data.draw(st.booleans()))
    as_lines = isinstance(value, list) and name in ("groups.json", "comments.json", "scraped.json")
    if as_lines and data.draw(st.booleans()):
        survives(name, "\n".join(map(json.dumps, value)).encode())
    else:
        survives(name, json.dumps(value).encode())


@pytest.mark.parametrize("name", [name for name in FORMATS if name.endswith(".csv")])
@FEW
@given(data=st.data())
def test_junk_in_tables(name: str, data: st.DataObject) -> None:
    encoding = "cp1252" if name == "scraped.csv" else "utf-8"
    rows = list(csv.reader(io.StringIO((FIXTURES / name).read_bytes().decode(encoding))))
    for _ in range(data.draw(st.integers(1, 8))):
        row = data.draw(st.sampled_from(rows))
        at = data.draw(st.integers(0, len(row) - 1))
        row[at] = str(data.draw(JUNK)).replace("\ud800", "?")
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    survives(name, written.getvalue().encode(encoding, errors="replace"))


@pytest.mark.parametrize("name", FORMATS)
@FEW
@given(data=st.data())
def test_damaged_bytes(name: str, data: st.DataObject) -> None:
    content = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    survives(name, bytes(content[: data.draw(st.integers(1, len(content)))]))


def deep(levels: int) -> dict[str, Any]:
    """Answers to answers to answers."""
    value: dict[str, Any] = {"comment_id": "1", "commentId": "1", "text": "x"}
    for _ in range(levels):
        value = {"comment_id": "1", "commentId": "1", "text": "x", "replies": [value]}
    return value


@pytest.mark.parametrize("levels", [20, 100, 400])
def test_long_threads(levels: int) -> None:
    post = {"legacyId": "7", "facebookUrl": "x", "topComments": [deep(levels)]}
    survives("groups.json", json.dumps([post]).encode())
    survives("groups.json", json.dumps(post).encode())
    scraped = {"post_id": "7", "text": "x", "comments_full": [deep(levels)]}
    survives("scraped.json", json.dumps(scraped).encode())
