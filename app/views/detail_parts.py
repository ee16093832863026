"""Parts of a contact detail's page: what it is, who publishes it, and in which groups."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st

from app import session, words
from app.literal import literal, visible
from app.views.account_links import link_account
from app.views.detail_reading import read_clusters, read_groups
from app.views.linked_table import DATE, show_linked_table
from app.views.paging import ask_page
from app.words import detail as said
from app.words import headings
from graph.lookup.details import Detail, list_accounts
from graph.lookup.details_posts import MOST_READ
from graph.lookup.overview import Snapshot

PER_PAGE = 100
MOST_CLUSTERS = 8
DATES = {headings.FIRST_SEEN: DATE, headings.LAST_SEEN: DATE}


def show_hub_warning(detail: Detail) -> None:
    """Warn where a detail may serve strangers: sharing it then says little."""
    if detail.hub_probability is not None:
        share = words.share(detail.hub_probability)
        st.warning(f"{said.HUB_SAID}: {share}. {said.HUB_MEANING}")


def show_identity(detail: Detail) -> None:
    """Show key and value to copy."""
    st.caption(said.TO_COPY)
    st.code(visible(detail.key), language=None, wrap_lines=True)
    st.code(visible(detail.value), language=None, wrap_lines=True)
    st.caption(said.COPY_NOTE)


def show_reached(detail: Detail) -> None:
    """Link to the account that the detail is the handle or number of."""
    st.caption(said.REACHES)
    if not detail.reached:
        st.text(said.REACHES_NONE)
        return
    for account in detail.reached:
        link_account(account.account_key, account.name, account.handle)
        st.text(visible(account.account_key))
    st.caption(said.REACHES_NOTE)


def show_clusters(detail: Detail, latest: Snapshot | None) -> None:
    """Link to the clusters whose accounts publish it."""
    st.caption(said.IN_CLUSTERS)
    if latest is None:
        st.text(said.NOT_DETECTED)
        return
    clusters = read_clusters(detail, latest.id)
    if not clusters:
        st.text(said.IN_NO_CLUSTER)
        return
    for each in clusters[:MOST_CLUSTERS]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                "views/cluster.py",
                label=literal(each.cluster_id),
                query_params={"cluster": each.cluster_id},
            )
            st.text(said.members(each.accounts, each.size))
    if len(clusters) > MOST_CLUSTERS:
        st.text(words.showing(1, MOST_CLUSTERS, len(clusters), "clusters"))
    st.caption(words.LEAD)


def show_accounts(detail: Detail, latest: Snapshot | None) -> None:
    """List the accounts that publish it."""
    if not detail.accounts:
        st.markdown(said.NOBODY)
        return
    place, skip = ask_page(detail.accounts, per_page=PER_PAGE, key="publishers_page")
    accounts = list_accounts(
        session.store(), detail.key, latest.id if latest else None, skip=skip, limit=PER_PAGE
    )
    rows = [
        {
            headings.ACCOUNT: visible(words.account(each.name, each.handle, each.account_key)),
            headings.HANDLE: visible(each.handle or ""),
            headings.PLATFORM: visible(words.platform(each.platform)),
            said.IN_POSTS: each.posts,
            headings.FIRST_SEEN: _day(each.first_seen),
            headings.LAST_SEEN: _day(each.last_seen),
            headings.CLUSTER: visible(each.cluster_id or ""),
            headings.KEY: visible(each.account_key),
        }
        for each in accounts
    ]
    with place:
        shown = words.showing(skip + 1, skip + len(rows), detail.accounts, "accounts")
        st.caption(said.publishers(shown))
        if rows:
            show_linked_table(
                rows, [each.account_key for each in accounts], about="account",
                place=f"publishers {detail.key}", alt=said.ACCOUNTS_ALT,
                columns=DATES | {said.IN_POSTS: st.column_config.NumberColumn(
                    help=said.IN_POSTS_HELP)},
            )  # fmt: skip


def show_groups(detail: Detail, latest: Snapshot | None) -> None:
    """List the groups in which it was posted."""
    groups = read_groups(detail)
    if not groups:
        st.markdown(said.NO_GROUP)
        return
    place, skip = ask_page(len(groups), per_page=PER_PAGE, key="stands_page")
    part = groups[skip : skip + PER_PAGE]
    rows = [
        {
            headings.GROUP: visible(each.name or each.group_key.rpartition(":")[2]),
            headings.PLATFORM: visible(words.platform(each.platform)),
            said.IN_POSTS: each.posts,
            headings.FIRST_SEEN: _day(each.first_seen),
            headings.LAST_SEEN: _day(each.last_seen),
            headings.KEY: visible(each.group_key),
        }
        for each in part
    ]
    with place:
        st.caption(f"{words.showing(skip + 1, skip + len(part), len(groups), 'groups')}.")
        if detail.posts > MOST_READ:
            st.caption(said.at_least(MOST_READ))
        show_linked_table(
            rows, [each.group_key for each in part], about="group",
            place=f"stands {detail.key}", alt=said.GROUPS_ALT, columns=DATES,
        )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
