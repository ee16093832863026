"""Results in a real graph: the latest ties, older clusters, and writing twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from graph.errors import StoreError
from graph.results import write_results
from graph.server.connection import Connection
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, PAIR, RING, RING_PHONE, detection, plant
from tests.graphs import ask, dump, links, nodes

OLD = "2026-06-23-bbbb"
NEW = "2026-06-30-aaaa"


@pytest.fixture
def store(clean_connection: Connection) -> Iterator[GraphStore]:
    with GraphStore(clean_connection) as opened:
        plant(opened)
        yield opened


def test_a_detection_is_written_whole(store: GraphStore, clean_connection: Connection) -> None:
    write_results(store, detection())
    assert nodes(clean_connection, "Snapshot", "key", "as_of", "ties", "complete", "is_latest") == {
        (f"snapshot:{NEW}", "2026-06-30", 3, True, True)
    }
    assert links(clean_connection, "TIED_TO", "score", "snapshot", "reasons", "posts") == {
        (
            a,
            b,
            score,
            NEW,
            ("Both publish the phone number.",),
            ("post:facebook:1", "post:facebook:2"),
        )
        for a, b, score in [
            ("facebook:1", "facebook:2", 12.0),
            ("facebook:2", "facebook:3", 6.5),
            ("facebook:8", "telegram:user9", 8.0),
        ]
    }
    assert nodes(clean_connection, "Cluster", "key", "id", "snapshot", "size", "platforms") == {
        (f"cluster:{NEW}:Cring", "Cring", NEW, 3, ("facebook",)),
        (f"cluster:{NEW}:Cpair", "Cpair", NEW, 2, ("facebook", "telegram")),
    }
    assert links(clean_connection, "IN_CLUSTER", "role", "stability", "borderline", "by_seed") == {
        (account, f"cluster:{NEW}:{name}", "member", 0.9, False, 0.8)
        for name, accounts in [("Cring", RING), ("Cpair", PAIR)]
        for account in accounts
    }
    assert nodes(clean_connection, "Text", "key", "accounts") == {("text:1", 2)}
    assert links(clean_connection, "REUSES") == {
        ("post:facebook:1", "text:1"),
        ("post:facebook:2", "text:1"),
    }
    hubs = nodes(clean_connection, "ContactDetail", "key", "hub_probability", "hub_accounts")
    assert (COURIER, 0.97, 6) in hubs
    assert (RING_PHONE, None, None) in hubs


def test_who_turned_to_whom_is_one_relationship_apart_from_ties(
    store: GraphStore, clean_connection: Connection
) -> None:
    write_results(store, detection())
    expected = {("facebook:1", "facebook:2", ("transfer", "reply"), 3, NEW)}
    shown = ("kinds", "times", "snapshot")
    assert links(clean_connection, "TRADES_WITH", *shown) == expected
    write_results(store, detection())
    assert links(clean_connection, "TRADES_WITH", *shown) == expected
    assert ("facebook:1", "facebook:2", 12.0) in links(clean_connection, "TIED_TO", "score")
    write_results(store, replace(detection(OLD), interactions=detection().interactions.clear()))
    assert links(clean_connection, "TRADES_WITH") == set()


def test_members_carry_measures_and_clusters_their_dossier(
    store: GraphStore, clean_connection: Connection
) -> None:
    write_results(store, detection())
    measured = links(clean_connection, "IN_CLUSTER", "betweenness", "constraint", "core")
    ring = {row for row in measured if row[1].endswith("Cring")}
    assert {row[2:] for row in ring} == {(0.5, 0.75, 1)}
    assert {row[2:] for row in measured - ring} == {(None, None, None)}
    told = nodes(clean_connection, "Cluster", "id", "holds", "roles", "facts")
    assert {row[0]: tuple(map(len, row[1:])) for row in told} == {
        "Cring": (1, 1, 2), "Cpair": (0, 0, 0),
    }  # fmt: skip


def test_writing_twice_gives_the_same_graph(
    store: GraphStore, clean_connection: Connection
) -> None:
    write_results(store, detection())
    before = dump(clean_connection)
    write_results(store, detection())
    assert dump(clean_connection) == before


def test_a_later_snapshot_takes_over_ties_and_hubs_and_keeps_older_clusters(
    store: GraphStore, clean_connection: Connection
) -> None:
    write_results(store, detection(OLD))
    ties = (("facebook:1", "facebook:2", 14.0),)
    write_results(store, detection(NEW, ties, {"Cring": RING[:2]}, {RING_PHONE: 0.6}))
    assert links(clean_connection, "TIED_TO", "score", "snapshot") == {
        ("facebook:1", "facebook:2", 14.0, NEW)
    }
    assert nodes(clean_connection, "Cluster", "key", "size") == {
        (f"cluster:{OLD}:Cring", 3),
        (f"cluster:{OLD}:Cpair", 2),
        (f"cluster:{NEW}:Cring", 2),
    }
    assert len(links(clean_connection, "IN_CLUSTER")) == 7
    assert nodes(clean_connection, "Snapshot", "id", "is_latest", "complete") == {
        (OLD, False, True),
        (NEW, True, True),
    }
    hubs = nodes(clean_connection, "ContactDetail", "key", "hub_probability", "hub_snapshot")
    assert {row for row in hubs if row[1] is not None} == {(RING_PHONE, 0.6, NEW)}


def test_a_snapshot_written_again_with_other_clusters_has_exactly_those(
    store: GraphStore, clean_connection: Connection
) -> None:
    write_results(store, detection())
    write_results(store, detection(clusters={"Cring": RING[:2]}))
    assert nodes(clean_connection, "Cluster", "key") == {(f"cluster:{NEW}:Cring",)}
    assert {row[0] for row in links(clean_connection, "IN_CLUSTER")} == set(RING[:2])


def test_nothing_found_is_a_result_too(store: GraphStore, clean_connection: Connection) -> None:
    write_results(store, detection(OLD))
    write_results(store, detection(NEW, (), {}, {}))
    assert links(clean_connection, "TIED_TO") == set()
    assert (NEW, 0, True) in nodes(clean_connection, "Snapshot", "id", "clusters", "is_latest")


def test_an_account_that_the_graph_lacks_is_an_error(store: GraphStore) -> None:
    lost = (("facebook:1", "facebook:404", 9.0),)
    with pytest.raises(StoreError, match="matched 0 of 1 rows"):
        write_results(store, detection(ties=lost, clusters={}))


def test_a_member_that_the_graph_lacks_is_an_error(
    store: GraphStore, clean_connection: Connection
) -> None:
    with pytest.raises(StoreError, match="write_clusters"):
        write_results(store, detection(clusters={"Cring": ("facebook:1", "facebook:404")}))
    assert nodes(clean_connection, "Cluster", "key") == set()


class CutOffError(Exception):
    pass


class FragileStore(GraphStore):
    """A store that breaks off after some writes."""

    writes_left = 0

    def load(self, name: str, rows: Sequence[dict[str, Any]], /, **parameters: Any) -> None:
        if not self.writes_left:
            raise CutOffError
        self.writes_left -= 1
        super().load(name, rows, **parameters)


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_cut_off_and_written_again_is_an_undisturbed_run(
    store: GraphStore, clean_connection: Connection, writes: int
) -> None:
    write_results(store, detection(OLD))
    write_results(store, detection(NEW))
    undisturbed = dump(clean_connection)
    ask(clean_connection, "MATCH (n) DETACH DELETE n")
    plant(store)
    write_results(store, detection(OLD))
    with FragileStore(clean_connection) as fragile:
        fragile.writes_left = writes
        with pytest.raises(CutOffError):
            write_results(fragile, detection(NEW))
    latest = ask(clean_connection, "MATCH (s:Snapshot {is_latest: true}) RETURN s.id AS id")
    assert latest == [{"id": OLD}]
    write_results(store, detection(NEW))
    assert dump(clean_connection) == undisturbed


def test_many_ties_are_written_and_removed_in_parts(
    store: GraphStore, clean_connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.results.BATCH_ROWS", 1)
    monkeypatch.setattr("graph.results.REMOVED_AT_A_TIME", 1)
    told: list[tuple[int, int]] = []
    write_results(store, detection(OLD))
    write_results(store, detection(NEW), progress=lambda done, of: told.append((done, of)))
    assert {row[2] for row in links(clean_connection, "TIED_TO", "snapshot")} == {NEW}
    assert told == [(each, 9) for each in range(1, 10)]


def test_evidence_keeps_every_reason_in_order(store: GraphStore) -> None:
    write_results(store, detection())
    row = store.run("account_ties", key="facebook:1", skip=0, limit=5)[0]
    found = pl.DataFrame({"evidence": row["evidence"]}).select(
        pl.col("evidence").str.json_path_match("$.counted")
    )
    assert found["evidence"].to_list() == ["true", "false"]
