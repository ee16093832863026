"""Every page, against planted numbers in a real Neo4j."""

from __future__ import annotations

import os
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app import words
from tests.app.conftest import Planted

NAMED = set(words.ALTERNATIVES.values())


def texts(at: AppTest) -> str:
    """All text that a page shows plainly."""
    return "\n".join(str(each.value) for each in at.text)


def marked(at: AppTest) -> str:
    """All text that a page shows as Markdown."""
    parts = [*at.markdown, *at.caption, *at.title, *at.header, *at.subheader, *at.warning]
    return "\n".join(str(each.value) for each in parts)


def open_cluster(at: AppTest, cluster: str, **asked: str) -> AppTest:
    """Open a cluster's page."""
    at.query_params["cluster"] = cluster
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page("views/cluster.py").run()


def links(at: AppTest) -> list[str]:
    """Labels of links to pages."""
    return [each.proto.label for each in at.get("page_link")]


def table(at: AppTest, column: str) -> Any:
    """The table that has a column."""
    return next(each.value for each in at.dataframe if column in each.value.columns)


def test_clusters_are_listed_by_three_measures(planted: Planted, pages: AppTest) -> None:
    at = pages.switch_page("views/clusters.py").run()
    assert not at.exception
    found = planted.detection.clusters
    assert links(at) == [f"`{each}`" for each in found["cluster_id"]]
    assert [text for text in texts(at).splitlines() if text.isdigit()] == [
        str(each) for each in found["size"]
    ]
    assert marked(at).count("Not assessed") == len(found)
    assert len(at.get("progress")) == 2 * len(found)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [("words", "fernhill", ["shop"]), ("size", 6, ["ring"]), ("platform", "Telegram", ["ring"])],
)
def test_filters_keep_what_fits(
    planted: Planted, pages: AppTest, name: str, value: object, expected: list[str]
) -> None:
    at = pages.switch_page("views/clusters.py").run()
    widgets = [*at.text_input, *at.number_input, *at.selectbox]
    next(each for each in widgets if each.key == name).set_value(value)
    at.run()
    assert not at.exception
    assert links(at) == [f"`{planted.cluster(each)}`" for each in expected]


def test_filters_that_fit_nothing_say_so(planted: Planted, pages: AppTest) -> None:
    at = pages.switch_page("views/clusters.py").run()
    at.text_input(key="words").set_value("nobody is called this").run()
    assert "No cluster fits these filters." in marked(at)
    assert links(at) == []


def test_a_cluster_shows_who_why_and_what_else(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"))
    assert not at.exception
    shown = {each.label: each.value for each in at.metric}
    assert set(shown) == {"Connectedness", "Trade relevance", "Legality"}
    assert shown["Trade relevance"] == "83%"
    assert "Taxa named: " in texts(at)
    assert shown["Legality"] == "Not assessed"
    assert "6 accounts" in texts(at)
    assert "Both publish the phone number" in texts(at)
    assert "Both posted nearly the same text" in texts(at)
    assert "Showing 1–10 of 15 ties" in marked(at)
    assert [name for name in words.ALTERNATIVES.values() if name in marked(at)] == list(
        words.ALTERNATIVES.values()
    )
    assert "mention a" not in texts(at)
    assert "None of 12 posts mentions a licence" in texts(at)
    assert "6 accounts" in texts(at)


def test_a_shop_shows_what_speaks_for_it(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("shop"))
    assert "6 of 6 posts mention a licence" in texts(at)
    named = [line for line in marked(at).splitlines() if line.strip("*") in NAMED]
    assert named[0] == "**Licensed business**"
    assert len(named) == len(NAMED)


def test_a_chain_hangs_on_each_of_its_ties(planted: Planted, pages: AppTest) -> None:
    assert planted.members("chain") == planted.world.planted["chain"]
    said = texts(open_cluster(pages, planted.cluster("chain")))
    assert said.count("If the tie between “") == 4
    assert "would fall into 3 and 2 accounts" in said
    ring = texts(open_cluster(pages, planted.cluster("ring")))
    assert "If the tie between" not in ring
    assert "15 ties rest on it" in ring


def test_measures_have_their_own_names(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("chain"), part="Measures")
    assert not at.exception
    measures = table(at, "Burt’s constraint")
    assert sorted(measures["Key"]) == planted.members("chain")
    assert measures["Betweenness"].max() == pytest.approx(2 / 3)
    assert set(measures["k-core"]) == {1}


def test_no_role_is_made_of_ties_alone(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("chain"), part="Roles and interaction")
    assert not at.exception
    assert "No role: too little interaction is known" in marked(at)


def test_members_are_listed_with_stability(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), part="Accounts")
    assert not at.exception
    members = table(at, "Stability")
    assert sorted(members["Key"]) == planted.members("ring")
    assert members["Stability"].between(0, 1).all()
    assert members["With other seeds"].tolist() == [1.0] * len(members)
    assert set(members["Ties here"]) == {5}


def test_shared_details_name_their_publishers(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), part="Contact details")
    details = table(at, "Published here by")
    assert details["Published here by"].tolist() == [6]
    assert details["Anywhere by"].tolist() == [6]
    assert details["Kind"].tolist() == ["Phone number"]


def test_posts_are_shown_with_source_and_place(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("ring"), part="Posts")
    assert not at.exception
    assert "Showing 1–10 of 12 posts" in marked(at)
    assert "posts <b>week 6<br> [a](http:evil).csv`, `row " in marked(at)
    newest = sorted(planted.world.rows[:12], key=lambda row: row["posted_at"])[-10:]
    assert {row["text"] for row in newest} <= set(texts(at).splitlines())


def test_two_accounts_show_why_they_are_tied(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("chain"))
    first, second, third, *_ = planted.world.planted["chain"]
    at.selectbox(key="first_account").set_value(first).run()
    at.selectbox(key="second_account").set_value(third).run()
    assert "not tied to each other" in marked(at)
    at.selectbox(key="second_account").set_value(second).run()
    assert not at.exception
    assert "not tied to each other" not in marked(at)


def test_an_unknown_cluster_names_the_nearest(planted: Planted, pages: AppTest) -> None:
    wanted = planted.cluster("ring")
    at = open_cluster(pages, wanted[:-1] + "`<b>*")
    assert not at.exception
    assert "has no cluster" in marked(at)
    assert links(at)[0] == f"`{wanted}`"


def test_no_cluster_named_leads_to_the_list(planted: Planted, pages: AppTest) -> None:
    at = pages.switch_page("views/cluster.py").run()
    assert not at.exception
    assert links(at) == ["Choose one from the list"]


def test_who_works_is_asked_once(planted: Planted, pages: AppTest) -> None:
    at = pages.run()
    assert at.text_input[0].value == "A. Tester"
    at.text_input[0].set_value("M. Other")
    at.button[0].click().run()
    assert "M. Other" in texts(at)
    at.switch_page("views/clusters.py").run()
    assert "M. Other" in texts(at)
    assert all(each.label != "Who is working?" for each in at.text_input)


def test_no_page_shows_the_password(planted: Planted, pages: AppTest) -> None:
    secret = os.environ["NEO4J_PASSWORD"]
    for page in (
        "views/overview.py",
        "views/clusters.py",
        "views/cluster.py",
        "views/account.py",
    ):
        at = pages.switch_page(page).run()
        assert secret not in texts(at) + marked(at)


@pytest.mark.parametrize("word", ["criminal", "suspect", "guilt"])
def test_no_page_judges(planted: Planted, pages: AppTest, word: str) -> None:
    for at in (pages.run(), open_cluster(pages, planted.cluster("ring"))):
        assert word not in (texts(at) + marked(at)).lower()
