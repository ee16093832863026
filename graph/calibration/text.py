"""The calibration file with some numbers changed and everything else as it was, comments too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.errors import WorkspaceError

Place = tuple[str, ...]
_SECTION = re.compile(r"^\s*\[([\w.-]+)\]\s*(?:#.*)?$")
_NUMBER = re.compile(r"^(\s*([\w-]+)\s*=\s*)([^#\s]+)(.*)$")


def with_values(text: str, values: Mapping[Place, float | str]) -> str:
    """Put new values into a calibration file.

    Parameters
    ----------
    text : str
        The file's text: TOML with one ``key = value`` a line, sections as ``[a.b]``.
    values : mapping
        New values by their keys: ``("contact_details", "phone", "agree")``.

    Returns
    -------
    str
        The text; only the values differ.

    Raises
    ------
    WorkspaceError
        If the file does not write one of the values on a line of its own.
    """
    left = dict(values)
    section: Place = ()
    lines = []
    for line in text.split("\n"):
        written = line
        if heading := _SECTION.match(line):
            section = tuple(heading[1].split("."))
        elif (found := _NUMBER.match(line)) and (*section, found[2]) in left:
            value = left.pop((*section, found[2]))
            said = f'"{value}"' if isinstance(value, str) else repr(value)
            written = f"{found[1]}{said}{found[4]}"
        lines.append(written)
    if left:
        names = ", ".join(".".join(place) for place in left)
        raise WorkspaceError(
            f"the calibration does not write {names} on a line of its own; "
            "restore the shipped calibration."
        )
    return "\n".join(lines)


def next_version(version: str) -> str:
    """Name the version after one: ``2026-11-22`` is followed by ``2026-11-22.1``.

    >>> next_version("2026-11-22"), next_version("2026-11-22.9")
    ('2026-11-22.1', '2026-11-22.10')
    """
    shipped, _, times = version.partition(".")
    return f"{shipped}.{int(times or 0) + 1}" if (times or "0").isdigit() else f"{version}.1"
