"""The address of a page that shows one thing: it names the thing, and its parts begin anew."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def read_address(name: str, choices: Mapping[str, str | int]) -> str:
    """Read which thing the address names.

    Parameters
    ----------
    name : str
        The part of the address that names it.
    choices : mapping
        Choices on the page that the address keeps, with what each begins with.

    Returns
    -------
    str
        Empty when none is named.

    Notes
    -----
    A link from one thing to another one of the same page runs the page for the new thing, but
    leaves the old address in the browser and the old choices on the page; both are set right.
    """
    wanted = (st.query_params.get(name) or "").strip()
    before = st.session_state.get(f"shown {name}")
    st.session_state[f"shown {name}"] = wanted
    if before is None or before == wanted:
        return wanted
    for choice, first in choices.items():
        st.session_state[choice] = _chosen(choice, first)
    if wanted:
        st.query_params[name] = wanted
    elif not st.query_params:
        st.query_params.clear()
    return wanted


def _chosen(choice: str, first: str | int) -> str | int:
    """Give what the address says of a choice, else what it begins with."""
    said = st.query_params.get(choice) or first
    if isinstance(first, str):
        return said
    return int(said) if str(said).isdecimal() else first
