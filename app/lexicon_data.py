"""The lexicon as plain data, for the command line and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapidfuzz import process

from graph.errors import NotFound
from ingest.extract.lexicon.workspace import lexicon_of
from ingest.judgements import judged_hits
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
    """List every entry with how it is used and how often that is right.

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
    return [
        entry_data(entry) | _used(uses, entry.id) | _judged(*judged.get(entry.id, (0, 0)))
        for entry in lexicon_of(workspace).entries
    ]


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
    from ingest.judgements import HIT, judgements

    known_entry(workspace, name)
    (found,) = [each for each in list_entries(workspace) if each["id"] == name]
    uses, _ = uses_of(workspace, name, limit)
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
    words = {word.lower(): each.id for each in lexicon.entries for word in each.words}
    of_word = words.get(name.lower())
    near = (
        [of_word]
        if of_word
        else [found for found, _, _ in process.extract(name, list(lexicon.by_id), limit=NEAREST)]
    )
    raise NotFound(f"The lexicon has no entry {name}; nearest: {', '.join(near)}.")


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
