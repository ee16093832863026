"""Answering by keys and buttons: accept, reject, skip, undo; once per pair, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from app import session
from app.review_answers import OPEN, Answered, Meanwhile, answer, undo
from app.review_question import Found, Question
from app.views.review_state import Review, go_to, is_too_soon, leave, move, review, skipped
from app.words import candidates as words
from graph.errors import SpoorError
from ingest.judgements import Judgement, Verdict


@dataclass(frozen=True)
class At:
    """Where a person is.

    Attributes
    ----------
    found : Found
    question : Question
        What is shown.
    before, after : Question or None
        The pairs around it in the list; None where it is the only one.
    judged : Judgement or None
        What stands of it.
    names : tuple of str
        Both sides, from left to right.
    """

    found: Found
    question: Question
    before: Question | None
    after: Question | None
    judged: Judgement | None
    names: tuple[str, str]


def show_answers(at: At) -> None:
    """Show the reason field, the buttons with their keys, and what came of the last one."""
    who = session.named()
    kind, pair = at.question.kind, " ".join(at.question.pair)
    why = f"why {pair}"
    st.text_input(words.WHY, key=why, max_chars=500, placeholder=words.WHY_HINT,
                  label_visibility="collapsed")  # fmt: skip
    with st.container(horizontal=True, gap="small", key="answers"):
        answers: list[tuple[str, str, Verdict]] = [
            (words.ACCEPT[kind], "a", "confirm"), (words.REJECT[kind], "x", "reject"),
        ]  # fmt: skip
        if at.judged is not None:
            answers.append((words.TAKE_BACK, "t", "withdraw"))
        for label, key, verdict in answers:
            st.button(label, key=f"{verdict} {pair}", shortcut=key, disabled=who is None,
                      on_click=_answering(at, verdict, why))  # fmt: skip
        if at.judged is None:
            st.button(words.SKIP, key=f"skip {pair}", shortcut="s", on_click=_skipping(at))
        st.button(words.UNDO, key="undo", shortcut="u", on_click=_undo,
                  disabled=not review().steps)  # fmt: skip
        st.space("stretch")
        _show_ways(at)
    if who is None:
        st.text(words.SAY_WHO)


def show_told() -> None:
    """Say what came of the last key, once."""
    at = review()
    told, at.told = at.told, None
    with st.container(key="told"):
        st.text(told or words.KEYS)


def show_undo() -> None:
    """Offer to undo where no pair is shown."""
    if review().steps:
        st.button(words.UNDO, key="undo", shortcut="u", on_click=_undo)


def _show_ways(at: At) -> None:
    """Show the ways to the pairs around."""
    for label, key, to in ((words.PREVIOUS, "p", at.before), (words.NEXT, "n", at.after)):
        st.button(label, key=label, shortcut=key, disabled=to is None, on_click=go_to, args=(to,))


def _answering(at: At, verdict: Verdict, why: str) -> Callable[[], None]:
    """Give what a button does."""

    def note() -> None:
        who, now = session.named(), review()
        said = (st.session_state.get(why) or "").strip() or None
        workspace = session.opened().workspace
        if who is None or _is_answered_here(now, at.question, verdict):
            return
        if is_too_soon(now):
            now.told = words.TOO_SOON
            return
        try:
            done = answer(
                workspace, at.found, at.question, verdict,
                why=said, who=who, seen=at.judged.at if at.judged else None,
            )  # fmt: skip
        except SpoorError as error:
            now.told = f"{words.NOT_NOTED} {error}"
            return
        if isinstance(done, Meanwhile):
            _tell_meanwhile(now, done)
            return
        now.steps.append((at.found, done))
        now.told = words.noted(verdict, *at.names)
        move(now, at.after)

    return note


def _skipping(at: At) -> Callable[[], None]:
    """Give what the button does that puts a pair off."""

    def skip() -> None:
        now, put_off = review(), skipped()
        if at.question.pair in put_off:
            return
        if is_too_soon(now):
            now.told = words.TOO_SOON
            return
        put_off.add(at.question.pair)
        now.steps.append((at.found, at.question))
        now.told = words.put_off(*at.names)
        move(now, at.after)

    return skip


def _undo() -> None:
    """Take the last step back."""
    who, now, put_off = session.named(), review(), skipped()
    workspace = session.opened().workspace
    if not now.steps:
        now.told = words.NOTHING_TO_UNDO
        return
    if is_too_soon(now):
        now.told = words.TOO_SOON
        return
    found, step = now.steps[-1]
    if isinstance(step, Question):
        now.steps.pop()
        put_off.discard(step.pair)
        _return_to(now, step)
        return
    if who is None:
        return
    try:
        done = undo(workspace, found, step, who=who)
    except SpoorError as error:
        now.told = f"{words.NOT_NOTED} {error}"
        return
    now.steps.pop()
    if isinstance(done, Meanwhile):
        _tell_meanwhile(now, done)
    else:
        _return_to(now, step.question)


def _return_to(now: Review, question: Question) -> None:
    """Show a pair whose answer was taken back."""
    now.told = words.UNDONE
    leave(now, question)
    st.session_state["question"] = words.QUESTIONS[question.kind]
    st.session_state["status"] = words.STATUSES[OPEN]
    move(now, question)


def _tell_meanwhile(now: Review, done: Meanwhile) -> None:
    """Say that somebody else was quicker, and show how the pair stands."""
    stands = done.now
    now.told = words.meanwhile(
        stands.verdict if stands else None,
        stands.by if stands else "",
        stands.at if stands else "",
    )
    move(now, done.question)


def _is_answered_here(now: Review, question: Question, verdict: Verdict) -> bool:
    """Whether the last step here was this answer to this pair: a doubled key."""
    last = now.steps[-1][1] if now.steps else None
    if not isinstance(last, Answered) or last.question.pair != question.pair:
        return False
    return (last.after.verdict if last.after else "withdraw") == verdict


def around(
    asked: Sequence[Question], question: Question
) -> tuple[Question | None, Question | None]:
    """Give the pairs before and after one in a list, whose ends meet; None where none is left."""
    places = [nth for nth, each in enumerate(asked) if each.pair == question.pair]
    if not places:
        return (asked[-1], asked[0]) if asked else (None, None)
    if len(asked) == 1:
        return None, None
    nth = places[0]
    return asked[nth - 1], asked[(nth + 1) % len(asked)]
