"""Loading what is no post: relations that others recorded, and fingerprints of images."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph.lookup.links import list_links
from graph.records import IMAGES, Batch
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.load import load_pending
from ingest.own import declare
from ingest.readers import READERS
from ingest.readers.reader import Reader
from ingest.screened import Screened
from tests.builders import post, write_csv
from tests.graphs import links, nodes

SELLER = "facebook:a1"
NUMBER = "phone:+12025550101"
BUYER = "phone:+12025550177"
POSTS = [post(1, account_id="a1", text="Murai, call +1 202 555 0101")]
CALLS = [
    {"from": BUYER, "to": NUMBER, "kind": "call", "time": "2026-05-02T10:00:00Z", "grade": "B2"},
    {"from": SELLER, "to": "PT Burung", "kind": "director of", "source": "register"},
]
AGAIN = [{**CALLS[0], "handling": "TLP:AMBER"}]


def take(workspace: Workspace, connection: Connection, *files: Path) -> None:
    for file in files:
        (source,) = ingest(workspace, [file], who="tester").sources
        assert source.error is None and source.rows_rejected == 0
    ensure_derived(workspace, Archive(workspace))
    with GraphStore(connection) as store:
        load_pending(workspace, store)


@pytest.fixture
def posts(material: Path) -> Path:
    return write_csv(material / "posts.csv", POSTS)


@pytest.fixture
def calls(material: Path) -> Path:
    return write_csv(material / "calls.csv", CALLS)


def company(connection: Connection) -> str:
    (key,) = [key for key, platform in nodes(connection, "Account", "key", "platform")
              if platform == "record"]  # fmt: skip
    return str(key)


def test_relations_join_accounts_and_details(
    workspace: Workspace, clean_connection: Connection, posts: Path, calls: Path
) -> None:
    take(workspace, clean_connection, posts, calls)
    source = f"source:{Archive(workspace).sources()[1].sha256}"
    assert links(clean_connection, "LINKED_TO", "kind", "grade", "origin", "recorded_in") == {
        (BUYER, NUMBER, "call", "B2", None, (f"{source} row 2",)),
        (SELLER, company(clean_connection), "director of", None, "register", (f"{source} row 3",)),
    }
    assert (BUYER, "phone", "+12025550177") in nodes(
        clean_connection, "ContactDetail", "key", "kind", "value"
    )


def test_an_account_shows_them_with_what_they_go_through(
    workspace: Workspace, clean_connection: Connection, posts: Path, calls: Path
) -> None:
    take(workspace, clean_connection, posts, calls)
    with GraphStore(clean_connection) as store:
        call, seat = list_links(store, SELLER)
        assert list_links(store, SELLER, skip=1) == [seat]
    assert (call.kind, call.from_key, call.through) == ("call", BUYER, NUMBER)
    assert (seat.kind, seat.to_name, seat.through) == ("director of", "PT Burung", None)


def test_two_sources_of_one_relation_are_two_sightings(
    workspace: Workspace, clean_connection: Connection, posts: Path, calls: Path, material: Path
) -> None:
    take(workspace, clean_connection, posts, calls)
    take(workspace, clean_connection, write_csv(material / "again.csv", AGAIN), calls)
    (found,) = [
        row for row in links(clean_connection, "LINKED_TO", "kind", "handling", "recorded_in")
        if row[2] == "call"
    ]  # fmt: skip
    assert found[3] == "TLP:AMBER"
    assert len(found[4]) == 2


def test_our_own_side_is_in_no_relation(
    workspace: Workspace, clean_connection: Connection, posts: Path, calls: Path
) -> None:
    declare(workspace, [SELLER], own=True, who="tester", why=None)
    take(workspace, clean_connection, posts, calls)
    assert {row[:2] for row in links(clean_connection, "LINKED_TO")} == {(BUYER, NUMBER)}


def test_a_relation_of_our_own_number_is_left_out(
    workspace: Workspace, clean_connection: Connection, posts: Path, calls: Path
) -> None:
    declare(workspace, [BUYER], own=True, who="tester", why=None)
    take(workspace, clean_connection, posts, calls)
    assert {row[0] for row in links(clean_connection, "LINKED_TO")} == {SELLER}


def test_fingerprints_of_images_reach_the_graph(
    workspace: Workspace,
    clean_connection: Connection,
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    image = {
        "image_key": "image:sha256:ab12",
        "post_key": "post:facebook:p1",
        "sha256": "ab12",
        "perceptual_hash": "pdq:f8f8",
        "locator": "row 2",
    }

    def with_image(*told: object) -> list[Batch]:
        first, *more = READERS["csv"].read(*told)  # type: ignore[arg-type]
        pictured = pl.DataFrame([image], schema=IMAGES)
        return [Batch(**{**vars(first), "images": pictured}), *more]

    reader = Reader("csv", "CSV", "", with_image)  # type: ignore[arg-type]
    monkeypatch.setattr("ingest.intake.READERS", {**READERS, "csv": reader})
    take(workspace, clean_connection, posts)
    assert nodes(clean_connection, "Image", "key", "sha256", "perceptual_hash") == {
        ("image:sha256:ab12", "ab12", "pdq:f8f8")
    }
    assert links(clean_connection, "SHOWS") == {("post:facebook:p1", "image:sha256:ab12")}
    (source,) = Screened(workspace).sources()
    assert len(Screened(workspace).records(source.sha256, "images").collect()) == 1
