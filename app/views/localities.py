"""Places that posts say they are in: withheld where a threatened species is offered."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app import session
from app.literal import literal
from app.localities import generalised_all, is_threatened, note_asked
from app.post_findings import PLACE, Finding
from app.views.writing import tell_what_was_written, write_down
from app.words import posts as words
from graph.lookup.posts import Post
from graph.workspace import Workspace

ASKED = "places asked"


def is_withheld(post: Post) -> bool:
    """Whether a post's places are told by country only in this browser session."""
    has_place = bool(post.places or post.location)
    return has_place and is_threatened(post) and not was_asked("post", post.key)


def places_said(post: Post) -> list[str]:
    """Give the places of a post as they may be shown, marked up."""
    said = [*post.places, *([post.location] if post.location else [])]
    said = list(dict.fromkeys(said))
    if not is_withheld(post):
        return [literal(each) for each in said]
    return countries(said)


def findings_shown(post: Post, found: list[Finding]) -> list[Finding]:
    """Leave places out of what was read in a post's text, where they are withheld."""
    return [each for each in found if each.what != PLACE] if is_withheld(post) else found


def countries(places: list[str]) -> list[str]:
    """Give the countries of places, marked up; says so where none is named."""
    return [literal(each) for each in generalised_all(places)] or [words.COUNTRY_UNKNOWN]


def was_asked(kind: str, key: str) -> bool:
    """Whether somebody asked for the full places of a thing in this browser session."""
    return (kind, key) in st.session_state.get(ASKED, set())


def ask_for_places(kind: str, key: str, said: str) -> None:
    """Say that places are withheld, and ask whether a named person wants them in full.

    Parameters
    ----------
    kind : str
        ``post`` or ``account``.
    key : str
    said : str
        Why they are withheld.
    """
    place = f"places {kind} {key}"
    tell_what_was_written(place)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(said)
        st.button(
            words.SHOW_PLACE, key=place, disabled=session.named() is None,
            help=words.SHOW_PLACE_NOTE if session.named() else words.SAY_WHO,
            on_click=partial(write_down, place, partial(_note, kind, key)),
        )  # fmt: skip


def _note(kind: str, key: str, workspace: Workspace, who: str) -> str:
    """Note who asked, and show the places from now on."""
    note_asked(workspace, kind, key, who=who)
    st.session_state[ASKED] = {*st.session_state.get(ASKED, set()), (kind, key)}
    return words.PLACE_SHOWN
