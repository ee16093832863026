"""Parts of a post's page: where it was seen, its address, and posts with nearly the same text."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from app import session
from app import words as general
from app.literal import literal, shortened, visible
from app.views.account_links import link_account
from app.views.evidence import link_post, time_of
from app.views.links import link_group
from app.views.localities import ask_for_places, is_withheld, places_said
from app.words import posts as words
from graph.lookup.posts import Alike, Post, find_alike

MOST_SIGHTINGS = 200
MOST_ALIKE = 20
MOST_CHARACTERS = 160


def show_facts(post: Post) -> None:
    """Say who posted it, where and when, and lead there."""
    who, where, when = st.columns(3)
    with who.container(border=True, height="stretch", gap="xsmall"):
        st.caption(words.WHO)
        for author in post.authors:
            link_account(author.key, author.name, author.handle)
        if post.forwarded_from:
            st.caption(words.forwarded(literal(post.forwarded_from)))
        if post.reply_to:
            link_post(post.reply_to, words.ANSWERS)
    with where.container(border=True, height="stretch", gap="xsmall"):
        st.caption(words.WHERE)
        st.text(visible(general.platform(post.platform)))
        for group in post.groups:
            link_group(group.key, group.name)
        if not post.groups:
            st.text(words.NO_GROUP)
        if said := places_said(post):
            st.markdown(f"{words.PLACES}: {'; '.join(said)}")
        if is_withheld(post):
            ask_for_places("post", post.key, words.WITHHELD)
    with when.container(border=True, height="stretch", gap="xsmall"):
        st.caption(words.WHEN)
        st.markdown(time_of(post))
        if post.posted_at_raw:
            st.caption(f"{words.SOURCE_SAYS} {literal(post.posted_at_raw)}")
        if post.price:
            st.text(visible(f"{words.PRICE}: {post.price} {post.currency or ''}".strip()))
        if post.language:
            st.text(visible(f"{words.LANGUAGE}: {general.language(post.language)}"))


def show_address(post: Post) -> None:
    """Give the address as text to copy; a link to it only after a warning."""
    st.caption(words.ADDRESS)
    if not post.url:
        st.text(words.ADDRESS_MISSING)
        return
    st.code(visible(post.url), language=None, wrap_lines=True)
    if not _is_web_address(post.url):
        return
    with st.expander(words.OPENING):
        st.warning(words.WARNING)
        if st.checkbox(words.UNDERSTOOD, key=f"understood {post.key}"):
            st.link_button(words.GO, post.url)


def show_sightings(post: Post) -> None:
    """List every place in a source where the post stands."""
    st.header(words.SIGHTINGS, anchor=False)
    rows = [
        dict(
            zip(
                words.SIGHTING_COLUMNS,
                (
                    visible(seen.path),
                    visible(seen.locator),
                    general.minute(seen.collected_at) if seen.collected_at else general.UNKNOWN,
                    visible(seen.source_key.partition(":")[2]),
                ),
                strict=True,
            )
        )
        for seen in post.sightings[:MOST_SIGHTINGS]
    ]
    if not rows:
        st.text(words.NO_SOURCE)
        return
    if len(post.sightings) > MOST_SIGHTINGS:
        st.caption(general.showing(1, len(rows), len(post.sightings), "sightings"))
    st.dataframe(rows, hide_index=True, height="content", alt=words.SIGHTINGS)


def show_alike(post: Post) -> None:
    """List posts with nearly the same text, some of them."""
    st.header(words.ALIKE, anchor=False)
    found, in_all = find_alike(session.store(), post.key, most=MOST_ALIKE)
    if not found:
        st.text(words.NONE_ALIKE)
        return
    st.caption(f"{general.showing(1, len(found), in_all, 'posts')}. {words.ALIKE_NOTE}")
    for each in found:
        _show_alike(each)


def _show_alike(each: Alike) -> None:
    """Show one of them: by whom, when, and how it begins."""
    with st.container(key=f"row alike {each.key}"):
        who, when, text = st.columns([2, 2, 6], vertical_alignment="center")
        with who:
            for author in each.authors:
                link_account(author.key, author.name, author.handle)
        with when:
            link_post(each.key, general.minute(each.posted_at))
        text.text(visible(shortened(" ".join((each.text or "").split()), MOST_CHARACTERS)))


def _is_web_address(url: str) -> bool:
    """Whether an address leads to a page of the web and nowhere else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and visible(url) == url
