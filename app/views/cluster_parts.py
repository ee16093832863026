"""Parts of a cluster's page: its measures, what holds it together, what else it may be."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.views.account_links import show_account_table
from app.views.cluster_legality import legality_by_cluster, show_who_says, value_of
from app.views.evidence import show_posts
from app.views.paging import ask_page
from app.views.reading import Shown

PER_PAGE = 10
NAMES_SHOWN = 12


def show_measures(shown: Shown) -> None:
    """Show the three columns, never one number, and the plain facts below."""
    cluster, found = shown.cluster.summary, shown.cluster.summary.properties
    legality = legality_by_cluster(cluster.snapshot).get(cluster.id)
    offers = f"{words.count(found.get('offers') or 0, 'offer')} or searches among them"
    measures = (
        ("Connectedness", words.share(cluster.connectedness), words.CONNECTEDNESS),
        ("Trade relevance", words.share(cluster.trade_relevance), words.TRADE_RELEVANCE),
        ("Legality", value_of(legality), words.LEGALITY),
    )
    for column, (name, value, meaning) in zip(st.columns(3), measures, strict=True):
        with column.container(border=True, height="stretch", gap="xsmall"):
            st.metric(name, value)
            if name == "Legality":
                show_who_says(legality)
            st.caption(meaning)
    facts = (
        words.count(cluster.size, "account"),
        ", ".join(map(words.platform, cluster.platforms)),
        words.count(len(found.get("groups") or ()), "group"),
        f"{words.count(found.get('posts') or 0, 'post')}, {offers}",
        f"active {words.span(cluster.span_first, cluster.span_last)}",
    )
    st.text(visible(" · ".join(facts)))
    if named := found.get("taxa"):
        st.text(visible(f"Taxa named: {_some([shown.taxon(name) for name in named])}"))
    if named := found.get("products"):
        st.text(visible(f"Products named: {_some(named)}"))
    if named := found.get("terms"):
        st.text(visible(f"Code words used (entries of the lexicon): {_some(named)}"))


def _some(names: list[str]) -> str:
    """The first of a list; says how many are left out."""
    left = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {left:,} more" if left > 0 else "")


def show_members(shown: Shown) -> None:
    """List the members."""
    cluster = shown.cluster
    st.caption(
        f"{words.showing(1, len(cluster.members), cluster.members_in_all, 'accounts')}, those with "
        f"most ties first. Stability: {words.STABILITY[0].lower()}{words.STABILITY[1:]}"
    )
    rows = [
        {
            "Name": visible(words.account(member.name, member.handle, member.account_key)),
            "Handle": visible(member.handle or ""),
            "Platform": visible(words.platform(member.platform)),
            "Role": words.role(member.role),
            "Stability": member.stability,
            "With other seeds": member.by_seed,
            "Borderline": "borderline" if member.borderline else "",
            "Ties here": member.ties,
            "Posts": member.posts,
            "Category": visible(member.category),
            "Key": visible(member.account_key),
        }
        for member in cluster.members
    ]
    show_account_table(
        rows,
        [member.account_key for member in cluster.members],
        place=f"members {cluster.summary.key}",
        alt="The accounts of this cluster",
        columns={
            "Stability": st.column_config.ProgressColumn(
                help=words.STABILITY, format="percent", min_value=0.0, max_value=1.0
            ),
            "With other seeds": st.column_config.ProgressColumn(
                help=words.BY_SEED, format="percent", min_value=0.0, max_value=1.0
            ),
            "Ties here": st.column_config.NumberColumn(help="Ties to other accounts here."),
            "Posts": st.column_config.NumberColumn(help="All known posts of the account."),
        },
    )


def show_details(shown: Shown) -> None:
    """List the contact details that several members publish."""
    details, in_all = shown.cluster.details, shown.cluster.details_in_all
    if not details:
        st.markdown("No contact detail is published by two or more of these accounts.")
        return
    st.caption(f"{words.showing(1, len(details), in_all, 'contact details')}, most shared first.")
    rows = [
        {
            "Kind": visible(words.kind(detail.kind)),
            "Value": visible(detail.value),
            "Published here by": len(detail.publishers),
            "Anywhere by": detail.in_all,
            "May serve strangers": words.hub(detail.hub_probability),
            "Who": visible(", ".join(shown.account(p.account_key) for p in detail.publishers)),
        }
        for detail in details
    ]
    st.dataframe(
        rows,
        hide_index=True,
        alt="Contact details shared in this cluster",
        column_config={
            "Published here by": st.column_config.NumberColumn(help="Accounts of this cluster."),
            "Anywhere by": st.column_config.NumberColumn(help="Accounts in the whole workspace."),
            "May serve strangers": st.column_config.TextColumn(help="Hub probability."),
        },
    )


def show_cited_posts(shown: Shown) -> None:
    """Show the posts that the ties' reasons cite, some at a time."""
    posts, in_all = shown.cluster.posts, shown.cluster.posts_in_all
    if not posts:
        st.markdown("No post is cited by the ties of this cluster.")
        return
    place, skip = ask_page(len(posts), per_page=PER_PAGE, key="post_page")
    part = posts[skip : skip + PER_PAGE]
    with place:
        st.caption(
            f"{words.showing(skip + 1, skip + len(part), in_all, 'posts')} that show why "
            "accounts are tied, the newest first. Addresses are text to copy, never links."
        )
        show_posts(part)
