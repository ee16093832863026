"""Why two accounts are tied: the reasons in sentences, with what they weigh and the posts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import streamlit as st

from app import session, words
from app.literal import visible
from app.views.evidence import show_posts
from app.words import account_page as told
from graph.lookup.posts import find_posts
from graph.lookup.reasons import Reason

MOST_POSTS = 10
LIST, PANEL = (1, 9), (1, 3)
"""Widths of weight and sentence: in a list over the whole page, and in a panel."""


class Tied(Protocol):
    """What a tie says, whichever end it is seen from."""

    @property
    def score(self) -> float:
        """Posterior log-odds in bits."""

    @property
    def bits(self) -> float:
        """What the evidence weighs."""

    @property
    def probability(self) -> float:
        """The score as a probability."""

    @property
    def evidence(self) -> tuple[Reason, ...]:
        """The reasons."""


def show_reasons(
    tie: Tied, groups: Mapping[str, str], *, place: str, widths: tuple[int, int] = LIST
) -> None:
    """Show why a tie is there.

    Parameters
    ----------
    tie : Tied
    groups : mapping of str to str
        Names of groups by key, for the sentences.
    place : str
        Tells this showing of the tie from others on the page.
    widths : tuple of int
        Widths of weight and sentence.
    """
    st.caption(told.weight(tie.probability, tie.bits, tie.score))
    with st.container(gap="xsmall", key=f"reasons {place}"):
        for reason in tie.evidence:
            weight, said = st.columns(widths, gap="small")
            weight.text(told.reason_weight(reason.bits, is_counted=reason.counted))
            said.text(visible(sentence_of(reason, groups)))
    keys = list(dict.fromkeys(key for reason in tie.evidence for key in reason.posts))
    if keys:
        _show_posts(keys, place)


def sentence_of(reason: Reason, groups: Mapping[str, str]) -> str:
    """Put a group's name into a sentence that gives its key.

    Parameters
    ----------
    reason : Reason
    groups : mapping of str to str
        Names of groups by key, as far as they have one.
    """
    name = groups.get(reason.shared or "")
    if reason.shared and name:
        return reason.sentence.replace(reason.shared, told.shared(name), 1)
    return reason.sentence


def _show_posts(keys: list[str], place: str) -> None:
    """Show the posts that reasons cite, read only when they are asked for."""
    title = told.posts_that_show_it(len(keys))
    with st.expander(title, key=f"posts {place}", on_change="rerun") as opened:
        if opened.open:
            st.caption(words.showing(1, min(len(keys), MOST_POSTS), len(keys), "posts"))
            show_posts(find_posts(session.store(), keys[:MOST_POSTS]))
