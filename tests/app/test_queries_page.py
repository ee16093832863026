"""The page of queries: the catalogue, the console that only reads, and what is kept."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from app.query_answers import as_csv, cell, things_of
from app.query_picture import draw
from app.saved_queries import shown_queries
from app.views.query_form import read_parameter
from graph.console import Answer, Cut, Node, Path, Relationship
from ingest.journal import Journal
from ingest.own import declare
from ingest.saved_queries import saved_queries, versions
from tests.app.conftest import Planted
from tests.app.small_world import HOSTILE_NAMES
from tests.app.test_pages import links, marked, texts
from tests.graph.servers import listener

PAGE = "views/queries.py"


def open_page(at: AppTest, **asked: str) -> AppTest:
    """Open the page at an address."""
    for name, value in asked.items():
        at.query_params[name] = value
        if name == "queries":
            at.session_state[name] = value
    return at.switch_page(PAGE).run()


def ask_console(
    at: AppTest, text: str, parameters: str = "", button: str = "run question"
) -> AppTest:
    """Ask something in the console."""
    at.text_area(key="cypher").set_value(text)
    at.text_input(key="parameters").set_value(parameters)
    return at.button(key=button).click().run()


def say_who(at: AppTest) -> AppTest:
    """Say who works."""
    return next(each for each in at.button if each.label == "That is me").click().run()


def test_an_address_asks_a_query_of_the_catalogue(planted: Planted, pages: AppTest) -> None:
    key = planted.world.planted["ring"][0]
    at = open_page(pages, query="account_ties", with_key=key, with_limit="3", ran="account_ties")
    assert not at.exception
    found = at.dataframe[0].value
    assert len(found) == 3
    assert set(found["account_key"]) <= set(planted.world.planted["ring"])
    assert "TIED_TO" in at.code[0].value
    assert set(found["account_key"]) == {link.strip("`") for link in links(at)}
    assert "3 rows" in marked(at)


def test_a_form_is_typed_by_the_header(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, query="clusters_page")
    assert at.number_input(key="clusters_page limit").value == 100
    assert at.text_input(key="clusters_page snapshot").value == planted.detection.snapshot
    assert not at.dataframe
    at.number_input(key="clusters_page least_size").set_value(6)
    at.text_input(key="clusters_page order_by").set_value("size")
    next(each for each in at.button if each.label == "Run").click().run()
    assert not at.exception
    assert at.dataframe, texts(at)
    assert at.dataframe[0].value["id"].tolist() == [planted.cluster("ring")]
    assert at.query_params["with_least_size"] in ("6", ["6"])
    at.selectbox(key="query").set_value("overview_counts").run()
    next(each for each in at.button if each.label == "Run").click().run()
    assert at.dataframe[0].value["accounts"].tolist() == [planted.world.accounts]


def test_parameters_are_read_by_their_type() -> None:
    assert read_parameter("STRING", " a ") == "a"
    assert read_parameter("INTEGER", "") is None
    assert read_parameter("LIST<STRING>", "a\n\n b ") == ["a", "b"]
    assert read_parameter("LIST<INTEGER>", "1\n2") == [1, 2]
    assert read_parameter("LIST<MAP>", '[{"a": 1}]') == [{"a": 1}]
    assert read_parameter("DATETIME", "2026-03-01") == "2026-03-01T00:00:00+00:00"
    for kind, text in (("INTEGER", "x"), ("MAP", "[]"), ("DATETIME", "soon"), ("LIST<MAP>", "{")):
        with pytest.raises(ValueError):
            read_parameter(kind, text)


def test_the_console_shows_a_table_a_picture_and_links(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, queries="Write your own")
    keys = planted.world.planted["hostile"]
    ask_console(
        at,
        "OPTIONAL MATCH p = (a:Account)-[:PUBLISHES]->(:ContactDetail) WHERE a.key IN $keys "
        "RETURN p, a.name AS name ORDER BY a.key",
        json.dumps({"keys": keys}),
    )
    assert not at.exception
    found = at.dataframe[0].value
    assert len(found) == 2 * len(keys)
    assert found["p"].str.contains("-[PUBLISHES]->", regex=False).all()
    assert "Showing all 7 points and all 10 lines" in marked(at)
    for name in HOSTILE_NAMES[:3]:
        assert name in found["name"].tolist()
        assert name not in marked(at)
    assert "[U+202E]" in "".join(found["name"])
    assert len(links(at)) == 7
    ask_console(at, "UNWIND range(1, 250) AS n RETURN n")
    assert "Showing 1–100 of 250 rows" in marked(at)
    ask_console(at, "MATCH (n:Account) RETURN n", button="explain question")
    assert "Nothing was run" in marked(at)
    assert "NodeByLabelScan" in "".join(at.dataframe[0].value["Step"])
    ask_console(at, "RETURN 1 AS one", "[]")
    assert "not JSON" in at.error[0].value


def test_the_console_writes_reads_and_sends_nothing(planted: Planted, pages: AppTest) -> None:
    at = open_page(pages, queries="Write your own")
    with listener() as (port, calls):
        for text, said in (
            ("CREATE (:Planted)", "A question begins with"),
            ("MATCH (n:Account) SET n.planted = 1 RETURN n", "more than read"),
            (f"LOAD CSV FROM 'http://127.0.0.1:{port}/' AS row RETURN row", "begins with"),
            (f"WITH 1 AS x LOAD CSV FROM 'http://127.0.0.1:{port}/' AS row RETURN row", "LOAD CSV"),
            ("CALL dbms.listConfig()", "may not be called"),
            ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "begins with"),
            (
                "UNWIND range(1, 1000000000) AS x UNWIND range(1, 9) AS y RETURN count(*)",
                "within 1",
            ),
            ("MATCH (n RETURN n", "cannot run this"),
        ):
            at.number_input(key="seconds").set_value(1)
            ask_console(at, text)
            assert not at.exception
            assert "cannot be shown just now" in marked(at), text
            assert said in texts(at), text
            assert not at.dataframe
        assert calls == []
    ask_console(
        at, "OPTIONAL MATCH (n) WHERE n.planted = 1 OR n:Planted RETURN count(n) AS planted"
    )
    assert at.dataframe[0].value["planted"].tolist() == [0]


def test_questions_are_kept_changed_and_withdrawn(planted: Planted, pages: AppTest) -> None:
    workspace = planted.workspace
    at = open_page(pages, queries="Saved")
    assert "Nobody has kept a question yet" in marked(at)
    at = say_who(open_page(at, queries="Write your own"))
    ask_console(at, "RETURN $x AS one", '{"x": 1}')
    at.text_input(key="name of the query").set_value("**One** <b>")
    at.button(key="keep new").click().run()
    assert "Kept as Q1, version 1." in texts(at)
    ask_console(at, "RETURN $x AS two", '{"x": 2}')
    at.text_input(key="name of the query").set_value("Two")
    at.button(key="keep version").click().run()
    (kept,) = saved_queries(workspace)
    assert (kept.id, kept.name, kept.version, kept.by) == ("Q1", "Two", 2, "A. Tester")
    assert [each.name for each in versions(workspace, "Q1")] == ["Two", "**One** <b>"]
    other = open_page(AppTest.from_file(str(pages._script_path), default_timeout=60),
                      queries="Saved", saved="Q1", ran="Q1")  # fmt: skip
    assert not other.exception
    assert other.dataframe[0].value["two"].tolist() == [2]
    declare(workspace, ["x:77"], own=False, why=None, who="A. Tester")
    at = open_page(at, queries="Saved")
    at.button(key="withdraw Q1").click().run()
    assert saved_queries(workspace) == []
    assert len(Journal(workspace).entries("query saved")) == 2


def test_a_kept_question_that_names_our_own_side_is_not_shown(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest.saved_queries import save

    save(planted.workspace, "Ours", "RETURN $k AS k", {"k": "x:OWN1"}, who="A. Tester")
    assert [each.name for each in shown_queries(planted.workspace)] == ["Ours"]
    monkeypatch.setattr("app.saved_queries.own_accounts", lambda _: frozenset({"x:own1"}))
    assert shown_queries(planted.workspace) == []


def test_answers_become_cells_files_and_pictures() -> None:
    node = Node("n1", ("Account",), {"key": "x:1", "name": "=cmd()"})
    other = Node("n2", ("ContactDetail",), {"key": "phone:+1", "value": "+1"})
    link = Relationship("r1", "PUBLISHES", "n1", "n2", {})
    found = Answer(
        ("p", "text", "group_key", "big"),
        [[Path((node, other), (link,)), Cut("=x", 5), "x:group:1", 2**60]],
    )
    assert cell(found.rows[0][0]) == "(Account =cmd())-[PUBLISHES]->(ContactDetail +1)"
    assert cell(2**60) == str(2**60)
    assert [(each.kind, each.key) for each in things_of(found)] == [
        ("Account", "x:1"), ("ContactDetail", "phone:+1"), ("Group", "x:group:1"),
    ]  # fmt: skip
    assert "'=x… (5 more characters)" in as_csv(found)
    drawn = draw(found)
    assert drawn is not None
    assert (len(drawn.nodes), drawn.links) == (2, 1)
    assert draw(found) == drawn
    assert draw(Answer(("a",), [[1]])) is None
