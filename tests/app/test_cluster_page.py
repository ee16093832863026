"""One cluster's page: when, what, where, before, and as a file; against planted numbers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ingest.journal import Journal
from tests.app.conftest import Planted
from tests.app.test_pages import links, marked, open_cluster, table, texts


def rows_of(planted: Planted, name: str) -> list[dict[str, str]]:
    """Rows of the world that a planted group posted."""
    numbers = {key.rpartition(":")[2].removeprefix("user") for key in planted.members(name)}
    return [row for row in planted.world.rows if row["account_id"] in numbers]


@pytest.mark.parametrize("by", ["Platform", "Account"])
def test_the_timeline_counts_every_post_by_week(planted: Planted, pages: AppTest, by: str) -> None:
    at = open_cluster(pages, planted.cluster("ring"), by=by)
    assert not at.exception
    weeks, details = (each.proto for each in at.get("vega_lite_chart"))
    assert len(rows_of(planted, "ring")) == posts_in(weeks.spec)
    assert "+1" in str(details)
    named = json.loads(weeks.spec)["layer"][1]["encoding"]["x"]["axis"]["values"]
    mondays = [date(each["year"], each["month"], each["date"]) for each in named if each["utc"]]
    assert len(mondays) == len(named) > 0, "a bare number would name no day"
    assert {each.weekday() for each in mondays} == {0}
    assert "Showing all" in marked(at)
    assert "weeks, from" in marked(at)


def posts_in(spec: str) -> int:
    """Posts that a chart's bars count."""
    layers = json.loads(spec)["layer"]
    return sum(
        row["posts"] for layer in layers for row in layer["data"]["values"] if "posts" in row
    )


def test_hostile_names_are_labels_of_the_timeline(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("hostile"), by="Account")
    assert not at.exception
    spec = next(iter(at.get("vega_lite_chart"))).proto.spec
    assert "[U+202E]" in spec
    assert "\\u202e" not in spec
    assert "\u202e" not in spec


def test_offers_have_prices_in_their_own_currency(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), activity="Offers and value")
    assert not at.exception
    prices = table(at, "Asked in all")
    asked = sorted(float(row["price"]) for row in rows_of(planted, "ring"))
    assert prices["Currency"].tolist() == ["USD"]
    assert (prices["Lowest"][0], prices["Highest"][0]) == (asked[0], asked[-1])
    assert prices["Posts"].tolist() == [len(asked)]
    assert prices["Asked in all"][0] == f"{sum(asked):,.0f}"
    assert "Asked prices are not turnover" in marked(at)


def test_places_say_how_they_were_read_or_that_there_is_none(
    planted: Planted, pages: AppTest
) -> None:
    at = open_cluster(pages, planted.cluster("ring"), activity="Places")
    assert not at.exception
    assert "No post of these accounts says where" in marked(at)
    assert "Regions stated for the files: US (12 posts)" in texts(at)
    assert "There is no map" in marked(at)


def test_a_first_detection_has_no_earlier_cluster(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), activity="Earlier clusters")
    assert not at.exception
    assert "No earlier detection made alike" in marked(at)


def test_a_weak_tie_leads_to_why(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("chain"))
    titles = [each.label for each in at.expander]
    assert titles.count("Why these two are tied") == 4
    before = marked(at).count("Probability")
    at.session_state["hold tie tie 0"] = True
    at.run()
    assert marked(at).count("Probability") == before + 1


def test_shared_details_lead_to_their_page(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), part="Contact details")
    number = table(at, "Published here by")["Value"][0]
    assert f"`{number}`" in links(at)


@pytest.mark.parametrize("kind", ["csv", "graphml", "gexf"])
def test_a_cluster_leaves_as_a_file_named_after_it(
    planted: Planted, pages: AppTest, kind: str
) -> None:
    ring = planted.cluster("ring")
    at = open_cluster(pages, ring)
    assert at.button(key=f"prepare {ring}").disabled
    at.session_state["who"], at.session_state["who_is_known"] = "A. Tester", True
    at.run()
    at.selectbox(key=f"format {ring}").set_value(kind).run()
    at.button(key=f"prepare {ring}").click().run()
    assert not at.exception
    ending = "zip" if kind == "csv" else kind
    called = f"spoor-{ring}-{planted.detection.snapshot}.{ending}"
    assert f"{called} is ready" in texts(at)
    *_, entry = Journal(planted.workspace).entries("export")
    assert (entry["by"], entry["clusters"], entry["output"]) == ("A. Tester", [ring], called)
    assert entry["handling"] == "TLP:AMBER <b>x</b>"
