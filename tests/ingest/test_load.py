"""Loading on a real Neo4j: a planted case, repeats, overlaps, and being cut off anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import ingest as package
from graph.errors import StoreError
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.evidence import read_sources
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.load import load_pending, load_sources
from ingest.load_steps import LINK_STEPS, NODE_STEPS
from ingest.screened import Screened
from tests.builders import membership, post, write_csv
from tests.graphs import ask, dump, links, nodes

JUNE = "2026-06-{:02d}T08:00:00Z"
FIRST = [
    post(
        1,
        account_id="a1",
        account_handle="@Kicau_Shop",
        account_name="Kicau Shop",
        group_id="g1",
        group_name="Songbirds",
        posted_at=JUNE.format(1),
        text="Murai for sale, call +1 202 555 0101 or bird@example.com",
        price="300",
        currency="USD",
        collected_at=JUNE.format(10),
    ),
    post(
        2,
        account_id="a1",
        group_id="g2",
        posted_at=JUNE.format(3),
        text="More murai, +1 202 555 0101",
        collected_at=JUNE.format(10),
    ),
    post(
        3,
        account_id="a2",
        account_name="Old name",
        group_id="g1",
        posted_at=JUNE.format(4),
        text="Looking for a cage, +1 202 555 0102",
        price="20",
        collected_at=JUNE.format(10),
    ),
    membership("a3", "g1", role="admin", account_name="Ana", collected_at=JUNE.format(10)),
    {
        "platform": "telegram",
        "post_id": "77",
        "group_id": "5",
        "account_id": "900",
        "account_handle": "murai_seller",
        "text": "Order from t.me/murai_seller",
        "posted_at": JUNE.format(2),
        "collected_at": JUNE.format(10),
    },
]
SECOND = [
    post(
        3,
        account_id="a2",
        account_name="New name",
        group_id="g1",
        posted_at=JUNE.format(4),
        text="Cage found, thank you. +1 202 555 0102",
        collected_at=JUNE.format(17),
    ),
    post(
        1,
        account_id="a1",
        group_id="g1",
        posted_at=JUNE.format(1),
        text="An older capture of the same post",
        price="250",
        collected_at=JUNE.format(9),
    ),
    post(
        4,
        account_id="a1",
        group_id="g1",
        posted_at=JUNE.format(15),
        text="Last murai! +1 202 555 0101, or +1 202 555 0102",
        price="280",
        collected_at=JUNE.format(17),
    ),
]


def archived(workspace: Workspace, *files: Path) -> Archive:
    for file in files:
        report = ingest(workspace, [file], who="tester")
        assert not [each.error for each in report.sources if each.error]
    archive = Archive(workspace)
    ensure_derived(workspace, archive)
    return archive


def load(workspace: Workspace, connection: Connection, *files: Path) -> int:
    archived(workspace, *files)
    with GraphStore(connection) as store:
        return load_pending(workspace, store)


@pytest.fixture
def first(material: Path) -> Path:
    return write_csv(material / "first.csv", FIRST)


@pytest.fixture
def second(material: Path) -> Path:
    return write_csv(material / "second.csv", SECOND)


def at(day: int) -> str:
    return f"2026-06-{day:02d}T08:00:00.000000000+00:00"


def test_a_planted_source_becomes_the_graph_it_describes(
    workspace: Workspace, clean_connection: Connection, first: Path
) -> None:
    assert load(workspace, clean_connection, first) == 1
    source = Archive(workspace).sources()[0]
    assert nodes(clean_connection, "Account", "key", "handle", "name", "names", "category") == {
        (
            "facebook:a1",
            "@Kicau_Shop",
            "Kicau Shop",
            ("@Kicau_Shop", "Kicau Shop"),
            "uncategorised",
        ),
        ("facebook:a2", None, "Old name", ("Old name",), "uncategorised"),
        ("facebook:a3", None, "Ana", ("Ana",), "uncategorised"),
        ("telegram:user900", "murai_seller", None, ("murai_seller",), "uncategorised"),
    }
    assert nodes(clean_connection, "Group", "key", "name") == {
        ("facebook:group:g1", "Songbirds"),
        ("facebook:group:g2", None),
        ("telegram:group:5", None),
    }
    assert nodes(clean_connection, "Post", "key", "posted_at", "price", "currency") == {
        ("post:facebook:p1", at(1), "300", "USD"),
        ("post:facebook:p2", at(3), None, None),
        ("post:facebook:p3", at(4), "20", None),
        ("post:telegram:5/77", at(2), None, None),
    }
    assert nodes(clean_connection, "Listing", "key") == {
        ("post:facebook:p1",),
        ("post:facebook:p3",),
    }
    assert nodes(clean_connection, "ContactDetail", "key", "kind") == {
        ("phone:+12025550101", "phone"),
        ("phone:+12025550102", "phone"),
        ("email:bird@example.com", "email"),
        ("handle:telegram:murai_seller", "telegram"),
    }
    assert nodes(clean_connection, "Source", "key", "complete", "rows_read", "ingested_by") == {
        (f"source:{source.sha256}", True, 5, "tester")
    }
    source_row = ask(clean_connection, "MATCH (s:Source) RETURN keys(s) AS names")[0]
    assert not [name for name in source_row["names"] if name.startswith("loaded_")]
    assert links(clean_connection, "POSTED") == {
        ("facebook:a1", "post:facebook:p1"),
        ("facebook:a1", "post:facebook:p2"),
        ("facebook:a2", "post:facebook:p3"),
        ("telegram:user900", "post:telegram:5/77"),
    }
    assert links(clean_connection, "IN") == {
        ("post:facebook:p1", "facebook:group:g1"),
        ("post:facebook:p2", "facebook:group:g2"),
        ("post:facebook:p3", "facebook:group:g1"),
        ("post:telegram:5/77", "telegram:group:5"),
    }
    assert links(clean_connection, "MEMBER_OF", "role", "first_seen", "last_seen") == {
        ("facebook:a1", "facebook:group:g1", None, at(1), at(1)),
        ("facebook:a1", "facebook:group:g2", None, at(3), at(3)),
        ("facebook:a2", "facebook:group:g1", None, at(4), at(4)),
        ("facebook:a3", "facebook:group:g1", "admin", at(10), at(10)),
        ("telegram:user900", "telegram:group:5", None, at(2), at(2)),
    }
    assert links(clean_connection, "PUBLISHES", "posts", "first_seen", "last_seen") == {
        ("facebook:a1", "phone:+12025550101", 2, at(1), at(3)),
        ("facebook:a1", "email:bird@example.com", 1, at(1), at(1)),
        ("facebook:a2", "phone:+12025550102", 1, at(4), at(4)),
        ("telegram:user900", "handle:telegram:murai_seller", 1, at(2), at(2)),
    }
    assert {row[:3] for row in links(clean_connection, "MENTIONS", "raw", "start", "rule")} == {
        ("post:facebook:p1", "phone:+12025550101", "+1 202 555 0101"),
        ("post:facebook:p1", "email:bird@example.com", "bird@example.com"),
        ("post:facebook:p2", "phone:+12025550101", "+1 202 555 0101"),
        ("post:facebook:p3", "phone:+12025550102", "+1 202 555 0102"),
        ("post:telegram:5/77", "handle:telegram:murai_seller", "t.me/murai_seller"),
    }
    assert links(clean_connection, "REACHES") == {
        ("handle:telegram:murai_seller", "telegram:user900")
    }
    sightings = links(clean_connection, "RECORDED_IN", "locator", "collected_at")
    assert {(row[0], row[3]) for row in sightings} == {
        ("post:facebook:p1", at(10)),
        ("post:facebook:p2", at(10)),
        ("post:facebook:p3", at(10)),
        ("post:telegram:5/77", at(10)),
    }


def test_loading_twice_changes_nothing(
    workspace: Workspace, clean_connection: Connection, first: Path
) -> None:
    load(workspace, clean_connection, first)
    before = dump(clean_connection)
    assert load(workspace, clean_connection, first) == 0
    assert dump(clean_connection) == before


def test_overlapping_sources_count_each_post_once(
    workspace: Workspace, clean_connection: Connection, first: Path, second: Path
) -> None:
    load(workspace, clean_connection, first)
    assert load(workspace, clean_connection, second) == 1
    assert nodes(clean_connection, "Post", "key", "text", "price") == {
        ("post:facebook:p1", FIRST[0]["text"], "300"),
        ("post:facebook:p2", FIRST[1]["text"], None),
        ("post:facebook:p3", SECOND[0]["text"], None),
        ("post:facebook:p4", SECOND[2]["text"], "280"),
        ("post:telegram:5/77", FIRST[4]["text"], None),
    }
    assert nodes(clean_connection, "Listing", "key") == {
        ("post:facebook:p1",),
        ("post:facebook:p4",),
    }
    dated = ("facebook:a2", "New name", ("Old name", "New name"), (at(10), at(17)))
    assert dated in nodes(clean_connection, "Account", "key", "name", "names", "names_since")
    assert links(clean_connection, "PUBLISHES", "posts", "first_seen", "last_seen") >= {
        ("facebook:a1", "phone:+12025550101", 3, at(1), at(15)),
        ("facebook:a1", "phone:+12025550102", 1, at(15), at(15)),
        ("facebook:a2", "phone:+12025550102", 1, at(4), at(4)),
    }
    assert links(clean_connection, "MEMBER_OF", "first_seen", "last_seen") >= {
        ("facebook:a1", "facebook:group:g1", at(1), at(15)),
    }
    seen_in = {row[:2] for row in links(clean_connection, "RECORDED_IN", "locator")}
    assert len({row for row in seen_in if row[0] == "post:facebook:p1"}) == 2
    mentions = links(clean_connection, "MENTIONS", "start")
    edited = SECOND[0]["text"].index("+1")
    assert ("post:facebook:p3", "phone:+12025550102", edited) in mentions


def test_sources_at_once_and_one_by_one_give_the_same_graph(
    workspace: Workspace, clean_connection: Connection, first: Path, second: Path
) -> None:
    load(workspace, clean_connection, first)
    load(workspace, clean_connection, second)
    one_by_one = dump(clean_connection)
    ask(clean_connection, "MATCH (n) DETACH DELETE n")
    assert load(workspace, clean_connection, first, second) == 2
    assert dump(clean_connection) == one_by_one


def test_whatsapp_numbers_reach_their_accounts(
    workspace: Workspace, clean_connection: Connection, material: Path
) -> None:
    account = {"platform": "whatsapp", "account_id": "+1 202 555 0199", "group_id": "w1"}
    first = write_csv(material / "details.csv", [post(1, text="Call +1 202 555 0199")])
    second = write_csv(material / "accounts.csv", [account])
    load(workspace, clean_connection, first, second)
    assert links(clean_connection, "REACHES") == {("phone:+12025550199", "whatsapp:+12025550199")}


def test_withdrawn_sources_are_not_loaded(
    workspace: Workspace, clean_connection: Connection, first: Path, second: Path
) -> None:
    archive = archived(workspace, first, second)
    Journal(workspace).append("withdraw", "tester", sha256=archive.sources()[1].sha256)
    assert load(workspace, clean_connection) == 1
    assert ("post:facebook:p4",) not in nodes(clean_connection, "Post", "key")
    assert len(nodes(clean_connection, "Source", "key")) == 1


def test_a_post_of_a_source_withdrawn_after_loading_is_not_made_twice(
    workspace: Workspace, clean_connection: Connection, first: Path, second: Path
) -> None:
    load(workspace, clean_connection, first)
    Journal(workspace).append("withdraw", "tester", sha256=Archive(workspace).sources()[0].sha256)
    assert load(workspace, clean_connection, second) == 1
    texts = nodes(clean_connection, "Post", "key", "text")
    assert ("post:facebook:p1", SECOND[1]["text"]) in texts


def test_somebody_elses_database_is_left_alone(
    workspace: Workspace, clean_connection: Connection, first: Path
) -> None:
    ask(clean_connection, "CREATE (:Workspace {id: 'somebody else'})")
    before = dump(clean_connection)
    with pytest.raises(StoreError, match="belongs to another workspace"):
        load(workspace, clean_connection, first)
    assert dump(clean_connection) == before


def test_progress_only_grows_and_ends_full(
    workspace: Workspace, clean_connection: Connection, first: Path, second: Path
) -> None:
    archived(workspace, first, second)
    told: list[tuple[int, int]] = []
    with GraphStore(clean_connection) as store:
        load_pending(workspace, store, lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


CUT_OFF = """
import sys
from pathlib import Path
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import open_workspace
from ingest.evidence import read_sources
from ingest.load_steps import LINK_STEPS, NODE_STEPS
from ingest.load import load_sources
from ingest.screened import Screened

workspace = open_workspace(Path(sys.argv[1]))
with GraphStore(Connection(*sys.argv[2:6])) as store:
    store.claim(workspace.id)
    store.ensure_schema()
    load_sources(
        store,
        read_sources(Screened(workspace)),
        batch_rows=2,
        slice_posts=3,
        progress=lambda done, of: print(done, flush=True),
    )
"""


@pytest.fixture
def both(workspace: Workspace, first: Path, second: Path) -> Archive:
    return archived(workspace, first, second)


def start_child(workspace: Workspace, connection: Connection) -> subprocess.Popen[str]:
    where = (connection.uri, connection.username, connection.password, connection.database)
    return subprocess.Popen(
        [sys.executable, "-c", CUT_OFF, str(workspace.root), *where],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parents[1])},
    )


@pytest.mark.slow
def test_killed_in_mid_load_and_run_again_is_an_undisturbed_run(
    workspace: Workspace, clean_connection: Connection, both: Archive
) -> None:
    with GraphStore(clean_connection) as store:
        load_pending(workspace, store)
        undisturbed = dump(clean_connection)
        ask(clean_connection, "MATCH (n) DETACH DELETE n")
        child = start_child(workspace, clean_connection)
        assert child.stdout is not None
        for _ in range(12):
            assert child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL
        assert any(not complete for (complete,) in nodes(clean_connection, "Source", "complete"))
        load_pending(workspace, store)
    assert dump(clean_connection) == undisturbed


class CutOffError(Exception):
    pass


class FragileStore(GraphStore):
    """A store that breaks off right after each batch it has written."""

    def load(self, name: str, rows: Sequence[dict[str, Any]], /, **parameters: Any) -> None:
        super().load(name, rows, **parameters)
        if name != "load_source":
            raise CutOffError


def test_cut_off_after_every_batch_and_run_again_is_an_undisturbed_run(
    workspace: Workspace, clean_connection: Connection, both: Archive
) -> None:
    with FragileStore(clean_connection) as fragile, GraphStore(clean_connection) as store:
        load_pending(workspace, store)
        undisturbed = dump(clean_connection)
        ask(clean_connection, "MATCH (n) DETACH DELETE n")
        store.claim(workspace.id)
        sources = read_sources(Screened(workspace))
        cuts = 0
        loaded = None
        while loaded is None:
            try:
                loaded = load_sources(fragile, sources, batch_rows=2, slice_posts=2)
            except CutOffError:
                cuts += 1
    assert cuts > 20
    assert dump(clean_connection) == undisturbed


def test_a_source_taken_in_between_cut_off_and_rerun_changes_nothing_else(
    workspace: Workspace, clean_connection: Connection, both: Archive
) -> None:
    with FragileStore(clean_connection) as fragile, GraphStore(clean_connection) as store:
        load_pending(workspace, store)
        undisturbed = dump(clean_connection)
        ask(clean_connection, "MATCH (n) DETACH DELETE n")
        store.claim(workspace.id)
        sources = read_sources(Screened(workspace))
        for _ in range(7):
            with pytest.raises(CutOffError):
                load_sources(fragile, sources[:1], batch_rows=1)
        load_sources(store, sources)
    assert dump(clean_connection) == undisturbed


def test_no_marker_of_a_step_is_left_behind() -> None:
    cleared = resources.files("queries").joinpath("complete_source.cypher").read_text()
    assert all(f"s.{step.marker}" in cleared for step in NODE_STEPS + LINK_STEPS)
