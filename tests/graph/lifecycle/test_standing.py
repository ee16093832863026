"""A change is told once it is sure, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import polars as pl

from graph.detection import Detection
from graph.lifecycle.standing import arrivals_of, told_of
from graph.lifecycle.tables import PRESENCE
from graph.settings import DetectionSettings

NOTHING = pl.DataFrame()


def members(**stability: tuple[str, float]) -> pl.DataFrame:
    rows = [
        {"account_key": key, "cluster_id": cluster, "stability": share}
        for key, (cluster, share) in stability.items()
    ]
    return pl.DataFrame(rows)


def detected(told: pl.DataFrame) -> Detection:
    return Detection("s", "2026-03-01", "c", DetectionSettings(), 0, *[NOTHING] * 7, told=told)


def test_who_is_not_sure_is_not_told() -> None:
    found = told_of(members(a=("K", 0.95), b=("K", 0.9), c=("K", 0.85)), None)
    assert dict(found.iter_rows()) == {"a": "K", "b": "K"}


def test_what_was_told_stays_until_something_else_is_sure() -> None:
    before = detected(told_of(members(a=("K", 0.95), b=("L", 1.0)), None))
    unsure = told_of(members(a=("K", 0.5), b=("K", 0.85)), before)
    assert dict(unsure.iter_rows()) == {"a": "K", "b": "L"}
    sure = told_of(members(a=("K", 0.5), b=("K", 0.9)), detected(unsure))
    assert dict(sure.iter_rows()) == {"a": "K", "b": "K"}


def test_who_belongs_nowhere_is_told_nowhere() -> None:
    before = detected(told_of(members(a=("K", 1.0), b=("K", 1.0)), None))
    assert told_of(members(b=("K", 1.0)), before)["account_key"].to_list() == ["b"]


def presence(**places: tuple[str, str]) -> pl.DataFrame:
    rows = [
        {
            "account_key": key,
            "first_seen": datetime.fromisoformat(day).replace(tzinfo=UTC),
            "places": [place],
        }
        for key, (day, place) in places.items()
    ]
    return pl.DataFrame(rows, schema=PRESENCE)


def test_who_could_have_been_seen_before_is_new_and_the_others_are_coverage() -> None:
    then = presence(a=("2026-02-01", "g"))
    before = replace(
        detected(pl.DataFrame()), presence=then, arrivals=arrivals_of(then, None, "2026-03-01")
    )
    now = presence(
        a=("2026-02-01", "g"), new=("2026-03-03", "g"), late=("2026-02-20", "g"),
        elsewhere=("2026-03-03", "h"),
    )  # fmt: skip
    found = arrivals_of(now, before, "2026-03-08")
    assert found.rows() == [
        ("a", "2026-03-01", False),
        ("elsewhere", "2026-03-08", True),
        ("late", "2026-03-08", True),
        ("new", "2026-03-08", False),
    ]
