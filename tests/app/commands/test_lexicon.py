"""``spoor lexicon`` and ``spoor judge`` on a small world whose ring has words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import Driver

from graph.server.connection import Connection
from graph.workspace import open_workspace
from tests.app.commands.running import Spoor, environment
from tests.app.small_world import small_world
from tests.builders import write_csv

OWN_WORDS = "mountain tea 新到山茶很多 dijual via rekber"
COPIED = "zanzibar"
UNREAD = "The posts were not read with the lexicon as it stands now; `spoor rebuild` reads them"


@dataclass(frozen=True)
class Traded:
    """The program on a small world, detected."""

    spoor: Spoor
    ring: list[str]
    cluster: str
    posts: int

    def entry(self, name: str) -> dict[str, object]:
        """One entry of the list."""
        (found,) = [e for e in self.spoor("lexicon", "--json").data if e["id"] == name]
        return found


@pytest.fixture(scope="module")
def loaded(
    neo4j_connection: Connection, neo4j_driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Traded]:
    """The world, its six ring accounts saying `OWN_WORDS` in each post, taken in and detected."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    folder = tmp_path_factory.mktemp("traded")
    world = small_world()
    ring = world.planted["ring"]
    theirs = [
        row
        for row in world.rows
        if any(key.endswith((f":{row['account_id']}", f":user{row['account_id']}")) for key in ring)
    ]
    for row in theirs:
        row["text"] += f" {OWN_WORDS}"
    stranger = next(row for row in world.rows if row not in theirs)
    for nth in range(30):
        world.rows.append(stranger | {"post_id": f"copy{nth}", "text": f"{COPIED} jelly {nth}"})
    theirs[0]["text"] += f" {COPIED}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(neo4j_connection).items():
            patch.setenv(name, value)
        spoor = Spoor(folder / "workspace")
        spoor("ingest", write_csv(folder / "posts.csv", world.rows), "--region", "US")
        spoor("detect")
        (cluster,) = [
            each["id"]
            for each in spoor("clusters", "--json").data
            if ring[0] in {member["account_key"] for member in each["members"]}
        ]
        yield Traded(spoor, ring, cluster, len(theirs))


@pytest.fixture
def traded(loaded: Traded) -> Iterator[Traded]:
    """The same world; what a test decides about its cluster is taken back."""
    yield loaded
    loaded.spoor("judge", "cluster", loaded.cluster, "withdraw", code=None)
    (loaded.spoor.workspace / "lexicon.yaml").unlink(missing_ok=True)


def test_uses_are_counted(traded: Traded) -> None:
    rekber = traded.entry("rekber")
    assert (rekber["hits"], rekber["counted"], rekber["accounts"]) == (
        traded.posts,
        traded.posts,
        6,
    )
    assert (rekber["verified"], rekber["role"], rekber["precision"]) == (True, "escrow", None)
    jelly = traded.entry("jelly")
    assert (jelly["hits"], jelly["counted"], jelly["accounts"]) == (30, 0, 1)
    assert traded.entry("wu-shouxu")["hits"] == 0
    used = traded.spoor("lexicon", "--used", "--json").data
    assert {"rekber", "dijual", "jelly", "for-sale"} <= {each["id"] for each in used}
    assert all(each["hits"] for each in used)


def test_the_list_for_a_person(traded: Traded) -> None:
    lines = traded.spoor("lexicon", "--role", "escrow").out.splitlines()
    assert lines[0].split() == ["entry", "words", "language", "role", "meaning", "verified",
                                "source", "hits", "counted", "accounts", "precision"]  # fmt: skip
    (line,) = [line for line in lines if line.startswith("rekber ")]
    assert "Lintas10" in line and line.rstrip().endswith("not judged")
    assert "name one of code, product" in traded.spoor(
        "lexicon", "--role", "codes", code=2
    ).sentence(2)


def test_an_entry_and_its_posts(traded: Traded) -> None:
    found = traded.spoor("lexicon", "show", "rekber", "--limit", "3", "--json").data
    assert found["hits"] == traded.posts and len(found["uses"]) == 3
    for use in found["uses"]:
        assert use["account_key"] in traded.ring
        assert use["raw"] == "via rekber" and "很多 dijual via rekber" in use["excerpt"]
        assert use["because"] == "says so by itself; verified"
        assert use["judged"] is None
    text = traded.spoor("lexicon", "show", "jelly").out
    assert "Ambiguous; it counts beside " in text
    assert "ambiguous: does not count without " in text
    assert "nothing about a person" in text


def test_an_entry_that_is_not_there(traded: Traded) -> None:
    assert "nearest: rekber" in traded.spoor("lexicon", "show", "rekbr", code=1).sentence()
    assert "nearest: feiliao." in traded.spoor("lexicon", "show", "非料", code=1).sentence()


def test_precision_comes_from_judgements(traded: Traded) -> None:
    posts = [
        use["post_key"]
        for use in traded.spoor("lexicon", "show", "dijual", "--json").data["uses"][:4]
    ]
    for post in posts:
        traded.spoor("judge", "hit", "dijual", post, "confirm")
    assert traded.entry("dijual")["precision"] == 1
    done = traded.spoor("judge", "hit", "dijual", posts[0], "reject", "--why", "it quotes")
    assert done.out == f"dijual in {posts[0]}: rejected.\n"
    dijual = traded.entry("dijual")
    assert (dijual["precision"], dijual["confirmed"], dijual["rejected"]) == (0.75, 3, 1)
    shown = traded.spoor("lexicon", "show", "dijual", "--json").data["uses"]
    assert {u["post_key"]: u["judged"] for u in shown}[posts[0]] == "reject"
    assert "precision 0.75 (3 of 4)" in traded.spoor("lexicon", "show", "dijual").out
    for post in posts:
        traded.spoor("judge", "hit", "dijual", post, "withdraw")
    assert traded.entry("dijual")["precision"] is None


def test_candidates(traded: Traded) -> None:
    done = traded.spoor("lexicon", "candidates", "--json")
    assert done.data == [] and "No cluster stands confirmed" in done.err
    traded.spoor("judge", "cluster", traded.cluster, "confirm")
    found = {each["word"]: each for each in traded.spoor("lexicon", "candidates", "--json").data}
    assert "mountain tea" in found
    assert any("山茶" in word for word in found)
    tea = found["mountain tea"]
    assert (tea["accounts"], tea["of_accounts"], tea["others"]) == (6, 6, 0)
    assert tea["errors"] > 1.96
    words = " ".join(found)
    assert "dijual" not in words and "rekber" not in words and "555" not in words
    assert COPIED not in words, "thirty copies of one account are one account"
    table = traded.spoor("lexicon", "candidates").out
    assert "6 of 6" in table and "a lead for the lexicon, no more" in table
    none = traded.spoor("lexicon", "candidates", "--accounts", "7")
    assert none.out == "" and "No word of the confirmed clusters" in none.err
    traded.spoor("judge", "cluster", traded.cluster, "reject")
    assert traded.spoor("lexicon", "candidates", "--json").data == []


def test_an_edited_lexicon_has_to_be_read_again(traded: Traded) -> None:
    own = traded.spoor.workspace / "lexicon.yaml"
    own.write_text("entries: [{id: tea, words: [mountain tea, 山茶], role: code, meaning: x}]\n")
    done = traded.spoor("lexicon")
    assert UNREAD in done.err and "\ntea " in done.out
    assert traded.entry("tea")["hits"] is None
    traded.spoor("judge", "cluster", traded.cluster, "confirm")
    assert UNREAD in traded.spoor("lexicon", "candidates").err
    tried = traded.spoor("lexicon", "try", "fresh mountain tea", "--json").data
    assert [(row["entry"], row["raw"]) for row in tried] == [("tea", "mountain tea")]
    assert "run `spoor " in traded.spoor("lexicon", "show", "tea", code=1).sentence()


def test_after_a_rebuild_a_new_entry_has_its_hits_and_is_no_candidate(traded: Traded) -> None:
    own = traded.spoor.workspace / "lexicon.yaml"
    own.write_text("entries: [{id: tea, words: [mountain tea, 山茶], role: code, meaning: x}]\n")
    traded.spoor("rebuild")
    assert traded.entry("tea")["hits"] == traded.posts
    assert traded.entry("tea")["accounts"] == 6
    (cluster,) = [
        each["id"]
        for each in traded.spoor("clusters", "--json").data
        if traded.ring[0] in {member["account_key"] for member in each["members"]}
    ]
    traded.spoor("judge", "cluster", cluster, "confirm")
    words = {each["word"] for each in traded.spoor("lexicon", "candidates", "--json").data}
    assert not any("tea" in word.split() or "山茶" in word for word in words)
    own.unlink()
    traded.spoor("rebuild")


def test_a_text_is_tried_without_a_workspace(offline: Spoor) -> None:
    text = "WTS jelly carving Rp 5.000.000 wa 081234567890"
    rows = {
        row["entry"]: row
        for row in offline("lexicon", "try", text, "--region", "ID", "--json").data
    }
    assert rows["jelly"]["score"] > 0 and rows["wts"]["score"] == 0.7
    assert rows["jelly"]["because"].startswith("ambiguous: counts for the price and ")
    assert text[rows["jelly"]["start"] : rows["jelly"]["end"]] == "jelly"
    assert "No entry of the lexicon fires" in offline("lexicon", "try", "hello there").err
    assert {each["hits"] for each in offline("lexicon", "--json").data} == {0}
    assert not offline.workspace.exists()


def test_a_file_is_checked(offline: Spoor, material: Path) -> None:
    own = material / "mine.yaml"
    own.write_text(
        "entries:\n"
        "- {id: tea, words: [mountain tea], role: code, meaning: ivory}\n"
        "- {id: jelly, words: [jelly], role: code, meaning: ivory, ambiguous: true}\n"
        "remove: [rekber, xueyaa]\ncues: {line: [lainy]}\nremove_cues: {whatsapp: [wp]}\n"
    )
    found = offline("lexicon", "check", own, "--json").data
    assert found.pop("not_there")["xueyaa"][0] == "xueya"
    assert found == {
        "added": ["tea"],
        "changed": ["jelly"],
        "removed": ["rekber"],
        "cues_added": {"line": ["lainy"]},
        "cues_removed": {"whatsapp": ["wp"]},
    }
    done = offline("lexicon", "check", own)
    assert "Added (1): tea." in done.out and "Removed (1): rekber." in done.out
    assert "There is no entry xueyaa to remove (nearest: xueya" in done.err
    own.write_text("entries: [{id: tea, words: [tea], role: codes, meaning: ivory}]")
    said = offline("lexicon", "check", own, code=1).sentence()
    assert "mine.yaml" in said and "`tea`" in said and "choose one of code" in said
    own.write_text("")
    assert "changes nothing" in offline("lexicon", "check", own).out
    assert "cannot be read" in offline("lexicon", "check", material / "no.yaml", code=1).sentence()


def test_a_broken_lexicon_is_named_by_whatever_needs_it(offline: Spoor) -> None:
    open_workspace(offline.workspace)
    (offline.workspace / "lexicon.yaml").write_text("entries: [{id: tea}]")
    for command in (("lexicon",), ("lexicon", "try", "x")):
        said = offline(*command, code=1).sentence()
        assert "lexicon.yaml: entry `tea`, `words` is missing; add it." in said
