"""The parts of the bench of the pages: every page is opened, and what it cannot show is told."""

from __future__ import annotations

from pathlib import Path

from graph.server.connection import Connection
from tests.app.conftest import Planted, pages_environment, planted
from tests.app.router import router_pages
from tests.bench.pages.subjects import Opened, opened_pages
from tests.bench.pages.timed import time_page

__all__ = ["pages_environment", "planted"]


def test_every_page_is_opened_for_what_it_has_most_of(
    planted: Planted, neo4j_connection: Connection
) -> None:
    opened = opened_pages(neo4j_connection)
    assert {Path(each.page).stem for some in opened.values() for each in some} == {*router_pages()}
    assert all(opened.values())
    (largest, *_) = (each.asked["cluster"] for each in opened["cluster"])
    sizes = planted.detection.members.group_by("cluster_id").len()
    assert sizes.filter(cluster_id=largest)["len"].item() == sizes["len"].max()


def test_runs_are_counted_and_ordered(planted: Planted) -> None:
    found = time_page([Opened("views/overview.py"), Opened("views/clusters.py")], 3)
    assert (found.runs, found.failed) == (4, [])
    assert 0 < found.half <= found.most
