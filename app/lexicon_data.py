"""The lexicon as plain data, for the command line and the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
from rapidfuzz import process

from graph.errors import NotFound
from graph.workspace import SETTINGS
from ingest.extract.lexicon.overlay import read_lexicon, read_text
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extract.lexicon.workspace import lexicon_of
from ingest.extraction import extractor_of
from ingest.judgements import HIT, judged_hits, judgements
from ingest.lexicon_uses import count_uses, is_read, uses_of

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.extract.lexicon.entry import Entry
    from ingest.extract.lexicon.lexicon import Lexicon

NEAREST = 5


def entry_data(entry: Entry) -> dict[str, Any]:
    """Give an entry as files write it."""
    return entry.model_dump(mode="json", by_alias=True)


def list_entries(workspace: Workspace) -> list[dict[str, Any]]:
    """List every entry with how it is used and how often that is right, the most used first.

    Returns
    -------
    list of dict
        As `entry_data`, and ``hits counted accounts`` (posts that use it, those in which it
        counts, accounts; null: the posts were not read with the lexicon as it stands) and
        ``confirmed rejected precision`` (judged hits, and the share confirmed; null: none judged).
    """
    uses: dict[str, dict[str, Any]] | None = None
    if is_read(workspace):
        uses = {row["entry"]: row for row in count_uses(workspace).to_dicts()}
    judged = judged_hits(workspace)
    found = [
        entry_data(entry) | _used(uses, entry.id) | _judged(*judged.get(entry.id, (0, 0)))
        for entry in lexicon_of(workspace).entries
    ]
    return sorted(found, key=lambda each: -(each["hits"] or 0))


def show_entry(workspace: Workspace, name: str, limit: int) -> dict[str, Any]:
    """Give one entry with posts that use it.

    Returns
    -------
    dict
        As of `list_entries`, with ``uses``: ``post_key account_key raw excerpt score because
        judged``, those that tell most first.

    Raises
    ------
    NotFound
        If there is no such entry; names the nearest.
    WorkspaceError
        If the posts were not read with the lexicon as it stands.
    """
    entry = known_entry(workspace, name)
    rows = {row["entry"]: row for row in count_uses(workspace).to_dicts()}
    found = (
        entry_data(entry) | _used(rows, name) | _judged(*judged_hits(workspace).get(name, (0, 0)))
    )
    uses = uses_of(workspace, name, limit)
    judged = judgements(workspace, HIT)
    found["uses"] = [
        {
            "post_key": use.post_key,
            "account_key": use.account_key,
            "raw": use.raw,
            "excerpt": use.excerpt,
            "score": use.score,
            "because": use.because,
            "judged": judged[name, use.post_key].verdict
            if (name, use.post_key) in judged
            else None,
        }
        for use in uses
    ]
    return found


def known_entry(workspace: Workspace, name: str) -> Entry:
    """Give an entry by its id.

    Raises
    ------
    NotFound
        If there is none; names the nearest.
    """
    lexicon = lexicon_of(workspace)
    if name in lexicon.by_id:
        return lexicon.by_id[name]
    near = ", ".join(_nearest(lexicon, name))
    raise NotFound(f"The lexicon has no entry {name}; nearest: {near}.")


def changes(before: Lexicon, after: Lexicon) -> dict[str, Any]:
    """Say what differs between two lexicons.

    Returns
    -------
    dict
        ``added``, ``changed`` and ``removed`` (ids), ``cues_added`` and ``cues_removed`` (words by
        kind).
    """
    old, new = before.by_id, after.by_id
    cues = {kind: (set(words), set(after.cues.of(kind))) for kind, words in before.cues.words}
    return {
        "added": [name for name in new if name not in old],
        "changed": [name for name in new if name in old and new[name] != old[name]],
        "removed": [name for name in old if name not in new],
        "cues_added": {kind: sorted(b - a) for kind, (a, b) in cues.items() if b - a},
        "cues_removed": {kind: sorted(a - b) for kind, (a, b) in cues.items() if a - b},
    }


def check_file(path: Path) -> dict[str, Any]:
    """Check a file of the lexicon and say what it changes in what is shipped.

    Returns
    -------
    dict
        As `changes`, and ``not_there``: ids to be removed that are not there, with the nearest.

    Raises
    ------
    SchemaError
        If it cannot be read, or says something that a lexicon does not.
    """
    shipped = shipped_lexicon()
    said = read_lexicon(read_text(path), str(path), shipped.cues.kinds)
    lacking = [name for name in said.remove if name not in shipped.by_id]
    return changes(shipped, said.over(shipped)) | {
        "not_there": {name: _nearest(shipped, name) for name in lacking}
    }


def try_words(
    workspace: Workspace, text: str, region: str | None, lexicon: Lexicon | None = None
) -> list[dict[str, Any]]:
    """Find what a text uses, read as a post of the workspace would be.

    Parameters
    ----------
    workspace : Workspace
    text : str
    region : str or None
        Country whose national phone numbers are meant.
    lexicon : Lexicon, optional
        To be tried in the place of the workspace's own.

    Returns
    -------
    list of dict
        ``raw entry role meaning score because start end``, in the order of the text.
    """
    from ingest.extract import Extractor, extract, shipped_extractor

    is_there = (workspace.root / SETTINGS).exists()
    extractor = extractor_of(workspace) if is_there else shipped_extractor()
    if lexicon is not None:
        extractor = Extractor(lexicon, extractor.taxa, extractor.secret)
    post = pl.DataFrame(
        {"key": ["text"], "text": [text], "platform": [None]},
        schema=dict.fromkeys(("key", "text", "platform"), pl.String),
    )
    found = extract(post, region, extractor)
    return found.terms.drop("key").to_dicts()


def _nearest(lexicon: Lexicon, name: str) -> list[str]:
    """Give the entries that have a word, else those whose ids are most like it."""
    of_word = [
        each.id for each in lexicon.entries if name.lower() in {word.lower() for word in each.words}
    ]
    found = process.extract(name, list(lexicon.by_id), limit=NEAREST)
    return of_word or [near for near, _, _ in found]


def _used(uses: dict[str, dict[str, Any]] | None, name: str) -> dict[str, int | None]:
    """How often an entry is used."""
    counts = ("hits", "counted", "accounts")
    if uses is None:
        return dict.fromkeys(counts)
    return {count: uses.get(name, {}).get(count, 0) for count in counts}


def _judged(right: int, wrong: int) -> dict[str, float | int | None]:
    """How often the use of an entry was found right."""
    share = right / (right + wrong) if right + wrong else None
    return {"confirmed": right, "rejected": wrong, "precision": share}
