"""What is shown where no pair is: nothing found, nothing left, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app import words as general
from app.literal import literal, visible
from app.review_answers import CONFIRMED, OPEN, REJECTED, SKIPPED
from app.views.review_answering import show_undo
from app.views.working import ask_to_detect
from app.words import candidates as words
from ingest.judgements import Judgement

MOST_LISTED = 20


def show_none_found(kind: str) -> None:
    """Say that a detection found no pair of a kind."""
    with st.container(border=True):
        st.subheader(words.NONE_FOUND_TITLE, anchor=False)
        st.markdown(words.NONE_FOUND[kind])


def show_nothing_left(
    status: str, numbers: Mapping[str, int], waiting: Sequence[Judgement]
) -> None:
    """Say that no pair stands so; of those to decide, what comes next."""
    with st.container(border=True):
        if status != OPEN:
            st.markdown(words.none_of(status))
            return
        st.subheader(words.NOTHING_LEFT, anchor=False)
        st.markdown(words.done(numbers[CONFIRMED], numbers[REJECTED], numbers[SKIPPED]))
        show_undo()
        show_waiting(waiting, opened=True)


def show_unknown(pair: tuple[str, str]) -> None:
    """Say that the address names a pair that is no question."""
    with st.container(border=True):
        st.subheader(words.NO_SUCH_PAIR, anchor=False)
        st.markdown(f"{literal(pair[0])}, {literal(pair[1])}")
        st.markdown(words.NO_SUCH_PAIR_MEANS)


def show_waiting(waiting: Sequence[Judgement], *, opened: bool = False) -> None:
    """List the answers that no detection has obeyed, and how to have them obeyed."""
    if not waiting:
        if opened:
            st.markdown(words.ALL_OBEYED)
        return
    with st.expander(words.not_obeyed(len(waiting)), expanded=opened):
        st.markdown(words.DETECT_AGAIN)
        ask_to_detect("answers")
        shown = waiting[:MOST_LISTED]
        st.caption(general.showing(1, len(shown), len(waiting), words.ANSWERS))
        st.dataframe(
            [
                {
                    words.PAIR: visible(" · ".join(each.subject)),
                    words.JUDGED: general.JUDGED_SAID[each.verdict],
                    words.BY: visible(each.by),
                    words.ON: each.at[:16].replace("T", " "),
                    words.WHY: visible(each.why or ""),
                }
                for each in shown
            ],
            hide_index=True, height="content", alt=words.not_obeyed(len(waiting)),
        )  # fmt: skip
