"""Everything in a workspace that fits a text, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.searching.asked import Asked, read_asked
from app.searching.names import NamedTaxon, UsedTerm, find_taxa, find_terms
from graph import keys
from graph.lookup.overview import latest_snapshot
from graph.lookup.search import Hit, by_key
from graph.lookup.search_indexes import prepare_search
from graph.lookup.search_links import (
    match_cluster_ids,
    match_digits,
    match_members,
    match_mentions,
    match_naming,
    match_publishers,
)
from graph.lookup.search_matches import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    EVERYTHING,
    GROUP,
    KEY,
    NUMBER,
    POST,
    TAXON,
    TERM,
    WORDS,
    Match,
    Matches,
    Only,
    put_together,
)
from graph.lookup.search_words import match_words
from graph.store import GraphStore
from graph.workspace import Workspace

KINDS = (DETAIL, ACCOUNT, GROUP, CLUSTER, TAXON, TERM, POST)
"""In the order in which they are shown."""

MOST_FOLLOWED = 50
MOST_REGIONS = 5
MOST_MEMBERS = 200
_CLUSTER_ID = re.compile(r"[A-Za-z][\w-]{2,60}")


@dataclass(frozen=True)
class Found:
    """What fits a text.

    Attributes
    ----------
    asked : Asked
    kinds : mapping of str to Matches
        By kind, in the order of `KINDS`.
    taxa, terms : mapping
        What is known of the taxa and the entries of the lexicon among them, by key and id.
    others : tuple of Hit
        What has this key and is of no kind that is listed: a source, a snapshot, an image.
    """

    asked: Asked
    kinds: Mapping[str, Matches]
    taxa: Mapping[str, NamedTaxon]
    terms: Mapping[str, UsedTerm]
    others: tuple[Hit, ...]

    @property
    def in_all(self) -> int:
        """How many things were found."""
        return len(self.others) + sum(len(matches.found) for matches in self.kinds.values())


def find_everything(
    workspace: Workspace, store: GraphStore, text: str, only: Only = EVERYTHING
) -> Found:
    """Find what fits a text.

    Parameters
    ----------
    workspace : Workspace
        Its lexicon, its lists of taxa and its sources' countries tell what a text may mean.
    store : GraphStore
    text : str
        A key, a number in any writing, a name, words: anything a person types. Nothing in it is
        query syntax.
    only : Only, optional
        What is of no platform, or of no time, is left out where one is asked for.

    Raises
    ------
    StoreError
        If the search indexes are still being made.
    """
    from ingest.extraction import extractor_of

    prepare_search(store)
    extractor = extractor_of(workspace)
    rows = store.run("search_regions", limit=MOST_REGIONS)
    asked = read_asked(text, [row["region_id"] for row in rows], extractor)
    taxa = find_taxa(extractor.taxa, asked.text)
    terms = find_terms(extractor.lexicon, asked.text)
    named = [taxon.key for taxon in taxa if taxon.is_whole]
    hits = by_key(store, asked.text) if asked.text else []
    matches = _in_graph(store, asked, hits, named, only)
    if only == EVERYTHING:
        matches[TAXON] = Matches(tuple(_named(each.key, each.is_near) for each in taxa))
        matches[TERM] = Matches(tuple(_named(each.id, each.is_near) for each in terms))
    return Found(
        asked,
        {kind: matches.get(kind, Matches()) for kind in KINDS},
        {taxon.key: taxon for taxon in taxa},
        {term.id: term for term in terms},
        tuple(hit for hit in hits if hit.kind not in KINDS) if only == EVERYTHING else (),
    )


def _in_graph(
    store: GraphStore, asked: Asked, hits: Sequence[Hit], taxa: Sequence[str], only: Only
) -> dict[str, Matches]:
    """Find accounts, contact details, groups, posts and clusters."""
    known = {kind: _known(hits, kind, only) for kind in KINDS}
    words = {kind: match_words(store, kind, asked.text, only) for kind in (ACCOUNT, GROUP, POST)}
    numbers = [_read(store, asked), match_digits(store, asked.digits, EVERYTHING)]
    by_value = match_words(store, DETAIL, asked.text, EVERYTHING)
    details = put_together([known[DETAIL], *numbers, by_value])
    followed = details.key_list(MOST_FOLLOWED, with_near=False)
    accounts = put_together([
        known[ACCOUNT], words[ACCOUNT].where(is_near=False),
        match_publishers(store, followed, only), words[ACCOUNT].where(is_near=True),
    ])  # fmt: skip
    posts = put_together([
        known[POST], words[POST].where(is_near=False), match_mentions(store, followed, only),
        match_naming(store, taxa, only), words[POST].where(is_near=True),
    ])  # fmt: skip
    clusters = put_together([
        known[CLUSTER], *_clusters(store, asked.text, accounts, only),
    ])  # fmt: skip
    groups = put_together([known[GROUP], words[GROUP]])
    found = {ACCOUNT: accounts, GROUP: groups, POST: posts, CLUSTER: clusters}
    return found if only != EVERYTHING else {DETAIL: details, **found}


def _known(hits: Sequence[Hit], kind: str, only: Only) -> Matches:
    """Things of a kind that have the very key."""
    found = []
    for hit in hits:
        platform = hit.key.removeprefix("post:").partition(":")[0]
        is_wanted = not only.period and only.platform in (None, platform)
        if hit.kind == kind and is_wanted:
            has_platform = kind in (ACCOUNT, GROUP, POST)
            found.append(Match(hit.key, KEY, platform=platform if has_platform else None))
    return Matches(tuple(found))


def _read(store: GraphStore, asked: Asked) -> Matches:
    """Contact details that the text reads as and that are in the graph, the surest first."""
    if not asked.details:
        return Matches()
    rows = store.run("search_key", keys=list(asked.details))
    there = {row["key"] for row in rows if row["kind"] == DETAIL}
    return Matches(tuple(Match(key, NUMBER) for key in asked.details if key in there))


def _clusters(store: GraphStore, text: str, accounts: Matches, only: Only) -> list[Matches]:
    """Clusters of the latest detection by their id, and those that hold accounts found."""
    latest = latest_snapshot(store)
    if latest is None:
        return []
    beginnings = []
    if _CLUSTER_ID.fullmatch(text):
        ids = {text, text[0].upper() + text[1:].lower()}
        beginnings = [keys.cluster(latest.id, each) for each in sorted(ids)]
    followed = accounts.key_list(MOST_MEMBERS, with_near=False)
    return [
        match_cluster_ids(store, beginnings, only),
        match_members(store, followed, latest.id, only),
    ]


def _named(key: str, is_near: bool) -> Match:
    """Make a match of what has a name."""
    return Match(key, WORDS, is_near=is_near)
