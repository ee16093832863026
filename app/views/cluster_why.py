"""Why accounts are tied: the reasons in sentences, with what they weigh and the posts."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import literal, visible
from app.views.evidence import show_posts
from app.views.reading import Shown
from graph.lookup.clusters import Tie
from graph.lookup.posts import find_posts
from graph.lookup.reasons import Reason

PER_PAGE = 10
MOST_POSTS = 10


def show_ties(shown: Shown) -> None:
    """Show the ties of a cluster, the strongest first, some at a time."""
    ties, in_all = shown.cluster.ties, shown.cluster.ties_in_all
    if not ties:
        st.markdown("Only the latest detection's ties are kept in the graph; this one has none.")
        return
    place = st.container()
    pages = -(-len(ties) // PER_PAGE)
    page = st.pagination(pages, key="tie_page") if pages > 1 else 1
    first = (page - 1) * PER_PAGE
    part = ties[first : first + PER_PAGE]
    with place:
        st.caption(
            f"{words.showing(first + 1, first + len(part), in_all, 'ties')}, the strongest first. "
            f"{words.BITS}"
        )
        for tie in part:
            with st.container(
                border=True, gap="xsmall", key=f"tie {tie.account_a} {tie.account_b}"
            ):
                show_tie(shown, tie, where="list")


def show_tie(shown: Shown, tie: Tie, *, where: str) -> None:
    """Show why one tie is there; ``where`` tells apart places that show the same tie."""
    accounts = [literal(shown.account(key)) for key in (tie.account_a, tie.account_b)]
    st.markdown(f"{accounts[0]} and {accounts[1]}")
    st.caption(
        f"Probability {words.share(tie.probability)} · evidence {words.bits(tie.bits)} bits, "
        f"from prior odds of {words.bits(tie.score - tie.bits)} bits"
    )
    for reason in tie.evidence:
        _show_reason(shown, reason, where)
    keys = list(dict.fromkeys(key for reason in tie.evidence for key in reason.posts))
    if keys:
        _show_posts(keys, f"{where} {tie.account_a} {tie.account_b}")


def _show_reason(shown: Shown, reason: Reason, where: str) -> None:
    """Show one reason: what it weighs, and its sentence."""
    weight, said = st.columns((1, 9) if where == "list" else (1, 3), gap="small")
    weight.text(f"{words.bits(reason.bits)} bits" if reason.counted else "not counted")
    said.text(visible(shown.sentence(reason.sentence, reason.shared)))


def _show_posts(keys: list[str], place: str) -> None:
    """Show the posts that reasons cite, read only when they are asked for."""
    title = f"Posts that show it ({len(keys):,})"
    with st.expander(title, key=f"posts {place}", on_change="rerun") as opened:
        if opened.open:
            st.caption(words.showing(1, min(len(keys), MOST_POSTS), len(keys), "posts"))
            show_posts(find_posts(session.store(), keys[:MOST_POSTS]))
