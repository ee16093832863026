"""Lists that show some of their items at a time; the address of the page keeps which."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def ask_page(in_all: int, *, per_page: int, key: str) -> tuple[DeltaGenerator, int]:
    """Ask which part of a list to show.

    Parameters
    ----------
    in_all, per_page : int
        How many items there are, and how many are shown at a time.
    key : str
        Names the choice in the address.

    Returns
    -------
    tuple
        A place above the choice for the items, and how many items come before them. Where there
        are fewer pages than the one asked for, the last one is shown.
    """
    place = st.container()
    pages = max(1, -(-in_all // per_page))
    if st.session_state.get(key, 1) > pages:
        st.session_state[key] = pages
    page = st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1
    return place, (page - 1) * per_page
