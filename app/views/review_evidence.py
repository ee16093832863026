"""What both sides of a pair have in common, what speaks against it, and what else it could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.literal import visible
from app.review_question import Because, Question
from app.views.evidence import show_posts
from app.views.review_reading import read_posts, read_shown
from app.words import candidates as words
from app.words.candidate_alternatives import alternatives
from app.words.candidate_scores import rest_of_score, score, weight
from graph.lookup.candidates import Shown

_Cited = tuple[tuple[str, ...], tuple[str, ...]]


def show_evidence(question: Question) -> None:
    """Show the evidence on a pair."""
    shown = read_shown(question)
    speaking = [each for each in question.reasons if each.bits is None or each.bits > 0]
    against = [each for each in question.reasons if each.bits is not None and each.bits <= 0]
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.caption(words.EVIDENCE)
        st.text(score(question.score))
        for nth, because in enumerate(speaking):
            _show_reason(because, _cited(because, question, shown), place=f"{nth}")
        _say_rest(question)
        _show_times(question)
        _show_against(against, question.against)
        st.space("xsmall")
        st.caption(words.ELSE)
        layers = {each.layer for each in speaking}
        said = alternatives(question.kind, layers, of_groups=question.of_groups)
        st.markdown("\n".join(f"- {each}" for each in said))


def _show_reason(because: Because, cited: _Cited, *, place: str) -> None:
    """Show one reason with the posts of both sides."""
    with st.container(gap="xsmall", key=f"reasons pair {place}"):
        if because.bits is not None:
            layer = words.LAYERS.get(because.layer, because.layer)
            st.markdown(f"**{layer}**, {weight(because.bits)}")
        st.text(visible(because.sentence))
        if not any(cited):
            return
        title = words.posts_that_show(*(len(side) for side in cited))
        with st.expander(title, key=f"posts pair {place}", on_change="rerun") as opened:
            if opened.open:
                for side, keys in zip((words.LEFT, words.RIGHT), cited, strict=True):
                    st.markdown(f"**{side}**")
                    if keys:
                        show_posts(read_posts(keys))
                    else:
                        st.text(words.NO_POSTS)


def _cited(because: Because, question: Question, shown: Mapping[tuple[str, str], Shown]) -> _Cited:
    """Posts of the left and the right side that show a reason."""
    if because.posts or because.other_posts:
        told = dict(zip(question.pair, (because.posts, because.other_posts), strict=True))
        left, right = (told[side] for side in question.sides)
        return left, right
    found = [
        tuple(
            dict.fromkeys(
                post
                for value in because.shared
                if (side, value) in shown
                for post in shown[side, value].posts
            )
        )
        for side in question.sides
    ]
    return found[0], found[1]


def _say_rest(question: Question) -> None:
    """Say what the score holds beside the reasons."""
    bits = [each.bits for each in question.reasons]
    if bits and None not in bits:
        rest = question.score - sum(each for each in bits if each is not None)
        st.caption(rest_of_score(rest, question.kind))


def _show_times(question: Question) -> None:
    """Say when the one stopped and the other came."""
    if question.circumstances:
        st.space("xsmall")
        st.caption(words.TIMES)
        for each in question.circumstances:
            st.text(visible(each))


def _show_against(against: Sequence[Because], further: Sequence[str]) -> None:
    """Show what speaks against the pair."""
    st.space("xsmall")
    st.caption(words.AGAINST)
    for because in against:
        layer = words.LAYERS.get(because.layer, because.layer)
        st.markdown(f"**{layer}**, {weight(because.bits)}")
        st.text(visible(words.without_opening(because.sentence)))
    for each in further:
        st.text(visible(words.without_opening(each)))
    if not against and not further:
        st.text(words.NOTHING_AGAINST)
