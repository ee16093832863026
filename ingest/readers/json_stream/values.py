"""From a stream of events to values: built whole, or passed over unread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.readers.json_stream.stream import BROKEN, Broken, Event

DEEPEST = 60
_OPENS = frozenset({"start_map", "start_array"})
_CLOSES = frozenset({"end_map", "end_array", BROKEN})


class TooDeep:
    """Stands for a value that is nested deeper than any that an exporter writes."""


def build(events: Iterator[Event], event: str, value: Any) -> Any:
    """Build the value that begins with an event.

    Parameters
    ----------
    events : iterator of Event
        What follows; read up to the end of the value.
    event, value
        Its first event.

    Returns
    -------
    object
        What `json.loads` would give, but fractions as Decimal; `TooDeep` for a value that is; a
        `stream.Broken` for one that is not all there.
    """
    if event not in _OPENS:
        return value
    is_list = event == "start_array"
    current: Any = [] if is_list else {}
    outer: list[tuple[Any, bool]] = []
    key = ""
    for event, value in events:
        if event == "map_key":
            key = value
        elif event in _CLOSES:
            if event == BROKEN:
                return value
            if not outer:
                break
            current, is_list = outer.pop()
        elif event not in _OPENS:
            if is_list:
                current.append(value)
            else:
                current[key] = value
        elif len(outer) == DEEPEST:
            return _leave(events, DEEPEST + 2) or TooDeep()
        else:
            inner: Any = {} if event == "start_map" else []
            if is_list:
                current.append(inner)
            else:
                current[key] = inner
            outer.append((current, is_list))
            current, is_list = inner, event == "start_array"
    return current


def skip(events: Iterator[Event], event: str) -> None:
    """Pass over the value that begins with an event."""
    broken = _leave(events, 1) if event in _OPENS else None
    if broken is not None:
        raise broken


def skip_items(events: Iterator[Event]) -> int:
    """Pass over the items of a list that was just opened, and count them."""
    count = 0
    for event, _ in events:
        if event == "end_array":
            break
        skip(events, event)
        count += 1
    return count


def fields(events: Iterator[Event]) -> Iterator[tuple[str, str, Any]]:
    """Read the fields of an object that was just opened.

    Yields
    ------
    tuple
        Name, first event and value of the field; the caller reads the rest of it from ``events``.
    """
    for event, name in events:
        if event == "end_map":
            return
        first, value = next(events)
        yield name, first, value


def _leave(events: Iterator[Event], depth: int) -> Broken | None:
    """Read on until as many objects and lists are closed as are open, or something is broken."""
    for event, value in events:
        if event in _OPENS:
            depth += 1
        elif event == BROKEN:
            return value
        elif event in _CLOSES:
            depth -= 1
            if not depth:
                break
    return None
