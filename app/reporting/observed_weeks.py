"""Timelines of clusters, and what of the places was observed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import polars as pl

from app.reporting.compared import Compared
from app.reporting.names import Names
from app.reporting.period import week_of
from app.words import count
from graph.lifecycle.observed import place_of

WEEKS_SHOWN = 26
WEEK_DAYS = 7


def timeline_data(found: Compared, clusters: Collection[str]) -> list[dict[str, Any]]:
    """Count the posts of clusters week by week, and say in which weeks their places were observed.

    From the first week of which anything is known, at most half a year.

    Parameters
    ----------
    found : Compared
    clusters : collection of str
    """
    last = date.fromisoformat(found.now.as_of)
    first_day = last - timedelta(days=WEEK_DAYS * WEEKS_SHOWN - 1)
    seen = found.tables.seen.filter(pl.col("day") >= first_day).with_columns(
        place_of(), ago=(pl.lit(last) - pl.col("day")).dt.total_days() // WEEK_DAYS
    )
    furthest = seen.select(pl.col("ago").max()).item() or 0
    ago_shown = range(furthest, -1, -1)
    weeks = [week_of(str(last - timedelta(days=WEEK_DAYS * ago))) for ago in ago_shown]
    members = _members(found)
    drawn = []
    for cluster in clusters:
        own = seen.join(members.filter(pl.col("cluster_id") == cluster), on="account_key")
        posts = dict(own.group_by("ago").agg(pl.col("posts").sum()).iter_rows())
        around = set(seen.join(own.select("place").unique(), on="place")["ago"])
        drawn.append({
            "cluster": cluster, "weeks": weeks,
            "posts": [posts.get(ago, 0) for ago in ago_shown],
            "observed": [ago in around for ago in ago_shown],
        })  # fmt: skip
    return drawn


def coverage_data(found: Compared, names: Names) -> dict[str, Any]:
    """Say which places were observed in the period, and what that means for the report.

    Parameters
    ----------
    found : Compared
    names : Names
    """
    start, end = (date.fromisoformat(day) for day in (found.period.start, found.now.as_of))
    length = end - start
    day = pl.col("day")
    places = (
        found.tables.seen.with_columns(place_of())
        .group_by("place")
        .agg(
            posts_before=pl.col("posts")
            .filter(day.is_between(start - length, start, "right"))
            .sum(),
            posts=pl.col("posts").filter(day > start).sum(),
            last_observed=day.max(),
            first_observed=day.min(),
        )
        .sort("posts", "place", descending=[True, False])
    )
    known = set() if found.before is None else set(
        found.before.presence["places"].explode().drop_nulls()
    )  # fmt: skip
    rows = [
        {
            "place": row["place"], "name": names.of(row["place"]),
            "posts_before": row["posts_before"], "posts": row["posts"],
            "last_observed": row["last_observed"].isoformat(),
            "status": _status(row, known, is_first=found.before is None),
        }
        for row in places.to_dicts()
    ]  # fmt: skip
    return {"places": rows, "caveats": _caveats(rows, found)}


def _status(row: dict[str, Any], known: set[str], *, is_first: bool) -> str:
    """Say whether a place was observed in the period."""
    if not row["posts"]:
        return "not observed"
    return "new" if not is_first and row["place"] not in known else "observed"


def _caveats(rows: list[dict[str, Any]], found: Compared) -> list[str]:
    """Say what of the report rests on what was collected."""
    new = sum(row["status"] == "new" for row in rows)
    dark = sum(row["status"] == "not observed" for row in rows)
    unseen = found.now.presence.filter(pl.col("status") == "unobserved")
    members = unseen.join(found.now.members, on="account_key", how="semi").height
    told = []
    if new:
        told.append(
            f"{count(new, 'place')} collected for the first time: what is seen only there counts "
            "as coverage, not as growth."
        )
    if dark:
        told.append(
            f"{count(dark, 'place')} without a post in this period: whether nobody posted there or "
            "nobody looked is not known, and nobody is said to be gone because of it."
        )
    if members:
        told.append(
            f"{count(members, 'account')} of clusters not seen for long, in places that were not "
            "observed enough to say more."
        )
    return told


def _members(found: Compared) -> pl.DataFrame:
    """Members on either day: ``cluster_id account_key``."""
    days = [each for each in (found.before, found.now) if each is not None]
    return pl.concat([each.members.select("cluster_id", "account_key") for each in days]).unique()
