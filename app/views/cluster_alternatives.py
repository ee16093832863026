"""What else a cluster may be: what speaks for and against each innocent explanation."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.views.account_trades import show_cited
from app.views.reading import Shown
from app.words import cluster as said
from graph.lookup.dossier import Alternative, Fact

WIDTHS = (1.2, 2.4, 2.4)


def show_alternatives(shown: Shown) -> None:
    """Show the alternatives always considered, with what speaks for and against each."""
    st.header(said.ALTERNATIVES, anchor=False)
    st.caption(said.ALTERNATIVES_CONSIDERED)
    with st.container(gap="xsmall", key="alternatives"):
        with st.container(key="alternative headings"):
            for column, heading in zip(st.columns(WIDTHS), said.ALTERNATIVE_HEADINGS, strict=True):
                column.caption(f"**{heading}**")
        for each in shown.cluster.dossier.alternatives:
            with st.container(key=f"alternative {each.name}"):
                _show(each)


def _show(alternative: Alternative) -> None:
    """Show one explanation."""
    name, speaks_for, against = st.columns(WIDTHS, gap="small")
    called = words.ALTERNATIVES.get(alternative.name, alternative.name)
    name.markdown(f"**{called}**" if alternative.speaks_for else called)
    with speaks_for:
        _show_facts(alternative.speaks_for, place=f"for {alternative.name}")
    with against:
        _show_facts(alternative.against, place=f"against {alternative.name}")
    st.divider()


def _show_facts(facts: tuple[Fact, ...], *, place: str) -> None:
    """Show facts as sentences, with the posts that show them."""
    if not facts:
        st.caption(said.NOTHING_FOUND)
        return
    st.text(visible("\n".join(fact.sentence for fact in facts)))
    show_cited([key for fact in facts for key in fact.posts], place=place)
