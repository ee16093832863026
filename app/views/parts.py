"""Parts of a page, of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st


def ask_part(label: str, parts: Iterable[str], key: str) -> str:
    """Ask which part of a page is shown; the address of the page keeps which.

    Parameters
    ----------
    label : str
        What a screen reader calls the choice; nobody sees it.
    parts : iterable of str
        In order; the first is shown where nothing is asked for.
    key : str
        The choice's name in the address.

    Returns
    -------
    str
        One of ``parts``.
    """
    named = list(parts)
    chosen = st.segmented_control(
        label, named, default=named[0], key=key, bind="query-params", required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or named[0]
