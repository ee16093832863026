"""What the Candidates page reads: the questions once per detection, and both sides of a pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from app import review_found, session
from app.review_answers import Standing, not_obeyed, standing
from app.review_question import Found, Question
from app.words import candidates as words
from graph.lookup.accounts import (
    Membership,
    Profile,
    PublishedDetail,
    find_profile,
    list_details,
    list_groups,
    list_posts,
)
from graph.lookup.candidates import (
    Activity,
    GroupFacts,
    Shown,
    daily_activity,
    find_group_facts,
    group_posts,
    posts_that_show,
)
from graph.lookup.posts import Post, find_posts
from graph.lookup.taxa import AccountTaxon, list_taxa
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.judgements import Judgement

KEPT_SECONDS = 120
MOST_LISTED = 6
LATEST_POSTS = 2
_Stamp = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One side of a pair: an account, or a group; the lists are the first of as many as named.

    Attributes
    ----------
    key : str
    profile : Profile or None
        None: a group, or an account that the graph lacks.
    group : GroupFacts or None
    groups, details, taxa, posts : list
        Empty for groups but for posts.
    activity : Activity
    """

    key: str
    profile: Profile | None
    group: GroupFacts | None
    groups: list[Membership]
    details: list[PublishedDetail]
    taxa: list[AccountTaxon]
    posts: list[Post]
    activity: Activity


def find_questions(kind: str, snapshot: str) -> Found:
    """Give the questions of a kind, looking for them where that was not done yet."""
    workspace = session.opened().workspace
    kept_at = _stamp(review_found.kept_in(workspace, kind, snapshot))
    found = _kept(session.cache_key(), kept_at, kind, snapshot, workspace)
    if found is None or not review_found.may_be_shown(found, _made_from(kind)):
        return look_again(kind, snapshot)
    return found


def look_again(kind: str, snapshot: str) -> Found:
    """Look for the questions of a kind, and keep them."""
    with st.spinner(words.LOOKING):
        found = review_found.find_aside(session.opened().workspace, kind, snapshot)
    return found


def is_as_found(found: Found, kind: str) -> bool:
    """Whether nothing was taken in or judged since that would change what is found."""
    return dict(found.made_from) == _made_from(kind)


def read_standing(found: Found, kind: str) -> Standing:
    """Read what stands judged of the pairs of a kind."""
    workspace = session.opened().workspace
    return _standing(session.cache_key(), _noted_at(workspace), kind, workspace, found)


def read_not_obeyed(found: Found, kind: str) -> list[Judgement]:
    """Read which of these judgements no detection has obeyed yet."""
    workspace = session.opened().workspace
    return _not_obeyed(session.cache_key(), _noted_at(workspace), kind, workspace, found)


def read_sides(question: Question) -> tuple[Side, Side]:
    """Read both sides of a pair, from left to right."""
    return _sides(session.cache_key(), question.sides, question.of_groups, session.store())


def read_shown(question: Question) -> dict[tuple[str, str], Shown]:
    """Find the posts of both sides that show what they share."""
    values = tuple(sorted({each for because in question.reasons for each in because.shared}))
    if question.of_groups or not values:
        return {}
    return _shown(session.cache_key(), question.sides, values, session.store())


def read_posts(keys: Sequence[str]) -> list[Post]:
    """Look up posts."""
    return find_posts(session.store(), keys)


def _made_from(kind: str) -> dict[str, Any]:
    """What questions of a kind are made from now, read once after each entry of the journal."""
    workspace = session.opened().workspace
    return _made_from_at(session.cache_key(), _noted_at(workspace), kind, workspace)


def _noted_at(workspace: Workspace) -> _Stamp:
    """Tell whether the journal has grown: what is read of it is kept until then."""
    return _stamp(Journal(workspace).path)


def _stamp(path: Path) -> _Stamp:
    """Tell whether a file is another one than before."""
    try:
        about = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (about.st_size, about.st_mtime_ns)


@st.cache_resource(max_entries=8, show_spinner=False)
def _kept(
    place: str, stamp: _Stamp, kind: str, snapshot: str, _workspace: Workspace
) -> Found | None:
    """Read what is kept; ``place`` keeps apart what comes from different workspaces."""
    return review_found.read_kept(_workspace, kind, snapshot)


@st.cache_data(max_entries=8, show_spinner=False)
def _made_from_at(place: str, stamp: _Stamp, kind: str, _workspace: Workspace) -> dict[str, Any]:
    """Read what questions are made from now."""
    return review_found.made_from(_workspace, kind)


@st.cache_data(max_entries=8, show_spinner=False)
def _standing(
    place: str, stamp: _Stamp, kind: str, _workspace: Workspace, _found: Found
) -> Standing:
    """Read the journal once after each entry."""
    return standing(_workspace, kind, _found.also)


@st.cache_data(max_entries=8, show_spinner=False)
def _not_obeyed(
    place: str, stamp: _Stamp, kind: str, _workspace: Workspace, _found: Found
) -> list[Judgement]:
    """Read the journal once after each entry."""
    return not_obeyed(_workspace, standing(_workspace, kind, _found.also))


@st.cache_data(ttl=KEPT_SECONDS, max_entries=256, show_spinner=False)
def _sides(
    place: str, keys: tuple[str, str], of_groups: bool, _store: GraphStore
) -> tuple[Side, Side]:
    """Read both sides."""
    activity = daily_activity(_store, keys)
    read = _group if of_groups else _account
    left, right = (read(_store, key, activity[key]) for key in keys)
    return left, right


def _account(store: GraphStore, key: str, activity: Activity) -> Side:
    """Read one account."""
    return Side(
        key, find_profile(store, key), None,
        list_groups(store, key, limit=MOST_LISTED),
        list_details(store, key, limit=MOST_LISTED),
        list_taxa(store, key, limit=MOST_LISTED),
        list_posts(store, key, limit=LATEST_POSTS),
        activity,
    )  # fmt: skip


def _group(store: GraphStore, key: str, activity: Activity) -> Side:
    """Read one group."""
    posts = group_posts(store, key, limit=LATEST_POSTS)
    return Side(key, None, find_group_facts(store, key), [], [], [], posts, activity)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=256, show_spinner=False)
def _shown(
    place: str, accounts: tuple[str, str], values: tuple[str, ...], _store: GraphStore
) -> dict[tuple[str, str], Shown]:
    """Find posts by what they show."""
    return posts_that_show(_store, accounts, values)
