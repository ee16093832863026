"""Networks before and now, with one layout for both."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import igraph
import polars as pl

from app.reporting.compared import Compared
from app.reporting.names import Names
from graph.communities.methods import seeded
from graph.detection import Detection

PAIR = ["account_a", "account_b"]
SEED = 1
DIGITS = 4


def picture_data(found: Compared, clusters: Collection[str], names: Names) -> list[dict[str, Any]]:
    """Draw clusters with whom they were with before, and those they are with now.

    Parameters
    ----------
    found : Compared
    clusters : collection of str
        Ids.
    names : Names

    Returns
    -------
    list of dict
        As of the report; places in [0, 1], the same for both days.
    """
    drawn = [_picture(each, found, names) for each in clusters]
    return [each for each in drawn if len(each["nodes"]) > 1]


def _picture(cluster: str, found: Compared, names: Names) -> dict[str, Any]:
    """Draw one cluster."""
    before, now = _members(found.before, cluster), _members(found.now, cluster)
    accounts = sorted(before | now)
    ties = _ties(found, accounts)
    places = _layout(accounts, ties)
    asked = pl.Series(accounts, dtype=pl.String).implode()
    status = dict(
        found.now.presence.filter(pl.col("account_key").is_in(asked))
        .select("account_key", "status")
        .iter_rows()
    )
    return {
        "cluster": cluster,
        "nodes": [
            {
                "account": each, "label": names.of(each), "x": x, "y": y,
                "before": each in before, "now": each in now,
                "status": status.get(each, "unobserved"),
            }
            for each, (x, y) in zip(accounts, places, strict=True)
        ],
        "ties": [
            {"a": a, "b": b, "probability": round(p, DIGITS), "before": was, "now": is_now}
            for a, b, p, was, is_now in ties
        ],
    }  # fmt: skip


def _members(found: Detection | None, cluster: str) -> set[str]:
    """Accounts of a cluster on a day."""
    if found is None:
        return set()
    return set(found.members.filter(pl.col("cluster_id") == cluster)["account_key"])


def _ties(found: Compared, accounts: list[str]) -> list[tuple[str, str, float, bool, bool]]:
    """Ties among accounts on either day."""
    among = pl.Series(accounts, dtype=pl.String).implode()
    days = []
    for name, each in (("before", found.before), ("now", found.now)):
        if each is not None:
            inside = each.ties.filter(pl.all_horizontal(pl.col(PAIR).is_in(among)))
            days.append(inside.select(*PAIR, "probability", day=pl.lit(name)))
    both = (
        pl.concat(days)
        .group_by(PAIR)
        .agg(
            pl.col("probability").max(),
            before=(pl.col("day") == "before").any(),
            now=(pl.col("day") == "now").any(),
        )
    )
    return both.sort(PAIR).rows()


def _layout(
    accounts: list[str], ties: list[tuple[str, str, float, bool, bool]]
) -> list[tuple[float, float]]:
    """Place accounts, the same for the same ties."""
    number = {each: n for n, each in enumerate(accounts)}
    graph = igraph.Graph(n=len(accounts), edges=[(number[a], number[b]) for a, b, *_ in ties])
    with seeded(SEED):
        layout = graph.layout_fruchterman_reingold(niter=500) if ties else graph.layout_circle()
    layout.fit_into((0.0, 0.0, 1.0, 1.0), keep_aspect_ratio=False)
    return [(round(x, DIGITS), round(y, DIGITS)) for x, y in layout.coords]
