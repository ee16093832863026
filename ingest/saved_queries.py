"""Saved queries in the journal: who keeps which question, since when; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal

SAVED, WITHDRAWN = "query saved", "query withdrawn"
LONGEST_NAME = 80
LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class SavedQuery:
    """A question that everybody who works with the workspace may ask again.

    Attributes
    ----------
    id : str
        ``Q1``, ``Q2``, …: its place in the order in which questions were first saved.
    name, text : str
    parameters : mapping
        By name.
    version : int
        How many times it was saved, this time included.
    by, at : str
        Who saved it last, and when (UTC, ISO 8601).
    """

    id: str
    name: str
    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    version: int = 1
    by: str = ""
    at: str = ""


def saved_queries(workspace: Workspace) -> list[SavedQuery]:
    """Read what is saved now, in the order in which it was first saved."""
    found: dict[str, SavedQuery] = {}
    for entry in Journal(workspace).entries():
        if entry.get("kind") == SAVED:
            found[str(entry["query"])] = _read(entry)
        elif entry.get("kind") == WITHDRAWN:
            found.pop(str(entry["query"]), None)
    return sorted(found.values(), key=lambda each: int(each.id[1:]))


def versions(workspace: Workspace, query: str) -> list[SavedQuery]:
    """Read every version of a question that was ever saved, the latest first."""
    entries = Journal(workspace).entries(SAVED)
    return [_read(entry) for entry in reversed(entries) if entry["query"] == query]


def save(
    workspace: Workspace,
    name: str,
    text: str,
    parameters: Mapping[str, Any],
    *,
    who: str,
    query: str | None = None,
) -> SavedQuery:
    """Save a question, or a new version of one.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    name, text : str
    parameters : mapping
        By name; anything that JSON can hold.
    who : str
    query : str, optional
        Id of the question that this is a new version of.

    Returns
    -------
    SavedQuery
        As it stands now; where nothing differs, nothing is noted again.

    Raises
    ------
    UsageError
        If it has no name or text, or they are too long, or another one bears the name.
    NotFound
        If there is no such question to make a new version of.
    """
    called, asked = " ".join(name.split()), text.strip()
    if not called or len(called) > LONGEST_NAME:
        raise UsageError(f"Give the query a name of 1 to {LONGEST_NAME} characters.")
    if not asked or len(asked) > LONGEST_TEXT:
        raise UsageError(f"A saved query has 1 to {LONGEST_TEXT:,} characters.")
    standing = saved_queries(workspace)
    if any(each.name == called and each.id != query for each in standing):
        raise UsageError(f"Another saved query is called {called}; choose another name.")
    before = next((each for each in standing if each.id == query), None)
    if query is not None and before is None:
        raise NotFound(f"{query}: there is no such saved query.")
    if before and (before.name, before.text, before.parameters) == (called, asked, parameters):
        return before
    entry = Journal(workspace).append(
        SAVED,
        who,
        query=query or _next_id(workspace),
        name=called,
        text=asked,
        parameters=dict(parameters),
        version=before.version + 1 if before else 1,
    )
    return _read(entry)


def withdraw(workspace: Workspace, query: str, *, who: str) -> SavedQuery:
    """Take a saved question away; the journal keeps it. The caller holds the writer lock.

    Raises
    ------
    NotFound
        If there is none of this id.
    """
    before = next((each for each in saved_queries(workspace) if each.id == query), None)
    if before is None:
        raise NotFound(f"{query}: there is no such saved query.")
    Journal(workspace).append(WITHDRAWN, who, query=query)
    return before


def _next_id(workspace: Workspace) -> str:
    """Name a new question; an id that was withdrawn is not given again."""
    used = {int(str(entry["query"])[1:]) for entry in Journal(workspace).entries(SAVED)}
    return f"Q{max(used, default=0) + 1}"


def _read(entry: Mapping[str, Any]) -> SavedQuery:
    """Read a question from the journal."""
    return SavedQuery(
        id=str(entry["query"]),
        name=str(entry["name"]),
        text=str(entry["text"]),
        parameters=dict(entry["parameters"]),
        version=int(entry["version"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
    )
