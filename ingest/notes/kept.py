"""Notes in the journal: who wrote what about which thing, and when; nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal

ACCOUNT, CLUSTER, GROUP, DETAIL, POST = ("account", "cluster", "group", "detail", "post")
KINDS = (ACCOUNT, CLUSTER, GROUP, DETAIL, POST)
LONGEST = 5_000

_ADDED, _CORRECTED, _WITHDRAWN = "note", "note corrected", "note withdrawn"


@dataclass(frozen=True)
class Note:
    """What a person wrote about one thing.

    Attributes
    ----------
    note : str
        ``N1``, ``N2``, …: its place in the order in which notes were first written.
    kind : str
        One of `KINDS`.
    key : str
        Of the account, group, contact detail or post; id of the cluster.
    text : str
        As it was corrected last.
    by, at : str
        Who wrote it first, and when (UTC, ISO 8601).
    corrected_by, corrected_at : str or None
        Who corrected it last, and when; None where nobody did.
    snapshot : str or None
        Snapshot that a cluster was seen in.
    """

    note: str
    kind: str
    key: str
    text: str
    by: str
    at: str
    corrected_by: str | None = None
    corrected_at: str | None = None
    snapshot: str | None = None


def notes(workspace: Workspace) -> list[Note]:
    """Read the notes that stand, in the order in which they were first written."""
    found: dict[str, Note] = {}
    for entry in Journal(workspace).entries():
        kind = entry.get("kind")
        if kind == _ADDED:
            found[entry["note"]] = _read(entry)
        elif kind == _CORRECTED and entry["note"] in found:
            found[entry["note"]] = replace(
                found[entry["note"]],
                text=str(entry["text"]),
                corrected_by=str(entry["by"]),
                corrected_at=str(entry["at"]),
            )
        elif kind == _WITHDRAWN:
            found.pop(entry["note"], None)
    return list(found.values())


def add_note(
    workspace: Workspace, kind: str, key: str, text: str, *, who: str, snapshot: str | None = None
) -> Note:
    """Note in the journal what a person writes about a thing.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        One of `KINDS`.
    key : str
        Of the account, group, contact detail or post; id of the cluster.
    text : str
        In the person's words, `LONGEST` characters at most.
    who : str
    snapshot : str, optional
        Where a cluster was seen.

    Returns
    -------
    Note

    Raises
    ------
    UsageError
        If the kind is none, or the text is empty or too long.
    """
    if kind not in KINDS:
        raise UsageError(f"Nothing can be noted of a {kind}; say {', '.join(KINDS)}.")
    journal = Journal(workspace)
    name = f"N{len(journal.entries(_ADDED)) + 1}"
    what: dict[str, Any] = {"keys": [key]}
    if kind == CLUSTER:
        what = {"cluster": key, "snapshot": snapshot}
    entry = journal.append(_ADDED, who, note=name, about=kind, **what, text=_checked(text))
    return _read(entry)


def correct_note(workspace: Workspace, note: str, text: str, *, who: str) -> bool:
    """Note in the journal that a note is to read otherwise; what it said before is kept there.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    note : str
        Its name, such as ``N3``.
    text, who : str
        As of `add_note`.

    Returns
    -------
    bool
        Whether the text differs from what stood before; otherwise nothing is noted.

    Raises
    ------
    NotFound
        If no such note stands.
    UsageError
        If the text is empty or too long.
    """
    before, after = _standing(workspace, note), _checked(text)
    if before.text == after:
        return False
    Journal(workspace).append(_CORRECTED, who, note=note, **_about(before), text=after)
    return True


def withdraw_note(workspace: Workspace, note: str, *, why: str | None, who: str) -> Note:
    """Note in the journal that a note stands no more; parameters and errors as `correct_note`.

    Returns
    -------
    Note
        As it stood.
    """
    before = _standing(workspace, note)
    reason = {"why": why} if why else {}
    Journal(workspace).append(_WITHDRAWN, who, note=note, **_about(before), **reason)
    return before


def _standing(workspace: Workspace, note: str) -> Note:
    """Find a note that stands."""
    found = next((each for each in notes(workspace) if each.note == note), None)
    if found is None:
        raise NotFound(f"{note}: no such note stands; it was withdrawn, or never written.")
    return found


def _about(note: Note) -> dict[str, Any]:
    """Say again what a note is about, for those who read the journal."""
    what = {"cluster": note.key} if note.kind == CLUSTER else {"keys": [note.key]}
    return {"about": note.kind, **what}


def _checked(text: str) -> str:
    """Refuse a text that says nothing or too much."""
    said = text.strip()
    if not said:
        raise UsageError("The note is empty; write what is to be remembered.")
    if len(said) > LONGEST:
        raise UsageError(
            f"The note has {len(said):,} characters; write {LONGEST:,} at most, or several notes."
        )
    return said


def _read(entry: dict[str, Any]) -> Note:
    """Read a note from the journal."""
    key = entry["cluster"] if entry["about"] == CLUSTER else entry["keys"][0]
    return Note(
        note=str(entry["note"]),
        kind=str(entry["about"]),
        key=str(key),
        text=str(entry["text"]),
        by=str(entry["by"]),
        at=str(entry["at"]),
        snapshot=entry.get("snapshot"),
    )
