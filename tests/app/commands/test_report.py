"""``spoor report``: what changed, from files to HTML, PDF, JSON and the graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver

from graph.server.connection import Connection
from tests.app.commands.running import Spoor, environment
from tests.builders import write_csv
from tests.graph.lifecycle.weeks import Row, chatter, day_after, sells
from tests.worlds import phone

SHARED, OTHER, NEW = phone(11), phone(22), phone(33)
FIRST, LAST, DIES, JOINS = 70, 77, 36, 72
NAME = "<b>Budi</b> & sons"


def _rows() -> list[Row]:
    """A ring that grows in the last week, one that fell silent, and one that is new."""
    rows = chatter("g", 0, LAST)
    for account in "abc":
        rows += sells(account, SHARED, range(0, LAST, 3), "g")
    rows += sells("f", SHARED, range(JOINS, LAST + 1), "g")
    for account in "de":
        rows += sells(account, f"{OTHER} {phone(44)}", range(0, DIES, 3), "g")
    for account in "xy":
        rows += sells(account, f"{NEW} {phone(55)}", range(JOINS, LAST + 1), "g", "finch")
    return [{**row, "account_name": NAME if row["account_id"] == "f" else None} for row in rows]


@pytest.fixture(scope="module")
def spoor(
    neo4j_connection: Connection, neo4j_driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Spoor]:
    """The program on a workspace that holds the weeks."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    folder = tmp_path_factory.mktemp("reported")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(neo4j_connection).items():
            patch.setenv(name, value)
        spoor = Spoor(folder / "workspace")
        spoor("ingest", write_csv(folder / "rows.csv", _rows()), "--region", "ID")
        yield spoor


@pytest.fixture(scope="module")
def made(spoor: Spoor) -> dict[str, Any]:
    """The report of the last week."""
    data = spoor("report", "--from", day_after(FIRST), "--to", day_after(LAST), "--json").data
    assert isinstance(data, dict)
    return data


def events(report: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Events of a kind."""
    return [each for each in report["events"] if each["kind"] == kind]


def test_growth_and_a_new_cluster_are_told(made: dict[str, Any]) -> None:
    (grown,) = events(made, "grown")
    assert grown["accounts_added"] == ["facebook:f"]
    assert grown["notable"] and grown["cause"] == "activity"
    assert SHARED in " ".join(grown["why"])
    assert grown["posts"]
    (formed,) = events(made, "formed")
    assert formed["accounts_added"] == ["facebook:x", "facebook:y"]
    assert formed["from"] == []
    assert formed["to"] == [formed["cluster"]]


def test_what_fell_silent_long_before_is_not_told_again(made: dict[str, Any]) -> None:
    assert events(made, "dissolved") == []


def test_silence_is_told_in_the_week_in_which_it_was_enough(spoor: Spoor) -> None:
    report = spoor("report", "--from", day_after(56), "--to", day_after(66), "--json").data
    (event,) = events(report, "dissolved")
    assert event["accounts_removed"] == ["facebook:d", "facebook:e"]
    assert "cause is unknown" in event["sentence"]
    assert report["preserve_now"] == []


def test_nothing_of_note(spoor: Spoor) -> None:
    report = spoor("report", "--from", day_after(20), "--to", day_after(27), "--json").data
    assert report["summary"] == ["Nothing of note."]


def test_before_anything_was_known_it_is_the_first_report(spoor: Spoor) -> None:
    report = spoor("report", "--from", day_after(-9), "--to", day_after(27), "--json").data
    assert report["baseline"] is None
    assert report["summary"][0].startswith("This is the first report: 2 clusters")
    assert report["events"] == []


def test_ids_are_those_of_the_listed_clusters(made: dict[str, Any], spoor: Spoor) -> None:
    listed = {each["id"] for each in spoor("clusters", "--json").data}
    assert {name for each in made["events"] for name in each["to"]} <= listed


def test_the_graph_holds_the_line_of_descent(
    made: dict[str, Any], spoor: Spoor, neo4j_connection: Connection, neo4j_driver: Driver
) -> None:
    spoor("report", "--from", day_after(FIRST), "--to", day_after(LAST))
    rows, _, _ = neo4j_driver.execute_query(
        "MATCH (now:Cluster)-[c:CONTINUES]->(old:Cluster) RETURN now.id AS now, old.id AS old, "
        "c.event AS event, c.accounts AS accounts ORDER BY now, old",
        database_=neo4j_connection.database,
    )
    (grown,) = events(made, "grown")
    told = {(row["now"], row["old"]): (row["event"], row["accounts"]) for row in rows}
    assert told[grown["cluster"], grown["cluster"]] == ("grown", 3)


def test_the_files_are_written_and_names_stay_text(spoor: Spoor, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = spoor("report", "--from", day_after(FIRST), "--to", day_after(LAST), "--output", folder)
    assert "Written to" in done.out
    assert sorted(each.name for each in folder.iterdir()) == [
        "preserve-now.csv", "report.html", "report.json", "report.pdf",
    ]  # fmt: skip
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Budi&lt;/b&gt; &amp; sons" in page
    assert "<b>Budi" not in page
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["labels"]["facebook:f"] == NAME


def test_the_same_report_twice_is_the_same(made: dict[str, Any], spoor: Spoor) -> None:
    again = spoor("report", "--from", day_after(FIRST), "--to", day_after(LAST), "--json").data
    depends = {"made_at": None, "lineage": None}
    assert {**again, **depends} == {**made, **depends}


def test_a_change_by_a_judgement_says_so(spoor: Spoor) -> None:
    spoor("judge", "tie", "facebook:x", "facebook:y", "reject", "--why", "two shops")
    report = spoor("report", "--from", day_after(LAST), "--to", day_after(LAST + 1), "--json").data
    (event,) = events(report, "dissolved")
    assert event["cause"] == "judgement"
    assert event["sentence"].endswith("A person's judgement changed this.")
    spoor("judge", "tie", "facebook:x", "facebook:y", "withdraw")


def test_every_week_has_its_report(spoor: Spoor, tmp_path: Path) -> None:
    spoor("report", "--all-weeks", "--output", tmp_path / "all")
    weeks = sorted(each.name for each in (tmp_path / "all").iterdir())
    assert len(weeks) == 12
    assert weeks[0] == "2026-W09"
    told = [
        json.loads((tmp_path / "all" / week / "report.json").read_text(encoding="utf-8"))
        for week in weeks
    ]
    kinds = [each["kind"] for report in told for each in report["events"]]
    assert kinds.count("dissolved") == 1
    assert kinds.count("grown") == 1
    assert len({report["snapshot"] for report in told}) == len(weeks)


def test_wrong_periods_are_refused_in_a_sentence(spoor: Spoor) -> None:
    assert "not an ISO week" in spoor("report", "--week", "46", code=2).sentence(2)
    assert "belong together" in spoor("report", "--from", "2026-01-01", code=2).sentence(2)
    assert "--all-weeks" in spoor("report", "--all-weeks", "--week", "2026-W10", code=2).sentence(2)
