"""What fits a text as a plain list, for the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app import words as general
from app.searching import reasons
from app.searching.everything import Found, find_everything
from app.searching.reasons import Reason
from app.words.search import why
from graph.lookup.account_list import list_accounts
from graph.lookup.search import Hit, short_label
from graph.lookup.search_matches import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    GROUP,
    KEY,
    POST,
    TAXON,
    TERM,
    Match,
)
from graph.lookup.search_rows import cluster_rows, detail_rows, group_rows, post_rows
from graph.store import GraphStore
from graph.workspace import Workspace

MOST_OF_A_KIND = 20

Told = dict[str, tuple[str | None, Reason]]
"""What things are called and why they fit, by key."""


def hits_of(
    workspace: Workspace, store: GraphStore, text: str, *, limit: int = MOST_OF_A_KIND
) -> list[Hit]:
    """Find what fits a text.

    Parameters
    ----------
    workspace : Workspace
    store : GraphStore
    text : str
        See `find_everything`.
    limit : int
        Most of each kind.

    Returns
    -------
    list of Hit
        What has this very key first; then kind by kind, by how well it fits.
    """
    found = find_everything(workspace, store, text)
    first: list[Hit] = [*found.others]
    then: list[Hit] = []
    for kind, matches in found.kinds.items():
        part = matches.found[:limit]
        told = TOLD[kind](store, part, found) if part else {}
        for match in part:
            if match.key in told:
                label, reason = told[match.key]
                hit = Hit(kind, match.key, short_label(label, match.key), why(reason))
                (first if match.way == KEY else then).append(hit)
    return first + then


def _accounts(store: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of accounts."""
    rows = {row.key: row for row in list_accounts(store, _keys(part))}
    return {
        match.key: (row.name or row.handle, reasons.why_account(match, row, found.asked))
        for match in part
        if (row := rows.get(match.key))
    }


def _details(store: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of contact details."""
    rows = detail_rows(store, _keys(part))
    return {
        match.key: (row.value, reasons.why_detail(match, row, found.asked))
        for match in part
        if (row := rows.get(match.key))
    }


def _groups(store: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of groups."""
    rows = group_rows(store, _keys(part))
    return {
        match.key: (row.name, reasons.why_group(match, row, found.asked))
        for match in part
        if (row := rows.get(match.key))
    }


def _posts(store: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of posts."""
    rows = post_rows(store, _keys(part), [match.by for match in part if match.by])
    why_each = {
        match.key: reasons.why_post(match, row, found.asked)
        for match in part
        if (row := rows.get(match.key))
    }
    return {key: (reason.around, reason) for key, reason in why_each.items()}


def _clusters(store: GraphStore, part: Sequence[Match], _: Found) -> Told:
    """Tell of clusters."""
    rows = cluster_rows(store, _keys(part))
    holding = {
        row.key: general.account(row.name, row.handle, row.key)
        for row in list_accounts(store, [match.by for match in part if match.by])
    }
    return {
        match.key: (row.id, reasons.why_cluster(match, row, holding.get(match.by or "")))
        for match in part
        if (row := rows.get(match.key))
    }


def _taxa(_: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of species and products."""
    taxa = [found.taxa[match.key] for match in part]
    return {each.key: (each.scientific_name, reasons.why_taxon(each)) for each in taxa}


def _terms(_: GraphStore, part: Sequence[Match], found: Found) -> Told:
    """Tell of entries of the lexicon."""
    terms = [found.terms[match.key] for match in part]
    return {each.id: (f"{each.word}: {each.meaning}", reasons.why_term(each)) for each in terms}


def _keys(part: Sequence[Match]) -> list[str]:
    """Keys of matches."""
    return [match.key for match in part]


TOLD: Mapping[str, Callable[[GraphStore, Sequence[Match], Found], Told]] = {
    ACCOUNT: _accounts,
    DETAIL: _details,
    GROUP: _groups,
    POST: _posts,
    CLUSTER: _clusters,
    TAXON: _taxa,
    TERM: _terms,
}
