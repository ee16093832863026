"""``spoor watch``: added, listed, removed; what an ingestion brings of it is said once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.running import Spoor
from tests.builders import post, write_csv

NUMBER = "phone:+12025550143"


def rows(first: int, last: int, **changed: str) -> list[dict[str, str]]:
    return [
        post(
            n, text=f"Finch {n} for sale, call (202) 555-0143", account_name="\u202eBudi", **changed
        )
        for n in range(first, last)
    ]


def test_what_is_watched_is_said_by_the_next_ingestion_and_once(
    spoor: Spoor, material: Path
) -> None:
    spoor("ingest", write_csv(material / "0.csv", [post(99, text="Seed", account_id="zz")]))
    added = spoor("watch", "add", "detail", "+1", "202", "555", "0143", "--why", "a lead", "--json")
    assert added.data == {
        "watch": "W1", "kind": "detail", "value": NUMBER, "new": True, "met": False
    }  # fmt: skip
    done = spoor("watch", "add", "term", "finch")
    assert (done.out, done.err) == ("W2: term finch is watched.\n", "")
    done = spoor("watch", "add", "account", "facebook:nobody")
    assert "Nothing has it yet" in done.err

    file = write_csv(material / "1.csv", rows(1, 4))
    done = spoor("ingest", file, "--region", "US")
    assert "2 watches were hit: 3 posts; `spoor watch hits` lists them." in done.err
    done = spoor("ingest", file, "--region", "US", "--json")
    assert done.data["watch_hits"] == []
    assert "hit" not in done.err
    more = write_csv(material / "2.csv", rows(2, 6))
    assert spoor("ingest", more, "--region", "US", "--json").data["watch_hits"] == [
        {"watch": "W1", "kind": "detail", "value": NUMBER, "hits": 2},
        {"watch": "W2", "kind": "term", "value": "finch", "hits": 2},
    ]

    found = spoor("watch", "hits", "--json").data
    assert found["counts"] == {"W1": 5, "W2": 5}
    assert found["total"] == 10
    assert {hit["post"] for hit in found["hits"]} == {f"post:facebook:p{n}" for n in range(1, 6)}
    assert set(found["hits"][0]) == {
        "watch", "kind", "value", "what", "post", "account", "at", "text"
    }  # fmt: skip
    since = spoor("watch", "hits", "--since", "2026-03-05", "--until", "2026-03-05", "--json")
    assert since.data["counts"] == {"W1": 1, "W2": 1}
    cut = spoor("watch", "hits", "--most", "3")
    assert "These are 3 of 10 (W1 5, W2 5)" in cut.err
    assert "[U+202E]Budi" in cut.out

    listed = spoor("watch", "list", "--json").data
    assert [(it["watch"], it["kind"], it["value"], it["by"], it["why"]) for it in listed] == [
        ("W1", "detail", NUMBER, "A. Tester", "a lead"),
        ("W2", "term", "finch", "A. Tester", None),
        ("W3", "account", "facebook:nobody", "A. Tester", None),
    ]
    assert spoor("watch").out == spoor("watch", "list").out
    assert "detail" in spoor("log").out
    spoor("watch", "remove", "detail", "W1")
    spoor("watch", "remove", "term", "FINCH")
    spoor("watch", "remove", "account", "facebook:nobody", "--json")
    assert "is not watched" in spoor("watch", "remove", "term", "finch", code=1).sentence()
    assert "Nothing is watched" in spoor("watch").err
    last = write_csv(material / "3.csv", rows(7, 9))
    assert "watch_hits" not in spoor("ingest", last, "--json").data


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["add", "person", "x"], "'person'"),
        (["add", "detail", "(202) 555-0143"], "names no country"),
        (["add", "account", "budi"], "'budi'"),
        (["add", "term", "?"], "'?'"),
        (["hits", "--since", "soon"], "--since soon"),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(
    spoor: Spoor, material: Path, arguments: list[str], names: str
) -> None:
    spoor("ingest", write_csv(material / "t.csv", [post(1, text="no number")]))
    assert names in spoor("watch", *arguments, code=2).sentence(2)


def test_a_cluster_needs_a_snapshot(spoor: Spoor, material: Path) -> None:
    assert "spoor ingest" in spoor("watch", "list", code=1).sentence()
    spoor("ingest", write_csv(material / "t.csv", [post(1)]))
    assert "spoor detect" in spoor("watch", "add", "cluster", "C1", code=1).sentence()
