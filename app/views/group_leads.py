"""Where a group leads: whose words are passed on in it, and to what it invites."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st

from app.literal import visible
from app.views.group_reading import read_leads
from app.views.linked_table import DATE, show_linked_table
from app.words import group as said
from app.words import headings
from graph.lookup.groups import Group
from graph.lookup.groups_content import Invitation, PassedOn
from graph.lookup.groups_posts import MOST_READ
from graph.lookup.overview import Snapshot

DATES = {headings.FIRST_SEEN: DATE, headings.LAST_SEEN: DATE}


def show_leads(group: Group, latest: Snapshot | None) -> None:
    """List whose words are passed on here, and the invitations that are posted."""
    passed_on, invitations = read_leads(group)
    if group.posts > MOST_READ:
        st.caption(said.bounded(MOST_READ))
    st.subheader(said.PASSED_ON, anchor=False)
    if passed_on:
        st.caption(said.PASSED_ON_NOTE)
        _show_passed_on(group, passed_on)
    else:
        st.markdown(said.NOT_PASSED_ON)
    st.subheader(said.INVITES, anchor=False)
    if invitations:
        st.caption(said.INVITES_NOTE)
        _show_invitations(group, invitations)
    else:
        st.markdown(said.NO_INVITES)


def _show_passed_on(group: Group, found: list[PassedOn]) -> None:
    """List whose words are passed on; a row opens one of the posts."""
    rows = [
        {
            said.FROM_WHOM: visible(each.passed_on),
            said.POSTS_HERE: each.posts,
            headings.FIRST_SEEN: _day(each.first_seen),
            headings.LAST_SEEN: _day(each.last_seen),
            said.SUCH_AS: visible(each.post_key),
        }
        for each in found
    ]
    show_linked_table(
        rows, [each.post_key for each in found], about="post",
        place=f"passed on {group.key}", alt=said.PASSED_ON_ALT, columns=DATES,
    )  # fmt: skip


def _show_invitations(group: Group, found: list[Invitation]) -> None:
    """List invitations; a row opens the page of the contact detail."""
    rows = [
        {
            headings.INVITATION: visible(each.value),
            said.POSTS_HERE: each.posts,
            headings.FIRST_SEEN: _day(each.first_seen),
            headings.LAST_SEEN: _day(each.last_seen),
        }
        for each in found
    ]
    show_linked_table(
        rows, [each.detail_key for each in found], about="detail",
        place=f"invites {group.key}", alt=said.INVITES_ALT, columns=DATES,
    )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
