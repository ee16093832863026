"""The posts that give a contact detail: by week, one by one, and how they write it."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import visible
from app.views.detail_reading import read_posts, read_writings
from app.views.evidence import show_posts as show_evidence
from app.views.paging import ask_page
from app.views.weeks_chart import show_weeks
from app.words import detail as said
from graph.lookup.details import Detail
from graph.lookup.details_posts import MOST_READ, DetailPosts, Writing
from graph.lookup.overview import Snapshot
from graph.lookup.posts import Mention, Post, find_posts
from graph.lookup.weeks import count_by_week

PER_PAGE = 10
WRITINGS_PER_PAGE = 100
AROUND = 70


def show_posts(detail: Detail, latest: Snapshot | None) -> None:
    """Show when it was posted, and the posts, the newest first, some at a time."""
    if not detail.posts:
        st.markdown(said.NO_POST)
        return
    posts = read_posts(detail)
    _show_weeks(posts)
    read = len(posts.rows)
    place, skip = ask_page(read, per_page=PER_PAGE, key="given_page")
    found = find_posts(session.store(), posts.keys(skip=skip, limit=PER_PAGE))
    with place:
        shown = words.showing(skip + 1, skip + len(found), detail.posts, "posts")
        st.caption(said.newest_first(shown, read if posts.is_cut else None))
        for post in found:
            _show_stand(post, detail.key)
            show_evidence([post])


def show_writings(detail: Detail, latest: Snapshot | None) -> None:
    """List every way in which posts write it, and how that was read."""
    if not detail.posts:
        st.markdown(said.NO_POST)
        return
    found = read_writings(detail)
    place, skip = ask_page(len(found), per_page=WRITINGS_PER_PAGE, key="writings_page")
    part = found[skip : skip + WRITINGS_PER_PAGE]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(found), said.WAYS_OF_WRITING)
        st.caption(f"{shown}. {said.WRITINGS_NOTE}")
        if detail.posts > MOST_READ:
            st.caption(said.at_least(MOST_READ))
        st.dataframe(
            [_writing(each) for each in part],
            hide_index=True,
            alt=said.WRITINGS_ALT,
            column_config={said.CERTAINTY: st.column_config.TextColumn(help=said.CERTAINTY_HELP)},
        )


def _show_weeks(posts: DetailPosts) -> None:
    """Show how many of the posts are of each week."""
    weeks = count_by_week(posts.rows["posted_at"])
    st.subheader(said.OVER_TIME, anchor=False)
    if not weeks:
        st.text(said.NO_DATE)
        return
    if len(weeks) == 1:
        st.text(said.ONE_WEEK)
    else:
        show_weeks([(week.monday, week.posts) for week in weeks], said.WEEKS_ALT)
        st.caption(said.WEEKS_NOTE)
    if posts.is_cut:
        st.caption(said.at_least(len(posts.rows)))


def _show_stand(post: Post, key: str) -> None:
    """Say where in a post the detail stands, and how it was read there."""
    mention = next((each for each in post.mentions if each.key == key), None)
    if mention is not None:
        certainty = words.share(mention.confidence)
        st.text(visible(said.stands(_excerpt(post, mention), mention.rule, certainty)))


def _excerpt(post: Post, mention: Mention) -> str:
    """The words around a detail, itself between brackets."""
    text, start, end = post.text or "", mention.start, mention.end
    if start is None or end is None:
        return said.BY_HAND
    if mention.raw is None or text[start:end] != mention.raw:
        return f"⟦{mention.raw or mention.value}⟧, {said.OTHER_TEXT}"
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    cut = ("…" if start > AROUND else "", "…" if end + AROUND < len(text) else "")
    return " ".join(f"{cut[0]}{before}⟦{mention.raw}⟧{after}{cut[1]}".split())


def _writing(each: Writing) -> dict[str, str | int]:
    """Lay out one way of writing."""
    least, most = words.share(each.confidence_from), words.share(each.confidence_to)
    return {
        said.AS_WRITTEN: visible(each.raw) if each.raw is not None else said.BESIDE_TEXT,
        said.IN_POSTS: each.posts,
        said.READ_BY: visible(each.rule or said.NOT_SAID),
        said.CERTAINTY: least if least == most else f"{least} – {most}",
    }
