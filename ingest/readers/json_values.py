"""Values of JSON that may be anything, taken as what they should be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ingest.readers.json_stream.stream import Broken
from ingest.readers.json_stream.values import TooDeep


def inner(value: object, *path: str) -> Any:
    """Look up what lies inside objects; None where anything on the way is no object or absent."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def text(value: object, *path: str) -> str | None:
    """Look up a text or number as text; None for anything else, and for blank text."""
    found = inner(value, *path)
    if isinstance(found, str):
        return found if found and not found.isspace() else None
    if isinstance(found, bool) or not isinstance(found, int | float | Decimal):
        return None
    return str(found)


def mapping(value: object, *path: str) -> Mapping[str, Any]:
    """Look up an object; an empty one for anything else."""
    found = inner(value, *path)
    return found if isinstance(found, dict) else {}


def items(value: object, *path: str) -> list[Any]:
    """Look up a list; an empty one for anything else."""
    found = inner(value, *path)
    return found if isinstance(found, list) else []


def texts(value: object, *path: str) -> list[str]:
    """Look up a list of texts or numbers, without whatever else is in it."""
    found = (text(each) for each in items(value, *path))
    return [each for each in found if each is not None]


def cell(value: object) -> str | None:
    """Write a value as the cell of a table; lists and objects as JSON, null stays null."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return str(value)
    return raw(value)


def raw(value: object) -> str:
    """Write a value as JSON, whatever it holds."""
    if isinstance(value, TooDeep | Broken):
        return ""
    return json.dumps(value, ensure_ascii=False, default=str)
