"""Each rule of a query file with an example that breaks it, and every real file."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import queries
from graph.errors import QueryError
from graph.server.connection import Connection
from graph.store import GraphStore
from queries.catalogue import catalogue, parse, query
from queries.checks import QueryFileError, mask

ROOT = Path(queries.__file__).parents[1]

HEADER = """\
// name: example
// summary: Accounts of a platform.
// params: platform STRING, limit INTEGER
// returns: key STRING, posts INTEGER
// mode: read
"""
BODY = """\
MATCH (a:Account {platform: $platform})
RETURN a.key AS key, COUNT { (a)-[:POSTED]->() } AS posts
ORDER BY posts DESC, key
LIMIT $limit
"""


def parse_example(header: str = HEADER, body: str = BODY) -> None:
    parse("example.cypher", header + body)


def test_a_good_file_gives_all_its_parts() -> None:
    found = parse("example.cypher", HEADER + BODY)
    assert found.name == "example"
    assert found.summary == "Accounts of a platform."
    assert dict(found.params) == {"platform": "STRING", "limit": "INTEGER"}
    assert dict(found.returns) == {"key": "STRING", "posts": "INTEGER"}
    assert found.mode == "read"
    assert found.text == BODY.strip()


def test_a_header_field_may_go_on_in_an_indented_line() -> None:
    header = HEADER.replace("STRING, limit", "STRING,\n//   limit")
    assert list(parse("example.cypher", header + BODY).params) == ["platform", "limit"]


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("// name: example", "// name: other", "must be example"),
        ("// mode: read\n", "", "it needs name, summary, params, returns, mode"),
        ("// mode: read\n", "// mode: read\n// mode: read\n", "has mode twice"),
        ("// mode: read", "// mode: peek", "must be one of read, write, schema"),
        ("platform.", "platform", "ending in a stop"),
        ("platform STRING,", "platform,", "'platform'"),
        ("platform STRING,", "platform TEXT,", "'platform TEXT'"),
        ("platform STRING,", "limit INTEGER, platform STRING,", "'limit INTEGER'"),
        (", limit INTEGER", "", r"\$limit is used but not declared"),
        (", limit INTEGER", ", limit INTEGER, more STRING", "more is declared but not used"),
        (", posts INTEGER", "", "gives key, posts but returns declares key"),
        ("posts INTEGER", "listings INTEGER", "declares key, listings"),
        ("key STRING, posts INTEGER", "posts INTEGER, key STRING", "make them the same"),
    ],
)
def test_a_header_that_is_not_true_is_refused(wrong: str, right: str, message: str) -> None:
    assert wrong in HEADER
    with pytest.raises(QueryFileError, match=message) as raised:
        parse_example(header=HEADER.replace(wrong, right, 1))
    assert str(raised.value).startswith("example.cypher: ")


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("MATCH", "MERGE", "the statement has MERGE"),
        ("RETURN", "SET a.seen = true\nRETURN", "the statement has SET"),
        ("RETURN", "DETACH DELETE a\nRETURN", "the statement has DETACH"),
        ("RETURN", "REMOVE a.seen\nRETURN", "the statement has REMOVE"),
        ("RETURN", "CREATE (:Account)\nRETURN", "the statement has CREATE"),
        ("RETURN", "LOAD  CSV FROM 'x' AS row\nRETURN", "the statement has LOAD"),
        ("RETURN", "CALL { MATCH (b) RETURN b } IN TRANSACTIONS\nRETURN", "has IN TRANSACTIONS"),
        ("RETURN", "CALL dbms.setConfigValue('a', 'b')\nRETURN", "dbms.setConfigValue is not"),
        ("ORDER BY posts DESC, key\n", "", "no total order; return and ORDER BY key"),
        ("ORDER BY posts DESC, key", "ORDER BY posts DESC", "ORDER BY key"),
        ("LIMIT $limit", "LIMIT 25", "LIMIT 25 is fixed"),
        ("LIMIT $limit", "SKIP 5\nLIMIT $limit", "SKIP 5 is fixed"),
        ("a.key AS key", "a.key", "'a.key' without a name"),
        ("LIMIT $limit", "LIMIT $limit;", "without a semicolon"),
        (":Account {", ":$($platform) {", "at run time"),
        (":Account {", ":%s {", "at run time"),
        (BODY, "", "no statement below the header"),
        (BODY, BODY + "UNION\n" + BODY, "UNION at the outermost level"),
        (BODY, "MATCH (a {p: $platform})\nWITH a LIMIT $limit", "there is no final RETURN"),
    ],
)
def test_a_statement_against_the_rules_is_refused(wrong: str, right: str, message: str) -> None:
    assert wrong in BODY
    with pytest.raises(QueryFileError, match=message):
        parse_example(body=BODY.replace(wrong, right, 1))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("RETURN", "WITH a, 'costs $5; MERGE' AS note\nRETURN"),
        ("RETURN", "// DELETE $nothing;\nRETURN"),
        ("RETURN", "/* SET $nothing */ RETURN"),
        ("RETURN", "WHERE a.set IS NULL AND a:Set\nRETURN"),
        ("a.key AS key", "coalesce(a.key, 'x, y') AS key"),
    ],
)
def test_literals_comments_and_names_are_not_taken_for_clauses(wrong: str, right: str) -> None:
    parse_example(body=BODY.replace(wrong, right, 1))


def test_one_row_needs_no_order() -> None:
    header = HEADER.replace("key STRING, ", "").replace(", limit INTEGER", "")
    parse_example(header, "MATCH (a:Account {platform: $platform})\nRETURN count(a) AS posts")


def test_pairs_are_ordered_by_both_accounts() -> None:
    header = HEADER.replace("key STRING, posts INTEGER", "account_a STRING, account_b STRING")
    body = (
        "MATCH (a {p: $platform})--(b)\nRETURN a.key AS account_a, b.key AS account_b\n"
        "ORDER BY account_a LIMIT $limit"
    )
    with pytest.raises(QueryFileError, match="ORDER BY account_b"):
        parse_example(header, body)
    parse_example(header, body.replace("ORDER BY account_a", "ORDER BY account_a, account_b"))


def test_masking_keeps_every_position() -> None:
    text = "MATCH (a {n: 'it\\'s'}) // $x\nRETURN \"b\" AS `c d` /* e\n */"
    assert len(mask(text)) == len(text)
    assert mask(text).count("\n") == text.count("\n")
    assert "$" not in mask(text)


def test_an_unknown_query_is_named() -> None:
    with pytest.raises(QueryFileError, match=r"queries/no_such\.cypher"):
        query("no_such")


def test_every_file_is_in_the_catalogue() -> None:
    files = {path.stem for path in (ROOT / "queries").glob("*.cypher")}
    assert set(catalogue()) == files
    assert {each.mode for each in catalogue().values()} == {"read", "write", "schema"}


def test_every_query_is_used_and_every_used_query_is_there() -> None:
    wanted = {each.name for each in catalogue().values() if each.mode != "schema"}
    named = set()
    for folder in ("graph", "ingest", "app"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    named |= {node.value, f"load_{node.value}"}
    assert wanted <= named


def test_no_python_file_holds_a_statement() -> None:
    for folder in ("graph", "ingest", "app", "queries"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    assert not ("MATCH (" in node.value or "MERGE (" in node.value), path


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_neo4j_can_plan(name: str, planning_store: GraphStore) -> None:
    planning_store.explain(name)


@pytest.fixture(scope="module")
def planning_store(neo4j_connection: Connection):  # type: ignore[no-untyped-def]
    with GraphStore(neo4j_connection) as store:
        store.ensure_schema()
        yield store


def test_explain_refuses_what_neo4j_cannot_read(
    planning_store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = parse("example.cypher", HEADER + BODY.replace("MATCH (a:Account", "MATCH (a::Account"))
    monkeypatch.setattr("graph.store.query", lambda name: broken)
    with pytest.raises(QueryError, match=r"queries/example\.cypher"):
        planning_store.explain("example")
