"""Candidates: pairs that may be one person, or a successor, for a person to decide."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal, visible
from app.review_answers import (
    OPEN,
    STATUSES,
    Standing,
    queue,
    status_of,
)
from app.review_question import Found, Question
from app.views import review_reading
from app.views.notices import say_no_snapshot
from app.views.review_answering import At, around, show_answers, show_told
from app.views.review_end import (
    show_none_found,
    show_nothing_left,
    show_unknown,
    show_waiting,
)
from app.views.review_evidence import show_evidence
from app.views.review_reading import Side, read_sides
from app.views.review_side import name_of, show_side
from app.views.review_state import go_to, name_pair, named_pair, note_shown, skipped
from app.views.review_time import show_times
from app.words import candidates as words
from graph.judged import CANDIDATE, SUCCESSOR

WIDTHS = (1, 1.3, 1)


def main() -> None:
    """Show the page."""
    st.title(words.TITLE, anchor=False)
    latest = session.latest()
    if latest is None:
        say_no_snapshot()
        return
    _choose_for_address(latest.id)
    kind, status = _ask()
    st.caption(f"{words.as_known(latest.as_of)} {words.WHAT_IT_IS[kind]}")
    found = review_reading.find_questions(kind, latest.id)
    judged = review_reading.read_standing(found, kind)
    _offer_to_look_again(found, kind)
    show_told()
    if not found.questions:
        show_none_found(kind)
        return
    asked = queue(found.questions, judged, skipped(), status)
    question = _chosen(found, asked)
    if question is None:
        _show_none(found, judged, status)
    else:
        _show(found, asked, question, judged, status)


def _ask() -> tuple[str, str]:
    """Ask which question, and how its pairs stand; the address of the page keeps both."""
    kinds = {said: kind for kind, said in words.QUESTIONS.items()}
    statuses = {said: status for status, said in words.STATUSES.items()}
    with st.container(horizontal=True, gap="medium"):
        kind = st.segmented_control(
            words.WHICH_QUESTION, list(kinds), default=words.QUESTIONS[CANDIDATE],
            key="question", bind="query-params", required=True, on_change=go_to, args=(None,),
            label_visibility="collapsed",
        )  # fmt: skip
        status = st.segmented_control(
            words.WHICH_STATUS, list(statuses), default=words.STATUSES[OPEN],
            key="status", bind="query-params", required=True, on_change=go_to, args=(None,),
            label_visibility="collapsed",
        )  # fmt: skip
    return kinds[kind or words.QUESTIONS[CANDIDATE]], statuses[status or words.STATUSES[OPEN]]


def _choose_for_address(snapshot: str) -> None:
    """Choose the question that a pair belongs to where the address names the pair alone."""
    pair = named_pair()
    if pair is None or "question" in st.query_params or "question" in st.session_state:
        return
    for kind in (CANDIDATE, SUCCESSOR):
        if _find(review_reading.find_questions(kind, snapshot), pair):
            st.session_state["question"] = words.QUESTIONS[kind]
            return


def _find(found: Found, pair: tuple[str, str]) -> Question | None:
    """Find a pair, whichever of its accounts is named first."""
    keys = {found.also.get(key, key) for key in pair}
    return next((each for each in found.questions if set(each.pair) == keys), None)


def _chosen(found: Found, asked: list[Question]) -> Question | None:
    """Find the pair that is shown: the one that the address names, else the first of the list."""
    pair = named_pair()
    if pair is not None:
        return _find(found, pair)
    return asked[0] if asked else None


def _show_none(found: Found, judged: Standing, status: str) -> None:
    """Say that there is no pair to show."""
    pair = named_pair()
    if pair is not None:
        show_unknown(pair)
        return
    kind = found.questions[0].kind
    numbers = _numbers(found, judged)
    show_nothing_left(status, numbers, review_reading.read_not_obeyed(found, kind))


def _show(
    found: Found, asked: list[Question], question: Question, judged: Standing, status: str
) -> None:
    """Show one pair."""
    name_pair(question.pair)
    left, right = read_sides(question)
    said = judged.get(question.pair)
    before, after = around(asked, question)
    at = At(found, question, before, after, said, (name_of(left), name_of(right)))
    st.subheader(_asks(question, left, right), anchor=False)
    _say_place(found, asked, question, judged, status)
    if said is not None:
        st.text(visible(words.stands(said.verdict, said.by, said.at, said.why)))
    show_answers(at)
    show_times(left, right)
    titles = (
        (words.FIRST_SIDE, words.SECOND_SIDE)
        if question.kind == CANDIDATE
        else (words.OLD_SIDE, words.NEW_SIDE)
    )
    with st.container(key="pair"):
        columns = st.columns(WIDTHS, gap="small")
        with columns[0]:
            show_side(left, words.side_title(words.LEFT, titles[0]))
        with columns[1]:
            show_evidence(question)
        with columns[2]:
            show_side(right, words.side_title(words.RIGHT, titles[1]))
    follows = words.WHAT_FOLLOWS_GROUPS if question.of_groups else words.WHAT_FOLLOWS[question.kind]
    st.caption(f"{follows} {words.SKIPPED_IS_YOURS}")
    show_waiting(review_reading.read_not_obeyed(found, question.kind))
    note_shown(question)


def _asks(question: Question, left: Side, right: Side) -> str:
    """Write the question as Markdown."""
    if question.kind == CANDIDATE:
        return words.SAME_PERSON
    old, new = (literal(name_of(side), most=40) for side in (left, right))
    if question.of_groups:
        return words.group_successor_of(new, old, question.unseen_since)
    return words.successor_of(new, old, question.unseen_since, question.cause)


def _say_place(
    found: Found, asked: list[Question], question: Question, judged: Standing, status: str
) -> None:
    """Say which pair of how many it is, and how many stand how."""
    places = [nth for nth, each in enumerate(asked, 1) if each.pair == question.pair]
    place = words.place_in(places[0], len(asked), status) if places else words.NOT_IN_LIST
    st.markdown(f"**{place}** · {words.counts(_numbers(found, judged), status)}")


def _numbers(found: Found, judged: Standing) -> dict[str, int]:
    """Count how many pairs stand how."""
    stand = [status_of(each, judged, skipped()) for each in found.questions]
    return {status: stand.count(status) for status in STATUSES}


def _offer_to_look_again(found: Found, kind: str) -> None:
    """Say where the pairs were found before something that would change them, and look again."""
    if review_reading.is_as_found(found, kind):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words.CHANGED_SINCE)
        wanted = st.button(words.LOOK_AGAIN)
    if wanted:
        review_reading.look_again(kind, found.snapshot)
        st.rerun()


main()
