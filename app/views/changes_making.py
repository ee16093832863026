"""Having a report made: of another week, of other days, or once more."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from app import session
from app.literal import visible
from app.reporting.period import Asked, Period, period_of, week_of
from app.reports_kept import command_for, options_for
from app.views.working import begin, say_problem
from app.words import changes as words
from graph.errors import UsageError

DAYS = timedelta(days=7)


def ask_for_another(latest_day: date) -> None:
    """Ask for a report of another week or other days.

    Parameters
    ----------
    latest_day : date
        Of which something is known; where the choice begins.
    """
    say_problem()
    which = st.segmented_control(
        words.WHICH, [words.A_WEEK, words.TWO_DAYS], default=words.A_WEEK, key="which",
        required=True,
    )  # fmt: skip
    period = _week(latest_day) if which == words.A_WEEK else _days(latest_day)
    if period is None:
        st.markdown(words.NOT_IN_ORDER)
    else:
        offer_making(period, place="another")


def offer_making(period: Period, *, place: str) -> None:
    """Offer to make a report of a period: here, or in a terminal.

    Parameters
    ----------
    period : Period
    place : str
        Tells this offer from others of the page.
    """
    who = session.named()
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words.MAKE, key=f"make {place}", type="primary", disabled=who is None):
            begin("report", options_for(period))
            st.rerun()
        st.caption(words.OR_TYPE, width="content")
        st.code(command_for(period), language=None, width="content")
    if who is None:
        st.caption(words.SAY_WHO)


def _week(latest_day: date) -> Period:
    """Ask for a week by any of its days."""
    day = st.date_input(words.DAY_OF_WEEK, value=latest_day, key="week_day", width=240)
    week = week_of(str(day))
    st.text(visible(week))
    return period_of(Asked(week=week), "")


def _days(latest_day: date) -> Period | None:
    """Ask for two days; None where they are not in order."""
    left, right, _ = st.columns((1, 1, 2))
    first = left.date_input(words.FIRST_DAY, value=latest_day - DAYS, key="first_day")
    second = right.date_input(words.SECOND_DAY, value=latest_day, key="second_day")
    try:
        return period_of(Asked(None, str(first), str(second)), "")
    except UsageError:
        return None
