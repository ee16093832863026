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
    drawn, place = shown.picture, _place(shown)

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
            _show_sign(elements.BRIDGE_COLOUR, LINE, "its loss splits the cluster")
        if drawn.has_borderline:
            st.text("paler (in brackets): may not belong")
    accounts = words.showing(1, drawn.accounts, drawn.accounts_in_all, "accounts")
    ties = words.part(1, drawn.ties, drawn.ties_in_all, "ties")
    st.caption(
        f"{accounts} and {ties}. Larger: more ties; thicker: more evidence. Click an account to "
        "see it, then a second one, or a line, to see why they are tied."
    )


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
    first = st.selectbox("Account", list(members), format_func=name, key=FIRST,
                         on_change=_forget_click, args=place,
                         placeholder="Pick one here or in the picture")  # fmt: skip
    if first is None:
        st.caption("Nothing is picked.")
        return
    others = [key for key in members if key != first]
    if st.session_state.get(SECOND) == first:
        st.session_state[SECOND] = None
    second = st.selectbox("Why is it tied to …", others, index=None, format_func=name, key=SECOND,
                          on_change=_forget_click, args=place,
                          placeholder="Pick a second account")  # fmt: skip
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
            f"{words.count(member.ties, 'tie')} here",
            words.count(member.posts, "post"),
        )
        st.text(visible(" · ".join(fact for fact in facts if fact)))
        stays = f"Stays in this cluster in {words.share(member.stability)} of repeated runs"
        st.text(f"{stays}: borderline." if member.borderline else f"{stays}.")
        others = [name for name in member.names if name not in {member.name, member.handle}]
        if others:
            st.caption("Also seen as")
            st.text(visible("\n".join(others)))
        st.caption("Key and address, to copy")
        st.code(visible(member.account_key), language=None)
        if member.url:
            st.code(visible(member.url), language=None)


def _show_pair(shown: Shown, first: str, second: str) -> None:
    """Show why two accounts are tied, or that they are not."""
    tie = elements.find_tie(shown.cluster.ties, first, second)
    with st.container(border=True, height=HEIGHT - 130, gap="small"):
        if tie is None:
            st.markdown(
                f"{literal(shown.account(first))} and {literal(shown.account(second))} are not "
                "tied to each other. They are in one cluster through other accounts."
            )
        else:
            show_tie(shown, tie, where="panel", widths=PANEL)
