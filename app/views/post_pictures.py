"""Pictures: blurred until somebody asks, for that browser session; sealed ones never."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import session
from app.literal import visible
from app.picture_bytes import is_kept, picture_bytes
from app.sealing import SealedBy, sealed_pictures
from app.views.written import read_seals
from app.words import posts as words
from graph.lookup.images import Picture
from graph.workspace import Workspace

ACROSS = 4
SHOWN = "pictures shown"


@st.fragment
def show_pictures(
    pictures: Sequence[Picture],
    *,
    place: str,
    skip: int = 0,
    in_all: int | None = None,
    captions: Mapping[str, str] | None = None,
) -> None:
    """Show pictures, blurred but for those that were asked for in this browser session.

    Parameters
    ----------
    pictures : sequence of Picture
    place : str
        Tells these from others on the page.
    skip, in_all : int, optional
        How many come before them, and how many there are.
    captions : mapping of str to str, optional
        What is said below a picture, by its key.
    """
    opened, graph = session.opened(), session.cache_key()
    workspace = opened.workspace
    sealed = sealed_pictures(opened.store, read_seals(), [each.key for each in pictures])
    drawable = [
        each.key for each in pictures if each.key not in sealed and is_kept(workspace, each)
    ]
    if drawable:
        _ask_all(drawable, place)
    for number, (cell, picture) in enumerate(
        zip(_cells(len(pictures)), pictures, strict=True), start=skip + 1
    ):
        with cell.container(border=True, gap="xsmall"):
            if picture.key in sealed:
                st.text(visible(say_sealed(sealed[picture.key])))
            elif picture.key in drawable:
                is_asked = picture.key in _asked()
                drawn = _drawn(graph, picture.sha256 or "", not is_asked, workspace)
                alt = words.picture_alt(number, in_all or len(pictures), blurred=not is_asked)
                _show(drawn, f"{place} {picture.key}", picture.key, alt, is_asked=is_asked)
            else:
                st.text(words.NOT_KEPT)
            if captions and picture.key in captions:
                st.caption(captions[picture.key])


def say_sealed(by: SealedBy) -> str:
    """Say who sealed a picture, when and why."""
    seal = by.seal
    if seal is None:
        return words.DEFAULT_SEAL
    return words.sealed_by(seal.by, seal.at, seal.ground, seal.why, words.SEALED_WITH[seal.kind])


def _cells(many: int) -> list[DeltaGenerator]:
    """Lay out places for pictures, some across."""
    rows = [st.columns(ACROSS) for _ in range(0, many, ACROSS)]
    return [cell for row in rows for cell in row][:many]


def _show(drawn: bytes | None, place: str, key: str, alt: str, *, is_asked: bool) -> None:
    """Show one picture, and a way to see it sharp or blurred."""
    if drawn is None:
        st.text(words.NOT_DRAWN)
        return
    st.image(drawn, alt=alt, width="stretch" if is_asked else "content")
    st.button(
        words.HIDE_PICTURE if is_asked else words.SHOW_PICTURE,
        key=f"picture {place}",
        on_click=_hide if is_asked else _ask,
        args=([key],),
    )


def _ask_all(keys: Sequence[str], place: str) -> None:
    """Say that they are blurred, and ask whether all are to be shown."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words.BLURRED)
        if len(keys) > 1:
            all_asked = set(keys) <= _asked()
            st.button(
                words.HIDE_ALL if all_asked else words.SHOW_ALL,
                key=f"pictures {place}",
                on_click=_hide if all_asked else _ask,
                args=(list(keys),),
            )


def _asked() -> set[str]:
    """Give the pictures that were asked for in this browser session."""
    return set(st.session_state.get(SHOWN) or ())


def _ask(keys: Sequence[str]) -> None:
    """Remember that pictures were asked for."""
    st.session_state[SHOWN] = _asked() | set(keys)


def _hide(keys: Sequence[str]) -> None:
    """Forget that pictures were asked for."""
    st.session_state[SHOWN] = _asked() - set(keys)


@st.cache_data(max_entries=256, show_spinner=False)
def _drawn(place: str, sha256: str, blurred: bool, _workspace: Workspace) -> bytes | None:
    """Draw a picture, once for each way of showing it."""
    return picture_bytes(_workspace, sha256, blurred=blurred)
