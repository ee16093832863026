"""Where a person is in a review, what was done so far, and how the address follows."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import streamlit as st

from app import session
from app.review_answers import Answered
from app.review_question import Found, Question

PAUSE = 0.6
"""Seconds without a key after which an answer counts: a held or doubled key answers once."""
LATE = 5.0
"""Seconds in which an old address may come with a key that was pressed too soon."""
PLACE = "review"
PAIR = ("a", "b")
Pair = tuple[str, str]


@dataclass
class Review:
    """What a session knows of its review.

    Attributes
    ----------
    shown : tuple of str or None
        The pair that was last shown whole.
    left : tuple or None
        A pair that was left, the one shown instead, and when.
    pressed : float
        When a key was last pressed or another pair shown, on a clock of its own.
    told : str or None
        What came of the last key, to be said once.
    steps : list
        What was done: answers, and pairs put off, with where they are from.
    skipped : dict of str to set
        Pairs put off, by who put them off.

    Notes
    -----
    One object is kept and changed in place. Each access to the session's state is a moment at
    which the next key may cut a run short; an answer that is noted in the journal must be known
    here, too.
    """

    shown: Pair | None = None
    left: tuple[Pair | None, Pair | None, float] | None = None
    pressed: float = 0.0
    told: str | None = None
    steps: list[tuple[Found, Answered | Question]] = field(default_factory=list)
    skipped: dict[str, set[Pair]] = field(default_factory=dict)


def review() -> Review:
    """Give the review of this session."""
    found: Review = st.session_state.setdefault(PLACE, Review())
    return found


def skipped() -> set[Pair]:
    """Give the pairs that this person has put off in this session."""
    return review().skipped.setdefault(session.who(), set())


def named_pair() -> Pair | None:
    """Read which pair the address names.

    Notes
    -----
    A second key that is pressed before the browser knows of the new address comes with the old
    one, which a person has left already: it is set right.
    """
    at = review()
    one, other = ((st.query_params.get(name) or "").strip() for name in PAIR)
    pair = (one, other) if one and other else None
    if at.left and at.left[0] == pair != at.left[1] and time.monotonic() - at.left[2] < LATE:
        pair = at.left[1]
        at.left = (*at.left[:2], time.monotonic())
        name_pair(pair)
    return pair


def name_pair(pair: Pair | None) -> None:
    """Have the address name a pair, or none."""
    if pair is None:
        for name in PAIR:
            st.query_params.pop(name, None)
    elif any(st.query_params.get(name) != key for name, key in zip(PAIR, pair, strict=True)):
        st.query_params.update(dict(zip(PAIR, pair, strict=True)))


def go_to(question: Question | None) -> None:
    """Leave the pair that is shown for another; none: the first of the list."""
    move(review(), question)


def move(at: Review, question: Question | None) -> None:
    """Leave the pair that is shown for another, and have the address name it."""
    leave(at, question)
    name_pair(question.pair if question else None)


def leave(at: Review, question: Question | None) -> None:
    """Note that a pair is left for another, which the address is yet to name."""
    at.left = (at.shown, question.pair if question else None, time.monotonic())


def note_shown(question: Question) -> None:
    """Note that a pair is on the screen: an answer counts only a moment later."""
    at = review()
    if at.shown != question.pair:
        at.shown = question.pair
        at.pressed = time.monotonic()


def is_too_soon(at: Review) -> bool:
    """Whether another key was pressed, or another pair shown, only just now."""
    now = time.monotonic()
    last, at.pressed = at.pressed, now
    return now - last < PAUSE
