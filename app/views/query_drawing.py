"""The picture of an answer, and what is known of the point that was clicked."""

from __future__ import annotations

import streamlit as st
from streamlit_extras.sigma_graph import SigmaGraphSelection, sigma_graph

from app import elements
from app.literal import visible
from app.query_answers import cell
from app.query_picture import Picture, draw
from app.words import queries as words
from graph.console import Answer

HEIGHT = 480
ROUND = "display:block;width:12px;height:12px;border-radius:50%"


def show_picture(answer: Answer, *, place: str) -> None:
    """Draw an answer that holds nodes; one that holds none has no picture."""
    drawn = draw(answer)
    if drawn is not None:
        st.subheader(words.PICTURE, anchor=False)
        _show(drawn, place)


@st.fragment
def _show(drawn: Picture, place: str) -> None:
    """Lay out the picture and what is known of a point; picking reruns this part only."""
    picked = f"picked {place}"

    def pick(selection: SigmaGraphSelection) -> None:
        st.session_state[picked] = selection["id"]

    picture, panel = st.columns((1.75, 1), gap="medium")
    with picture, st.container(key="picture"):
        sigma_graph(
            drawn.graph, layout=None, height=HEIGHT, node_size="size", selection_mode="all",
            node_color=elements.NODE_COLOUR, edge_color=elements.EDGE_COLOUR, on_select=pick,
            key=f"answer {place}",
        )  # fmt: skip
    with picture:
        _show_legend(drawn)
    with panel:
        _show_point(drawn, st.session_state.get(picked))


def _show_legend(drawn: Picture) -> None:
    """Say what the colours mean, and how much is drawn."""
    with st.container(horizontal=True, gap="medium", key="legend"):
        for name, colour in drawn.colours.items():
            with st.container(
                horizontal=True, width="content", gap="xsmall", vertical_alignment="center"
            ):
                st.html(f'<span style="{ROUND};background:{colour}"></span>', width="content")
                st.text(visible(name))
    st.caption(words.drawn(len(drawn.nodes), drawn.nodes_in_all, drawn.links, drawn.links_in_all))


def _show_point(drawn: Picture, wanted: str | None) -> None:
    """Show the properties of a node."""
    node = drawn.nodes.get(wanted or "")
    if node is None:
        st.caption(words.PICK)
        return
    st.text(visible(":".join(node.labels)))
    rows = [
        {words.PROPERTIES: visible(name), "": visible(str(cell(value)))}
        for name, value in sorted(node.properties.items())
    ]
    st.dataframe(rows, hide_index=True, height=HEIGHT - 60, alt=words.PROPERTIES)
