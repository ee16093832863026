"""The timeline of a cluster: posts by week, weeks in which nobody looked, shared details."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import altair as alt
import streamlit as st

from app import elements, session, words
from app.cluster_timeline import WEEK, Timeline, make_timeline
from app.literal import shortened, visible
from app.views.cluster_reading import KEPT_SECONDS, kept, weeks_observed
from app.views.reading import Shown
from app.words import cluster_activity as said
from graph.lookup import clusters_activity as activity

MOST_ACCOUNTS = 7
MOST_DETAILS = 8
MOST_GROUPS = 2_000
LABEL_CHARACTERS = 26
HEIGHT, ROW_HEIGHT, AXIS_HEIGHT = 340, 24, 70
AXIS_WIDTH = 150
STRIPES = 24
MOST_TICKS = 13
ACCOUNT_COLOURS = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b3a100", "#8c8c8c",
)  # fmt: skip
"""Told apart by colour-blind people; the last is for all others."""
Row = dict[str, Any]


@dataclass(frozen=True)
class _Drawn:
    """A timeline and its charts, as specifications of Vega-Lite; none without shared details."""

    found: Timeline
    weeks: dict[str, Any]
    details: dict[str, Any] | None


def show_timeline(shown: Shown) -> None:
    """Show when the accounts posted."""
    by = st.segmented_control(
        said.BY, (said.BY_PLATFORM, said.BY_ACCOUNT), default=said.BY_PLATFORM, key="by",
        bind="query-params", required=True,
    )  # fmt: skip
    drawn = _draw(session.cache_key(), shown.cluster.summary.key, by == said.BY_ACCOUNT, shown)
    if drawn is None:
        st.markdown(said.NO_TIMES)
        return
    found = drawn.found
    known = shown.cluster.summary.properties.get("posts") or 0
    st.caption(" ".join(filter(None, (
        said.weeks(len(found.weeks), found.weeks_in_all, found.weeks[0], found.weeks[-1]),
        said.without_time(max(0, known - found.posts)),
    ))))  # fmt: skip
    st.vega_lite_chart(drawn.weeks, key="timeline")
    in_all = shown.cluster.members_in_all
    if by == said.BY_ACCOUNT and in_all > MOST_ACCOUNTS:
        st.caption(said.coloured(MOST_ACCOUNTS, in_all))
    st.caption(said.HATCHED if found.unobserved else said.ALL_OBSERVED)
    if drawn.details is not None:
        st.caption(said.DETAILS_SHOWN)
        st.vega_lite_chart(drawn.details, key="details over time")


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=False)
def _draw(place: str, key: str, is_by_account: bool, _shown: Shown) -> _Drawn | None:
    """Draw the charts of a cluster; ``place`` keeps apart what comes from different graphs."""
    names = _account_names(_shown) if is_by_account else {}
    found = _timeline(_shown, is_by_account=is_by_account)
    if found is None:
        return None
    colours = _colours(found, names)
    bars = _stacked([_bar(each, names) for each in found.bars], list(colours))
    details = _detail_rows(_shown, found)
    return _Drawn(
        found,
        _weeks_chart(found, bars, colours).to_dict(),
        _details_chart(found, details).to_dict() if details else None,
    )


def _timeline(shown: Shown, *, is_by_account: bool) -> Timeline | None:
    """Read what the timeline shows."""
    latest = session.latest()
    summary = shown.cluster.summary
    groups = tuple(sorted(summary.properties.get("groups") or ())[:MOST_GROUPS])
    until = date.fromisoformat(latest.as_of) if latest else date.min
    return make_timeline(
        kept(activity.weeks_by_platform, summary.key),
        weeks_observed(summary.snapshot, summary.key, groups),
        until,
        kept(activity.weeks_by_account, summary.key, accounts=MOST_ACCOUNTS)
        if is_by_account else None,
        others=said.OTHERS,
    )  # fmt: skip


def _account_names(shown: Shown) -> dict[str, str]:
    """Call the members by names that tell them apart."""
    names: dict[str, str] = {}
    for member in shown.cluster.members:
        name = _label(words.account(member.name, member.handle, member.account_key))
        taken = name in names.values()
        names[member.account_key] = _label(f"{name} {member.account_key}") if taken else name
    return names


def _label(text: str) -> str:
    """Write collected text as a label of a chart."""
    return shortened(visible(" ".join(text.split())), LABEL_CHARACTERS)


def _bar(week: activity.Week, names: Mapping[str, str]) -> Row:
    """One part of one bar."""
    of = names.get(week.of, _label(week.of) if names else words.platform(week.of))
    return {"start": week.first_day, "end": week.first_day + WEEK, "of": of, "posts": week.posts}


def _stacked(bars: list[Row], order: list[str]) -> list[Row]:
    """Put the parts of each bar one above the other, in the order of the legend."""
    height: dict[date, int] = {}
    for bar in sorted(bars, key=lambda each: order.index(each["of"])):
        bar["low"] = height.get(bar["start"], 0)
        bar["high"] = height[bar["start"]] = bar["low"] + bar["posts"]
    return bars


def _colours(found: Timeline, names: Mapping[str, str]) -> dict[str, str]:
    """Give each platform or account its colour, in the order of the legend."""
    of = list(dict.fromkeys(each.of for each in found.bars))
    if not names:
        return {words.platform(key): c for key, c in elements.choose_colours(of).items()}
    accounts = sorted(names.get(key, _label(key)) for key in of if key != said.OTHERS)
    colours = dict(zip(accounts, ACCOUNT_COLOURS, strict=False))
    return colours | ({said.OTHERS: ACCOUNT_COLOURS[-1]} if said.OTHERS in of else {})


def _weeks_chart(
    found: Timeline, bars: list[Row], colours: dict[str, str]
) -> alt.LayerChart | alt.FacetChart:
    """Draw the bars over the hatched weeks."""
    hatched = [{"start": week, "end": week + WEEK, "what": said.UNOBSERVED}
               for week in found.unobserved]  # fmt: skip
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    drawn = (
        alt.Chart(alt.Data(values=_plain(bars)))
        .mark_rect(stroke=None)
        .encode(
            x=_time_axis(found, "start", said.WEEK),
            x2="end:T",
            y=alt.Y("low:Q", title=said.POSTS_AXIS,
                    axis=alt.Axis(minExtent=AXIS_WIDTH, tickMinStep=1)),
            y2="high:Q",
            color=alt.Color("of:N", scale=scale, title=None,
                            legend=alt.Legend(orient="top", columns=4, labelLimit=190)),
            tooltip=[alt.Tooltip("of:N", title=said.OF),
                     alt.Tooltip("posts:Q", title=said.POSTS_AXIS),
                     alt.Tooltip("start:T", title=said.WEEK, timeUnit="utcyearmonthdate")],
        )
    )  # fmt: skip
    back = (
        alt.Chart(alt.Data(values=_plain(hatched)))
        .mark_rect(fill=_stripes(), opacity=0.55)
        .encode(
            x=_time_axis(found, "start", said.WEEK),
            x2="end:T",
            tooltip=alt.Tooltip("what:N", title=said.OF),
        )
    )
    return alt.layer(back, drawn).properties(height=HEIGHT)


def _details_chart(found: Timeline, rows: list[Row]) -> alt.Chart:
    """Draw a line from the first to the last post with each shared contact detail."""
    return (
        alt.Chart(alt.Data(values=_plain(rows)))
        .mark_bar(size=8, cornerRadius=3, color=elements.NODE_COLOUR)
        .encode(
            x=_time_axis(found, "start", None),
            x2="end:T",
            y=alt.Y("detail:N", title=said.DETAIL_AXIS, sort=None,
                    axis=alt.Axis(minExtent=AXIS_WIDTH, labelLimit=AXIS_WIDTH - 10,
                                  labelOverlap=False)),
            tooltip=[alt.Tooltip("detail:N", title=said.DETAIL_AXIS),
                     alt.Tooltip("span:N", title=said.SPAN_AXIS)],
        )
        .properties(height=ROW_HEIGHT * len(rows) + AXIS_HEIGHT)
    )  # fmt: skip


def _detail_rows(shown: Shown, found: Timeline) -> list[Row]:
    """From when to when each shared contact detail was published, the most shared first."""
    rows = []
    for detail in shown.cluster.details:
        first = [each.first_seen for each in detail.publishers if each.first_seen]
        last = [each.last_seen for each in detail.publishers if each.last_seen]
        if first and last and max(last).date() >= found.weeks[0]:
            start = max(min(first).date(), found.weeks[0])
            end = max(max(last).date(), start)
            rows.append({
                "detail": _label(detail.value), "start": start,
                "end": end + (WEEK / 7), "span": words.span(min(first), max(last)),
            })  # fmt: skip
    return rows[:MOST_DETAILS]


def _time_axis(found: Timeline, field: str, title: str | None) -> alt.X:
    """The weeks shown, the same in both charts."""
    every = -(-len(found.weeks) // MOST_TICKS)
    ticks = [
        alt.DateTime(year=week.year, month=week.month, date=week.day, utc=True)
        for week in found.weeks[::every]
    ]
    domain = [_millis(found.weeks[0]), _millis(found.weeks[-1] + WEEK)]
    return alt.X(
        f"{field}:T", title=title, scale=alt.Scale(type="utc", domain=domain, nice=False),
        axis=alt.Axis(format="%d %b %y", values=ticks, labelOverlap=True, grid=False),
    )  # fmt: skip


def _millis(day: date) -> int:
    """The beginning of a day (UTC) as the chart's library counts time."""
    return int(datetime.fromisoformat(f"{day.isoformat()}T00:00:00+00:00").timestamp() * 1000)


def _plain(rows: list[Row]) -> list[Row]:
    """Write days as moments that the chart's library takes for UTC."""
    return [
        {name: f"{value.isoformat()}T00:00:00Z" if isinstance(value, date) else value
         for name, value in row.items()}
        for row in rows
    ]  # fmt: skip


def _stripes() -> alt.LinearGradient:
    """Hatching: stripes across the height of the chart."""
    stops = []
    for nth in range(STRIPES):
        colour = elements.NODE_COLOUR if nth % 2 else "#93a0a500"
        stops += [alt.GradientStop(color=colour, offset=nth / STRIPES),
                  alt.GradientStop(color=colour, offset=(nth + 1) / STRIPES)]  # fmt: skip
    return alt.LinearGradient(gradient="linear", stops=stops, x1=0, y1=0, x2=0, y2=1)
