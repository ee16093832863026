"""The page of one contact detail, against planted numbers in a real Neo4j."""

from __future__ import annotations

import re
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from app.words import detail as said
from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.app.conftest import Planted
from tests.app.loading import SOURCE_NAME
from tests.app.small_world import HOSTILE_TEXT
from tests.app.test_judging_page import button
from tests.app.test_pages import links, marked, table, texts

NUMBER = re.compile(r"\(\d{3}\) 555-01\d\d")
REACHED = """
MATCH (d:ContactDetail {key: $detail}), (a:Account {key: $account})
MERGE (d)-[:REACHES]->(a)
"""


def written(planted: Planted, name: str) -> str:
    """The number of a planted group, as its posts write it."""
    rows = rows_of(planted, planted.world.planted[name])
    return next(found[0] for row in rows if (found := NUMBER.search(row["text"])))


def rows_of(planted: Planted, accounts: list[str]) -> list[dict[str, str]]:
    """The rows of some accounts."""
    ids = {key.rpartition(":")[2].removeprefix("user") for key in accounts}
    return [row for row in planted.world.rows if row["account_id"] in ids]


def key_of(number: str) -> str:
    """The key of a number."""
    return "phone:+1" + "".join(c for c in number if c.isdigit())


def open_detail(at: AppTest, key: str, **asked: str) -> AppTest:
    """Open a contact detail's page."""
    at.query_params["detail"] = key
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page("views/detail.py").run()


def turn(at: AppTest, part: str) -> AppTest:
    """Turn to another part of the page that is open."""
    at.session_state["hangs"] = part
    return at.run()


def test_a_detail_says_who_publishes_it(
    planted: Planted, pages: AppTest, neo4j_driver: Driver, neo4j_connection: Connection
) -> None:
    accounts = planted.world.planted["ring"]
    key = key_of(written(planted, "ring"))
    neo4j_driver.execute_query(
        REACHED, detail=key, account=accounts[0], database_=neo4j_connection.database
    )
    at = open_detail(pages, key)
    assert not at.exception
    assert at.title[0].value == f"Phone number `{key.removeprefix('phone:')}`"
    assert "published by 6 accounts · in 12 posts" in texts(at)
    assert "Showing all 6 accounts" in marked(at)
    shown = table(at, "In posts")
    assert set(shown["Key"]) == set(accounts)
    assert shown["In posts"].tolist() == [2] * 6
    assert set(shown["Cluster"]) == {planted.cluster("ring")}
    assert f"`{planted.cluster('ring')}`" in links(at)
    assert "6 of its 6 accounts" in texts(at)
    assert accounts[0] in texts(at)
    assert not at.warning


def test_posts_show_where_it_stands_and_when_it_was_posted(
    planted: Planted, pages: AppTest
) -> None:
    number = written(planted, "ring")
    at = open_detail(pages, key_of(number), hangs=said.POSTS, given_page="2")
    assert not at.exception
    assert "Showing 11–12 of 12 posts" in marked(at)
    assert texts(at).count(f"call ⟦{number}⟧") == 2
    assert texts(at).count("Read by ") == 2
    times = sorted(row["posted_at"] for row in rows_of(planted, planted.world.planted["ring"]))
    first = datetime.fromisoformat(times[0]).astimezone(UTC)
    assert f"{first:%H:%M} UTC" in marked(at)
    assert len(at.get("vega_lite_chart") or at.get("arrow_vega_lite_chart")) == 1
    assert said.WEEKS_NOTE in marked(at)


def test_its_writings_groups_and_sources_are_listed(planted: Planted, pages: AppTest) -> None:
    number = written(planted, "ring")
    rows = rows_of(planted, planted.world.planted["ring"])
    at = open_detail(pages, key_of(number), hangs=said.WRITINGS)
    writings = table(at, said.AS_WRITTEN)
    assert writings[said.AS_WRITTEN].tolist() == [number]
    assert writings[said.IN_POSTS].tolist() == [12]
    assert writings[said.READ_BY].tolist()[0]
    groups = table(turn(at, said.GROUPS), "Group")
    places = {f"{row['platform']}:group:{row['group_id']}" for row in rows}
    assert set(groups["Key"]) == places
    assert sum(groups["In posts"]) == 12
    at = turn(at, said.SOURCES)
    assert table(at, "Sightings")["Sightings"].tolist() == [12]
    sightings = table(at, "Place in it")
    assert {Path(path).name for path in sightings["File"]} == {SOURCE_NAME}
    assert len(set(sightings["Place in it"])) == 12


def test_ties_that_rest_on_it_say_their_bits(planted: Planted, pages: AppTest) -> None:
    key = key_of(written(planted, "ring"))
    at = open_detail(pages, key, hangs=said.TIES)
    assert not at.exception
    assert "Showing all 15 ties" in marked(at)
    assert len(re.findall(r"This detail: \+\d+\.\d of the tie’s \+", texts(at))) == 15
    assert texts(at).count("Both publish the phone number") == 15
    hub = open_detail(pages, planted.world.hub, hangs=said.TIES)
    assert said.NO_TIES in marked(hub)


def test_a_hub_says_why_and_takes_a_judgement(planted: Planted, pages: AppTest) -> None:
    at = open_detail(pages, planted.world.hub, hangs=said.STRANGERS)
    assert not at.exception
    assert "May serve strangers: > 99%" in at.warning[0].value
    assert "24 accounts publish it." in texts(at)
    button(at, "That is me").click().run()
    button(at, "Confirm").click().run()
    assert not at.exception
    assert "Noted; the next detection obeys it." in [each.value for each in at.success]
    judged = table(at, "Judged")
    assert judged["Judged"].tolist() == ["confirmed"]
    assert planted.world.hub in judged["What"].tolist()[0]
    ring = open_detail(pages, key_of(written(planted, "ring")), hangs=said.STRANGERS)
    assert said.HUB_NONE in marked(ring)


def test_hubs_lead_to_the_pages_of_their_details(planted: Planted, pages: AppTest) -> None:
    at = pages.switch_page("views/hubs.py").run()
    assert not at.exception
    assert f"`{planted.world.hub.removeprefix('phone:')}`" in links(at)


def test_hostile_text_around_a_detail_stays_text(planted: Planted, pages: AppTest) -> None:
    number = written(planted, "hostile")
    at = open_detail(pages, key_of(number), hangs=said.POSTS)
    assert not at.exception
    assert texts(at).count(f"⟦{number}⟧") == 5
    assert HOSTILE_TEXT in texts(at)
    assert table(turn(at, said.GROUPS), "Group")["Group"].tolist() == [
        "<i>group</i> [g](http://evil.example)"
    ]


def test_a_detail_is_found_however_it_is_written(planted: Planted, pages: AppTest) -> None:
    number = written(planted, "ring")
    value = key_of(number).removeprefix("phone:")
    at = pages.switch_page("views/detail.py").run()
    assert not at.exception
    assert said.FIND_NOTE in marked(at)
    at.text_input(key="find").set_value(number).run()
    assert f"`{value}`" in links(at)
    assert "6 accounts, 12 posts" in texts(at)
    at.text_input(key="find").set_value("nobody <b>writes</b> this").run()
    assert said.NONE_FITS in marked(at)


def test_an_unknown_detail_names_the_nearest(planted: Planted, pages: AppTest) -> None:
    key = key_of(written(planted, "ring"))
    wrong = key[:-1] + str((int(key[-1]) + 1) % 10)
    known = {f"`{key.removeprefix('phone:')}`"}
    at = open_detail(pages, f"{wrong}`<b>*")
    assert not at.exception
    assert said.NO_SUCH in marked(at)
    assert known & set(links(at))
    assert said.FIND_ONE in links(at)


@pytest.mark.parametrize("page", ["detail", "group"])
def test_without_material_the_pages_say_so(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    open_workspace(pages_environment / "workspace")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = pages.switch_page(f"views/{page}.py").run()
    assert not at.exception
    assert "cannot be shown just now" in marked(at)
