"""Files that are not quite what they should be, for tests that try many of them."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.reading import read

FUZZ = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
JUNK = st.sampled_from(
    [
        *(None, True, False, 0, -1, 7, 10**30, 1.5, 1e300),
        *("", " ", "x", "\0", "😀", "2026-13-45", "https://x.example/1", "1.2E+11", "@", ";" * 9),
        *(
            [],
            {},
            [[]],
            [None],
            ["x", 3],
            {"id": []},
            {"id": {"id": "1"}},
            [{"x": None}],
            "9" * 600,
        ),
    ]
)


def places(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside a JSON value, as the names and positions that lead there."""
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    else:
        return []
    return [place for name, each in inside for place in ((*at, name), *places(each, (*at, name)))]


@st.composite
def mutated(draw: st.DrawFn, document: Any) -> Any:
    """Change a few values of a JSON document into others of any kind, or leave them out."""
    changed = copy.deepcopy(document)
    for place in draw(st.lists(st.sampled_from(places(document)), max_size=6)):
        holder = changed
        try:
            for name in place[:-1]:
                holder = holder[name]
            if draw(st.booleans()):
                holder[place[-1]] = draw(JUNK)
            else:
                del holder[place[-1]]
        except (KeyError, IndexError, TypeError):
            continue
    return changed


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut a file off, take a piece out of it, or put another in."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2)))
    piece = draw(st.one_of(st.just(b""), st.binary(max_size=20), st.just(content[start:end])))
    return content[:start] + piece + (content[end:] if draw(st.booleans()) else b"")


def adds_up_or_is_refused(path: Path, content: bytes, format_name: str, **options: Any) -> None:
    """Read a file: all its rows are accounted for, or one sentence says why it is not read."""
    path.write_bytes(content)
    try:
        read(path, ReadOptions(**options), format_name)
    except SourceError as error:
        assert str(error).startswith(f"{path.name}: ")
