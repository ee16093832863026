"""Accounts as rows of a list: those that a text finds, and those of given keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.lookup.search import search
from graph.store import GraphStore

ACCOUNT, DETAIL = "account", "contact_detail"


@dataclass(frozen=True)
class ListedAccount:
    """An account in a list.

    Attributes
    ----------
    key, platform : str
    handle, name : str or None
    names : tuple of str
        Every name and handle seen.
    posts, ties : int
    cluster_id : str or None
        Its cluster in the latest snapshot.
    """

    key: str
    platform: str
    handle: str | None
    name: str | None
    names: tuple[str, ...]
    posts: int
    ties: int
    cluster_id: str | None


@dataclass(frozen=True)
class FoundAccount:
    """An account that a text finds, and what in it fits, in words."""

    account: ListedAccount
    why: str


def find_accounts(store: GraphStore, text: str, *, limit: int = 50) -> list[FoundAccount]:
    """Find accounts by key, id, handle, any of their names, or a contact detail they publish.

    Parameters
    ----------
    store : GraphStore
    text : str
        What a person typed; nothing in it is query syntax.
    limit : int
        Most accounts.

    Returns
    -------
    list of FoundAccount
        Accounts that fit themselves first, by falling relevance; then those that publish a
        detail that fits, those with most posts of it first.
    """
    hits = search(store, text, limit=limit, kinds=(ACCOUNT, DETAIL))
    why = {hit.key: hit.why for hit in hits if hit.kind == ACCOUNT}
    details = [hit.key for hit in hits if hit.kind == DETAIL]
    for row in store.run("detail_publishers", keys=details, limit=limit):
        why.setdefault(row["account_key"], f"it publishes {row['value']}")
    wanted = list(why)[:limit]
    rows = {each.key: each for each in list_accounts(store, wanted)}
    return [
        FoundAccount(rows[key], _fitting_name(rows[key], text) or why[key])
        for key in wanted
        if key in rows
    ]


def list_accounts(store: GraphStore, keys: Sequence[str]) -> list[ListedAccount]:
    """List accounts of given keys, by key; keys that are not in the graph give none."""
    rows = store.run("accounts_by_key", keys=list(keys))
    return [ListedAccount(**{**row, "names": tuple(row["names"])}) for row in rows]


def _fitting_name(account: ListedAccount, text: str) -> str | None:
    """Say which of its names has what was typed; None when none has it as it stands."""
    wanted = " ".join(text.casefold().split()).lstrip("@")
    fitting = [name for name in account.names if wanted in " ".join(name.casefold().split())]
    if not fitting:
        return None
    current = {account.name, account.handle} & set(fitting)
    return "its name or handle" if current else f"also called {fitting[-1]}"
