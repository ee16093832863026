"""Hubs: contact details that may serve strangers, and what a person decides of them."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import visible
from app.views.judging_form import ask_judgement, show_standing, tell_what_was_judged
from app.views.links import link_detail
from app.views.notices import say_no_snapshot
from app.views.paging import ask_page
from app.words import hubs as said
from app.words.judging import OBEYED
from graph.judged import HUB
from graph.lookup.hubs import Hub, count_hubs, list_hubs
from ingest.judgements import judgements

PER_PAGE = 20


def main() -> None:
    """Show the page."""
    store = session.store()
    st.title(said.TITLE, anchor=False)
    if session.latest() is None:
        say_no_snapshot()
        return
    tell_what_was_judged()
    st.markdown(said.MEANING)
    in_all = count_hubs(store)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="hub_page")
    found = list_hubs(store, skip=skip, limit=PER_PAGE)
    with place:
        if not found:
            st.markdown(said.NONE)
        else:
            shown = words.showing(skip + 1, skip + len(found), in_all, "contact details")
            st.caption(said.listed(shown))
        for hub in found:
            _show(hub)
    _judge(found)


def _show(hub: Hub) -> None:
    """Show one contact detail."""
    with st.container(border=True, gap="xsmall", key=f"hub {hub.key}"):
        name, likely, accounts = st.columns((3, 1.4, 1.2), vertical_alignment="center")
        with name.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(visible(words.kind(hub.kind)))
            link_detail(hub.key, hub.value)
        likely.text(said.likely(hub.probability))
        accounts.text(words.count(hub.accounts, "account"))
        st.text(visible(" ".join(hub.reasons)))


def _judge(found: list[Hub]) -> None:
    """Ask what a person decides of the details listed, and of those judged before."""
    st.header(said.JUDGEMENT, anchor=False)
    st.markdown(f"{said.A_PERSON_DECIDES} {OBEYED}")
    standing = judgements(session.opened().workspace, HUB)
    choices = {f"{words.kind(hub.kind)} {hub.value}": [hub.key] for hub in found}
    listed = {hub.key for hub in found}
    choices |= {key: [key] for (key,) in standing if key not in listed}
    if choices:
        ask_judgement(HUB, choices, what=said.JUDGE_WHAT, place="hubs", meaning=said.JUDGE_MEANS)
    latest_first = sorted(standing.values(), key=lambda each: each.at, reverse=True)
    show_standing(latest_first, lambda key: key)


main()
