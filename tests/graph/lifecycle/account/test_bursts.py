"""Accounts that post far more than usual."""

from __future__ import annotations

import numpy as np
import pytest

from tests.graph.lifecycle.account.worlds import (
    ME,
    OTHER,
    Row,
    between,
    crowd,
    kinds,
    regularly,
)

STEADY = crowd() + regularly(range(0, 101, 2))


def many(day: int, posts: int, **more: str) -> list[Row]:
    """Posts within three days."""
    return regularly((day + 3 * each / posts for each in range(posts)), **more)


def test_far_more_posts_than_usual_are_a_burst_once() -> None:
    rows = STEADY + many(102, 20) + many(109, 20)
    (event,) = between(rows, 100, 107).to_dicts()
    assert (event["kind"], event["value"]) == ("burst", "20")
    assert event["sentence"] == (
        f"{ME} posted 20 times in the last seven days; usual are 3.5 a week."
    )
    assert event["reasons"] == ["At the most 4 posts in any of the 14 observed weeks before."]
    assert between(rows, 107, 114).is_empty()


@pytest.mark.parametrize("posts", [4, 7])
def test_a_few_more_posts_are_no_burst(posts: int) -> None:
    assert between(STEADY + many(102, posts), 100, 107).is_empty()


def test_who_posts_by_fits_and_starts_has_no_burst() -> None:
    fits = [row for day in range(0, 95, 21) for row in many(day, 15)]
    assert between(crowd() + fits + many(102, 20), 100, 107).is_empty()


def test_posts_in_a_newly_collected_group_are_no_burst() -> None:
    seen_lately = crowd() + [row for row in crowd(place=OTHER) if row["day"] > 90]
    for group in (crowd(), seen_lately):
        rows = group + regularly(range(0, 107, 2)) + many(102, 30, place=OTHER)
        assert "burst" not in kinds(between(rows, 100, 107))


def test_weeks_that_nobody_collected_are_not_usual() -> None:
    daily = [day + hour / 24 for day in range(101) for hour in (0, 4)]
    rows = [row for row in crowd() + regularly(daily) if not 40 <= row["day"] <= 94]
    assert between(rows + many(102, 60), 100, 107)["sentence"].to_list() == [
        f"{ME} posted 60 times in the last seven days; usual are 13.8 a week."
    ]


def test_random_posting_at_one_rate_is_hardly_ever_a_burst() -> None:
    random = np.random.default_rng(5)
    people = [f"telegram:user{number}" for number in range(200)]
    rows = crowd(210) + [
        row
        for who, rate in zip(people, random.uniform(0.05, 2, len(people)), strict=True)
        for row in regularly(random.uniform(0, 200, random.poisson(200 * rate)), who)
    ]
    assert between(rows, 189, 196, accounts=people).filter(kind="burst").height <= 1
