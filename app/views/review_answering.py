"""Answering by keys and buttons: accept, reject, skip, undo; once per pair, and never twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from app import session
from app.review_answers import OPEN, Answered, Meanwhile, answer, undo
from app.review_question import Found, Question
from app.words import candidates as words
from graph.errors import SpoorError
from ingest.judgements import Judgement, Verdict

PAUSE = 0.6
"""Seconds without a key after which an answer counts: a held or doubled key answers once."""
LATE = 5.0
"""Seconds in which an old address may come with a key that was pressed too soon."""
PRESSED, STEPS, TOLD, SHOWN, LEFT = (
    f"review {name}" for name in ("pressed", "steps", "told", "shown", "left")
)
PAIR = ("a", "b")
_Left = tuple[tuple[str, str] | None, tuple[str, str] | None, float]
_Step = tuple[Found, Answered | Question]


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


def skipped() -> set[tuple[str, str]]:
    """Give the pairs that this person has put off in this session."""
    found: set[tuple[str, str]] = st.session_state.setdefault(f"skipped by {session.who()}", set())
    return found


def named_pair() -> tuple[str, str] | None:
    """Read which pair the address names.

    Notes
    -----
    A second key that is pressed before the browser knows of the new address comes with the old
    one, which a person has left already: it is set right.
    """
    one, other = ((st.query_params.get(name) or "").strip() for name in PAIR)
    pair = (one, other) if one and other else None
    left: _Left | None = st.session_state.get(LEFT)
    if left and left[0] == pair != left[1] and time.monotonic() - left[2] < LATE:
        pair = left[1]
        st.session_state[LEFT] = (*left[:2], time.monotonic())
        name_pair(pair)
    return pair


def name_pair(pair: tuple[str, str] | None) -> None:
    """Have the address name a pair, or none."""
    if pair is None:
        for name in PAIR:
            st.query_params.pop(name, None)
    elif any(st.query_params.get(name) != key for name, key in zip(PAIR, pair, strict=True)):
        st.query_params.update(dict(zip(PAIR, pair, strict=True)))


def go_to(question: Question | None) -> None:
    """Leave the pair that is shown for another; none: the first of the list."""
    pair = question.pair if question else None
    st.session_state[LEFT] = (st.session_state.get(SHOWN), pair, time.monotonic())
    name_pair(pair)


def note_shown(question: Question) -> None:
    """Note that a pair is on the screen: an answer counts only a moment later."""
    if st.session_state.get(SHOWN) != question.pair:
        st.session_state[SHOWN] = question.pair
        st.session_state[PRESSED] = time.monotonic()


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
        st.button(words.UNDO, key="undo", shortcut="u", on_click=_undoing(),
                  disabled=not st.session_state.get(STEPS))  # fmt: skip
        st.space("stretch")
        _show_ways(at)
    if who is None:
        st.text(words.SAY_WHO)


def show_told() -> None:
    """Say what came of the last key, once."""
    told = st.session_state.pop(TOLD, None)
    with st.container(key="told"):
        st.text(told or words.KEYS)


def show_undo() -> None:
    """Offer to undo where no pair is shown."""
    if st.session_state.get(STEPS):
        st.button(words.UNDO, key="undo", shortcut="u", on_click=_undoing())


def _show_ways(at: At) -> None:
    """Show the ways to the pairs around."""
    for label, key, to in ((words.PREVIOUS, "p", at.before), (words.NEXT, "n", at.after)):
        st.button(label, key=label, shortcut=key, disabled=to is None, on_click=go_to, args=(to,))


def _answering(at: At, verdict: Verdict, why: str) -> Callable[[], None]:
    """Give what a button does."""

    def note() -> None:
        who = session.named()
        if who is None or _is_answered_here(at.question, verdict):
            return
        if _is_too_soon():
            st.session_state[TOLD] = words.TOO_SOON
            return
        said = (st.session_state.get(why) or "").strip() or None
        try:
            done = answer(
                session.opened().workspace, at.found, at.question, verdict,
                why=said, who=who, seen=at.judged.at if at.judged else None,
            )  # fmt: skip
        except SpoorError as error:
            st.session_state[TOLD] = f"{words.NOT_NOTED} {error}"
            return
        if isinstance(done, Meanwhile) and not _is_own(done, verdict, who):
            _tell_meanwhile(done)
            return
        if isinstance(done, Answered):
            _steps().append((at.found, done))
        st.session_state[TOLD] = words.noted(verdict, *at.names)
        go_to(at.after)

    return note


def _skipping(at: At) -> Callable[[], None]:
    """Give what the button does that puts a pair off."""

    def skip() -> None:
        if at.question.pair in skipped():
            return
        if _is_too_soon():
            st.session_state[TOLD] = words.TOO_SOON
            return
        skipped().add(at.question.pair)
        _steps().append((at.found, at.question))
        st.session_state[TOLD] = words.put_off(*at.names)
        go_to(at.after)

    return skip


def _undoing() -> Callable[[], None]:
    """Give what the button does that takes the last answer back."""

    def take_back() -> None:
        who = session.named()
        if not _steps():
            st.session_state[TOLD] = words.NOTHING_TO_UNDO
            return
        if _is_too_soon():
            st.session_state[TOLD] = words.TOO_SOON
            return
        found, step = _steps().pop()
        if isinstance(step, Question):
            skipped().discard(step.pair)
            _return_to(step)
            return
        if who is None:
            _steps().append((found, step))
            return
        try:
            done = undo(session.opened().workspace, found, step, who=who)
        except SpoorError as error:
            _steps().append((found, step))
            st.session_state[TOLD] = f"{words.NOT_NOTED} {error}"
            return
        if isinstance(done, Meanwhile):
            _tell_meanwhile(done)
        else:
            _return_to(step.question)

    return take_back


def _return_to(question: Question) -> None:
    """Show a pair whose answer was taken back."""
    st.session_state["question"] = words.QUESTIONS[question.kind]
    st.session_state["status"] = words.STATUSES[OPEN]
    st.session_state[TOLD] = words.UNDONE
    go_to(question)


def _tell_meanwhile(done: Meanwhile) -> None:
    """Say that somebody else was quicker, and show how the pair stands."""
    now = done.now
    st.session_state[TOLD] = words.meanwhile(
        now.verdict if now else None, now.by if now else "", now.at if now else ""
    )
    go_to(done.question)


def _is_own(done: Meanwhile, verdict: Verdict, who: str) -> bool:
    """Whether what stands is this very answer, noted by a key whose run was cut short."""
    return done.now is not None and (done.now.verdict, done.now.by) == (verdict, who)


def _is_answered_here(question: Question, verdict: Verdict) -> bool:
    """Whether the last step here was this answer to this pair: a doubled key."""
    last = _steps()[-1][1] if _steps() else None
    if not isinstance(last, Answered) or last.question.pair != question.pair:
        return False
    return (last.after.verdict if last.after else "withdraw") == verdict


def _is_too_soon() -> bool:
    """Whether another key was pressed, or another pair shown, only just now."""
    now = time.monotonic()
    last = float(st.session_state.get(PRESSED, 0.0))
    st.session_state[PRESSED] = now
    return now - last < PAUSE


def _steps() -> list[_Step]:
    """Give what was done in this session: answers, and pairs put off, with where they are from."""
    found: list[_Step] = st.session_state.setdefault(STEPS, [])
    return found


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
