"""The page of one group and the list of groups, against planted numbers in a real Neo4j."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from app.words import group as said
from graph.server.connection import Connection
from tests.app.conftest import Planted
from tests.app.loading import SOURCE_NAME
from tests.app.small_world import HOSTILE_TEXT
from tests.app.test_pages import links, marked, table, texts

GROUP = "facebook:group:1"
HOSTILE = "facebook:group:5"
HOSTILE_NAME = "<i>group</i> [g](http://evil.example)"
MORE = """
MATCH (g:Group {key: $group}), (other:Group {key: $other})
SET g.names = ['Before *x*', g.name],
    g.names_since = [datetime('2025-11-03T10:00:00Z'), datetime('2026-02-03T10:00:00Z')]
MERGE (g)-[same:SAME_AS]->(other) SET same.reason = 'became a supergroup'
MERGE (silent:Account {key: 'facebook:silent'})
SET silent.platform = 'facebook', silent.native_id = 'silent', silent.name = 'A Reader',
    silent.category = 'uncategorised'
MERGE (silent)-[m:MEMBER_OF]->(g)
SET m.role = 'admin', m.joined_at = datetime('2026-01-05T10:00:00Z')
WITH g
MATCH (g)<-[:IN]-(p:Post)
WITH p ORDER BY p.key LIMIT 2
SET p.forwarded_from = 'Pak [Budi](http://evil.example)'
"""


@pytest.fixture(scope="module")
def group(planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection) -> Iterator[str]:
    """A group of which more is known: names, a successor, a silent administrator, forwards."""
    neo4j_driver.execute_query(
        MORE, group=GROUP, other=HOSTILE, database_=neo4j_connection.database
    )
    yield GROUP


def rows_in(planted: Planted, key: str) -> list[dict[str, str]]:
    """The rows of a group."""
    platform, _, native = key.split(":")
    return [
        row
        for row in planted.world.rows
        if (row["platform"], row["group_id"]) == (platform, native)
    ]


def open_group(at: AppTest, key: str, **asked: str) -> AppTest:
    """Open a group's page."""
    at.query_params["group"] = key
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page("views/group.py").run()


def turn(at: AppTest, **chosen: str | None) -> AppTest:
    """Turn to another part, or other choices, of the page that is open."""
    for name, value in chosen.items():
        at.session_state[name] = value
    return at.run()


def test_a_group_tells_members_from_posters(planted: Planted, group: str, pages: AppTest) -> None:
    rows = rows_in(planted, group)
    posts = Counter(row["account_id"] for row in rows)
    at = open_group(pages, group)
    assert not at.exception
    assert at.title[0].value == f"Group `{rows[0]['group_name']}`"
    counted = {each.label: each.value for each in at.metric}
    assert counted[said.ACCOUNTS_KNOWN] == str(len(posts) + 1)
    assert counted[said.POSTS_KNOWN] == str(len(rows))
    assert (counted[said.MEMBERS], counted[said.POSTERS]) == ("1", str(len(posts)))
    shown = table(at, said.POSTS_HERE)
    assert shown["Account"].tolist()[0] == "A Reader"
    assert shown["Role"].tolist()[0] == "admin"
    assert shown[said.POSTS_HERE].tolist() == [0, *sorted(posts.values(), reverse=True)]
    assert "- `Before *x*` 3 Nov 2025" in marked(at)
    assert f"`{HOSTILE_NAME}`" in links(at)
    assert "later: became a supergroup" in texts(at)
    assert [each.value for each in at.code] == [group, "https://www.facebook.com/1"]
    only = turn(at, in_group=said.MEMBERS)
    assert table(only, said.POSTS_HERE)["Account"].tolist() == ["A Reader"]


def test_weeks_without_a_post_are_not_called_silent(
    planted: Planted, group: str, pages: AppTest
) -> None:
    days = [datetime.fromisoformat(row["posted_at"]).date() for row in rows_in(planted, group)]
    weeks = Counter(day - timedelta(days=day.weekday()) for day in days)
    at = open_group(pages, group, known=said.TIME)
    assert not at.exception
    shown = table(at, said.WEEK)
    by_week = dict(zip(shown[said.WEEK], shown[said.WEEK_POSTS], strict=True))
    assert {week: n for week, n in by_week.items() if n} == dict(weeks)
    assert len(by_week) == (max(weeks) - min(weeks)).days // 7 + 1
    states = dict(zip(shown[said.WEEK], shown[said.WEEK_STATE], strict=True))
    assert all(states[week] != said.HAS_POSTS for week in by_week if not by_week[week])
    assert "Not collected is not silent" in marked(at)


def test_posts_are_found_by_words_and_period(planted: Planted, group: str, pages: AppTest) -> None:
    rows = rows_in(planted, group)
    last = max(row["posted_at"] for row in rows)[:10]
    at = open_group(pages, group, known=said.POSTS, **{"from": last})
    assert not at.exception
    fitting = [row for row in rows if row["posted_at"][:10] >= last]
    assert f"{len(fitting)} post" in marked(at)
    assert fitting[0]["text"] in texts(at)
    word = rows[0]["text"].split()[6]
    with_word = [row for row in rows if word in row["text"]]
    at = turn(at, words=word, **{"from": None})
    assert rows[0]["text"] in texts(at)
    assert len(with_word) < len(rows)
    assert f"of {len(rows)} posts here" in marked(at)
    at = turn(at, words="(!")
    assert said.NO_POST_FITS in marked(at)


def test_what_is_in_it_and_where_it_leads(planted: Planted, group: str, pages: AppTest) -> None:
    rows = rows_in(planted, group)
    at = open_group(pages, group, known=said.DETAILS)
    assert not at.exception
    details = table(at, said.POSTS_HERE)
    assert details[said.POSTS_HERE].is_monotonic_decreasing
    assert (details["Published by"] >= 1).all()
    at = turn(at, known=said.CLUSTERS)
    ids = {row["account_id"] for row in rows}
    in_ring = [
        key
        for key in planted.members("ring")
        if key.startswith("facebook:") and key.partition(":")[2] in ids
    ]
    assert in_ring
    assert f"`{planted.cluster('ring')}`" in links(at)
    assert f"{len(in_ring)} of its 6 accounts" in texts(at)
    at = turn(at, known=said.LEADS)
    passed = table(at, said.FROM_WHOM)
    assert passed[said.FROM_WHOM].tolist() == ["Pak [Budi](http://evil.example)"]
    assert passed[said.POSTS_HERE].tolist() == [2]
    at = turn(at, known=said.SOURCES)
    sources = table(at, "Sightings")
    assert [Path(path).name for path in sources["File"]] == [SOURCE_NAME]
    assert sources["Sightings"].tolist() == [len(rows)]


def test_taxa_are_named_without_a_verdict(planted: Planted, group: str, pages: AppTest) -> None:
    at = open_group(pages, group, known=said.GOODS)
    assert not at.exception
    taxa = table(at, "Taxon")
    assert (taxa["Offered or sought in"] <= taxa["Named in"]).all()
    assert said.TAXA_NOTE in marked(at)


def test_groups_are_listed_and_found(planted: Planted, group: str, pages: AppTest) -> None:
    posts = Counter((row["platform"], row["group_id"]) for row in planted.world.rows)
    at = pages.switch_page("views/group.py").run()
    assert not at.exception
    assert f"Showing 1–25 of {planted.world.groups} groups, most posts first." in marked(at)
    assert str(max(posts.values())) in texts(at)
    telegram = [each for each in posts if each[0] == "telegram"]
    at.selectbox(key="on").set_value("Telegram").run()
    assert f"{len(telegram)} groups" in marked(at)
    at.selectbox(key="on").set_value(said.ANY).run()
    at.text_input(key="called").set_value("group").run()
    assert f"`{HOSTILE_NAME}`" in links(at)
    at.text_input(key="called").set_value("nobody calls it so").run()
    assert said.NONE_FITS in marked(at)


def test_a_hostile_group_is_shown_as_it_stands(planted: Planted, pages: AppTest) -> None:
    at = open_group(pages, HOSTILE, known=said.POSTS)
    assert not at.exception
    assert at.title[0].value == f"Group `{HOSTILE_NAME}`"
    assert HOSTILE_TEXT in texts(at)


def test_an_unknown_group_names_the_nearest(planted: Planted, group: str, pages: AppTest) -> None:
    name = rows_in(planted, group)[0]["group_name"]
    at = open_group(pages, name[1:] + "`<b>*")
    assert not at.exception
    assert said.NO_SUCH in marked(at)
    assert f"`{name}`" in links(at)
    assert said.FIND_ONE in links(at)


def test_a_group_of_which_nothing_is_known(
    planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection, pages: AppTest
) -> None:
    neo4j_driver.execute_query(
        "MERGE (g:Group {key: 'telegram:group:77'}) SET g.platform = 'telegram', "
        "g.native_id = '77'",
        database_=neo4j_connection.database,
    )
    nothing = {
        said.PEOPLE: said.NO_PEOPLE, said.TIME: said.NOTHING_DATED, said.POSTS: said.NO_POSTS,
        said.GOODS: said.NO_TAXA, said.DETAILS: said.NO_DETAILS, said.CLUSTERS: said.NO_CLUSTERS,
        said.LEADS: said.NO_INVITES, said.SOURCES: said.NO_SOURCES,
    }  # fmt: skip
    at = open_group(pages, "telegram:group:77")
    for part, sentence in nothing.items():
        at = turn(at, known=part)
        assert not at.exception
        assert sentence in marked(at)
    assert said.NO_NAME in texts(at)
    assert said.NO_ADDRESS in texts(at)
