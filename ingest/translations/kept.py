"""Translations in the journal: by whom or by which tool, into what, when; nothing overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal

LONGEST = 20_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_ADDED, _WITHDRAWN = "translate", "translation withdrawn"


@dataclass(frozen=True)
class Translation:
    """A post's text in another language.

    Attributes
    ----------
    translation : str
        ``T1``, ``T2``, …: its place in the order in which translations were added.
    post_key : str
    language : str
        ISO 639-1 code of what it is translated into.
    text : str
    tool : str or None
        What translated it, in the words of who pasted it; None: the person did.
    by, at : str
        Who translated or pasted it, and when (UTC, ISO 8601).
    """

    translation: str
    post_key: str
    language: str
    text: str
    tool: str | None
    by: str
    at: str


def translations(workspace: Workspace) -> dict[str, list[Translation]]:
    """Read the translations that stand.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    dict of str to list of Translation
        By post; the newest of each language first, those languages first whose newest is newest,
        then the older ones, the newest first.
    """
    found: dict[str, Translation] = {}
    for entry in Journal(workspace).entries():
        if entry.get("kind") == _ADDED:
            found[entry["translation"]] = _read(entry)
        elif entry.get("kind") == _WITHDRAWN:
            found.pop(entry["translation"], None)
    by_post: dict[str, list[Translation]] = {}
    for each in found.values():
        by_post.setdefault(each.post_key, []).insert(0, each)
    return {post: _in_order(each) for post, each in by_post.items()}


def searchable(workspace: Workspace) -> dict[str, str | None]:
    """Join the translations that stand, by post; None where all were withdrawn."""
    standing = translations(workspace)
    posts = {str(entry["keys"][0]): None for entry in Journal(workspace).entries(_ADDED)}
    return {
        post: "\n".join(each.text for each in standing[post]) if post in standing else None
        for post in posts
    }


def add_translation(
    workspace: Workspace, post_key: str, language: str, text: str, *, tool: str | None, who: str
) -> Translation:
    """Note a translation of a post in the journal.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    post_key : str
    language : str
        ISO 639-1 code of what it is translated into.
    text : str
        `LONGEST` characters at most.
    tool : str or None
        What translated it; None: the person did.
    who : str

    Returns
    -------
    Translation

    Raises
    ------
    UsageError
        If the language is no code, or the text is empty or too long.
    """
    said, code = text.strip(), language.strip()
    if not _LANGUAGE.fullmatch(code):
        raise UsageError(f"'{language[:40]}' is no code of a language; write one such as en.")
    if not said or len(said) > LONGEST:
        raise UsageError(f"A translation has 1 to {LONGEST:,} characters; this has {len(said):,}.")
    journal = Journal(workspace)
    name = f"T{len(journal.entries(_ADDED)) + 1}"
    by_tool = {"tool": tool.strip()} if tool and tool.strip() else {}
    entry = journal.append(
        _ADDED, who, translation=name, keys=[post_key], language=code, text=said, **by_tool
    )
    return _read(entry)


def withdraw_translation(
    workspace: Workspace, translation: str, *, why: str | None, who: str
) -> Translation:
    """Note in the journal that a translation stands no more.

    Returns
    -------
    Translation
        As it stood.

    Raises
    ------
    NotFound
        If no such translation stands.
    """
    found = [each for of in translations(workspace).values() for each in of]
    before = next((each for each in found if each.translation == translation), None)
    if before is None:
        raise NotFound(
            f"{translation}: no such translation stands; it was withdrawn, or never added."
        )
    reason = {"why": why} if why else {}
    Journal(workspace).append(
        _WITHDRAWN, who, translation=translation, keys=[before.post_key], **reason
    )
    return before


def _in_order(newest_first: list[Translation]) -> list[Translation]:
    """Put the newest of each language before the older ones."""
    newest = {each.language: each for each in reversed(newest_first)}
    first = [each for each in newest_first if newest[each.language] is each]
    return first + [each for each in newest_first if newest[each.language] is not each]


def _read(entry: dict[str, Any]) -> Translation:
    """Read a translation from the journal."""
    return Translation(
        translation=str(entry["translation"]),
        post_key=str(entry["keys"][0]),
        language=str(entry["language"]),
        text=str(entry["text"]),
        tool=entry.get("tool"),
        by=str(entry["by"]),
        at=str(entry["at"]),
    )
