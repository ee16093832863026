"""Why the accounts of a cluster are tied."""

from __future__ import annotations

import streamlit as st

from app.literal import literal
from app.views.paging import ask_page
from app.views.reading import Shown
from app.views.tie_reasons import LIST, show_reasons
from app.words import cluster as said
from graph.lookup.clusters import Tie

PER_PAGE = 10


def show_ties(shown: Shown) -> None:
    """Show the ties of a cluster, the strongest first, some at a time."""
    ties, in_all = shown.cluster.ties, shown.cluster.ties_in_all
    if not ties:
        st.markdown(said.NO_TIES_KEPT)
        return
    place, skip = ask_page(len(ties), per_page=PER_PAGE, key="tie_page")
    part = ties[skip : skip + PER_PAGE]
    with place:
        st.caption(said.ties(skip + 1, skip + len(part), in_all))
        for tie in part:
            with st.container(
                border=True, gap="xsmall", key=f"tie {tie.account_a} {tie.account_b}"
            ):
                show_tie(shown, tie, where="list")


def show_tie(shown: Shown, tie: Tie, *, where: str, widths: tuple[int, int] = LIST) -> None:
    """Show why one tie is there; ``where`` tells apart places that show the same tie."""
    accounts = [literal(shown.account(key)) for key in (tie.account_a, tie.account_b)]
    st.markdown(f"{accounts[0]} and {accounts[1]}")
    place = f"{where} {tie.account_a} {tie.account_b}"
    show_reasons(tie, shown.groups, place=place, widths=widths)
