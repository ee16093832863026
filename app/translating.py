"""Translations of posts: noted, and shown in the graph so that they are found by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import NotFound
from graph.lookup.posts import find_posts, write_translations
from ingest.translations import (
    Translation,
    add_translation,
    searchable,
    withdraw_translation,
)

if TYPE_CHECKING:
    from graph.store import GraphStore
    from graph.workspace import Workspace


def translate(
    workspace: Workspace,
    store: GraphStore,
    post_key: str,
    language: str,
    text: str,
    *,
    tool: str | None,
    who: str,
) -> Translation:
    """Note a translation of a post; from then on the post is found by its words, too.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    store : GraphStore
        Shows the workspace.
    post_key : str
    language : str
        ISO 639-1 code of what it is translated into.
    text : str
    tool : str or None
        What translated it; None: the person did.
    who : str

    Raises
    ------
    NotFound
        If no such post is in the graph.
    UsageError
        If the language is no code, or the text is empty or too long.

    Notes
    -----
    No tie, extraction or detection takes notice of it: those read the archive alone.
    """
    if not find_posts(store, [post_key]):
        raise NotFound(f"{post_key}: the graph has no such post.")
    added = add_translation(workspace, post_key, language, text, tool=tool, who=who)
    show_translations(workspace, store, post_key)
    return added


def take_back(
    workspace: Workspace, store: GraphStore, translation: str, *, why: str | None, who: str
) -> Translation:
    """Note that a translation stands no more, and take it out of the graph.

    Parameters as of `translate`; ``translation`` is its name, such as ``T3``.

    Raises
    ------
    NotFound
        If no such translation stands.
    """
    before = withdraw_translation(workspace, translation, why=why, who=who)
    show_translations(workspace, store, before.post_key)
    return before


def show_translations(workspace: Workspace, store: GraphStore, post_key: str | None = None) -> None:
    """Have the graph hold what translations stand.

    Parameters
    ----------
    workspace : Workspace
    store : GraphStore
        Posts that it does not have are passed over.
    post_key : str, optional
        Of one post only.
    """
    said = searchable(workspace)
    chosen = said if post_key is None else {post_key: said.get(post_key)}
    write_translations(store, chosen)
