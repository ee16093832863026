"""Sealing pictures from a page, and lifting a seal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from app import session
from app.views.writing import tell_what_was_written, write_down
from app.words import posts as words
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.seals import GROUNDS, lift_seal, put_seal

Choices = Mapping[str, tuple[str, str]]


def ask_seal(choices: Choices, *, place: str) -> None:
    """Ask whether pictures are to be sealed, or a seal lifted.

    Parameters
    ----------
    choices : mapping of str to tuple of str
        What may be sealed, as a person reads it: its kind and key.
    place : str
        Tells this form from others.
    """
    tell_what_was_written(place)
    with st.expander(words.SEAL):
        st.caption(words.SEAL_NOTE)
        named = session.named() is not None
        with st.form(f"seal {place}", border=False):
            names = [f"{part} {place}" for part in ("sealed", "ground", "sealed why")]
            st.selectbox(words.SEAL_WHAT, list(choices), key=names[0])
            st.selectbox(words.GROUND, GROUNDS, key=names[1],
                         format_func=words.GROUNDS.__getitem__)  # fmt: skip
            st.text_input(words.WHY, key=names[2], max_chars=500)
            with st.container(horizontal=True):
                for label, work in ((words.PUT_SEAL, _put), (words.LIFT, _lift)):
                    st.form_submit_button(
                        label, key=f"{label} {place}", disabled=not named,
                        on_click=partial(write_down, place, partial(work, choices, names)),
                    )  # fmt: skip
            if not named:
                st.text(words.SAY_WHO)


def _put(choices: Choices, names: list[str], workspace: Workspace, who: str) -> str:
    """Seal what was chosen."""
    chosen, ground, why = (str(st.session_state.get(name) or "") for name in names)
    if chosen not in choices:
        raise UsageError(words.CHOOSE)
    kind, key = choices[chosen]
    is_new = put_seal(workspace, kind, key, ground, why=why.strip() or None, who=who)
    return words.SEALED if is_new else words.SEALED_ALREADY


def _lift(choices: Choices, names: list[str], workspace: Workspace, who: str) -> str:
    """Lift the seal of what was chosen."""
    chosen, _, why = (str(st.session_state.get(name) or "") for name in names)
    if chosen not in choices:
        raise UsageError(words.CHOOSE)
    kind, key = choices[chosen]
    lift_seal(workspace, kind, key, why=why, who=who)
    return words.LIFTED
