"""The words of a question: what is refused before Neo4j hears of it, and what is not."""

from __future__ import annotations

import pytest

from graph.console.errors import ConsoleRefused
from graph.console.words import check_words
from tests.graph.console.hostile import ADMINISTRATION, PROCEDURES, loads

HARMLESS = (
    "MATCH (n) RETURN n",
    "  // who?\n OPTIONAL MATCH (n) RETURN n;",
    "/* a */ UNWIND [1, 2] AS x RETURN x",
    "CALL db.labels() YIELD label RETURN label",
    "CALL `db`.`labels`()",
    "CALL db.index.fulltext.queryNodes('accounts', 'x') YIELD node RETURN node",
    "MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x",
    "WITH 'LOAD CSV; CREATE (n) CALL dbms.x()' AS text RETURN text",
    'RETURN "it\'s; /* LOAD CSV" AS text // CALL dbms.listConfig()',
    "MATCH (n) WHERE n.use IN ['x'] RETURN n.call AS load, n.load AS csv",
    "RETURN datetime.fromEpochMillis(1) AS t, point.distance(point({x: 1, y: 1}), null) AS d",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS total, size([a IN [1] WHERE a > 0]) AS n",
    "MATCH p = (a)-[:TIED_TO*1..3]-(b) WITH p RETURN p",
)


@pytest.mark.parametrize("text", [*ADMINISTRATION, *PROCEDURES, *loads("file:///etc/passwd")])
def test_what_does_more_than_read_is_refused(text: str) -> None:
    with pytest.raises(ConsoleRefused) as refused:
        check_words(text)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_reads_is_not_refused(text: str) -> None:
    assert check_words(text).how == "run"


def test_what_comes_before_the_first_clause_is_taken_away() -> None:
    explained = check_words("// x\nexplain /* y */ MATCH (n) RETURN n;")
    assert (explained.how, explained.text) == ("explain", "MATCH (n) RETURN n")
    profiled = check_words("PROFILE MATCH (n) RETURN n")
    assert (profiled.how, profiled.text) == ("profile", "MATCH (n) RETURN n")


@pytest.mark.parametrize(
    "text", ["", " \n", "// nothing", "x" * 20_001, "MATCH\\u0020(n) RETURN n"]
)
def test_what_is_no_question_is_refused(text: str) -> None:
    with pytest.raises(ConsoleRefused):
        check_words(text)
