"""Accounts that are new, not seen any more, and seen again."""

from __future__ import annotations

from dataclasses import replace

from graph.lifecycle.account import account_events
from tests.graph.lifecycle.account.worlds import (
    HOME,
    ME,
    OTHER,
    between,
    crowd,
    kinds,
    known,
    left,
    on,
    regularly,
    state,
)


def test_an_account_first_seen_where_others_were_seen_before_is_new() -> None:
    (event,) = between(crowd() + regularly(range(101, 106)), 100, 107).to_dicts()
    assert (event["kind"], event["account_key"], event["cluster_id"]) == ("new", ME, "C1")
    assert event["at"] == on(101)
    assert event["sentence"] == (
        f"{ME} was first seen on 2026-06-10, in the group {HOME}, which had been observed before."
    )
    assert len(event["posts"]) == 3


def test_an_account_of_a_newly_collected_group_is_coverage() -> None:
    assert between(crowd() + regularly(range(101, 106), place=OTHER), 100, 107).is_empty()


def test_an_account_of_before_that_was_collected_late_is_no_news() -> None:
    assert between(crowd() + regularly(range(90, 106), learnt=102), 100, 107).is_empty()


def test_an_account_silent_for_too_many_observed_days_has_vanished() -> None:
    (event,) = between(crowd() + regularly(range(0, 80, 2)), 100, 107).to_dicts()
    assert (event["kind"], event["at"]) == ("vanished", on(78))
    assert event["sentence"] == (
        f"{ME} has not been seen since 2026-05-18: 29 observed days of silence, "
        "it used to post every 2 days; cause unknown."
    )
    assert [key[-7:] for key in event["posts"]] == ["074.000", "076.000", "078.000"]


def test_who_has_left_all_groups_is_told_so() -> None:
    rows = crowd() + regularly(range(0, 100, 2))
    now = replace(known(rows, 107), memberships=left(ME, HOME, day=103))
    (event,) = account_events(state(known(rows, 100)), state(now), {ME}, now).to_dicts()
    assert event["kind"] == "vanished"
    assert event["sentence"].endswith("it is known to have left all its groups.")
    assert "cause unknown" not in event["sentence"]


def test_who_was_seen_on_one_day_only_has_no_habit() -> None:
    events = between(crowd() + regularly([10]), 60, 70)
    assert kinds(events) == ["vanished"]
    assert "on one day only" in events["sentence"][0]


def test_nobody_vanishes_from_a_group_that_is_not_collected() -> None:
    assert between(crowd(80) + regularly(range(0, 80, 2)), 100, 150).is_empty()


def test_who_was_gone_and_posts_again_is_back() -> None:
    rows = crowd() + regularly([*range(0, 40, 2), 103, 104])
    (event,) = between(rows, 100, 107).to_dicts()
    assert (event["kind"], event["at"], len(event["posts"])) == ("back", on(103), 2)


def test_who_is_now_known_to_have_posted_all_along_is_not_back() -> None:
    rows = crowd() + regularly([*range(0, 40, 2), 103]) + regularly([80], learnt=105)
    assert between(rows, 100, 107).is_empty()


def test_who_is_only_seen_in_a_newly_collected_group_is_not_back() -> None:
    rows = crowd() + regularly(range(0, 40, 2)) + regularly([103, 104], place=OTHER)
    assert between(rows, 100, 107).is_empty()
