"""Changes as cards: what happened, how sure and how rare, why, who, and the posts that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app import session
from app.literal import visible
from app.report import facts
from app.report import words as told_words
from app.views.changes_links import (
    has_page,
    in_a_row,
    put_clusters,
    put_things,
    show_clusters,
    show_row,
)
from app.views.changes_reading import Told
from app.views.evidence import show_posts
from app.words import changes as words
from graph.lookup.posts import find_posts

Event = Mapping[str, Any]

POSTS = "posts_of_"
_SUCCESSOR_GROUP = "successor_group"


def show_cluster_event(told: Told, event: Event, rank: str, now: frozenset[str]) -> None:
    """Show a change of a cluster.

    Parameters
    ----------
    told : Told
    event : mapping
        One of the report's ``events`` or ``unsure``.
    rank : str
        Tells it from the others of the page.
    now : frozenset of str
        Clusters that the latest detection has.
    """
    with st.container(border=True, gap="small", key=f"change {rank}"):
        period = told.report["period"]
        _show_head(event, [words.between(period["from"], period["to"]), *_facts(event)])
        _show_why(event["why"])
        clusters = list(dict.fromkeys([*event["from"], *event["to"], event["cluster"]]))
        show_clusters(_clusters_caption(clusters), told, clusters, now)
        for field, caption in told_words.ACCOUNTS_OF_EVENTS:
            show_row(caption, told, event[field])
        _offer_posts(event["posts"], rank)
        _show_pictures(told, event["cluster"])


def show_account_event(told: Told, event: Event, rank: str, now: frozenset[str]) -> None:
    """Show a change of an account or a group; the parameters are those of `show_cluster_event`."""
    with st.container(border=True, gap="small", key=f"change {rank}"):
        _show_head(event, facts.of_account(event))
        _show_why(event["reasons"])
        key = event["group" if event["kind"] == _SUCCESSOR_GROUP else "account"]
        with in_a_row():
            put_things(told_words.GROUP if "group" in event else told_words.ACCOUNT, told, [key])
            if event.get("of"):
                put_things(told_words.MAY_FOLLOW, told, [event["of"]])
            _put_about(told, event)
            if event.get("cluster"):
                put_clusters(words.CLUSTER, told, [event["cluster"]], now)
        _offer_posts(event.get("posts", []), rank)


def _show_head(event: Event, known: Sequence[str]) -> None:
    """Show what kind of change it is, what happened, and the facts in few words."""
    kind, line = st.columns((1, 6), vertical_alignment="top", gap="small")
    kind.markdown(f"**{told_words.EVENTS.get(event['kind'], words.OTHER_KIND)}**")
    with line:
        st.text(visible(event["sentence"]))
        if known:
            st.caption(visible(" · ".join(known)), help=words.SURPRISE_AND_RUNS)


def _facts(event: Event) -> list[str]:
    """Say how sure, how rare and why, without the names of clusters, which are linked below."""
    return facts.of_cluster(event)[1:]


def _show_why(reasons: Sequence[str]) -> None:
    """List the evidence."""
    if reasons:
        st.text(visible("\n".join(f"– {each}" for each in reasons)))


def _clusters_caption(clusters: Sequence[str]) -> str:
    """Say cluster or clusters."""
    return words.CLUSTER if len(clusters) == 1 else words.CLUSTERS


def _put_about(told: Told, event: Event) -> None:
    """Link to the detail, group, species or place that an event is about."""
    about = told.names.about(event)
    if about is None:
        return
    title, name, _ = about
    if has_page(event["value"]):
        put_things(title, told, [event["value"]])
    else:
        st.text(visible(f"{title}: {name}"), width="content")


def _offer_posts(posts: Sequence[str], rank: str) -> None:
    """Show the posts cited, if they are asked for; the address keeps whether they are."""
    if not posts:
        return
    if st.toggle(words.show_posts(len(posts)), key=f"{POSTS}{rank}", bind="query-params"):
        found = find_posts(session.store(), posts)
        show_posts(found)
        if len(found) < len(set(posts)):
            st.caption(words.lacking_posts(len(set(posts)) - len(found)))


def _show_pictures(told: Told, cluster: str) -> None:
    """Show the network before and now, and its weeks."""
    network, timeline = (told.pictures.get(f"{it}:{cluster}") for it in ("network", "timeline"))
    if network:
        st.image(network, alt=words.PICTURE, width="content")
    if timeline:
        st.image(timeline, alt=words.TIMELINE, width="content")
