"""Reading values that Python printed, times among them, without running anything."""

from __future__ import annotations

import ast
from typing import Any

from ingest.readers.refusal import Refusal

_DEEPEST = 50
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)
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
        Strings, numbers, lists (tuples and sets too), dicts; times as ISO 8601, with their zone.

    Raises
    ------
    Refusal
        If it is anything else.
    """
    try:
        return _value(ast.parse(text.strip(), mode="eval").body, 0)
    except _UNREADABLE as error:
        what = str(error) if isinstance(error, _NotPlain) else "it does not parse"
        raise Refusal(field, f"the cell is no value as Python prints it ({what})") from None


class _NotPlain(ValueError):
    """Something stands in a value that is neither literal nor time."""


def _value(node: ast.expr, depth: int) -> Any:
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
            return [_value(part, below) for part in parts]
        case ast.Dict(keys=keys, values=values):
            return {
                str(_value(key, below)): _value(value, below)
                for key, value in zip(filter(None, keys), values, strict=True)
            }
        case ast.Call(func=ast.Name(id="set"), args=[], keywords=[]):
            return []
        case ast.Call():
            return _time(node)
    raise _NotPlain(f"a {type(node).__name__} stands in it")


def _time(call: ast.Call) -> str:
    """Write a time that Python printed as ISO 8601."""
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
    zone = _offset(zones[0]) if zones else ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:06}{zone}"


def _offset(zone: ast.expr) -> str:
    """Write a time zone as its offset."""
    match zone:
        case ast.Constant(value=None):
            return ""
        case ast.Call(func=func, args=[]) if _dotted(func) in {"tzutc", "tz.tzutc"}:
            return "+00:00"
        case ast.Call(func=func, args=[ast.Call() as delta, *_]) if (
            _dotted(func) == "datetime.timezone" and _dotted(delta.func) == "datetime.timedelta"
        ):
            return _minutes(delta)
    if _dotted(zone) == "datetime.timezone.utc":
        return "+00:00"
    raise _NotPlain("a time has a zone that cannot be told")


def _minutes(delta: ast.Call) -> str:
    """Write a difference of time as hours and minutes."""
    units = {"days": 86_400, "seconds": 1}
    seconds = sum(
        _whole(part) * factor for part, factor in zip(delta.args, units.values(), strict=False)
    ) + sum(_whole(word.value) * units.get(word.arg or "", 0) for word in delta.keywords)
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}"


def _whole(node: ast.expr) -> int:
    """Give a whole number."""
    value = _value(node, _DEEPEST)
    if not isinstance(value, int) or abs(value) > 10**9:
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
