"""JSON with an object on each line, line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from ingest.readers.refusal import Refusal
from ingest.readers.rows import MAX_RECORD, RAW_SHOWN
from ingest.readers.text import open_text

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True)
class Item:
    """One value of a JSON file.

    Attributes
    ----------
    path : str
        The list it is in or the name it has, as asked for; empty for lines and an outermost list.
    locator : str
        Where it stands: ``line 3``, ``messages 17``.
    value : object
        What `json.loads` would give, fractions as Decimal; the raw text where it is refused.
    problem : str or None
        Why it cannot be read.
    bytes_read : int
        How far the file has been read.
    """

    path: str
    locator: str
    value: Any
    problem: str | None = None
    bytes_read: int = 0


def json_lines(path: Path, name: str, encoding: str | None = None) -> Iterator[Item]:
    """Read JSON with a value on each line.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    encoding : str, optional
        As of `ingest.readers.text.open_text`.

    Yields
    ------
    Item
        Blank lines are left out; a line that is no whole JSON object has a problem.

    Raises
    ------
    SourceError
        If the file is not text.
    """
    with open_text(path, name, encoding=encoding, newline="\n") as (text, raw):
        for number, line in enumerate(_lines(text), start=1):
            if not line.strip():
                continue
            place = f"line {number}"
            try:
                yield Item("", place, read_object(line), bytes_read=raw.tell())
            except Refusal as refusal:
                yield Item("", place, line[:RAW_SHOWN], refusal.reason, raw.tell())


def read_object(line: str) -> dict[str, Any]:
    """Read the JSON object on a line.

    Raises
    ------
    Refusal
        If there is none, or more than one can hold.
    """
    if len(line) > MAX_RECORD:
        raise Refusal(None, f"the line is longer than {MAX_RECORD:,} characters")
    try:
        found = json.loads(line, parse_float=Decimal, parse_constant=str)
        if _HALF_CHARACTER.search(line):
            json.dumps(found, ensure_ascii=False, default=str).encode()
    except json.JSONDecodeError as error:
        where = f"{error.msg}, column {error.colno}"
        raise Refusal(None, f"the line is not whole JSON ({where})") from None
    except UnicodeEncodeError:
        raise Refusal(None, "the line holds half a character (a lone surrogate)") from None
    except RecursionError:
        raise Refusal(None, "the line is JSON nested too deep") from None
    except ValueError:
        raise Refusal(None, "the line holds a number with too many digits") from None
    if not isinstance(found, dict):
        raise Refusal(None, "the line is JSON, but not an object")
    return found


def _lines(text: TextIO) -> Iterator[str]:
    """Lines of bounded length; of one that is too long, as much as shows that it is."""
    while line := text.readline(MAX_RECORD + 1):
        yield line
        if len(line) > MAX_RECORD and not line.endswith("\n"):
            while (rest := text.readline(MAX_RECORD)) and not rest.endswith("\n"):
                pass
