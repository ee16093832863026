"""Parts of an account's page: what it is called, its cluster, its posts, groups and details."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_links import PAGE, link_account
from app.views.evidence import show_posts as show_evidence
from app.views.paging import ask_page
from graph.lookup.accounts import DatedName, Profile, list_details, list_groups, list_posts
from graph.store import GraphStore

POSTS_PER_PAGE = 10
ROWS_PER_PAGE = 200
DATES = {
    name: st.column_config.DateColumn(format="D MMM YYYY") for name in ("First seen", "Last seen")
}
GROUP_COLUMNS = {
    "Joined": st.column_config.DateColumn(format="D MMM YYYY", help="Where a source says so."),
    "Left": st.column_config.DateColumn(
        format="D MMM YYYY",
        help="Where a source says so and the account was not seen there since.",
    ),
}
DETAIL_COLUMNS = {
    "In posts": st.column_config.NumberColumn(
        help="Posts of this account that give it; 0 where only its description does."
    ),
    "Published by": st.column_config.NumberColumn(help="Accounts, this one included."),
    "May serve strangers": st.column_config.TextColumn(help="Hub probability."),
}


def show_facts(profile: Profile) -> None:
    """Say what the account is and how much hangs on it, and lead to other accounts."""
    facts = (
        words.platform(profile.platform),
        f"@{profile.handle}" if profile.handle else None,
        f"category: {profile.category}",
        words.count(profile.posts_in_all, "post"),
        words.count(profile.groups_in_all, "group"),
        words.count(profile.details_in_all, "contact detail"),
        words.count(profile.ties_in_all, "tie"),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(literal(profile.key))
        st.text(visible(" · ".join(fact for fact in facts if fact)))
        st.space("stretch")
        st.page_link(PAGE, label="Find another account")


def show_identity(profile: Profile) -> None:
    """Show key and address to copy, and how the account describes itself."""
    st.caption("Key and address, to copy")
    st.code(visible(profile.key), language=None, wrap_lines=True)
    if profile.url:
        st.code(visible(profile.url), language=None, wrap_lines=True)
    if profile.bio:
        st.caption("How it describes itself")
        st.text(visible(profile.bio))


def show_names(profile: Profile) -> None:
    """Show every name with its date, and the accounts that the platform says are the same."""
    st.caption("Names and handles, in the order first seen")
    if not profile.dated_names:
        st.text("No source names it.")
    st.markdown("\n".join(f"- {_dated(each)}" for each in profile.dated_names))
    if profile.aliases:
        st.caption("The platform says that it is the same as")
    for alias in profile.aliases:
        link_account(alias.account_key, alias.name, alias.handle)
        when = f", {words.day(alias.since)}" if alias.since else ""
        order = "later" if alias.is_later else "earlier"
        said = alias.reason or "no reason given"
        st.text(visible(f"{alias.account_key} ({order}): {said}{when}"))


def show_cluster(profile: Profile) -> None:
    """Link to the account's cluster, as the lead it is."""
    st.caption("Cluster")
    cluster = profile.cluster
    if cluster is None:
        st.text("In no cluster of the latest detection.")
        return
    st.page_link(
        "views/cluster.py",
        label=literal(cluster.cluster_id),
        query_params={"cluster": cluster.cluster_id},
    )
    st.text(
        visible(
            f"{words.count(cluster.size, 'account')}, this one as {words.role(cluster.role)}; it "
            f"stays in it in {words.share(cluster.stability)} of repeated runs."
        )
    )
    st.caption(words.LEAD)


def show_posts(store: GraphStore, profile: Profile) -> None:
    """Show the account's posts, the newest first, some at a time."""
    in_all = profile.posts_in_all
    if not in_all:
        st.markdown("No post of this account is known.")
        return
    place, skip = ask_page(in_all, per_page=POSTS_PER_PAGE, key="posts_page")
    posts = list_posts(store, profile.key, skip=skip, limit=POSTS_PER_PAGE)
    with place:
        st.caption(
            f"{words.showing(skip + 1, skip + len(posts), in_all, 'posts')}, the newest first. "
            "Addresses are text to copy, never links."
        )
        show_evidence(posts)


def show_groups(store: GraphStore, profile: Profile) -> None:
    """List the groups that the account belongs to or posts in."""
    in_all = profile.groups_in_all
    if not in_all:
        st.markdown("This account is not known to belong to a group, nor to post in one.")
        return
    place, skip = ask_page(in_all, per_page=ROWS_PER_PAGE, key="groups_page")
    groups = list_groups(store, profile.key, skip=skip, limit=ROWS_PER_PAGE)
    rows = [
        {
            "Group": visible(group.name or group.group_key.rpartition(":")[2]),
            "Platform": visible(words.platform(group.platform)),
            "Role": visible(group.role or ""),
            "First seen": _day(group.first_seen),
            "Last seen": _day(group.last_seen),
            "Joined": _day(group.joined_at),
            "Left": _day(group.left_at),
            "Known members": group.members,
            "Key": visible(group.group_key),
        }
        for group in groups
    ]
    with place:
        st.caption(
            f"{words.showing(skip + 1, skip + len(rows), in_all, 'groups')}, the latest seen "
            "first. Posting in a group counts as being seen there."
        )
        _show_table(rows, alt="The groups of this account", columns=GROUP_COLUMNS)


def show_details(store: GraphStore, profile: Profile) -> None:
    """List the contact details that the account publishes."""
    in_all = profile.details_in_all
    if not in_all:
        st.markdown("This account is not known to publish a contact detail.")
        return
    place, skip = ask_page(in_all, per_page=ROWS_PER_PAGE, key="details_page")
    details = list_details(store, profile.key, skip=skip, limit=ROWS_PER_PAGE)
    rows = [
        {
            "Kind": visible(words.kind(detail.kind)),
            "Value": visible(detail.value),
            "In posts": detail.posts,
            "First seen": _day(detail.first_seen),
            "Last seen": _day(detail.last_seen),
            "Published by": detail.publishers,
            "May serve strangers": words.hub(detail.hub_probability),
        }
        for detail in details
    ]
    with place:
        st.caption(
            f"{words.showing(skip + 1, skip + len(rows), in_all, 'contact details')}, the most "
            "published first."
        )
        hubs = [each for each in details if each.hub_probability is not None]
        if hubs:
            st.warning(
                f"{', '.join(literal(each.value) for each in hubs)} may serve strangers, as a "
                "courier’s or an administrator’s number does: sharing it says little."
            )
        _show_table(rows, alt="The contact details of this account", columns=DETAIL_COLUMNS)


def _show_table(rows: list[dict[str, Any]], *, alt: str, columns: Mapping[str, Any]) -> None:
    """Show rows as a table, without the columns of which nothing is known."""
    known = [name for name in rows[0] if any(row[name] not in {None, ""} for row in rows)]
    st.dataframe(
        rows,
        hide_index=True,
        alt=alt,
        placeholder="",
        column_order=known,
        column_config={**DATES, **columns},
    )


def _dated(each: DatedName) -> str:
    """Write a name with the day it was first seen."""
    return f"{literal(each.name)} {words.day(each.since) if each.since else 'at an unknown time'}"


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
