"""Contact details that are shown for the first time, or no more."""

from __future__ import annotations

import pytest

from graph.lifecycle.account import account_events
from graph.tables import FORWARDS
from tests.graph.lifecycle.account.worlds import (
    ME,
    OTHER,
    between,
    crowd,
    described,
    end_of,
    kinds,
    known,
    names,
    on,
    regularly,
    said,
    shown_in_description,
    state,
)
from tests.graph.tables_made import table

PHONE = "phone:+628110000001"
REGULAR = crowd() + regularly(range(0, 100, 2))
DROPPING = crowd() + regularly(range(0, 100, 2), detail=PHONE) + regularly(range(100, 200, 3))


def test_a_detail_shown_for_the_first_time_is_new() -> None:
    (event,) = between(REGULAR + regularly([103, 104], detail=PHONE), 100, 107).to_dicts()
    assert (event["kind"], event["value"], event["at"]) == ("new_detail", PHONE, on(103))
    assert event["sentence"] == (
        f"{ME} shows the phone number +628110000001 for the first time, on 2026-06-12."
    )
    assert len(event["posts"]) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [said(50, detail=PHONE, learnt=105), said(103, detail=PHONE)],
        [said(103, detail=PHONE, place=OTHER)],
        [said(103, detail="parcel:ABC123")],
        [said(103, detail="url:example.org/x")],
    ],
    ids=["collected late", "newly collected group", "parcel", "address"],
)
def test_what_is_no_new_contact_detail(rows: list) -> None:
    assert "new_detail" not in kinds(between(REGULAR + rows, 100, 107))


def test_a_new_account_has_no_new_details() -> None:
    assert kinds(between(crowd() + regularly([103], detail=PHONE), 100, 107)) == ["new"]


@pytest.mark.parametrize(("read_on", "is_news"), [(50, True), (104, False)])
def test_a_description_tells_something_new_only_if_one_had_been_read(
    read_on: float, is_news: bool
) -> None:
    bios = names(described(ME, "birds", read_on, 103), described(ME, "wa 0811", 104, 106))
    now = known(REGULAR, 107, names=bios, details=shown_in_description(ME, PHONE, "0811", 104))
    events = account_events(state(known(REGULAR, 100)), state(now), {ME}, now)
    assert kinds(events) == (["new_detail"] if is_news else [])
    if is_news:
        assert events["sentence"][0].endswith("on 2026-06-13, in its own description.")


def test_a_detail_left_out_of_many_later_days_is_dropped_once() -> None:
    found = {day: between(DROPPING, day, day + 7) for day in range(100, 150, 7)}
    told = [day for day, events in found.items() if kinds(events) == ["dropped_detail"]]
    assert told == [121]
    (event,) = found[121].to_dicts()
    assert (event["value"], event["at"]) == (PHONE, on(98))
    assert event["sentence"] == (
        f"{ME} has not shown the phone number +628110000001 in its posts since 2026-06-07: 10 "
        "later days with posts, 30 observed days; until then it showed it on 50 of 50 days with "
        "posts."
    )


def test_a_detail_shown_now_and_then_is_not_dropped_soon() -> None:
    seldom = regularly(range(0, 99, 14), detail=PHONE) + regularly(range(0, 200, 3))
    assert all(between(crowd() + seldom, day, day + 7).is_empty() for day in (121, 128))


def test_pictures_and_words_of_others_say_nothing_of_details() -> None:
    mute = [{**row, "text": None} if row["day"] > 99 else row for row in DROPPING]
    assert between(mute, 121, 128).is_empty()
    now = known(DROPPING, 128)
    later = now.posts.filter(now.posts["posted_at"] > end_of(99))["post_key"]
    passed_on = table(FORWARDS, [{"account_key": ME, "post_key": key} for key in later])
    then = known(DROPPING, 121, forwards=passed_on)
    now = known(DROPPING, 128, forwards=passed_on)
    assert account_events(state(then), state(now), {ME}, now).is_empty()


def test_days_on_which_nobody_looked_drop_no_detail() -> None:
    rows = crowd(100) + regularly(range(0, 100, 2), detail=PHONE)
    rows += regularly([105, 120, 135, 150, 165, 180])
    assert "dropped_detail" not in kinds(between(rows, 121, 181))
