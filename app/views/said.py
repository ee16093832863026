"""Sentences that hold collected or typed text, in a box that takes nothing for markup."""

from __future__ import annotations

import streamlit as st

from app.literal import visible
from app.words.work import LOOK_AT_THIS, NOT_POSSIBLE


def say_error(sentence: str) -> None:
    """Say why something cannot be done."""
    with st.container(gap="xsmall"):
        st.error(NOT_POSSIBLE)
        st.text(visible(sentence))


def say_warning(sentence: str) -> None:
    """Say what should be looked at."""
    with st.container(gap="xsmall"):
        st.warning(LOOK_AT_THIS)
        st.text(visible(sentence))
