"""What became of clusters, on weeks whose changes are planted."""

from __future__ import annotations

import polars as pl
import pytest

from graph.detection import Detection
from graph.errors import AnalysisError
from graph.lifecycle.events import find_events
from graph.workspace import Workspace
from tests.graph.lifecycle.weeks import Row, chatter, detected, sells, take_in
from tests.worlds import phone

SHARED, OTHER, LEFT_OFF = phone(11), phone(22), phone(44)
DIES, BACK, GROWS, UNSEEN, PARTS = 80, 150, 60, 60, 60
LAST = 200


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A seller ring that grows, one that stops and returns, one unseen, one that parts."""
    rows: list[Row] = chatter("g", 0, LAST) + chatter("h", 0, UNSEEN)
    for account in "abc":
        rows += sells(account, SHARED, range(0, LAST, 4), "g")
    rows += sells("f", SHARED, range(GROWS, LAST, 3), "g")
    for account in "de":
        rows += sells(account, OTHER, range(0, DIES, 3), "g")
        rows += sells(account, OTHER, range(BACK, LAST, 3), "g", "finch")
    for account in "ij":
        rows += sells(account, phone(33), range(0, UNSEEN, 3), "h")
    for pair, own in (("kl", phone(55)), ("mn", phone(66))):
        for account in pair:
            rows += sells(account, f"{LEFT_OFF} {own}", range(0, PARTS, 3), "g")
            rows += sells(account, own, range(PARTS, LAST, 3), "g", "ring")
    return take_in(rows, tmp_path_factory.mktemp("history"))


@pytest.fixture(scope="module")
def days(history: Workspace) -> dict[int, Detection]:
    """Detections two weeks apart, each going on from the one before."""
    found: dict[int, Detection] = {}
    before = None
    for day in range(20, LAST, 14):
        before = found[day] = detected(history, day, before)
    return found


@pytest.fixture(scope="module")
def told(days: dict[int, Detection]) -> dict[int, pl.DataFrame]:
    """What changed by each day."""
    pairs = zip(list(days)[:-1], list(days)[1:], strict=True)
    return {
        now: find_events(days[before], days[now]).sure.filter(pl.col("kind") != "continued")
        for before, now in pairs
    }


def cluster_of(found: Detection, account: str) -> str:
    """The cluster of an account."""
    here = found.members.filter(pl.col("account_key") == f"facebook:{account}")
    return str(here["cluster_id"].item())


def kinds(told: dict[int, pl.DataFrame]) -> dict[str, int]:
    """The day by which each kind was told."""
    return {kind: day for day, events in told.items() for kind in events["kind"]}


def test_only_what_was_planted_is_told(told: dict[int, pl.DataFrame]) -> None:
    happened = sorted(kind for events in told.values() for kind in events["kind"])
    assert happened == ["dissolved", "grown", "reappeared", "split"]


def test_growth_names_who_came(told: dict[int, pl.DataFrame]) -> None:
    (event,) = told[kinds(told)["grown"]].to_dicts()
    assert event["accounts_added"] == ["facebook:f"]
    assert event["from"] == event["to"] == [event["cluster"]]
    assert kinds(told)["grown"] == 62
    assert event["share_of_runs"] >= 0.9


def test_silence_dissolves_after_four_observed_weeks(
    told: dict[int, pl.DataFrame], days: dict[int, Detection]
) -> None:
    day = kinds(told)["dissolved"]
    (event,) = told[day].to_dicts()
    assert event["cluster"] == cluster_of(days[day], "d")
    assert event["accounts_removed"] == ["facebook:d", "facebook:e"]
    assert event["cause"] == "activity"
    assert DIES + 28 <= day <= DIES + 28 + 14


def test_a_cluster_that_returns_has_its_id(
    told: dict[int, pl.DataFrame], days: dict[int, Detection]
) -> None:
    day = kinds(told)["reappeared"]
    (event,) = told[day].to_dicts()
    assert event["cluster"] == cluster_of(days[20], "d")
    assert event["accounts_back"] == ["facebook:d", "facebook:e"]


def test_parts_that_go_on_without_each_other_are_a_split(
    told: dict[int, pl.DataFrame], days: dict[int, Detection]
) -> None:
    day = kinds(told)["split"]
    (event,) = told[day].to_dicts()
    assert event["cause"] == "activity"
    assert set(event["to"]) == {cluster_of(days[day], "k"), cluster_of(days[day], "m")}
    assert event["from"] == [cluster_of(days[20], "k")]
    assert cluster_of(days[day], "k") == cluster_of(days[day], "l")


def test_what_nobody_looked_at_is_not_gone(days: dict[int, Detection]) -> None:
    last = days[max(days)]
    status = dict(last.presence.select("account_key", "status").iter_rows())
    assert status["facebook:i"] == status["facebook:j"] == "unobserved"
    activity = last.activity.filter(pl.col("cluster_id") == cluster_of(last, "i"))
    assert activity["status"].to_list() == ["unobserved"]


def test_ids_stay(days: dict[int, Detection]) -> None:
    for account in "adi":
        assert len({cluster_of(found, account) for found in days.values()}) == 1


def test_another_seed_is_no_event(history: Workspace, days: dict[int, Detection]) -> None:
    other = detected(history, 160, seed=7)
    events = find_events(days[160], other)
    assert set(events.sure["kind"]) == {"continued"}
    assert events.unsure.is_empty()


def test_the_same_day_twice_is_no_event(days: dict[int, Detection]) -> None:
    events = find_events(days[104], days[104])
    assert set(events.sure["kind"]) == {"continued"}


def test_days_made_otherwise_are_not_compared(days: dict[int, Detection]) -> None:
    from dataclasses import replace

    other = replace(days[104], calibration="another")
    with pytest.raises(AnalysisError, match="different settings or calibrations"):
        find_events(days[90], other)
