"""What a statement must be like to be taken into the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection

_LITERAL_OR_COMMENT = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `[^`]*` | //[^\n]* | /\*.*?\*/""",
    re.VERBOSE | re.DOTALL,
)
_PARAMETER = re.compile(r"\$(\w+)")
_DYNAMIC = re.compile(r"\$\s*\(|\$\$|%\(|%s|\{\{|\$all\(|\$any\(|\bapoc\.cypher\.", re.IGNORECASE)
_WRITE = re.compile(
    r"(?<![.:$\w])(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|ALTER|INSERT"
    r"|LOAD\s+CSV|IN\s+(?:\d+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS)\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(r"(?<![.:$\w])CALL\s+([A-Za-z][\w.]*)", re.IGNORECASE)
READ_PROCEDURES = frozenset({"db.index.fulltext.querynodes", "db.awaitindexes"})
_SOURCE_OF_ROWS = re.compile(r"(?<![.:$\w])(MATCH|UNWIND|CALL|SHOW)\b", re.IGNORECASE)
_RETURN = re.compile(r"(?<![.:$\w])RETURN\b", re.IGNORECASE)
_UNION = re.compile(r"(?<![.:$\w])UNION\b", re.IGNORECASE)
_AFTER_RETURN = re.compile(r"(?<![.:$\w])(ORDER\s+BY|SKIP|OFFSET|LIMIT)\b", re.IGNORECASE)
_BOUND = re.compile(r"(?<![.:$\w])(LIMIT|SKIP|OFFSET)\s+(\S+)", re.IGNORECASE)
_ITEM = re.compile(r"^(?:(?P<expression>.*?)\s+AS\s+)?(?P<alias>[A-Za-z_]\w*)$", re.I | re.DOTALL)
_AGGREGATE = re.compile(r"^(count|sum|collect|min|max|avg)\s*\(", re.IGNORECASE)
_DIRECTION = re.compile(r"\s+(ASC|DESC|ASCENDING|DESCENDING)$", re.IGNORECASE)
_NAMES_A_NODE = re.compile(r"^(key|id|account_[ab]|\w+_key|\w+_id)$")


class QueryFileError(ValueError):
    """A query file contradicts its header or the rules; the message names the file."""


def check_statement(
    file_name: str, text: str, *, params: Collection[str], returns: Collection[str], mode: str
) -> None:
    """Check one statement against what its header declares.

    Parameters
    ----------
    file_name : str
        For the message.
    text : str
        The statement without its header.
    params, returns : collection of str
        Names that the header declares; those of ``returns`` in order.
    mode : str
        ``read``, ``write`` or ``schema``.

    Raises
    ------
    QueryFileError
        If declared and used parameters differ; declared and returned columns differ; a read
        writes; a read of several rows has no total order; a LIMIT or SKIP is not a parameter;
        labels, types or text are put together at run time; there is more than one statement.
    """
    masked = mask(text)
    if not masked.strip():
        raise QueryFileError(f"{file_name}: there is no statement below the header; write one.")
    if ";" in masked:
        raise QueryFileError(f"{file_name}: a file holds one statement, without a semicolon.")
    _check_bounds(file_name, masked)
    _check_parameters(file_name, masked, params)
    outer = _outermost(masked)
    items = _check_returns(file_name, masked, outer, list(returns))
    if mode == "read":
        _check_reads_only(file_name, masked)
        _check_order(file_name, masked, outer, items)


def mask(text: str) -> str:
    """Blank out string literals, quoted names and comments, keeping every position."""
    return _LITERAL_OR_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _check_parameters(file_name: str, masked: str, params: Collection[str]) -> None:
    """Check that declared and used parameters agree and that nothing is interpolated."""
    if dynamic := _DYNAMIC.search(masked):
        raise QueryFileError(
            f"{file_name}: {dynamic[0]!r} puts the statement together at run time; "
            "write labels and types out and pass values as parameters."
        )
    used = set(_PARAMETER.findall(masked))
    if undeclared := used - set(params):
        raise QueryFileError(
            f"{file_name}: ${', $'.join(sorted(undeclared))} is used but not declared; "
            "add it to params."
        )
    if unused := set(params) - used:
        raise QueryFileError(
            f"{file_name}: {', '.join(sorted(unused))} is declared but not used; "
            "take it out of params."
        )


def _check_bounds(file_name: str, masked: str) -> None:
    """Check that every LIMIT and SKIP is a parameter."""
    for bound in _BOUND.finditer(masked):
        if not bound[2].startswith("$"):
            raise QueryFileError(
                f"{file_name}: {bound[1].upper()} {bound[2]} is fixed; make it a parameter."
            )


def _check_returns(file_name: str, masked: str, outer: str, returns: list[str]) -> list[str]:
    """Items of the final RETURN; their names are those declared, in the same order."""
    if _UNION.search(outer):
        raise QueryFileError(
            f"{file_name}: a UNION at the outermost level has no order; put it into CALL {{ }}."
        )
    start = _final_return(outer)
    if start is None:
        if returns:
            raise QueryFileError(
                f"{file_name}: returns declares {', '.join(returns)} but there is no final "
                "RETURN; add it or declare none."
            )
        return []
    end = _AFTER_RETURN.search(outer, start)
    items = _split_commas(masked[start : end.start() if end else len(masked)])
    names = [_alias(file_name, item) for item in items]
    if names != returns:
        raise QueryFileError(
            f"{file_name}: the final RETURN gives {', '.join(names)} but returns declares "
            f"{', '.join(returns) or 'none'}; make them the same."
        )
    return items


def _check_reads_only(file_name: str, masked: str) -> None:
    """Check that a read neither writes nor calls a procedure that might."""
    if clause := _WRITE.search(masked):
        raise QueryFileError(
            f"{file_name}: mode is read but the statement has {clause[1].upper()}; "
            "make it a write or take that out."
        )
    for procedure in _PROCEDURE.finditer(masked):
        if procedure[1].lower() not in READ_PROCEDURES:
            raise QueryFileError(
                f"{file_name}: procedure {procedure[1]} is not known to read only; "
                "add it to READ_PROCEDURES if it does."
            )


def _check_order(file_name: str, masked: str, outer: str, items: list[str]) -> None:
    """Check that several rows are ordered by every returned column that names a node."""
    if not _SOURCE_OF_ROWS.search(outer) or all(_is_aggregate(item) for item in items):
        return
    names = [_alias(file_name, item) for item in items]
    identity = {name for name in names if _NAMES_A_NODE.match(name)}
    start = _final_return(outer) or 0
    order = re.compile(r"(?<![.:$\w])ORDER\s+BY\b", re.IGNORECASE).search(outer, start)
    ordered: set[str] = set()
    if order is not None:
        end = _BOUND.search(outer, order.end())
        clause = masked[order.end() : end.start() if end else len(masked)]
        ordered = {_DIRECTION.sub("", item) for item in _split_commas(clause)}
    if not identity or identity - ordered:
        missing = ", ".join(sorted(identity - ordered)) or "a key"
        raise QueryFileError(
            f"{file_name}: the rows have no total order; return and ORDER BY {missing}."
        )


def _is_aggregate(item: str) -> bool:
    """Whether a returned item is one aggregate over all rows."""
    return bool(_AGGREGATE.match(item))


def _alias(file_name: str, item: str) -> str:
    """Name the column that an item of RETURN gives."""
    found = _ITEM.match(item)
    if found is None:
        raise QueryFileError(f"{file_name}: RETURN has {item!r} without a name; add AS name.")
    return found["alias"]


def _final_return(outer: str) -> int | None:
    """Where the items of the last outermost RETURN begin."""
    starts = [found.end() for found in _RETURN.finditer(outer)]
    return starts[-1] if starts else None


def _outermost(masked: str) -> str:
    """Blank out everything inside brackets, keeping every position."""
    kept = []
    depth = 0
    for character in masked:
        depth -= character in ")]}"
        kept.append(character if depth == 0 or character == "\n" else " ")
        depth += character in "([{"
    return "".join(kept)


def _split_commas(clause: str) -> list[str]:
    """Parts between the commas that stand outside brackets."""
    parts = []
    start = 0
    for position, character in enumerate(_outermost(clause)):
        if character == ",":
            parts.append(clause[start:position].strip())
            start = position + 1
    parts.append(clause[start:].strip())
    return [re.sub(r"^DISTINCT\s+", "", part, flags=re.IGNORECASE) for part in parts]
