"""Things found as rows: each a link to its page, what is known of it, and why it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import session
from app import words as general
from app.literal import literal, shortened, visible
from app.searching import reasons
from app.searching.everything import Found
from app.views.account_links import link_account
from app.views.links import link_detail, link_group
from app.views.search_posts import show_posts
from app.words import search as words
from graph.lookup.account_list import list_accounts
from graph.lookup.search_matches import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    GROUP,
    POST,
    TAXON,
    TERM,
    Match,
)
from graph.lookup.search_rows import NamedIn, cluster_rows, count_named, detail_rows, group_rows
from graph.store import GraphStore

WIDTHS = (2.6, 1.3, 2.2, 3.4)
WHY_CHARACTERS = 220
CELL_CHARACTERS = 70


def show_rows(kind: str, part: Sequence[Match], found: Found) -> None:
    """List things of one kind."""
    with st.container(gap="xsmall"):
        if kind in words.HEADINGS:
            with st.container(key=f"headings {kind}"):
                columns = st.columns(WIDTHS, vertical_alignment="center", gap="small")
                for column, heading in zip(columns, words.HEADINGS[kind], strict=True):
                    column.caption(f"**{heading}**")
        SHOWN[kind](session.store(), part, found)


def _show_accounts(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    rows = {each.key: each for each in list_accounts(store, [match.key for match in part])}
    for match in part:
        if row := rows.get(match.key):
            what, platform, facts, why = _columns(ACCOUNT, match)
            with what:
                link_account(row.key, row.name, row.handle)
                if row.name and row.handle:
                    st.text(_cell(f"@{row.handle}"))
            platform.text(visible(general.platform(row.platform)))
            facts.text(words.facts_of_account(row.posts, row.ties))
            if row.cluster_id:
                facts.page_link(
                    "views/cluster.py", label=literal(row.cluster_id),
                    query_params={"cluster": row.cluster_id},
                )  # fmt: skip
            _say_why(why, reasons.why_account(match, row, found.asked))


def _show_details(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    rows = detail_rows(store, [match.key for match in part])
    for match in part:
        if row := rows.get(match.key):
            what, kind, facts, why = _columns(DETAIL, match)
            with what:
                link_detail(row.key, row.value)
            kind.text(general.kind(row.kind))
            facts.text(words.facts_of_detail(row.accounts, row.posts))
            _say_why(why, reasons.why_detail(match, row, found.asked))


def _show_groups(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    rows = group_rows(store, [match.key for match in part])
    for match in part:
        if row := rows.get(match.key):
            what, platform, facts, why = _columns(GROUP, match)
            with what:
                link_group(row.key, row.name)
            platform.text(visible(general.platform(row.platform)))
            facts.text(words.facts_of_group(row.posts, row.members))
            _say_why(why, reasons.why_group(match, row, found.asked))


def _show_clusters(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    rows = cluster_rows(store, [match.key for match in part])
    by = {each.key: each for each in list_accounts(store, [m.by for m in part if m.by])}
    latest = session.latest()
    for match in part:
        if row := rows.get(match.key):
            what, platforms, facts, why = _columns(CLUSTER, match)
            if latest and row.snapshot == latest.id:
                what.page_link(
                    "views/cluster.py", label=literal(row.id), query_params={"cluster": row.id}
                )
            else:
                what.text(visible(f"{row.id} {words.of_detection(row.snapshot)}"))
            platforms.text(_cell(", ".join(map(general.platform, row.platforms))))
            facts.text(_cell(words.facts_of_cluster(row.size, ", ".join(row.names))))
            holds = by.get(match.by or "")
            called = general.account(holds.name, holds.handle, holds.key) if holds else None
            _say_why(why, reasons.why_cluster(match, row, called))


def _show_taxa(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    named = count_named(store, [match.key for match in part])
    for match in part:
        taxon = found.taxa[match.key]
        what, english, facts, why = _columns(TAXON, match)
        what.page_link(
            "views/species.py", label=literal(taxon.scientific_name),
            query_params={"taxon": taxon.key},
        )  # fmt: skip
        english.text(_cell(taxon.english))
        counts = named.get(match.key, NamedIn())
        facts.text(words.facts_of_taxon(counts.offered, counts.named))
        _say_why(why, reasons.why_taxon(taxon))


def _show_terms(_: GraphStore, part: Sequence[Match], found: Found) -> None:
    for match in part:
        term = found.terms[match.key]
        what, role, meaning, why = _columns(TERM, match)
        what.page_link(
            "views/lexicon.py", label=literal(term.word), query_params={"entry": term.id}
        )
        role.text(visible(term.role))
        meaning.text(_cell(term.meaning))
        _say_why(why, reasons.why_term(term))


def _columns(kind: str, match: Match) -> Sequence[DeltaGenerator]:
    """The columns of one row."""
    with st.container(key=f"row {kind} {match.key}"):
        return st.columns(WIDTHS, vertical_alignment="center", gap="small")


def _say_why(place: DeltaGenerator, reason: reasons.Reason) -> None:
    """Say why something fits."""
    place.text(shortened(visible(words.why(reason)), WHY_CHARACTERS))


def _cell(text: str) -> str:
    """Write collected text for a narrow column."""
    return shortened(visible(" ".join(text.split())), CELL_CHARACTERS)


Shower = Callable[[GraphStore, Sequence[Match], Found], None]
SHOWN: Mapping[str, Shower] = {
    ACCOUNT: _show_accounts,
    DETAIL: _show_details,
    GROUP: _show_groups,
    CLUSTER: _show_clusters,
    TAXON: _show_taxa,
    TERM: _show_terms,
    POST: show_posts,
}
