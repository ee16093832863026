"""The accounts of a group: recorded members and posters, told apart."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl
import streamlit as st

from app import session, words
from app.literal import visible
from app.views.group_reading import read_people
from app.views.linked_table import DATE, show_linked_table
from app.views.paging import ask_page
from app.words import group as said
from app.words import headings
from graph.lookup.groups import Group
from graph.lookup.groups_people import GroupPeople, list_group_accounts
from graph.lookup.overview import Snapshot

PER_PAGE = 100
COLUMNS = {
    headings.ROLE: st.column_config.TextColumn(help=said.ROLE_HELP),
    headings.FIRST_SEEN: DATE,
    headings.LAST_SEEN: DATE,
    headings.JOINED: st.column_config.DateColumn(format="D MMM YYYY", help=said.JOINED_HELP),
    headings.LEFT: st.column_config.DateColumn(format="D MMM YYYY", help=said.LEFT_HELP),
}
WHO = {
    said.EVERYBODY: pl.lit(value=True),
    said.MEMBERS: pl.col("is_member"),
    said.POSTERS: pl.col("posts") > 0,
}


def show_people(group: Group, latest: Snapshot | None) -> None:
    """Count members and posters, and list them, some at a time."""
    if not group.accounts:
        st.markdown(said.NO_PEOPLE)
        return
    people = read_people(group)
    _count(people)
    chosen = st.segmented_control(
        said.WHO, list(WHO), default=said.EVERYBODY, key="in_group", bind="query-params",
        required=True, on_change=_to_first_page,
    )  # fmt: skip
    rows = people.rows.filter(WHO[chosen or said.EVERYBODY])
    place, skip = ask_page(len(rows), per_page=PER_PAGE, key="accounts_page")
    part = rows.slice(skip, PER_PAGE)
    with place:
        st.caption(said.people(words.showing(skip + 1, skip + len(part), len(rows), "accounts")))
        if people.is_cut:
            st.caption(said.NOT_ALL_READ)
        _list(group, part, latest)


def _count(people: GroupPeople) -> None:
    """Count recorded members and posters, each for itself."""
    members, posters = st.columns(2)
    least = said.AT_LEAST if people.is_cut else ""
    members.metric(said.MEMBERS, f"{least}{people.members:,}", help=said.MEMBERS_HELP, border=True)
    posters.metric(said.POSTERS, f"{least}{people.posters:,}", help=said.POSTERS_HELP, border=True)


def _list(group: Group, part: pl.DataFrame, latest: Snapshot | None) -> None:
    """List accounts; a row opens its page."""
    posts = dict(part.select("account_key", "posts").iter_rows())
    found = list_group_accounts(
        session.store(), group.key, list(posts), latest.id if latest else None
    )
    if not found:
        return
    rows = [
        {
            headings.ACCOUNT: visible(words.account(each.name, each.handle, each.account_key)),
            headings.HANDLE: visible(each.handle or ""),
            headings.ROLE: visible(each.role or ""),
            said.POSTS_HERE: posts[each.account_key],
            headings.FIRST_SEEN: _day(each.first_seen),
            headings.LAST_SEEN: _day(each.last_seen),
            headings.JOINED: _day(each.joined_at),
            headings.LEFT: _day(each.left_at),
            headings.CLUSTER: visible(each.cluster_id or ""),
            headings.KEY: visible(each.account_key),
        }
        for each in found
    ]
    show_linked_table(
        rows, [each.account_key for each in found], about="account",
        place=f"accounts {group.key}", alt=said.PEOPLE_ALT, columns=COLUMNS,
    )  # fmt: skip


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["accounts_page"] = 1


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
