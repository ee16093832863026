"""Hubs: contact details that may serve strangers, and what a person decides of them."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import literal, visible
from app.views.judging_form import OBEYED, ask_judgement, show_standing, tell_what_was_judged
from app.views.notices import say_no_snapshot
from app.views.paging import ask_page
from graph.judged import HUB
from graph.lookup.hubs import Hub, count_hubs, list_hubs
from ingest.judgements import judgements

PER_PAGE = 20


def main() -> None:
    """Show the page."""
    store = session.store()
    st.title("Hubs", anchor=False)
    if session.latest() is None:
        say_no_snapshot()
        return
    tell_what_was_judged()
    st.markdown(
        "Contact details that so many publish that they may serve strangers: couriers, escrow "
        "accounts, administrators. Such a detail ties nobody, and is a lead of its own. It may "
        "also be one operator of many accounts: then a person says so here."
    )
    in_all = count_hubs(store)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="hub_page")
    found = list_hubs(store, skip=skip, limit=PER_PAGE)
    with place:
        if not found:
            st.markdown("The latest detection found none.")
        else:
            shown = words.showing(skip + 1, skip + len(found), in_all, "contact details")
            st.caption(f"{shown}, the likeliest first.")
        for hub in found:
            _show(hub)
    _judge(found)


def _show(hub: Hub) -> None:
    """Show one contact detail."""
    with st.container(border=True, gap="xsmall", key=f"hub {hub.key}"):
        name, likely, accounts = st.columns((3, 1.4, 1.2), vertical_alignment="center")
        name.markdown(f"{words.kind(hub.kind)} {literal(hub.value)}")
        likely.text(f"May serve strangers: {words.share(hub.probability)}")
        accounts.text(words.count(hub.accounts, "account"))
        st.text(visible(" ".join(hub.reasons)))


def _judge(found: list[Hub]) -> None:
    """Ask what a person decides of the details listed, and of those judged before."""
    st.header("Judgement", anchor=False)
    st.markdown(f"A person decides what is so. {OBEYED}")
    standing = judgements(session.opened().workspace, HUB)
    choices = {f"{words.kind(hub.kind)} {hub.value}": [hub.key] for hub in found}
    listed = {hub.key for hub in found}
    choices |= {key: [key] for (key,) in standing if key not in listed}
    if choices:
        ask_judgement(
            HUB, choices, what="Which contact detail", place="hubs",
            meaning="Confirm: it serves strangers and ties nobody. Reject: it is one operation’s "
            "own, and weighs as such.",
        )  # fmt: skip
    latest_first = sorted(standing.values(), key=lambda each: each.at, reverse=True)
    show_standing(latest_first, lambda key: key)


main()
