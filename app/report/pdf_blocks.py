"""What a page of the PDF is made of: headings, texts, lists, tables, changes and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.report import words
from app.report.names import Names

MOST_ON_ONE_PAGE = 3_000
"""Letters of a change's data up to which it is moved to the next page rather than broken."""

MOST_ROWS_TOGETHER = 8
"""Rows of a table up to which it is moved to the next page rather than broken."""

Block = dict[str, Any]
Cell = str | dict[str, str]


def cited(known: Names, key: str | None) -> Cell:
    """Name a key, with the key so that it can be found again; nothing for no key."""
    return {"name": known.called(key), "key": key} if key else ""


def thing(known: Names, key: str) -> dict[str, str]:
    """Name a thing by its kind too, with its key."""
    return {"name": known.in_words(key), "key": key}


def text(line: str) -> Block:
    """Make a paragraph."""
    return {"is": "text", "text": line}


def heading(line: str) -> Block:
    """Make a heading within a section."""
    return {"is": "heading", "text": line}


def listed(lines: Sequence[str]) -> list[Block]:
    """Make a list, or nothing of no lines."""
    return [{"is": "list", "lines": list(lines)}] if lines else []


def facts(rows: Sequence[tuple[str, str, str]]) -> Block:
    """Make a block of captions with values; a value with a size takes a line of its own.

    Parameters
    ----------
    rows : sequence of (caption, value, size)
        As of `app.report.facts.known_of`.

    Returns
    -------
    dict
        The block.
    """
    parts: dict[bool, list[dict[str, str]]] = {True: [], False: []}
    for caption, value, size in rows:
        parts[bool(size)].append({"caption": caption, "value": value})
    return {"is": "facts", "short": parts[False], "long": parts[True]}


def table(columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[Cell]]) -> list[Block]:
    """Make a table, or nothing of no rows.

    Parameters
    ----------
    columns : sequence of (title, width)
        Widths are shares of the page's; a title that ends in # stands above numbers, which are
        set to the right.
    rows : iterable of sequences of cells
        A cell is a text, or ``name`` and ``key`` of what is cited; a key without a name is set
        small.

    Returns
    -------
    list of dict
        The table's block.
    """
    filled = [list(row) for row in rows]
    if not filled:
        return []
    heads = [
        {"title": title.rstrip("#"), "width": width, "number": title.endswith("#")}
        for title, width in columns
    ]
    long = len(filled) > MOST_ROWS_TOGETHER or len(str(filled)) > MOST_ON_ONE_PAGE
    return [{"is": "table", "columns": heads, "rows": filled, "long": long}]


def picture(name: str, pictures: Mapping[str, Any]) -> list[Block]:
    """Make a picture's block, or nothing when it was not drawn."""
    return [{"is": "picture", "picture": name}] if name in pictures else []


def together(blocks: list[Block]) -> Block:
    """Keep blocks on one page, unless they are long."""
    return {"is": "together", "blocks": blocks, "long": len(str(blocks)) > MOST_ON_ONE_PAGE}


def change(
    kind: str,
    sentence: str,
    *,
    facts: Sequence[str] = (),
    why: Sequence[str] = (),
    names: Iterable[tuple[str, Sequence[str]]] = (),
    about: tuple[str, str, str] | None = None,
    posts: Sequence[str] = (),
    known: Names,
) -> Block:
    """Make the block of one change.

    Parameters
    ----------
    kind : str
        As the report's events say it.
    sentence : str
        What happened.
    facts : sequence of str
        Short, in one line above the sentence.
    why : sequence of str
        The evidence in sentences.
    names : iterable of (title, keys)
        Accounts that take part; of many only the first are named.
    about : (title, name, key), optional
        What it is about, as of `app.report.names.Names.about`.
    posts : sequence of str
        Keys of the posts that show it.
    known : Names
        What keys are called.

    Returns
    -------
    dict
        The block.
    """
    groups = []
    for title, keys in names:
        shown, more = words.names_of(keys)
        if shown:
            rest = words.and_more(more) if more else ""
            named = [cited(known, key) for key in shown]
            groups.append({"title": title, "names": named, "more": rest})
    if about:
        title, name, key = about
        groups.append({"title": title, "names": [{"name": name, "key": key or name}], "more": ""})
    made = {
        "is": "change",
        "kind": words.EVENTS.get(kind, kind),
        "sentence": sentence,
        "facts": " · ".join(fact for fact in facts if fact),
        "why": list(why),
        "names": groups,
        "sources": [cited(known, post) for post in posts],
    }
    return {**made, "long": len(str(made)) > MOST_ON_ONE_PAGE}
