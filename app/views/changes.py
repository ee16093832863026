"""Changes: a report, live: what matters, every change with its evidence, and what is next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from app import session
from app.literal import visible
from app.views.changes_accounts import show_accounts, show_successors
from app.views.changes_head import show_copies, show_how_it_stands, show_what_matters
from app.views.changes_lists import show_coverage, show_market, show_method, show_next
from app.views.changes_making import ask_for_another, offer_making
from app.views.changes_networks import show_networks, show_unsure
from app.views.changes_period import ask_period
from app.views.changes_reading import Told, read_told, shows_own_side
from app.views.changes_watches import show_watched, show_watches
from app.views.parts import ask_part
from app.words import changes as words

PARTS: dict[str, Callable[[Told], None]] = {
    words.NETWORKS: show_networks,
    words.ACCOUNTS: show_accounts,
    words.SUCCESSORS: show_successors,
    words.UNSURE: show_unsure,
    words.MARKET: show_market,
    words.COVERAGE: show_coverage,
    words.WATCHES: show_watches,
    words.NEXT: show_next,
    words.METHOD: show_method,
}


def main() -> None:
    """Show the page."""
    workspace = session.opened().workspace
    st.title(words.TITLE, anchor=False)
    chosen = ask_period(workspace)
    if chosen is not None and chosen.kept is not None:
        told = read_told(chosen.kept)
        if shows_own_side(told):
            _say_own_side(told)
        else:
            _show(told)
    elif chosen is not None:
        with st.container(border=True):
            st.subheader(words.NO_REPORT, anchor=False)
            st.markdown(words.none_of(chosen.name))
            offer_making(chosen.period, place="missing")
    else:
        with st.container(border=True):
            st.subheader(words.NO_REPORT, anchor=False)
            st.markdown(words.NO_REPORT_YET)
    with st.expander(words.OTHER_DAYS, expanded=chosen is None):
        ask_for_another(_latest_day())
    if chosen is None or chosen.kept is None:
        show_watched([])


def _show(told: Told) -> None:
    """Show a report: its first page, then the part that is asked for."""
    notices = st.container()
    show_what_matters(told)
    show_copies(told)
    part = ask_part(words.PART, PARTS, "part")
    with session.errors_said("part"):
        PARTS[part](told)
    with notices:
        show_how_it_stands(told)


def _say_own_side(told: Told) -> None:
    """Say why a report is not shown, and how it is made again."""
    with st.container(border=True):
        st.subheader(words.OWN_SIDE, anchor=False)
        st.text(visible(words.OWN_SIDE_SAID))
        offer_making(told.kept.period, place="again")


def _latest_day() -> date:
    """Tell where the choice of days begins: with the latest detection, else today."""
    latest = session.latest()
    return date.fromisoformat(latest.as_of) if latest else date.today()


main()
