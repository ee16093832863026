"""Timelines: weeks that nobody observed are told from those without a post."""

from __future__ import annotations

import pytest

from app.report.pictures import pictures_of
from app.report.pictures.timeline import ceiling, draw_timeline, trimmed, unseen
from tests.app.report.sample import full_report
from tests.app.report.sample_networks import MERGED
from tests.app.report.svg_boxes import outside, overlaps, text_boxes


def words_in(picture: str) -> str:
    return " | ".join(text for text, _ in text_boxes(picture))


def test_weeks_that_were_not_observed_are_hatched_and_explained() -> None:
    weeks = [f"2026-W{n:02d}" for n in range(1, 6)]
    seen = draw_timeline({"weeks": weeks, "posts": [1, 2, 3, 4, 5], "observed": [True] * 5}) or ""
    hidden = draw_timeline(
        {"weeks": weeks, "posts": [1, 2, 0, 4, 5], "observed": [True, True, False, True, True]}
    )
    assert "not observed" not in seen
    assert hidden is not None
    assert "not observed" in hidden
    assert hidden.count("<line") > seen.count("<line") + 5


def test_weeks_before_anybody_looked_are_left_out_of_all_timelines() -> None:
    weeks = ["2026-W01", "2026-W02", "2026-W03", "2026-W04"]
    quiet = {"weeks": weeks, "posts": [0, 0, 0, 2], "observed": [False, False, False, True]}
    early = {"weeks": weeks, "posts": [0, 0, 1, 2], "observed": [False, True, False, True]}
    late = [each["weeks"] for each in trimmed([quiet, quiet])]
    assert late == [weeks[3:]] * 2
    both = trimmed([quiet, early])
    assert [each["weeks"] for each in both] == [weeks[1:]] * 2
    assert [each["observed"] for each in both] == [[False, False, True], [True, False, True]]
    report = full_report()
    report["timelines"] = [{**quiet, "cluster": MERGED}]
    assert "2026-W01" not in words_in(pictures_of(report)[f"timeline:{MERGED}"])
    assert "not observed" not in words_in(pictures_of(report)[f"timeline:{MERGED}"])


def test_two_years_of_weeks_have_room() -> None:
    weeks = [f"{2025 + n // 52}-W{1 + n % 52:02d}" for n in range(104)]
    timeline = {"weeks": weeks, "posts": [n % 37 for n in range(104)], "observed": [True] * 104}
    picture = draw_timeline(timeline) or ""
    assert overlaps(picture) == []
    assert outside(picture) == []
    assert weeks[-1] in words_in(picture)


def test_no_post_no_timeline() -> None:
    assert draw_timeline({"weeks": ["2026-W01"], "posts": [0], "observed": [True]}) is None


@pytest.mark.parametrize(
    ("most", "end"), [(1, 2), (9, 10), (11, 12), (21, 40), (142, 160), (999, 1000), (1001, 1200)]
)
def test_scales_end_just_above_the_largest_number(most: int, end: int) -> None:
    assert ceiling(most) == end


def test_runs_of_unobserved_weeks() -> None:
    assert unseen([False, True, False, False, True]) == [(0, 1), (2, 4)]
    assert unseen([True, True]) == []
    assert unseen([True, False]) == [(1, 2)]
