"""The page of one account, against planted numbers in a real Neo4j."""

from __future__ import annotations

import json
from datetime import date

import pytest
from neo4j import Driver
from streamlit.testing.v1 import AppTest

from app import words
from graph.server.connection import Connection
from tests.app.conftest import Planted
from tests.app.small_world import HOSTILE_NAMES, HOSTILE_TEXT
from tests.app.test_pages import links, marked, table, texts

MORE_POSTS = 12
MORE = """
MATCH (a:Account {key: $key}), (b:Account {key: $other})
SET a.names = ['Before', a.name, a.handle],
    a.names_since = [datetime('2025-11-03T10:00:00Z'), datetime('2026-02-03T10:00:00Z')],
    a.url = 'https://social.example/one', a.bio = 'Birds <b>&</b> cages'
MERGE (a)-[same:SAME_AS]->(b) SET same.reason = 'changed its number'
WITH a
MATCH (a)-[m:MEMBER_OF]->(g)
SET m.role = 'admin', m.joined_at = datetime('2026-01-05T10:00:00Z')
WITH a, m, g ORDER BY g.key
WITH a, collect(m)[0] AS first, collect(g)[0] AS group
SET first.left_at = datetime('2026-06-30T10:00:00Z')
WITH a, group
UNWIND range(1, $posts) AS n
MERGE (p:Post {key: 'post:facebook:more' + n})
SET p.platform = 'facebook', p.text = 'Further post ' + n + '.',
    p.posted_at = datetime('2027-01-01T08:00:00Z') + duration({days: n}),
    p.post_url = 'https://social.example/' + n
MERGE (a)-[:POSTED]->(p) MERGE (p)-[:IN]->(group)
WITH p WHERE p.key ENDS WITH 'more' + $posts
SET p.forwarded_from = 'Pak [Budi](http://evil.example)', p.time_zone_assumed = true,
    p.posted_at_raw = '13.01.27 *08:00*'
"""


@pytest.fixture(scope="module")
def one(planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection) -> str:
    """An account of the ring of which more is known: names, an alias, posts, joins and leaves."""
    key, other, *_ = planted.world.planted["ring"]
    neo4j_driver.execute_query(
        MORE, key=key, other=other, posts=MORE_POSTS, database_=neo4j_connection.database
    )
    return key


def open_account(at: AppTest, key: str, **asked: str) -> AppTest:
    """Open an account's page."""
    at.query_params["account"] = key
    for name, value in asked.items():
        at.query_params[name] = value
    return at.switch_page("views/account.py").run()


def test_it_says_what_the_account_is(one: str, planted: Planted, pages: AppTest) -> None:
    at = open_account(pages, one)
    assert not at.exception
    posted = [row for row in planted.world.rows if one.endswith(row["account_id"])]
    assert at.title[0].value == f"Account `{posted[0]['account_name']}`"
    assert f"`{one}`" in marked(at)
    assert [each.value for each in at.code] == [one, "https://social.example/one"]
    assert f"category: uncategorised · {len(posted) + MORE_POSTS} posts" in texts(at)
    assert "5 ties" in texts(at)
    assert "Birds <b>&</b> cages" in texts(at)


def test_names_are_dated_from_oldest_to_newest(one: str, planted: Planted, pages: AppTest) -> None:
    row = next(row for row in planted.world.rows if one.endswith(row["account_id"]))
    assert (
        f"- `Before` 3 Nov 2025\n- `{row['account_name']}` 3 Feb 2026\n"
        f"- `{row['account_handle']}` at an unknown time"
    ) in marked(open_account(pages, one))


def test_its_cluster_is_linked_as_a_lead(one: str, planted: Planted, pages: AppTest) -> None:
    at = open_account(pages, one)
    assert f"`{planted.cluster('ring')}`" in links(at)
    assert words.LEAD in marked(at)
    assert "6 accounts, this one as" in texts(at)


def test_an_account_in_no_cluster_says_so(planted: Planted, pages: AppTest) -> None:
    tied = set(planted.detection.members["account_key"])
    stranger = next(
        f"facebook:{row['account_id']}"
        for row in planted.world.rows
        if row["platform"] == "facebook" and f"facebook:{row['account_id']}" not in tied
    )
    at = open_account(pages, stranger)
    assert not at.exception
    assert "In no cluster" in texts(at)
    assert "No tie" in marked(at)


TRADE = """
MATCH (a:Account {key: $key}), (b:Account {key: $other})
MERGE (a)-[t:TRADES_WITH]->(b)
SET t.times = 3, t.kinds = ['reply'], t.facts = [$fact]
"""
TURN = {
    "kind": "reply", "form": "reply", "times": 3, "first_seen": None, "last_seen": None,
    "posts": ["post:facebook:1"], "sentence": "Answers the other <b>account</b> in 3 posts.",
}  # fmt: skip


def test_whom_it_turned_to_is_shown_with_its_direction_and_apart_from_ties(
    one: str, planted: Planted, pages: AppTest, neo4j_driver: Driver, neo4j_connection: Connection
) -> None:
    at = open_account(pages, one, view="Interaction")
    assert not at.exception
    assert "No answer, vouch, payment or forward is known" in marked(at)
    other = planted.world.planted["chain"][0]
    neo4j_driver.execute_query(
        TRADE, key=one, other=other, fact=json.dumps(TURN), database_=neo4j_connection.database
    )
    at = open_account(pages, one, view="Interaction")
    assert not at.exception
    assert words.INTERACTION in marked(at)
    assert "This account turned to" in texts(at)
    assert TURN["sentence"] in texts(at)
    assert "turned to this account" in texts(open_account(pages, other, view="Interaction"))
    assert "5 ties" in texts(open_account(pages, one))


def test_what_the_platform_calls_the_same_is_linked(one: str, pages: AppTest) -> None:
    at = open_account(pages, one)
    assert "(later): changed its number" in texts(at)
    other = texts(at).partition(" (later)")[0].splitlines()[-1]
    assert "(earlier): changed its number" in texts(open_account(at, other))


def test_ties_name_the_other_accounts_and_why(one: str, planted: Planted, pages: AppTest) -> None:
    at = open_account(pages, one)
    assert "Showing all 5 ties" in marked(at)
    names = {f"{row['platform']} {row['account_id']}": row for row in planted.world.rows}
    for key in set(planted.members("ring")) - {one}:
        name = names[key.replace(":user", " ").replace(":", " ")]["account_name"]
        assert f"`{name}`" in links(at)
        assert f"`{key}`" in marked(at)
    assert texts(at).count("Both publish the phone number") == 5
    assert "Both posted nearly the same text" in texts(at)


def test_posts_are_paged_newest_first(one: str, pages: AppTest) -> None:
    at = open_account(pages, one, view="Posts")
    assert not at.exception
    assert "Showing 1–10 of 14 posts" in marked(at)
    shown = [text for text in texts(at).splitlines() if text.startswith("Further")]
    assert shown == [f"Further post {n}." for n in range(12, 2, -1)]


def test_an_address_names_a_page_of_posts(one: str, pages: AppTest) -> None:
    at = open_account(pages, one, view="Posts", posts_page="2")
    assert "Showing 11–14 of 14 posts" in marked(at)
    assert "Further post 2." in texts(at)
    assert "Further post 3." not in texts(at)


def test_another_account_begins_at_its_first_page(
    one: str, planted: Planted, pages: AppTest
) -> None:
    at = open_account(pages, one, view="Posts", posts_page="2")
    at.query_params.clear()
    at = open_account(at, planted.world.planted["ring"][1])
    assert not at.exception
    assert "Showing all 5 ties" in marked(at)
    at = open_account(at, one, view="Posts")
    assert not at.exception
    assert "Showing 1–10 of 14 posts" in marked(at)


def test_posts_say_whose_words_they_pass_on_and_which_time_is_a_guess(
    one: str, pages: AppTest
) -> None:
    said = marked(open_account(pages, one, view="Posts"))
    assert said.count("Passes on words of `Pak [Budi](http://evil.example)`") == 1
    assert said.count("time zone assumed; the source says `13.01.27 *08:00*`") == 1


def test_posts_show_the_contact_details_found(planted: Planted, pages: AppTest) -> None:
    at = open_account(pages, planted.world.planted["chain"][1], view="Posts")
    assert marked(at).count("Contact details in it: Phone number `+1") == 2


def test_groups_say_role_and_times(one: str, planted: Planted, pages: AppTest) -> None:
    groups = table(open_account(pages, one, view="Groups"), "Role")
    assert set(groups["Role"]) == {"admin"}
    assert set(groups["Joined"]) == {date(2026, 1, 5)}
    assert [each for each in groups["Left"] if each] == [date(2026, 6, 30)]
    assert groups["Last seen"].is_monotonic_decreasing
    named = {row["group_name"] for row in planted.world.rows if one.endswith(row["account_id"])}
    assert set(groups["Group"]) == named
    assert (groups["Known members"] >= 1).all()


def test_details_warn_of_what_may_serve_strangers(planted: Planted, pages: AppTest) -> None:
    number = planted.world.hub.removeprefix("phone:")
    national = f"({number[2:5]}) {number[5:8]}-{number[8:]}"
    served = next(row for row in planted.world.rows if national in row["text"])
    prefix = "user" if served["platform"] == "telegram" else ""
    key = f"{served['platform']}:{prefix}{served['account_id']}"
    at = open_account(pages, key, view="Contact details")
    assert not at.exception
    assert f"`{number}` may serve strangers" in at.warning[0].value
    details = table(at, "Published by").set_index("Value")
    assert details.loc[number, "Published by"] == 24
    assert details.loc[number, "May serve strangers"] == "> 99%"
    assert set(details["May serve strangers"]) == {"> 99%", "no sign of it"}
    ring = open_account(pages, planted.world.planted["ring"][2], view="Contact details")
    assert not ring.warning


def test_what_is_hostile_is_shown_as_it_stands(planted: Planted, pages: AppTest) -> None:
    for key, name in zip(planted.world.planted["hostile"], HOSTILE_NAMES, strict=True):
        at = open_account(pages, key, view="Posts")
        assert not at.exception
        assert HOSTILE_TEXT in texts(at)
        shown = name.replace("\u202e", "[U+202E]").replace(":material/", ":\u2060material/")
        assert shown in at.title[0].value


@pytest.mark.parametrize("view", ["Ties", "Posts", "Groups", "Contact details"])
def test_an_account_of_which_nothing_is_known(
    planted: Planted, neo4j_driver: Driver, neo4j_connection: Connection, pages: AppTest, view: str
) -> None:
    neo4j_driver.execute_query(
        "MERGE (a:Account {key: 'telegram:user1'}) SET a.platform = 'telegram', "
        "a.native_id = '1', a.category = 'uncategorised'",
        database_=neo4j_connection.database,
    )
    at = open_account(pages, "telegram:user1", view=view)
    assert not at.exception
    assert at.title[0].value == "Account `user1`"
    assert "No source names it." in texts(at)
    assert not at.dataframe


def test_an_unknown_account_names_the_nearest(planted: Planted, pages: AppTest) -> None:
    wanted = planted.world.planted["ring"][0]
    at = open_account(pages, wanted + "`<b>*")
    assert not at.exception
    assert "has no account" in marked(at)
    assert f"its key is {wanted}" in texts(at)
    assert "Find one by name, handle or contact detail" in links(at)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("{name}", "its name or handle"),
        ("@{handle}", "its name or handle"),
        ("{key}", "this is its key"),
        ("before", "also called Before"),
    ],
)
def test_an_account_is_found(
    one: str, planted: Planted, pages: AppTest, asked: str, why: str
) -> None:
    row = next(row for row in planted.world.rows if one.endswith(row["account_id"]))
    pages.query_params["find"] = asked.format(
        name=row["account_name"], handle=row["account_handle"], key=one
    )
    at = pages.switch_page("views/account.py").run()
    assert not at.exception
    assert f"`{row['account_name']}`" in links(at)
    assert why in texts(at)


def test_accounts_are_found_by_what_they_publish(planted: Planted, pages: AppTest) -> None:
    at = pages.switch_page("views/account.py").run()
    assert not at.exception
    at.text_input(key="find").set_value(planted.world.hub.removeprefix("phone:")).run()
    assert "Showing 1–20 of 24 accounts" in marked(at)
    assert "it publishes +1" in texts(at)
    at.text_input(key="find").set_value("nobody is called this").run()
    assert "No account fits" in marked(at)


RECORDED = """
MATCH (a:Account {key: $key})-[:PUBLISHES]->(d:ContactDetail)
WITH a, d ORDER BY d.key LIMIT 1
MERGE (other:ContactDetail {key: 'phone:+12025550177'})
MERGE (a)-[paid:LINKED_TO {key: 'link:1'}]->(other)
SET paid.kind = 'transfer', paid.amount = '1.500', paid.currency = 'USD',
    paid.occurred_at = datetime('2026-05-02T10:00:00Z'), paid.origin = 'bank [x](http://evil.x)',
    paid.grade = 'B2', paid.handling = 'TLP:AMBER', paid.recorded_in = ['source:aa row 2']
MERGE (other)-[call:LINKED_TO {key: 'link:2'}]->(d)
SET call.kind = 'call', call.occurred_at_raw = 'in May', call.recorded_in = ['source:aa row 3']
RETURN d.key AS detail
"""


def test_what_others_recorded(
    pages: AppTest, one: str, neo4j_driver: Driver, neo4j_connection: Connection
) -> None:
    found, _, _ = neo4j_driver.execute_query(RECORDED, key=one, database_=neo4j_connection.database)
    at = open_account(pages, one, view="Recorded elsewhere")
    assert not at.exception
    paid, call = table(at, "Through").to_dict("records")
    assert (paid["What"], paid["Amount"], paid["Grade"]) == ("transfer", "1.500 USD", "B2")
    assert paid["Through"] == "the account itself"
    assert (call["When"], call["Through"]) == ("in May", found[0]["detail"])
    assert call["From"] == "phone:+12025550177"
