"""What accounts showed, and when."""

from __future__ import annotations

from dataclasses import fields, replace

import polars as pl

from graph.derived_records import DETAILS
from graph.lifecycle.tables import TRACES
from graph.lifecycle.traces import traces_of
from graph.tables import Tables
from tests.graph.lifecycle.account.worlds import (
    HOME,
    ME,
    OTHER,
    Row,
    described,
    known,
    names,
    on,
    said,
    shown_in_description,
)

PHONE = "phone:+628110000001"
ROWS = [
    said(1, detail=PHONE),
    said(1.2, detail=PHONE),
    said(5, detail=PHONE, place=OTHER),
    said(6, taxon="taxon:Avis", price=5),
    said(7, place=None),
]


def rows_of(tables: Tables, kind: str) -> list[Row]:
    """Traces of a kind."""
    return traces_of(tables).filter(kind=kind).to_dicts()


def test_a_detail_is_dated_and_counted_by_posts_and_days() -> None:
    (trace,) = rows_of(known(ROWS, 30), "detail")
    assert (trace["account_key"], trace["value"]) == (ME, PHONE)
    assert (trace["first_seen"], trace["last_seen"]) == (on(1), on(5))
    assert (trace["days"], trace["posts"]) == (2, 3)
    assert [key[-7:] for key in trace["cited"]] == ["001.000", "001.200", "005.000"]


def test_a_detail_found_twice_in_one_post_counts_once() -> None:
    tables = known(ROWS[:1], 30)
    twice = replace(tables, details=pl.concat([tables.details, tables.details]))
    assert rows_of(twice, "detail") == rows_of(tables, "detail")


def test_what_is_read_unsurely_or_passed_on_leaves_no_trace() -> None:
    tables = known(ROWS[:1], 30)
    for column, value in (("confidence", 0.4), ("account_key", None)):
        details = tables.details.with_columns(pl.lit(value).cast(DETAILS[column]).alias(column))
        assert rows_of(replace(tables, details=details), "detail") == []


def test_a_description_is_dated_from_its_first_to_its_last_sighting() -> None:
    bios = names(described(ME, "wa 0811", 2, 40), described(ME, "no number", 41, 60))
    tables = known([said(1)], 99, names=bios, details=shown_in_description(ME, PHONE, "0811", 2))
    (trace,) = rows_of(tables, "detail")
    assert (trace["first_seen"], trace["last_seen"]) == (on(2), on(40))
    assert (trace["posts"], trace["cited"]) == (0, [])


def test_a_taxon_counts_in_offers_and_searches_if_named_for_sure() -> None:
    named = [said(8, taxon="taxon:Other"), said(9, taxon="taxon:Unsure", price=5, confidence=0.4)]
    assert [row["value"] for row in rows_of(known(ROWS + named, 30), "taxon")] == ["taxon:Avis"]


def test_places_are_groups_and_platforms() -> None:
    found = {row["value"]: row for row in rows_of(known(ROWS, 30), "place")}
    assert {place: row["posts"] for place, row in found.items()} == {
        HOME: 3, OTHER: 1, "platform:telegram": 1,
    }  # fmt: skip
    assert (found[HOME]["days"], found[HOME]["last_seen"]) == (2, on(6))


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [*ROWS, *({**row, "by": "telegram:user2"} for row in ROWS), said(1, place=OTHER)]
    tables = known(rows, 30)
    mixed = replace(
        tables,
        **{part.name: getattr(tables, part.name).sample(fraction=1, shuffle=True, seed=3)
           for part in fields(Tables) if part.name != "as_of"},
    )  # fmt: skip
    assert traces_of(mixed).equals(traces_of(tables))


def test_nothing_leaves_no_traces() -> None:
    found = traces_of(known([], 30))
    assert (found.is_empty(), found.schema) == (True, TRACES)
