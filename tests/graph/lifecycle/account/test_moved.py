"""Accounts in a place where they had not posted."""

from __future__ import annotations

from tests.graph.lifecycle.account.worlds import (
    HOME,
    ME,
    OTHER,
    between,
    crowd,
    on,
    regularly,
    said,
)

BOTH = crowd() + crowd(place=OTHER)


def test_who_stops_in_its_main_group_and_posts_in_another_may_have_moved() -> None:
    rows = BOTH + regularly(range(0, 100, 2)) + regularly(range(101, 107), place=OTHER)
    (event,) = between(rows, 100, 107).to_dicts()
    assert (event["kind"], event["value"], event["at"]) == ("moved", OTHER, on(101))
    assert event["sentence"] == (
        f"{ME} may have moved to the group {OTHER}: it first posted there on 2026-06-10, and has "
        f"not posted in the group {HOME}, its main place until then, since 2026-06-07."
    )
    assert all(OTHER in key for key in event["posts"])


def test_who_goes_on_in_its_main_group_is_also_active_in_another() -> None:
    rows = BOTH + regularly(range(0, 107, 2)) + regularly(range(101, 107), place=OTHER)
    (event,) = between(rows, 100, 107).to_dicts()
    assert event["kind"] == "moved"
    assert event["sentence"].startswith(f"{ME} is also active in the group {OTHER}")


def test_a_main_group_that_is_not_collected_is_not_left() -> None:
    rows = crowd(98) + crowd(place=OTHER) + regularly(range(0, 98, 2))
    (event,) = between([*rows, said(101, place=OTHER)], 100, 107).to_dicts()
    assert "may have moved" not in event["sentence"]


def test_a_newly_collected_group_is_no_move() -> None:
    rows = crowd() + regularly(range(0, 100, 2)) + regularly(range(101, 107), place=OTHER)
    assert between(rows, 100, 107).is_empty()


def test_a_post_of_before_that_was_collected_late_is_no_move() -> None:
    rows = BOTH + regularly(range(0, 107, 2)) + [said(60, place=OTHER, learnt=105)]
    assert between([*rows, said(104, place=OTHER)], 100, 107).is_empty()


def test_posts_outside_of_groups_are_a_place() -> None:
    rows = crowd() + regularly([1, 50, 90], "telegram:crowd", place=None)
    rows += [*regularly(range(0, 107, 2)), said(103, place=None)]
    (event,) = between(rows, 100, 107).to_dicts()
    assert event["value"] == "platform:telegram"
    assert "posts outside of groups" in event["sentence"]
