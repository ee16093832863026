"""Making the graph again: with all results, after being cut off, and never somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.commands.caller import open_store
from app.rebuild import make_current, rebuild
from graph.emptying import BEING_EMPTIED, MadeFor, made_for
from graph.errors import StoreError
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import open_workspace
from ingest.own import declare
from tests.app.commands.running import Spoor, environment
from tests.app.own_world import KEY, NAME, SELLERS, given_away, write_noted, write_telegram
from tests.graphs import ask, dump, nodes

SELLER = f"telegram:user{next(iter(SELLERS))}"


class CutOffError(Exception):
    """The process ends here."""


@pytest.fixture
def database(clean_connection: Connection, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """The session's Neo4j, empty and named in the environment."""
    for name, value in environment(clean_connection).items():
        monkeypatch.setenv(name, value)
    return clean_connection


@pytest.fixture
def spoor(database: Connection, tmp_path: Path) -> Spoor:
    """A workspace with the cover's export, taken in and detected as of two days."""
    made = Spoor(tmp_path / "workspace")
    made("ingest", write_telegram(tmp_path / "result.json"), "--region", "US")
    made("detect", "--as-of", "2026-02-01")
    made("detect")
    return made


@contextmanager
def dying_at(query: str, times: int = 0) -> Iterator[None]:
    """Have the process die at the next call of a query after some."""
    called = 0
    run = GraphStore._run

    def die(self: GraphStore, name: str, *rest: object) -> object:
        nonlocal called
        if name == query:
            called += 1
            if called > times:
                raise CutOffError
        return run(self, name, *rest)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GraphStore, "_run", die)
        with pytest.raises(CutOffError):
            yield


def test_a_rebuilt_graph_is_the_same_with_all_its_snapshots(
    spoor: Spoor, database: Connection
) -> None:
    before = dump(database)
    assert len(nodes(database, "Snapshot", "id")) == 2
    done = spoor("rebuild", "--json").data
    assert dump(database) == before
    assert (done["sources"], done["detected"]) == (1, False)
    last = spoor("log", "--json").data[-1]
    assert (last["kind"], last["by"], last["snapshot"]) == (
        "rebuild",
        "A. Tester",
        done["snapshot"],
    )


@pytest.mark.parametrize(
    "query", ["remove_posts", "load_mentions", "write_ties", "complete_snapshot"]
)
def test_whatever_cuts_it_off_the_next_run_completes_it(
    spoor: Spoor, database: Connection, query: str
) -> None:
    before = dump(database)
    workspace = open_workspace(spoor.workspace)
    with dying_at(query), workspace.writer():
        rebuild(workspace, who="ana", open_store=open_store)
    assert dump(database) != before
    with workspace.writer():
        make_current(workspace, who="ana", open_store=open_store)
    assert dump(database) == before


def test_while_the_graph_may_show_our_own_side_nobody_reads_it(
    spoor: Spoor, database: Connection
) -> None:
    workspace = open_workspace(spoor.workspace)
    with workspace.writer():
        declare(workspace, [KEY], own=True, why=None, who="ana")
    for command in (("account", SELLER), ("search", NAME), ("path", KEY, SELLER)):
        assert "`spoor rebuild`" in spoor(*command, code=1).sentence()
    assert not given_away(spoor("clusters", "--json").out)
    with dying_at("remove_nodes"), workspace.writer():
        make_current(workspace, who="ana", open_store=open_store)
    with GraphStore(database) as store:
        assert made_for(store, workspace.id) == BEING_EMPTIED
    assert "`spoor rebuild`" in spoor("account", SELLER, code=1).sentence()
    spoor("own", KEY)
    assert given_away("\n".join(dump(database))) == set()
    assert spoor("account", SELLER, "--json").data["key"] == SELLER


def test_a_decision_that_was_cut_off_is_carried_out_by_the_next_command(
    spoor: Spoor, database: Connection
) -> None:
    workspace = open_workspace(spoor.workspace)
    with workspace.writer():
        declare(workspace, [KEY], own=True, why=None, who="ana")
    spoor("detect")
    assert given_away("\n".join(dump(database))) == set()


def test_a_source_that_tells_more_of_our_own_side_has_the_graph_made_again(
    database: Connection, tmp_path: Path
) -> None:
    spoor = Spoor(tmp_path / "workspace")
    spoor("own", KEY)
    spoor("ingest", write_noted(tmp_path / "noted.csv"), "--region", "US")
    spoor("detect")
    assert NAME in given_away("\n".join(dump(database)))
    spoor("ingest", write_telegram(tmp_path / "result.json"), "--region", "US")
    assert given_away("\n".join(dump(database))) == set()
    (latest,) = ask(database, "MATCH (s:Snapshot) WHERE s.is_latest RETURN s.id AS id")
    assert latest["id"] in spoor("clusters", "--snapshot", "x", code=1).sentence()


def test_snapshots_made_with_our_own_side_do_not_come_back(
    spoor: Spoor, database: Connection
) -> None:
    spoor("own", KEY)
    (only,) = nodes(database, "Snapshot", "id", "is_latest")
    assert only[1] is True
    spoor("rebuild")
    assert nodes(database, "Snapshot", "id", "is_latest") == {only}


def test_declining_a_suggestion_changes_nothing(spoor: Spoor, database: Connection) -> None:
    before = dump(database)
    assert KEY in spoor("detect").err
    done = spoor("own", "--not", KEY, "--why", "a bot", "--json").data
    assert (done["own"], done["new"], done["rebuilt"]) == (False, [KEY], False)
    assert dump(database) == before
    assert spoor("detect").err == ""
    assert spoor("own", "--json").data == {"own": [], "same": [], "suggested": []}


def test_nobody_elses_database_is_emptied(
    spoor: Spoor, database: Connection, tmp_path: Path
) -> None:
    before = dump(database)
    other = Spoor(tmp_path / "other")
    other("own", KEY)
    table = write_noted(tmp_path / "noted.csv")
    for command in (("ingest", table), ("rebuild",), ("own", "telegram:user1")):
        assert "belongs to another workspace" in other(*command, code=1).err
    with GraphStore(database) as store, pytest.raises(StoreError):
        from graph.emptying import empty

        empty(store, open_workspace(other.workspace).id, MadeFor(None, None, None))
    assert dump(database) == before


def test_own_needs_keys_where_it_is_told_something(tmp_path: Path) -> None:
    offline = Spoor(tmp_path / "workspace")
    assert "telegram:user123" in offline("own", "--not", code=2).sentence(2)
    assert "telegram:user123" in offline("own", "--why", "x", code=2).sentence(2)
    assert "is not the key" in offline("own", "telegram:group:5", code=2).sentence(2)
    assert not offline.workspace.exists()
