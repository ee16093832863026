"""The Overview page, against planted numbers in a real Neo4j."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from app import judging
from app.literal import visible
from app.reporting import Asked
from app.reports_kept import read_report
from app.sources_standing import sources_standing
from app.watching import watch
from app.words import overview as words
from tests.app.conftest import Planted
from tests.app.reported import END, NAME, START, report_on
from tests.app.test_pages import links, marked, table, texts


def open_overview(at: AppTest, **asked: str) -> AppTest:
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_overview_says_what_is_there(planted: Planted, pages: AppTest) -> None:
    at = open_overview(pages)
    shown = {each.label: each.value for each in at.metric}
    assert shown["Accounts"] == str(planted.world.accounts)
    assert shown["Groups"] == str(planted.world.groups)
    assert shown["Posts"] == str(len(planted.world.rows))
    assert shown["Sources"] == "1"
    said = texts(at)
    assert planted.detection.as_of in said
    assert planted.detection.calibration in said
    assert f"{len(planted.world.rows)} have a price" in said
    assert {label for _, label in words.WAYS.values()} <= set(links(at))


def test_overview_leads_to_clusters_and_hubs(planted: Planted, pages: AppTest) -> None:
    at = open_overview(pages)
    assert f"`{planted.cluster('ring')}`" in links(at)
    assert f"`{planted.world.hub.removeprefix('phone:')}`" in links(at)
    assert "24 accounts" in texts(at)
    assert words.NO_REPORT in marked(at)
    assert words.NOTHING_WATCHED in marked(at)


def test_coverage_counts_weeks_of_groups_and_leaves_gaps(planted: Planted, pages: AppTest) -> None:
    at = open_overview(pages, coverage=words.AS_TABLE)
    shown = table(at, words.IN_ALL)
    rows = planted.world.rows
    counted = Counter((_group(row), _monday(row["posted_at"])) for row in rows)
    posts = Counter(map(_group, rows))
    mondays = [each for each in shown.columns if each.startswith("20")]
    assert len(mondays) == 26
    last = max(monday for _, monday in counted)
    assert mondays[-1] == last
    assert len(shown) == 12
    assert shown[words.IN_ALL].tolist() == sorted(posts.values(), reverse=True)[:12]
    busiest = shown.iloc[0]
    group = min(posts, key=lambda each: (-posts[each], f"{each[0]}:group:{each[1]}"))
    assert str(busiest[words.GROUP]).startswith(group[2])
    for monday in mondays:
        posted = counted[group, monday]
        assert busiest[monday] == (str(posted) if posted else words.NOT_COLLECTED)
    assert words.NOT_COLLECTED in set(busiest[mondays])


def test_coverage_is_a_picture_first(planted: Planted, pages: AppTest) -> None:
    at = open_overview(pages)
    (chart,) = at.get("vega_lite_chart")
    assert words.COVERAGE_ALT in str(chart.proto)
    assert "<i>group</i>" not in marked(at)
    assert "Showing 1–12 of " in marked(at)


def test_sources_are_counted_by_what_needs_a_person(planted: Planted, pages: AppTest) -> None:
    at = open_overview(pages)
    sources = table(at, words.HANDLING)
    assert sources[words.HANDLING].tolist() == ["TLP:AMBER <b>x</b>"]
    assert sources[words.KEPT_UNTIL].tolist() == ["2026-06-30"]
    assert sources[words.TAKEN_IN_ROWS].tolist() == [len(planted.world.rows)]
    shown = {each.label: each.value for each in at.metric}
    assert (shown[words.REFUSED], shown[words.CUT_OFF], shown[words.NO_ZONE]) == ("0", "0", "0")
    at.segmented_control(key="sources").set_value(words.REFUSED).run()
    assert not at.exception
    assert words.NONE_OF_THESE in marked(at)


@pytest.mark.parametrize(("today", "past"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_source_is_kept_too_long_from_the_day_after(
    planted: Planted, today: str, past: bool
) -> None:
    (found,) = sources_standing(planted.workspace, (), date.fromisoformat(today))
    assert found.is_past is past
    assert not found.is_cut_off
    key = f"source:{found.record.sha256}"
    (found,) = sources_standing(planted.workspace, {key}, date.fromisoformat(today))
    assert found.is_cut_off


def test_clusters_that_nobody_judged_come_first(planted: Planted, pages: AppTest) -> None:
    in_all = len(planted.detection.clusters)
    ring = planted.cluster("ring")
    with planted.workspace.writer():
        judging.judge(planted.workspace, "cluster", [ring], "confirm", why=None, who="A. Tester")
    at = open_overview(pages)
    assert f"Showing all {in_all - 1} clusters that nobody has judged yet" in marked(at)
    assert f"`{ring}`" not in links(at)


def test_the_newest_report_and_watches_are_told(planted: Planted, pages: AppTest) -> None:
    kept = report_on(planted.workspace, Asked(None, START, END))
    with planted.workspace.writer():
        watch(planted.workspace, "term", "siskin", why=None, who="A. Tester")
    at = open_overview(pages)
    said = texts(at)
    summary = read_report(kept)["summary"]
    for sentence in summary[: words.MOST_SENTENCES]:
        assert visible(sentence) in said
    assert words.report_of(NAME) in marked(at)
    assert words.watched(1, 0) in said
    way = next(each for each in at.get("page_link") if each.proto.label == words.ALL_CHANGES)
    assert NAME in way.proto.query_string


def _group(row: dict[str, str]) -> tuple[str, str, str]:
    return row["platform"], row["group_id"], row["group_name"]


def _monday(moment: str) -> str:
    day = datetime.fromisoformat(moment).date()
    return str(day - timedelta(days=day.weekday()))
