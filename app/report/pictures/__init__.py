"""All pictures of a report, by name, for whoever lays them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.report import words
from app.report.pictures.lineage import draw_lineage
from app.report.pictures.network import draw_network
from app.report.pictures.timeline import draw_timeline, trimmed


def pictures_of(report: Mapping[str, Any]) -> dict[str, str]:
    """Draw all pictures of a report.

    Parameters
    ----------
    report : mapping
        As in ``report.json``: ``period pictures lineage timelines clusters labels``.

    Returns
    -------
    dict of str to str
        SVG 1.1 by ``network:ID``, ``lineage`` and ``timeline:ID``; what has nothing to show is
        left out. The same report gives the same pictures.
    """
    before, now = (words.day(report["period"][end]) for end in ("from", "to"))
    labels = report["labels"] | {each["cluster"]: each["label"] for each in report["clusters"]}
    drawn = {
        f"network:{each['cluster']}": draw_network(each, before, now) for each in report["pictures"]
    }
    drawn["lineage"] = draw_lineage(report["lineage"], labels)
    for each in trimmed(report["timelines"]):
        drawn[f"timeline:{each['cluster']}"] = draw_timeline(each)
    return {name: picture for name, picture in drawn.items() if picture}
