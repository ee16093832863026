"""Changing a workspace's own words: checked, noted in the journal, written as a whole file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import yaml

from app.lexicon_data import entry_data
from graph.errors import NotFound, WorkspaceError
from ingest.extract.lexicon.overlay import LexiconFile, read_lexicon, read_text
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extract.lexicon.workspace import lexicon_of, lexicon_path
from ingest.journal import Journal

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.extract.lexicon.lexicon import Lexicon

CHANGED = "lexicon"
BEFORE = "lexicon.before.yaml"


def own_words(workspace: Workspace) -> LexiconFile:
    """Read what the workspace's own file says; nothing where there is none."""
    path = lexicon_path(workspace)
    kinds = shipped_lexicon().cues.kinds
    return read_lexicon(read_text(path) if path.exists() else "", str(path), kinds)


def with_entry(own: LexiconFile, entry: Mapping[str, Any]) -> LexiconFile:
    """Add an entry, or put it in the place of the one of its id.

    Parameters
    ----------
    own : LexiconFile
    entry : mapping
        As files write it.

    Raises
    ------
    SchemaError
        If it says something that a lexicon does not.
    """
    said = _plain(own)
    name = entry.get("id")
    said["entries"] = [each for each in said["entries"] if each["id"] != name] + [dict(entry)]
    said["remove"] = [each for each in said["remove"] if each != name]
    return _checked(said)


def without_entry(own: LexiconFile, name: str) -> LexiconFile:
    """Withdraw an entry: one of the workspace's own goes, a shipped one is left out.

    Raises
    ------
    NotFound
        If there is no such entry.
    """
    said = _plain(own)
    kept = [each for each in said["entries"] if each["id"] != name]
    is_shipped = name in shipped_lexicon().by_id
    if len(kept) == len(said["entries"]) and not is_shipped:
        raise NotFound(f"The lexicon has no entry {name}.")
    said["entries"] = kept
    if is_shipped and name not in said["remove"]:
        said["remove"].append(name)
    return _checked(said)


def as_shipped(own: LexiconFile, name: str) -> LexiconFile:
    """Take back every change of a shipped entry."""
    said = _plain(own)
    said["entries"] = [each for each in said["entries"] if each["id"] != name]
    said["remove"] = [each for each in said["remove"] if each != name]
    return _checked(said)


def lexicon_with(own: LexiconFile) -> Lexicon:
    """Lay a workspace's own words over what is shipped."""
    return own.over(shipped_lexicon())


def keep(workspace: Workspace, own: LexiconFile, name: str, *, who: str) -> bool:
    """Note a change of one entry in the journal, and write the workspace's file.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    own : LexiconFile
        All that the file is to say.
    name : str
        The entry that changes.
    who : str

    Returns
    -------
    bool
        Whether anything changes; otherwise nothing is noted.

    Notes
    -----
    What the file said before stays beside it once, with the remarks that people wrote into it.
    """
    before = lexicon_of(workspace).by_id.get(name)
    after = lexicon_with(own).by_id.get(name)
    if before == after:
        return False
    Journal(workspace).append(
        CHANGED,
        who,
        entry=name,
        before=entry_data(before) if before else None,
        after=entry_data(after) if after else None,
    )
    _write(workspace, _text(_plain(own)))
    return True


def changes_of(workspace: Workspace, name: str) -> list[dict[str, Any]]:
    """List the changes of an entry that were made here, the latest first."""
    entries = Journal(workspace).entries(CHANGED)
    return [each for each in reversed(entries) if each.get("entry") == name]


def _plain(own: LexiconFile) -> dict[str, Any]:
    """Write a file as plain data, in the order in which it is read."""
    return {
        "entries": [
            each.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for each in own.entries
        ],
        "remove": list(own.remove),
        "cues": {kind: list(words) for kind, words in own.cues.items()},
        "remove_cues": {kind: list(words) for kind, words in own.remove_cues.items()},
    }


def _text(said: Mapping[str, Any]) -> str:
    """Write YAML."""
    kept = {name: value for name, value in said.items() if value}
    return str(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=100))


def _checked(said: Mapping[str, Any]) -> LexiconFile:
    """Check what a file would say, as any file is checked."""
    return read_lexicon(_text(said), "the lexicon", shipped_lexicon().cues.kinds)


def _write(workspace: Workspace, text: str) -> None:
    """Put the file in its place in one step."""
    path = lexicon_path(workspace)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists():
            path.with_name(BEFORE).write_bytes(path.read_bytes())
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the lexicon cannot be written ({error.strerror or error}); free some space "
            "or mend its permissions."
        ) from None
