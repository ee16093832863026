"""Every Cypher statement by name: one ``.cypher`` file each, read with a header that is checked.

A file begins with its header, one field a line; a line indented further continues the field::

    // name: account_groups
    // summary: Groups that an account belongs to.
    // params: account_key STRING, limit INTEGER
    // returns: group_key STRING, role STRING
    // mode: read

``params`` and ``returns`` may be ``none``; ``mode`` is ``read``, ``write`` or ``schema``. Any
value may be null. What a statement must be like is in `queries.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from queries.checks import QueryFileError, check_statement

FIELDS = ("name", "summary", "params", "returns", "mode")
MODES = ("read", "write", "schema")
TYPES = frozenset(
    {
        "STRING",
        "INTEGER",
        "FLOAT",
        "BOOLEAN",
        "DATETIME",
        "MAP",
        "LIST<STRING>",
        "LIST<INTEGER>",
        "LIST<MAP>",
    }
)
_FIELD = re.compile(r"^// (\w+): *(.*)$")
_CONTINUED = re.compile(r"^//  +(\S.*)$")
_COLUMN = re.compile(r"^([a-z][a-z0-9_]*) ([A-Z]+(?:<[A-Z]+>)?)$")


@dataclass(frozen=True)
class Query:
    """One statement and what its header promises.

    Attributes
    ----------
    name : str
        The file's stem.
    summary : str
        One sentence.
    params, returns : mapping of str to str
        Types by name, in the header's order.
    mode : str
        ``read``, ``write`` or ``schema``.
    text : str
        The statement, without its header.
    """

    name: str
    summary: str
    params: Mapping[str, str]
    returns: Mapping[str, str]
    mode: str
    text: str


@cache
def catalogue() -> Mapping[str, Query]:
    """Every query by name, in the order of names.

    Raises
    ------
    QueryFileError
        If a file contradicts its header; the message names the file.
    """
    files = sorted(
        (entry for entry in resources.files("queries").iterdir() if entry.name.endswith(".cypher")),
        key=lambda entry: entry.name,
    )
    queries = [parse(file.name, file.read_text(encoding="utf-8")) for file in files]
    return MappingProxyType({query.name: query for query in queries})


def query(name: str) -> Query:
    """Look up one query.

    Raises
    ------
    QueryFileError
        If there is none of that name, or any file contradicts its header.
    """
    found = catalogue().get(name)
    if found is None:
        raise QueryFileError(f"queries/{name}.cypher: there is no such query; write the file.")
    return found


def parse(file_name: str, content: str) -> Query:
    """Read one query file and check it.

    Parameters
    ----------
    file_name : str
        The file's name with its ending.
    content : str
        All of the file.

    Raises
    ------
    QueryFileError
        If the header is not as agreed, or the statement contradicts it.
    """
    header, text = _split(file_name, content)
    if tuple(header) != FIELDS:
        raise QueryFileError(
            f"{file_name}: the header has {', '.join(header) or 'no fields'}; "
            f"it needs {', '.join(FIELDS)}, once each and in this order."
        )
    stem = file_name.removesuffix(".cypher")
    if header["name"] != stem:
        raise QueryFileError(
            f"{file_name}: the header's name is {header['name']}; it must be {stem}."
        )
    if not header["summary"].endswith("."):
        raise QueryFileError(f"{file_name}: the summary must be one sentence ending in a stop.")
    if header["mode"] not in MODES:
        raise QueryFileError(
            f"{file_name}: mode is {header['mode']!r}; it must be one of {', '.join(MODES)}."
        )
    params = _columns(file_name, "params", header["params"])
    returns = _columns(file_name, "returns", header["returns"])
    check_statement(file_name, text, params=params, returns=returns, mode=header["mode"])
    return Query(
        stem,
        header["summary"],
        MappingProxyType(params),
        MappingProxyType(returns),
        header["mode"],
        text,
    )


def _split(file_name: str, content: str) -> tuple[dict[str, str], str]:
    """Header fields in order, and the statement below them."""
    header: dict[str, str] = {}
    lines = content.splitlines()
    last = ""
    for number, line in enumerate(lines):
        if field := _FIELD.match(line):
            last = field[1]
            if last in header:
                raise QueryFileError(f"{file_name}: the header has {last} twice; keep one.")
            header[last] = field[2].strip()
        elif last and (more := _CONTINUED.match(line)):
            header[last] = f"{header[last]} {more[1].strip()}".strip()
        else:
            return header, "\n".join(lines[number:]).strip()
    return header, ""


def _columns(file_name: str, field: str, declared: str) -> dict[str, str]:
    """Read the names and types that a header field declares."""
    if declared == "none":
        return {}
    columns: dict[str, str] = {}
    for part in declared.split(","):
        column = _COLUMN.match(part.strip())
        if column is None or column[2] not in TYPES or column[1] in columns:
            raise QueryFileError(
                f"{file_name}: {field} has {part.strip()!r}; write each as `name TYPE`, once, "
                f"with a type of {', '.join(sorted(TYPES))}."
            )
        columns[column[1]] = column[2]
    return columns
