"""The network: the picture, and beside it the account or the two accounts that were picked."""

from __future__ import annotations

import streamlit as st
from streamlit_extras.sigma_graph import SigmaGraphSelection, sigma_graph

from app import elements, session, words
from app.literal import literal, visible
from app.views.account_links import link_account
from app.views.cluster_why import show_tie
from app.views.reading import Shown, read
from app.views.tie_reasons import PANEL
from app.words import cluster as said
from graph.lookup.clusters import Member

HEIGHT = 480
FIRST = "first_account"
SECOND = "second_account"
ROUND = "width:12px;height:12px;border-radius:50%"
LINE = "width:22px;height:4px;border-radius:2px"


@st.fragment
def show_network(snapshot: str, cluster_id: str) -> None:
    """Show picture and panel; picking reruns this part of the page only."""
    with session.errors_said("network"):
        shown = read(snapshot, cluster_id)
        if shown is not None:
            _show(shown)


def _show(shown: Shown) -> None:
    """Lay out the picture and the panel."""
    picture, panel = st.columns((1.75, 1), gap="medium")
    with picture:
        _show_picture(shown)
    with panel:
        _show_panel(shown)


def _show_picture(shown: Shown) -> None:
    """Draw the network, say what the colours mean and what was left out."""
    place = _place(shown)
    drawn = _chosen(shown)

    def picked(selection: SigmaGraphSelection) -> None:
        chosen = drawn.ends.get(selection["id"], (selection["id"],))
        st.session_state[FIRST], st.session_state[SECOND] = elements.pick(
            st.session_state.get(FIRST), st.session_state.get(SECOND), chosen
        )

    with st.container(key="picture"):
        sigma_graph(
            drawn.graph, layout=None, height=HEIGHT, node_size="size", selection_mode="all",
            node_color=elements.NODE_COLOUR, edge_color=elements.EDGE_COLOUR, on_select=picked,
            key=place,
        )  # fmt: skip
    _show_legend(drawn)


def _chosen(shown: Shown) -> elements.Picture:
    """Ask whether accounts that may not belong are drawn, where there are any."""
    drawn = shown.picture
    if not drawn.has_borderline:
        return drawn
    are_shown = st.toggle(
        said.BORDERLINE, value=True, key="borderline", bind="query-params",
        help=said.BORDERLINE_HELP,
    )  # fmt: skip
    return drawn if are_shown else elements.without_borderline(drawn, shown.cluster)


def _place(shown: Shown) -> str:
    """Name the picture in the session's state."""
    return f"network {shown.cluster.summary.key}"


def _forget_click(place: str) -> None:
    """Forget what was clicked last, so that after a choice by name the same click counts again."""
    for name in (place, f"_sigma_graph_last_selection_{place}"):
        st.session_state.pop(name, None)


def _show_legend(drawn: elements.Picture) -> None:
    """Say what the colours mean, and how much is drawn."""
    with st.container(horizontal=True, gap="medium", key="legend"):
        for name, colour in drawn.colours.items():
            _show_sign(colour, ROUND, words.platform(name))
        if drawn.has_bridges:
            _show_sign(elements.BRIDGE_COLOUR, LINE, said.BRIDGE)
        if drawn.has_borderline:
            st.text(said.PALER)
    told = said.picture(
        drawn.accounts, drawn.accounts_in_all, drawn.ties, drawn.ties_in_all, drawn.hidden
    )
    st.caption(told if drawn.is_labelled else f"{told} {said.NO_LABELS}")


def _show_sign(colour: str, shape: str, meaning: str) -> None:
    """Show a sample of one of our own colours beside what it means."""
    with st.container(horizontal=True, width="content", gap="xsmall", vertical_alignment="center"):
        style = f"display:block;{shape};background:{colour}"
        st.html(f'<span style="{style}"></span>', width="content")
        st.text(visible(meaning))


def _show_panel(shown: Shown) -> None:
    """Choose one or two accounts by name, and show them."""
    members = {member.account_key: member for member in shown.cluster.members}
    if st.session_state.get(FIRST) not in members:
        st.session_state[FIRST] = next(iter(members), None)
        st.session_state[SECOND] = None
    if st.session_state.get(SECOND) not in members:
        st.session_state[SECOND] = None

    def name(key: str) -> str:
        return visible(f"{shown.account(key)} ({key})")

    place = (_place(shown),)
    first = st.selectbox(said.ACCOUNT, list(members), format_func=name, key=FIRST,
                         on_change=_forget_click, args=place,
                         placeholder=said.PICK_ONE)  # fmt: skip
    if first is None:
        st.caption(said.NOTHING_PICKED)
        return
    others = [key for key in members if key != first]
    if st.session_state.get(SECOND) == first:
        st.session_state[SECOND] = None
    second = st.selectbox(said.SECOND, others, index=None, format_func=name, key=SECOND,
                          on_change=_forget_click, args=place,
                          placeholder=said.PICK_SECOND)  # fmt: skip
    if second is None:
        _show_account(members[first])
    else:
        _show_pair(shown, first, second)


def _show_account(member: Member) -> None:
    """Show one account."""
    with st.container(border=True, gap="small"):
        link_account(member.account_key, member.name, member.handle)
        facts = (
            words.platform(member.platform),
            f"@{member.handle}" if member.handle else None,
            words.role(member.role),
            said.ties_here(member.ties),
            words.count(member.posts, "post"),
        )
        st.text(visible(" · ".join(fact for fact in facts if fact)))
        st.text(said.stays(words.share(member.stability), borderline=member.borderline))
        others = [name for name in member.names if name not in {member.name, member.handle}]
        if others:
            st.caption(said.ALSO_SEEN_AS)
            st.text(visible("\n".join(others)))
        st.caption(said.TO_COPY)
        st.code(visible(member.account_key), language=None)
        if member.url:
            st.code(visible(member.url), language=None)


def _show_pair(shown: Shown, first: str, second: str) -> None:
    """Show why two accounts are tied, or that they are not."""
    tie = elements.find_tie(shown.cluster.ties, first, second)
    with st.container(border=True, height=HEIGHT - 130, gap="small"):
        if tie is None:
            names = [literal(shown.account(key)) for key in (first, second)]
            st.markdown(said.not_tied(*names))
        else:
            show_tie(shown, tie, where="panel", widths=PANEL)
