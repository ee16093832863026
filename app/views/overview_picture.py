"""The picture of what was collected: a cell for each group and week, hatched where nothing was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import altair as alt
import pandas as pd

from app.literal import shortened, visible
from app.views.opening import target_of
from app.words import overview as words
from graph.lookup.coverage import Covered

ROW, LABEL, LONGEST = 26, 210, 30
PICKED = "picked"
HATCH = "╱╱"
LIGHT, DARK = ("#e3eef5", "#0b4f7d"), ("#16364a", "#a9d8f5")
INKS = {False: ("#12202a", "#ffffff"), True: ("#f2f7fa", "#0a1a24")}
"""Numbers on pale and on strong cells, in light and in dark."""
STRONG_FROM = {False: 0.56, True: 0.2}
"""From which part of the most on the other ink can be read better."""
GREY = {False: "#8a949b", True: "#8d99a3"}


def names_of(rows: Sequence[Covered]) -> dict[str, str]:
    """Name places, no two alike."""
    names = {row.key: _name(row) for row in rows}
    often = Counter(names.values())
    return {
        key: f"{name} ({visible(key)})" if often[name] > 1 else name for key, name in names.items()
    }


def _name(row: Covered) -> str:
    """Name a place."""
    if not target_of(row.key).page:
        return visible(words.outside_of(row.platform))
    name = " ".join((row.name or row.key.rpartition(":")[2]).split())
    return shortened(visible(name), LONGEST)


def draw_weeks(
    rows: Sequence[Covered], mondays: Sequence[date], *, is_dark: bool
) -> alt.LayerChart:
    """Draw the cells."""
    called = names_of(rows)
    cells = pd.DataFrame(
        [
            {
                "key": row.key, "nth": nth, words.GROUP: called[row.key],
                words.WEEK: words.monday(mondays[nth]),
                words.POSTS: posts, "said": words.NOT_COLLECTED if posts is None else f"{posts:,}",
                "short": _short(posts),
            }
            for row in rows
            for nth, posts in enumerate(row.weeks)
        ]
    )  # fmt: skip
    most = max((posts for row in rows for posts in row.weeks if posts), default=1)
    base = alt.Chart(cells).encode(
        x=alt.X("nth:O", axis=_axis(mondays), title=None, scale=alt.Scale(paddingInner=0.06)),
        y=alt.Y(f"{words.GROUP}:N", sort=[called[row.key] for row in rows], title=None,
                axis=alt.Axis(labelLimit=LABEL, domain=False, ticks=False, labelFontSize=12),
                scale=alt.Scale(paddingInner=0.1)),
        tooltip=[f"{words.GROUP}:N", f"{words.WEEK}:N", alt.Tooltip("said:N", title=words.POSTS)],
    )  # fmt: skip
    is_known = alt.datum[words.POSTS] != None  # noqa: E711 - an expression of the picture
    pale, strong = DARK if is_dark else LIGHT
    squares = base.transform_filter(is_known).mark_rect(cornerRadius=2).encode(
        color=alt.Color(f"{words.POSTS}:Q", legend=None,
                        scale=alt.Scale(type="sqrt", domain=[0, most], range=[pale, strong]))
    )  # fmt: skip
    on_pale, on_strong = INKS[is_dark]
    written = base.transform_filter(is_known).mark_text(fontSize=10.5).encode(
        text="short:N",
        color=alt.when(alt.datum[words.POSTS] > most * STRONG_FROM[is_dark])
        .then(alt.value(on_strong)).otherwise(alt.value(on_pale)),
    )  # fmt: skip
    missing = base.transform_filter(~is_known).mark_rect(
        cornerRadius=2, fillOpacity=0, stroke=GREY[is_dark], strokeOpacity=0.35
    )
    hatched = base.transform_filter(~is_known).mark_text(
        text=HATCH, fontSize=12, color=GREY[is_dark], opacity=0.55
    )
    clicked = alt.selection_point(name=PICKED, fields=["key", "nth"], empty=False)
    return (
        alt.layer(missing.add_params(clicked), hatched, squares, written)
        .properties(height=ROW * len(rows) + 60)
        .configure_view(strokeWidth=0)
    )


def _axis(mondays: Sequence[date]) -> alt.Axis:
    """Name every other week by its first day."""
    named = [words.monday(each) for each in mondays]
    return alt.Axis(
        labelExpr=f"{named!r}[datum.value]", labelAngle=-90, domain=False, ticks=False, grid=False,
        labelFontSize=11, labelOverlap=False,
    )  # fmt: skip


def _short(posts: int | None) -> str:
    """Write a number in a cell: thousands as k."""
    if posts is None:
        return ""
    return (
        f"{posts}"
        if posts < 1_000
        else f"{posts / 1_000:.1f}k"
        if posts < 10_000
        else (f"{posts // 1_000}k")
    )
