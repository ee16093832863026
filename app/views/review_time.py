"""When both sides of a pair were active: two rows of bars on one axis of time."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from app import words as general
from app.views.review_reading import Side
from app.words import candidates as words
from graph.lookup.candidates import Activity

BARS = 90
LOWEST = 0.14
COLOURS = ("#0072B2", "#D55E00")


def show_times(left: Side, right: Side) -> None:
    """Draw the posts of both sides over time; only numbers and days are in it."""
    days = [day for side in (left, right) for day, _ in side.activity.days]
    if not days:
        st.caption(words.NO_TIMES)
        return
    first, last = min(days), max(days)
    told = words.strip_told(*(_told(side.activity) for side in (left, right)))
    rows = "".join(
        _row(name, side.activity, first, last, colour)
        for name, side, colour in zip(
            (words.LEFT, words.RIGHT), (left, right), COLOURS, strict=True
        )
    )
    st.html(f'<div role="img" aria-label="{told}">{rows}{_axis(first, last)}</div>')


def bars(activity: Activity, first: date, last: date) -> list[tuple[int, float]]:
    """Give the bars of a row.

    Parameters
    ----------
    activity : Activity
    first, last : date
        The days between which the axis runs.

    Returns
    -------
    list of tuple
        Place, 0 to `BARS` less one, and height, up to 1; places without a post are left out.
    """
    days = (last - first).days + 1
    counts: dict[int, int] = {}
    for day, posts in activity.days:
        place = min((day - first).days * BARS // days, BARS - 1)
        counts[place] = counts.get(place, 0) + posts
    most = max(counts.values(), default=1)
    return [(place, max(LOWEST, (many / most) ** 0.5)) for place, many in sorted(counts.items())]


def _row(name: str, activity: Activity, first: date, last: date, colour: str) -> str:
    """One side as HTML."""
    width = max(100 / BARS, 0.6)
    drawn = "".join(
        f'<span style="position:absolute;bottom:0;left:{place * 100 / BARS:.2f}%;'
        f'width:{width:.2f}%;height:{height:.0%};background:{colour}"></span>'
        for place, height in bars(activity, first, last)
    )
    return (
        '<div style="display:flex;gap:.6rem;align-items:flex-end;font-size:.85rem">'
        f'<span style="width:3rem">{name}</span>'
        '<span style="position:relative;flex:1;height:1.7rem;margin-bottom:3px;'
        f'border-bottom:1px solid currentColor">{drawn}</span></div>'
    )


def _axis(first: date, last: date) -> str:
    """The days at both ends and in the middle as HTML."""
    middle = first + timedelta(days=(last - first).days // 2)
    shown = dict.fromkeys((first, middle, last)) if (last - first).days > 1 else (first,)
    days = "".join(f"<span>{_day(day)}</span>" for day in shown)
    return (
        '<div style="display:flex;justify-content:space-between;margin-left:3.6rem;'
        f'font-size:.85rem">{days}</div>'
    )


def _told(activity: Activity) -> str:
    """One side in words."""
    posts = activity.counted
    return words.active(activity.first, activity.last, posts)


def _day(day: date) -> str:
    """Write a day."""
    return f"{day.day} {general.MONTHS[day.month - 1]} {day.year}"
