"""One side of a pair: what it is called, where and when it was active, what it shows."""

from __future__ import annotations

import streamlit as st

from app import words as general
from app.literal import literal, shortened, visible
from app.views.account_links import PAGE, link_account
from app.views.links import link_detail, link_group
from app.views.review_reading import LATEST_POSTS, Side
from app.words import candidates as words
from graph.lookup.accounts import Profile
from graph.lookup.candidates import GroupFacts
from graph.lookup.posts import Post

MOST_TEXT = 280


def name_of(side: Side) -> str:
    """Call a side by its name, else by its handle or id."""
    if side.profile is not None:
        return general.account(side.profile.name, side.profile.handle, side.key)
    if side.group is not None and side.group.name:
        return side.group.name
    return side.key


def show_side(side: Side, title: str) -> None:
    """Show one side."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.caption(title)
        if side.profile is not None:
            _show_account(side, side.profile)
        elif side.group is not None:
            _show_group(side, side.group)
        else:
            st.markdown(literal(side.key))
            st.text(words.NOT_IN_GRAPH)
        _show_posts(side)


def _show_account(side: Side, profile: Profile) -> None:
    """Show an account."""
    link_account(profile.key, profile.name, profile.handle)
    handle = f" · @{profile.handle}" if profile.handle else ""
    st.text(visible(f"{general.platform(profile.platform)}{handle}"))
    st.caption(literal(profile.key))
    st.text(_active(side, profile.posts_in_all))
    if len(profile.dated_names) > 1:
        st.caption(words.NAMES)
        for each in profile.dated_names[: words.MOST_NAMES]:
            since = general.day(each.since) if each.since else words.NO_DAY
            st.text(visible(f"{shortened(each.name, 60)} ({since})"))
        _say_more(len(profile.dated_names) - words.MOST_NAMES, words.NAME)
    if profile.bio:
        st.caption(words.BIO)
        st.text(visible(shortened(" ".join(profile.bio.split()), 160)))
    if side.details:
        st.caption(words.DETAILS)
        for detail in side.details:
            link_detail(detail.detail_key, f"{general.kind(detail.kind)} {detail.value}")
        _say_more(profile.details_in_all - len(side.details), words.DETAIL)
    if side.groups:
        st.caption(words.GROUPS)
        for group in side.groups:
            link_group(group.group_key, group.name)
        _say_more(profile.groups_in_all - len(side.groups), words.GROUP)
    if side.taxa:
        st.caption(words.TAXA)
        st.text(visible(", ".join(each.scientific_name for each in side.taxa)))


def _show_group(side: Side, group: GroupFacts) -> None:
    """Show a group."""
    link_group(group.key, group.name)
    st.text(visible(general.platform(group.platform)))
    st.caption(literal(group.key))
    st.text(_active(side, group.posts))
    st.text(general.count(group.members, "known member"))
    if group.administrators:
        st.caption(words.RUN_BY)
        st.text(visible(", ".join(shortened(each, 40) for each in group.administrators)))


def _show_posts(side: Side) -> None:
    """Show the latest posts, shortened."""
    if not side.posts:
        return
    st.caption(words.latest_posts(min(len(side.posts), LATEST_POSTS)))
    for post in side.posts:
        _show_post(post)
    if side.profile is not None:
        st.page_link(PAGE, label=words.ALL_POSTS,
                     query_params={"account": side.key, "view": "Posts"})  # fmt: skip


def _show_post(post: Post) -> None:
    """Show the words of one post, with when and where."""
    groups = ", ".join(literal(each.name or each.key, most=40) for each in post.groups)
    where = f" · {groups}" if groups else ""
    st.caption(f"{general.minute(post.posted_at)}{where}")
    st.text(visible(shortened(" ".join((post.text or words.NO_TEXT).split()), MOST_TEXT)))


def _active(side: Side, posts: int) -> str:
    """Say when it was active."""
    return words.active(side.activity.first, side.activity.last, posts)


def _say_more(number: int, what: str) -> None:
    """Say how many are left out."""
    if number > 0:
        st.caption(words.more(number, what))
