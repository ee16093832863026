"""The page of species: any name, listings with place and days, who offers, and the lists."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from app.taxa import remove_list, take_list
from ingest.extract.taxa.listed import Header
from ingest.journal import Journal
from ingest.taxa_import import read_list
from tests.app.conftest import Planted
from tests.app.test_pages import links, marked, table, texts

PAGE = "views/species.py"


def open_page(at: AppTest, **asked: str) -> AppTest:
    """Open the page at an address."""
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page(PAGE).run()


def take(planted: Planted, folder: Path) -> None:
    """Take in a national list with a first and a last day."""
    file = folder / "list.csv"
    file.write_text("scientific_name,status,english\nCarduelis spinus,protected,siskin\n")
    header = Header("p106", "ID", "2018-07-01", "2020-12-31", "list.csv", "", "A. Tester",
                    datetime.now(UTC).isoformat(), 0, 0)  # fmt: skip
    whole = take_list(planted.workspace, header, read_list(file, of_cites=False, told={}))
    assert whole.taxa == 1


def test_a_taxon_is_found_by_any_name_with_law_place_and_days(
    planted: Planted, pages: AppTest
) -> None:
    at = open_page(pages, name="badak jawa")
    assert not at.exception
    assert "`Rhinoceros sondaicus`" in marked(at)
    assert "A listing is not an offence" in marked(at)
    listings = table(at, "Holds in")
    assert "international (CITES)" in listings["Holds in"].tolist()
    assert {"From", "Until"} <= set(listings.columns)
    assert "In force then" not in listings.columns
    assert "Indonesian" in table(at, "Found elsewhere")["Language"].tolist()
    assert "No post in this workspace names it." in marked(at)
    at = open_page(at, name="rhinocros sondaicus")
    at.text_input(key="name").set_value("rhinocros sondaicus").run()
    assert "No list in use has the name rhinocros sondaicus." in texts(at)
    near = next(each for each in at.button if "hinoceros sondaicus" in each.label)
    near.click().run()
    assert "`Rhinoceros sondaicus`" in marked(at)


def test_a_taxon_leads_to_the_posts_and_clusters_that_name_it(
    planted: Planted, pages: AppTest
) -> None:
    at = open_page(pages, name="shama")
    assert not at.exception
    naming = [row for row in planted.world.rows if "shama" in row["text"].lower()]
    assert f"{len(naming)} posts name it at all." in texts(at)
    assert {"Clusters that name it", "Search for it"} <= set(links(at))
    assert "the newest first" in marked(at)


def test_lists_hold_somewhere_for_some_time(
    planted: Planted, pages: AppTest, tmp_path: Path
) -> None:
    take(planted, tmp_path)
    at = open_page(pages, name="Carduelis spinus")
    assert not at.exception
    mine = table(at, "Holds in").set_index("List").loc["p106"]
    assert (mine["Holds in"], mine["From"], mine["Until"]) == ("ID", "2018-07-01", "2020-12-31")
    assert mine["Status, in the list’s words"] == "protected"
    at.date_input(key="on").set_value(date(2021, 1, 1)).run()
    assert table(at, "Holds in").set_index("List").loc["p106"]["In force then"] == "no"
    at.date_input(key="on").set_value(date(2020, 1, 1)).run()
    assert table(at, "Holds in").set_index("List").loc["p106"]["In force then"] == "yes"
    at.session_state["species"] = "The lists"
    at.run()
    lists = table(at, "Taken in (UTC)").set_index("List")
    assert lists.loc["p106"]["Holds in"] == "ID"
    assert lists.loc["p106"]["By"] == "A. Tester"
    next(each for each in at.button if each.label == "That is me").click().run()
    at.button(key="remove list").click().run()
    assert not at.exception
    assert "The list p106 is removed" in texts(at)
    made = [entry["action"] for entry in Journal(planted.workspace).entries("taxa")]
    assert made == ["import", "remove"]


def test_a_list_is_removed_with_who_did_it(planted: Planted, tmp_path: Path) -> None:
    take(planted, tmp_path)
    remove_list(planted.workspace, "p106", who="B. Other")
    assert Journal(planted.workspace).entries("taxa")[-1]["by"] == "B. Other"
