"""Large files made of the small ones that the tests read: each row again and again, changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"(?<![\d.])\d{6,19}(?![\d.])")
_CHANGED = 6
_INNERMOST = 3
_NONE = ("", "", "", "")


def grow(small: Path, large: Path, enough: Callable[[int, int], bool]) -> int:
    """Write a large file in the form of a small one.

    Parameters
    ----------
    small : Path
        A table, JSON Lines, or JSON with a list of objects in it.
    large : Path
        Where to.
    enough : callable
        Told how many copies and bytes there are, says whether that is enough.

    Returns
    -------
    int
        How often the small file's rows are in it. 0: it is of no such form.

    Notes
    -----
    In each copy the last digits of long numbers (ids, times in seconds, telephone numbers) are
    other ones.
    """
    raw = small.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return 0
    before, rows, between, after = _parts(text)
    if not rows.strip():
        return 0
    copies = 0
    with large.open("w", encoding="utf-8", newline="") as file:
        file.write(before)
        while not enough(copies, file.tell() if copies % 100 == 0 else 0):
            file.write((between if copies else "") + _changed(rows, copies))
            copies += 1
        file.write(after)
    return copies


def _parts(text: str) -> tuple[str, str, str, str]:
    """Cut a file into what stands before its rows, the rows, what joins copies, and the rest."""
    if text.lstrip()[:1] in {"{", "["}:
        try:
            return _list_parts(json.loads(text))
        except ValueError:
            return _NONE if not _is_lines(text) else ("", f"{text.rstrip()}\n", "", "")
    if text.lstrip()[:1] == "<":
        return _NONE
    header, _, rows = text.partition("\n")
    return f"{header}\n", rows if rows.endswith("\n") else f"{rows}\n", "", ""


def _is_lines(text: str) -> bool:
    """Whether there is JSON on each line."""
    try:
        return all(isinstance(json.loads(line), dict) for line in text.splitlines() if line.strip())
    except ValueError:
        return False


def _list_parts(document: Any) -> tuple[str, str, str, str]:
    """Cut a document around its longest list of objects."""
    lists = sorted(_lists(document, ()), key=lambda each: len(each[1]))
    if not lists:
        return _NONE
    path, found = lists[-1]
    mark = "\x00rows\x00"
    whole = json.dumps(_put(document, path, mark), ensure_ascii=False)
    before, _, after = whole.partition(json.dumps(mark))
    rows = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
    return f"{before}[", rows, ",\n", f"]{after}"


def _lists(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Find the lists of objects in a document, not those inside other lists."""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        yield path, value
    elif isinstance(value, dict) and len(path) < _INNERMOST:
        for name, inner in value.items():
            yield from _lists(inner, (*path, name))


def _put(value: Any, path: tuple[str, ...], new: Any) -> Any:
    """Give a document with something else at a place."""
    if not path:
        return new
    return {
        name: _put(inner, path[1:], new) if name == path[0] else inner
        for name, inner in value.items()
    }


def _changed(rows: str, copy: int) -> str:
    """Change the last digits of long numbers."""
    ending = f"{copy % 10**_CHANGED:0{_CHANGED}d}"
    return _NUMBER.sub(lambda found: found[0][:-_CHANGED] + ending, rows)
