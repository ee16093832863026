"""Parts of a cluster's page: its measures, what holds it together, what else it may be."""

from __future__ import annotations

import streamlit as st

from app import words
from app.cluster_status import Legality
from app.literal import visible
from app.views.cluster_standing import legality_value, show_who_says
from app.views.evidence import show_posts
from app.views.linked_table import show_linked_table
from app.views.links import link_detail
from app.views.paging import ask_page
from app.views.reading import Shown
from app.words import cluster as said
from app.words import headings
from graph.lookup.shared_details import SharedDetail

PER_PAGE = 10
NAMES_SHOWN = 12
MOST_LINKED = 8


def show_measures(shown: Shown, legality: Legality | None) -> None:
    """Show the three columns, never one number, and the plain facts below."""
    cluster, found = shown.cluster.summary, shown.cluster.summary.properties
    measures = (
        (said.CONNECTEDNESS, words.share(cluster.connectedness), words.CONNECTEDNESS),
        (said.TRADE_RELEVANCE, words.share(cluster.trade_relevance), words.TRADE_RELEVANCE),
        (said.LEGALITY, legality_value(legality), words.LEGALITY),
    )
    for column, (name, value, meaning) in zip(st.columns(3), measures, strict=True):
        with column.container(border=True, height="stretch", gap="xsmall"):
            st.metric(name, value)
            if name == said.LEGALITY:
                show_who_says(legality)
            st.caption(meaning)
    facts = said.facts(
        cluster.size,
        [words.platform(each) for each in cluster.platforms],
        len(found.get("groups") or ()),
        found.get("posts") or 0,
        found.get("offers") or 0,
        words.span(cluster.span_first, cluster.span_last),
    )
    st.text(visible(facts))
    for what in ("taxa", "products", "terms"):
        if named := found.get(what):
            some = [shown.taxon(name) if what == "taxa" else name for name in named[:NAMES_SHOWN]]
            st.text(visible(said.named(what, some, len(named) - NAMES_SHOWN)))


def show_members(shown: Shown) -> None:
    """List the members."""
    cluster = shown.cluster
    st.caption(said.members(len(cluster.members), cluster.members_in_all))
    rows = [
        {
            headings.NAME: visible(words.account(member.name, member.handle, member.account_key)),
            headings.HANDLE: visible(member.handle or ""),
            headings.PLATFORM: visible(words.platform(member.platform)),
            headings.ROLE: words.role(member.role),
            headings.STABILITY: member.stability,
            headings.OTHER_SEEDS: member.by_seed,
            headings.BORDERLINE: said.IS_BORDERLINE if member.borderline else "",
            headings.TIES_HERE: member.ties,
            headings.POSTS: member.posts,
            headings.CATEGORY: visible(member.category),
            headings.KEY: visible(member.account_key),
        }
        for member in cluster.members
    ]
    show_linked_table(
        rows,
        [member.account_key for member in cluster.members],
        about="account",
        place=f"members {cluster.summary.key}",
        alt=said.MEMBERS_ALT,
        columns={
            headings.STABILITY: st.column_config.ProgressColumn(
                help=words.STABILITY, format="percent", min_value=0.0, max_value=1.0
            ),
            headings.OTHER_SEEDS: st.column_config.ProgressColumn(
                help=words.BY_SEED, format="percent", min_value=0.0, max_value=1.0
            ),
            headings.TIES_HERE: st.column_config.NumberColumn(help=said.TIES_HELP),
            headings.POSTS: st.column_config.NumberColumn(help=said.POSTS_HELP),
        },
    )


def show_details(shown: Shown) -> None:
    """List the contact details that several members publish."""
    details, in_all = shown.cluster.details, shown.cluster.details_in_all
    if not details:
        st.markdown(said.NO_DETAILS)
        return
    st.caption(said.details(len(details), in_all))
    rows = [
        {
            headings.KIND: visible(words.kind(detail.kind)),
            headings.VALUE: visible(detail.value),
            headings.PUBLISHED_HERE_BY: len(detail.publishers),
            headings.ANYWHERE_BY: detail.in_all,
            headings.STRANGERS: words.hub(detail.hub_probability),
            headings.WHO: visible(
                ", ".join(shown.account(p.account_key) for p in detail.publishers)
            ),
        }
        for detail in details
    ]
    st.dataframe(
        rows,
        hide_index=True,
        alt=said.DETAILS_ALT,
        column_config={
            headings.PUBLISHED_HERE_BY: st.column_config.NumberColumn(help=said.HERE_HELP),
            headings.ANYWHERE_BY: st.column_config.NumberColumn(help=said.ANYWHERE_HELP),
            headings.STRANGERS: st.column_config.TextColumn(help=said.HUB_HELP),
        },
    )
    _link_detail(details)


def _link_detail(details: list[SharedDetail]) -> None:
    """Link to the page of each of the first contact details, and of one that is chosen."""
    with st.container(horizontal=True, gap="medium"):
        for detail in details[:MOST_LINKED]:
            link_detail(detail.detail_key, detail.value)
    if len(details) > MOST_LINKED:
        by_key = {detail.detail_key: detail for detail in details[MOST_LINKED:]}
        chosen = st.selectbox(
            said.OPEN_DETAIL, list(by_key), index=None, key="detail_to_open",
            format_func=lambda key: visible(by_key[key].value), placeholder=said.CHOOSE_DETAIL,
        )  # fmt: skip
        if chosen:
            link_detail(chosen, by_key[chosen].value)


def show_cited_posts(shown: Shown) -> None:
    """Show the posts that the ties' reasons cite, some at a time."""
    posts, in_all = shown.cluster.posts, shown.cluster.posts_in_all
    if not posts:
        st.markdown(said.NO_POSTS)
        return
    place, skip = ask_page(len(posts), per_page=PER_PAGE, key="post_page")
    part = posts[skip : skip + PER_PAGE]
    with place:
        st.caption(said.cited_posts(skip + 1, skip + len(part), in_all))
        show_posts(part)
