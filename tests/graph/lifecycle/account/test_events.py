"""Events of accounts: what must never be one, whatever happened."""

from __future__ import annotations

from dataclasses import fields, replace

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lifecycle.account import account_events
from graph.lifecycle.account.surprise import BASE
from graph.lifecycle.tables import ACCOUNT_EVENT_KINDS, ACCOUNT_EVENTS
from graph.tables import Tables
from tests.graph.lifecycle.account.worlds import HOME, ME, OTHER, Row, between, crowd, known, state

FIRST, LAST = 60, 67
OBSERVED = crowd(LAST + 1) + crowd(LAST + 1, place=OTHER)
PEOPLE = (ME, "telegram:user2")


def posts_of(*people: str) -> st.SearchStrategy[list[Row]]:
    """Posts of people at any time, showing anything, learnt at once or later."""
    row = st.fixed_dictionaries(
        {
            "by": st.sampled_from(people),
            "day": st.one_of(
                *(
                    st.integers(4 * low, 4 * high).map(lambda quarter: quarter / 4)
                    for low, high in ((0, 20), (0, FIRST), (FIRST, LAST))
                )
            ),
            "place": st.sampled_from([HOME, HOME, OTHER]),
            "learnt": st.sampled_from([0, 0, 0, LAST]),
            "text": st.just("words"),
            "detail": st.sampled_from([None, "phone:+628110000001", "phone:+628110000002"]),
            "taxon": st.sampled_from([None, "taxon:Avis", "taxon:Rara"]),
            "price": st.sampled_from([None, 100, 300]),
        }
    )
    many = st.lists(row, min_size=10, max_size=60, unique_by=lambda each: (each["by"], each["day"]))
    return many.map(lambda rows: [{**each, "learnt": max(each["learnt"], each["day"])}
                                  for each in rows])  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(posts_of(*PEOPLE))
def test_the_same_day_again_has_no_events(rows: list[Row]) -> None:
    assert between(OBSERVED + rows, LAST, LAST, accounts=PEOPLE).is_empty()
    tables = known(OBSERVED + rows, LAST)
    later = state(tables)._replace(end=state(tables).end.replace(microsecond=0))
    again = account_events(later, state(tables), PEOPLE, tables)
    assert again.is_empty()


@settings(max_examples=15, deadline=None)
@given(posts_of(*PEOPLE), posts_of("telegram:user8", "telegram:user9"))
def test_strangers_change_nothing(rows: list[Row], strangers: list[Row]) -> None:
    timely = [{**each, "learnt": each["day"]} for each in strangers]
    alone = between(OBSERVED + rows, FIRST, LAST, accounts=PEOPLE)
    among = between(OBSERVED + rows + timely, FIRST, LAST, accounts=PEOPLE)
    assert among.equals(alone)


@settings(max_examples=15, deadline=None)
@given(posts_of(*PEOPLE), st.integers(1, 27))
def test_nobody_vanishes_while_nobody_looks(rows: list[Row], days: int) -> None:
    everybody = crowd(300) + crowd(300, place=OTHER) + rows
    here = [row for row in everybody if row["day"] <= LAST or row["day"] >= 250]
    last = 249 + days
    then = state(known(here, LAST)).presence.filter(status="active")["account_key"]
    watched = [key for key in PEOPLE if key in then]
    found = between(here, LAST, last, accounts=watched)
    observed_late = {row["by"] for row in rows if row["day"] < LAST - 28 + days}
    assert set(found.filter(kind="vanished")["account_key"]) <= observed_late
    assert (
        "vanished"
        not in between([row for row in here if row["day"] <= LAST], LAST, 249, accounts=PEOPLE)[
            "kind"
        ]
    )


@settings(max_examples=15, deadline=None)
@given(posts_of(*PEOPLE), st.integers(0, 9))
def test_every_event_is_complete_bounded_and_the_same_in_any_order(
    rows: list[Row], seed: int
) -> None:
    now, then = known(OBSERVED + rows, LAST), known(OBSERVED + rows, FIRST)
    found = account_events(state(then), state(now), PEOPLE, now)
    assert found.schema == ACCOUNT_EVENTS
    assert set(found["kind"]) <= set(ACCOUNT_EVENT_KINDS)
    for event in found.to_dicts():
        assert 0 <= event["surprise"] <= 12
        assert event["account_key"] in event["sentence"]
        assert event["at"] is not None
        assert len(event["posts"]) == len(set(event["posts"])) <= 3
        assert (event["cluster_id"] == "C1") is (event["account_key"] == ME)
    mixed = [shuffled(each, seed) for each in (then, now)]
    assert account_events(state(mixed[0]), state(mixed[1]), PEOPLE, mixed[1]).equals(found)


def test_a_first_report_has_no_events_of_accounts() -> None:
    now = known(OBSERVED, LAST)
    assert account_events(None, state(now), PEOPLE, now).schema == ACCOUNT_EVENTS


def test_accounts_not_asked_for_have_no_events() -> None:
    assert between(OBSERVED, 0, LAST, accounts=[]).is_empty()


def test_every_kind_but_successors_has_a_base_rate() -> None:
    assert set(BASE) == set(ACCOUNT_EVENT_KINDS) - {"successor"}


def shuffled(tables: Tables, seed: int) -> Tables:
    """The same rows in another order."""
    parts: dict[str, pl.DataFrame] = {
        part.name: getattr(tables, part.name).sample(fraction=1, shuffle=True, seed=seed)
        for part in fields(Tables)
        if part.name != "as_of"
    }
    return replace(tables, **parts)
