"""Posts by week as bars, with a mark for each week in which material was collected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import altair as alt
import pandas as pd
import streamlit as st

from app.words import weeks as words

BARS, MARKS = 150, 14
MARK = "#d98e04"
MOST_NAMED = 12
GAP = timedelta(hours=12)


def show_weeks(
    weeks: Sequence[tuple[date, int]], alt_text: str, *, collected: Sequence[date] = ()
) -> None:
    """Show how much was posted in each week.

    Parameters
    ----------
    weeks : sequence of tuple
        Monday and posts of every week, in order; at least one.
    alt_text : str
        What the chart is, for those who do not see it.
    collected : sequence of date
        Mondays of weeks in which material was collected; without any, no marks are drawn.
    """
    mondays = [monday for monday, _ in weeks]
    scale = alt.Scale(
        domain=[_time(mondays[0]), _time(mondays[-1] + timedelta(weeks=1))], nice=False
    )
    named = mondays[:: -(-len(mondays) // MOST_NAMED)]
    axis = alt.Axis(format="%-d %b %y", values=[_time(each) for each in named])
    bars = (
        alt.Chart(_frame(mondays, posts=[posts for _, posts in weeks]))
        .mark_bar()
        .encode(
            x=alt.X("begins:T", title=words.WEEK_FROM, scale=scale, axis=axis),
            x2="ends:T",
            y=alt.Y("posts:Q", title=words.POSTS, axis=alt.Axis(tickMinStep=1, tickCount=4)),
            y2=alt.datum(0),
            tooltip=[_day(words.WEEK_FROM), alt.Tooltip("posts:Q", title=words.POSTS)],
        )
        .properties(height=BARS)
    )
    if not collected:
        st.altair_chart(bars, alt=alt_text)
        return
    marks = (
        alt.Chart(_frame(list(collected)), title=_title(words.COLLECTED))
        .mark_bar(color=MARK)
        .encode(
            x=alt.X("begins:T", title=None, scale=scale, axis=None),
            x2="ends:T",
            tooltip=[_day(words.COLLECTED)],
        )
        .properties(height=MARKS)
    )
    st.altair_chart(alt.vconcat(bars, marks, spacing=4), alt=alt_text)


def _day(title: str) -> alt.Tooltip:
    """What is told of a week under the pointer."""
    return alt.Tooltip("begins:T", title=title, format="%-d %b %Y")


def _title(text: str) -> alt.TitleParams:
    """A small heading."""
    return alt.TitleParams(text, anchor="start", fontSize=12, fontWeight="normal")


def _frame(mondays: Sequence[date], **columns: Sequence[int]) -> pd.DataFrame:
    """The weeks as a chart takes them, each with a little room behind it."""
    begins = [pd.Timestamp(monday) for monday in mondays]
    ends = [each + timedelta(weeks=1) - GAP for each in begins]
    return pd.DataFrame({"begins": begins, "ends": ends, **columns})


def _time(day: date) -> alt.DateTime:
    """A day as a bound of an axis."""
    return alt.DateTime(year=day.year, month=day.month, date=day.day)
