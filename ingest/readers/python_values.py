"""Reading values that Python printed, times among them, without running anything."""

from __future__ import annotations

import ast
import warnings
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from ingest.readers.refusal import Refusal

LONGEST = 1_000_000
"""Characters of a cell that is read for the lists and objects that it may hold."""

_OPENS = ("[", "{")
_DEEPEST = 50
_UNREADABLE = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError, OverflowError)
_DATED = 3
_TIMED = 7


def read_value(text: str, field: str) -> Any:
    """Read what Python's ``repr`` wrote.

    Parameters
    ----------
    text : str
        Literals, and calls of ``datetime.datetime``, ``datetime.date`` and of time zones.
    field : str
        The column, for the reason.

    Returns
    -------
    object
        Strings, numbers, lists (tuples and sets too), dicts; times as ISO 8601 to the microsecond,
        with their zone.

    Raises
    ------
    Refusal
        If it is anything else.
    """
    try:
        return _parsed(text.strip(), "microseconds")
    except _UNREADABLE as error:
        what = str(error) if isinstance(error, _NotPlain) else "it does not parse"
        raise Refusal(field, f"the cell is no value as Python prints it ({what})") from None


def read_cell(cell: str) -> Any:
    """Read the list or object that a cell may hold.

    Parameters
    ----------
    cell : str
        As found.

    Returns
    -------
    object
        As of `read_value`, times without a needless fraction; the cell itself where it is neither
        list nor object, is longer than `LONGEST`, or cannot be read.
    """
    if not cell.startswith(_OPENS) or len(cell) > LONGEST:
        return cell
    try:
        return _parsed(cell, "auto")
    except _UNREADABLE:
        return cell


class _NotPlain(ValueError):
    """Something stands in a value that is neither literal nor time."""


def _parsed(text: str, precision: str) -> Any:
    """Parse a value; times are written as precisely as `datetime.isoformat` is told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = ast.parse(text, mode="eval")
    return _value(parsed.body, 0, precision)


def _value(node: ast.expr, depth: int, precision: str) -> Any:
    """Give the value of a part."""
    if depth > _DEEPEST:
        raise _NotPlain("it is nested too deep")
    below = depth + 1
    match node:
        case ast.Constant(value=None | bool() | int() | float() | str() as value):
            return value
        case ast.Constant(value=bytes(value)):
            return value.hex()
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return [_value(part, below, precision) for part in parts]
        case ast.Dict(keys=keys, values=values):
            return {
                str(_value(key, below, precision)): _value(value, below, precision)
                for key, value in zip(filter(None, keys), values, strict=True)
            }
        case ast.Call(func=ast.Name(id="set"), args=[], keywords=[]):
            return []
        case ast.Call():
            return _time(node).isoformat(timespec=precision)
    raise _NotPlain(f"a {type(node).__name__} stands in it")


def _time(call: ast.Call) -> datetime:
    """Give a time that Python printed; a day as its first moment."""
    name = _dotted(call.func)
    if name not in {"datetime.datetime", "datetime.date"}:
        raise _NotPlain(f"a call of {name or 'something'} stands in it")
    numbers = [_whole(part) for part in call.args[:_TIMED]]
    if len(numbers) < _DATED:
        raise _NotPlain("a time is not whole")
    zones = [word.value for word in call.keywords if word.arg == "tzinfo"] + call.args[_TIMED:]
    numbers += [0] * (_TIMED - len(numbers))
    for word in call.keywords:
        if word.arg == "microsecond":
            numbers[-1] = _whole(word.value)
        elif word.arg not in {"tzinfo", "fold"}:
            raise _NotPlain(f"'{word.arg}' stands in a time")
    year, month, day, hour, minute, second, fraction = numbers
    zone = _zone(zones[0]) if zones else None
    return datetime(year, month, day, hour, minute, second, fraction, tzinfo=zone)


def _zone(zone: ast.expr) -> timezone | None:
    """Give a time zone by its offset."""
    match zone:
        case ast.Constant(value=None):
            return None
        case ast.Call(func=func, args=[]) if _dotted(func) in {"tzutc", "tz.tzutc"}:
            return UTC
        case ast.Call(func=func, args=[ast.Call() as delta, *_]) if (
            _dotted(func) == "datetime.timezone" and _dotted(delta.func) == "datetime.timedelta"
        ):
            return timezone(_difference(delta))
    if _dotted(zone) == "datetime.timezone.utc":
        return UTC
    raise _NotPlain("a time has a zone that cannot be told")


def _difference(delta: ast.Call) -> timedelta:
    """Give a difference of time in whole minutes."""
    units = {"days": 86_400, "seconds": 1}
    seconds = sum(
        _whole(part) * factor for part, factor in zip(delta.args, units.values(), strict=False)
    ) + sum(_whole(word.value) * units.get(word.arg or "", 0) for word in delta.keywords)
    minutes = timedelta(minutes=abs(seconds) // 60)
    return -minutes if seconds < 0 else minutes


def _whole(node: ast.expr) -> int:
    """Give a whole number."""
    match node:
        case ast.Constant(value=int(value)):
            pass
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            value = -value
        case _:
            raise _NotPlain("a time holds something else than numbers")
    if abs(value) > 10**9:
        raise _NotPlain("a time holds something else than numbers")
    return value


def _dotted(node: ast.expr) -> str:
    """Write a name with its dots; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            before = _dotted(value)
            return f"{before}.{name}" if before else ""
    return ""
