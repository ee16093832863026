"""How a table or JSON begins, for telling its format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ijson

from ingest.readers.json_stream.repair import Repair
from ingest.readers.json_stream.stream import UNREADABLE

_DEEPEST = 8
_MOST_NAMES = 5_000
_SHOWN = 200


@dataclass(frozen=True)
class Looks:
    """How a table or JSON begins.

    Attributes
    ----------
    kinds : frozenset of str
        What it may be: ``table``; ``lines`` (an object on each line), ``object`` or ``list``. A
        single object on a single line may be two of these.
    names : frozenset of str
        Of a table its column names, case folded; of JSON the names as they are, those inside
        others behind a dot (``channel.id``), those in a list as if it were none
        (``messages.author.id``).
    values : mapping of str to str
        The first value of each of these that is neither null nor empty, at most 200 characters.
    text : str
        The beginning itself; of a spreadsheet the names of its sheets.
    """

    kinds: frozenset[str]
    names: frozenset[str]
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    def has(self, *names: str) -> bool:
        """Whether all of some names are there."""
        return self.names.issuperset(names)


def looks_of_table(header: Sequence[str], first: Sequence[str] = (), text: str = "") -> Looks:
    """Tell how a table begins from its header and first row."""
    names = [name.strip().casefold() for name in header]
    values = {name: cell for name, cell in zip(names, first, strict=False) if cell.strip()}
    return Looks(frozenset({"table"}), frozenset(names) - {""}, values, text)


def looks_of_json(text: str) -> Looks:
    """Tell how JSON begins, as far as it can be read."""
    found = _Outline()
    for event, value in events_in(text):
        found.take(event, value)
    return Looks(found.kinds(text), frozenset(found.names), found.values, text)


class _Outline:
    """The names met in JSON, and where the parser is."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.values: dict[str, str] = {}
        self._path: list[str | None] = []
        self._tops: list[str] = []

    def take(self, event: str, value: object) -> None:
        """Take what comes next."""
        if event == "map_key":
            self._path[-1] = str(value)
            if len(self._path) <= _DEEPEST and len(self.names) < _MOST_NAMES:
                self.names.add(self._name())
        elif event.startswith("start"):
            if not self._path:
                self._tops.append(event)
            self._path.append(None)
        elif event.startswith("end"):
            self._path.pop()
        elif value not in (None, "") and self._path:
            self.values.setdefault(self._name(), str(value)[:_SHOWN])

    def kinds(self, text: str) -> frozenset[str]:
        """Tell what the whole may be."""
        if self._tops[:1] == ["start_array"]:
            return frozenset({"list"})
        if self._tops[1:2] == ["start_map"]:
            return frozenset({"lines"})
        is_one_line = "\n" not in text.strip()
        return frozenset({"object", "lines"} if is_one_line else {"object"})

    def _name(self) -> str:
        """Name the place where the parser is."""
        return ".".join(name for name in self._path if name is not None)


def events_in(text: str) -> Iterator[tuple[str, object]]:
    """Parse as much as there is; one value may follow another."""
    events = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events, multiple_values=True)
    try:
        for piece in Repair().mended([text.encode(errors="replace")]):
            parser.send(piece)
    except UNREADABLE:
        del events[-1:]
    yield from events
