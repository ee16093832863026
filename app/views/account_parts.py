"""Parts of an account's page: what it is called, its cluster, its posts, groups and details."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_links import PAGE, link_account
from app.views.evidence import show_posts as show_evidence
from app.views.linked_table import DATE, show_linked_table
from app.views.paging import ask_page
from app.words import account_parts as said
from graph.lookup.accounts import Profile, list_details, list_groups, list_posts
from graph.store import GraphStore

POSTS_PER_PAGE = 10
ROWS_PER_PAGE = 200
DATES = {said.FIRST_SEEN: DATE, said.LAST_SEEN: DATE}
GROUP_COLUMNS = {
    **DATES,
    said.JOINED: st.column_config.DateColumn(format="D MMM YYYY", help=said.JOINED_HELP),
    said.LEFT: st.column_config.DateColumn(format="D MMM YYYY", help=said.LEFT_HELP),
}
DETAIL_COLUMNS = {
    **DATES,
    said.IN_POSTS: st.column_config.NumberColumn(help=said.IN_POSTS_HELP),
    said.PUBLISHED_BY: st.column_config.NumberColumn(help=said.PUBLISHED_BY_HELP),
    said.STRANGERS: st.column_config.TextColumn(help=said.STRANGERS_HELP),
}


def show_facts(profile: Profile) -> None:
    """Say what the account is and how much hangs on it, and lead to other accounts."""
    facts = (
        words.platform(profile.platform),
        f"@{profile.handle}" if profile.handle else None,
        said.category(profile.category),
        words.count(profile.posts_in_all, "post"),
        words.count(profile.groups_in_all, "group"),
        words.count(profile.details_in_all, "contact detail"),
        words.count(profile.ties_in_all, "tie"),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(literal(profile.key))
        st.text(visible(" · ".join(fact for fact in facts if fact)))
        st.space("stretch")
        st.page_link(PAGE, label=said.FIND_ANOTHER)


def show_identity(profile: Profile) -> None:
    """Show key and address to copy, and how the account describes itself."""
    st.caption(said.TO_COPY)
    st.code(visible(profile.key), language=None, wrap_lines=True)
    if profile.url:
        st.code(visible(profile.url), language=None, wrap_lines=True)
    if profile.bio:
        st.caption(said.DESCRIBES_ITSELF)
        st.text(visible(profile.bio))


def show_names(profile: Profile) -> None:
    """Show every name with its date, and the accounts that the platform says are the same."""
    st.caption(said.NAMES)
    if not profile.dated_names:
        st.text(said.NO_NAME)
    names = [said.dated(literal(each.name), _said_day(each.since)) for each in profile.dated_names]
    st.markdown("\n".join(f"- {name}" for name in names))
    if profile.aliases:
        st.caption(said.SAME_AS)
    for alias in profile.aliases:
        link_account(alias.account_key, alias.name, alias.handle)
        since = _said_day(alias.since)
        told = said.alias(alias.account_key, alias.reason, since, is_later=alias.is_later)
        st.text(visible(told))


def show_cluster(profile: Profile) -> None:
    """Link to the account's cluster, as the lead it is."""
    st.caption(said.CLUSTER)
    cluster = profile.cluster
    if cluster is None:
        st.text(said.NO_CLUSTER)
        return
    st.page_link(
        "views/cluster.py",
        label=literal(cluster.cluster_id),
        query_params={"cluster": cluster.cluster_id},
    )
    st.text(visible(said.in_cluster(cluster.size, cluster.role, cluster.stability)))
    st.caption(words.LEAD)


def show_posts(store: GraphStore, profile: Profile) -> None:
    """Show the account's posts, the newest first, some at a time."""
    in_all = profile.posts_in_all
    if not in_all:
        st.markdown(said.NO_POSTS)
        return
    place, skip = ask_page(in_all, per_page=POSTS_PER_PAGE, key="posts_page")
    posts = list_posts(store, profile.key, skip=skip, limit=POSTS_PER_PAGE)
    with place:
        st.caption(said.posts(words.showing(skip + 1, skip + len(posts), in_all, "posts")))
        show_evidence(posts)


def show_groups(store: GraphStore, profile: Profile) -> None:
    """List the groups that the account belongs to or posts in; a row opens the group's page."""
    in_all = profile.groups_in_all
    if not in_all:
        st.markdown(said.NO_GROUPS)
        return
    place, skip = ask_page(in_all, per_page=ROWS_PER_PAGE, key="groups_page")
    groups = list_groups(store, profile.key, skip=skip, limit=ROWS_PER_PAGE)
    rows = [
        {
            said.GROUP: visible(group.name or group.group_key.rpartition(":")[2]),
            said.PLATFORM: visible(words.platform(group.platform)),
            said.ROLE: visible(group.role or ""),
            said.FIRST_SEEN: _day(group.first_seen),
            said.LAST_SEEN: _day(group.last_seen),
            said.JOINED: _day(group.joined_at),
            said.LEFT: _day(group.left_at),
            said.KNOWN_MEMBERS: group.members,
            said.KEY: visible(group.group_key),
        }
        for group in groups
    ]
    with place:
        st.caption(said.groups(words.showing(skip + 1, skip + len(rows), in_all, "groups")))
        show_linked_table(
            rows, [group.group_key for group in groups], about="group",
            place=f"groups {profile.key}", alt=said.GROUPS_ALT, columns=GROUP_COLUMNS,
        )  # fmt: skip


def show_details(store: GraphStore, profile: Profile) -> None:
    """List the contact details that the account publishes; a row opens the detail's page."""
    in_all = profile.details_in_all
    if not in_all:
        st.markdown(said.NO_DETAILS)
        return
    place, skip = ask_page(in_all, per_page=ROWS_PER_PAGE, key="details_page")
    details = list_details(store, profile.key, skip=skip, limit=ROWS_PER_PAGE)
    rows = [
        {
            said.KIND: visible(words.kind(detail.kind)),
            said.VALUE: visible(detail.value),
            said.IN_POSTS: detail.posts,
            said.FIRST_SEEN: _day(detail.first_seen),
            said.LAST_SEEN: _day(detail.last_seen),
            said.PUBLISHED_BY: detail.publishers,
            said.STRANGERS: words.hub(detail.hub_probability),
        }
        for detail in details
    ]
    with place:
        shown = words.showing(skip + 1, skip + len(rows), in_all, "contact details")
        st.caption(said.details(shown))
        hubs = [each.value for each in details if each.hub_probability is not None]
        if hubs:
            st.warning(said.may_serve_strangers(", ".join(map(literal, hubs))))
        show_linked_table(
            rows, [detail.detail_key for detail in details], about="detail",
            place=f"details {profile.key}", alt=said.DETAILS_ALT, columns=DETAIL_COLUMNS,
        )  # fmt: skip


def _said_day(moment: datetime | None) -> str | None:
    """Write the day (UTC) of a time."""
    return words.day(moment) if moment else None


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
