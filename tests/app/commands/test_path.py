"""``spoor path`` on the small world: planted chains, a courier, strangers."""

from __future__ import annotations

import itertools

import pytest
from rich.cells import cell_len

from tests.app.commands.conftest import Looked


def stranger(looked: Looked, nth: int) -> str:
    """A planted account of nobody's; the first 24 name one courier."""
    planted = {key for keys in looked.world.planted.values() for key in keys}
    keys = dict.fromkeys(
        f"{row['platform']}:{'user' * (row['platform'] == 'telegram')}{row['account_id']}"
        for row in looked.world.rows
    )
    return [key for key in keys if key not in planted][nth]


def test_a_chain_of_ties(looked: Looked) -> None:
    chain = looked.world.planted["chain"]
    (path,) = looked.spoor("path", chain[0], chain[-1], "--json").data
    assert [node["key"] for node in path["nodes"]] == chain
    assert all(list(node) == ["key", "kind", "label"] for node in path["nodes"])
    assert {node["kind"] for node in path["nodes"]} == {"account"}
    assert [(link["a"], link["b"]) for link in path["links"]] == list(itertools.pairwise(chain))
    assert {link["kind"] for link in path["links"]} == {"tie"}
    assert all("Both publish the phone number" in link["why"] for link in path["links"])
    assert path["score"] == min(link["score"] for link in path["links"]) > 0
    printed = looked.spoor("path", chain[0], chain[-1])
    assert "are connected by 4 ties: 1 path." in printed.out
    assert "A path is a lead to check, not a relation" in printed.out
    assert f"whose weakest tie has {path['score']:.1f} bits" in printed.out
    assert printed.err == ""


def test_a_courier_joins_strangers(looked: Looked) -> None:
    ends = stranger(looked, 0), stranger(looked, 1)
    note = (
        f"{looked.world.hub.removeprefix('phone:')}, which 24 accounts use: a hub joins strangers"
    )
    printed = looked.spoor("path", *ends)
    assert "are not connected" in printed.out
    assert note in printed.out
    done = looked.spoor("path", *ends, "--json")
    assert done.data == []
    assert note in done.err


def test_not_connected(looked: Looked) -> None:
    ends = looked.world.planted["ring"][0], stranger(looked, 30)
    done = looked.spoor("path", *ends)
    assert "are not connected" in done.out
    assert done.err == ""
    assert looked.spoor("path", *ends, "--json").data == []


def test_as_many_paths_as_asked(looked: Looked) -> None:
    ends = looked.world.planted["ring"][:2]
    (path,) = looked.spoor("path", *ends, "--json", "--most", "1").data
    assert [node["key"] for node in path["nodes"]] == ends
    looked.spoor("path", *ends, "--most", "0", code=2)


def test_unknown_and_equal_accounts(looked: Looked) -> None:
    known = looked.world.planted["ring"][0]
    for ends in ((known, f"{known}9"), (f"{known}9", known)):
        sentence = looked.spoor("path", *ends, code=1).sentence()
        assert f"Account {known}9 is not in the graph" in sentence
        assert known in sentence.partition("nearest: ")[2]
    assert known in looked.spoor("path", known, known, code=2).sentence(2)
    looked.spoor("path", known, looked.world.hub, code=1).sentence()


@pytest.mark.parametrize("width", [40, 100])
def test_hostile_names_fit_the_terminal(
    looked: Looked, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = looked.world.planted["hostile"][0], looked.world.planted["hostile"][4]
    monkeypatch.setenv("COLUMNS", str(width))
    printed = looked.spoor("path", *ends).out
    assert max(cell_len(line) for line in printed.splitlines()) <= width
    assert "\u202e" not in printed
