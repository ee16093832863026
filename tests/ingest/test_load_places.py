"""Places that posts say they are in, from the text to the graph and back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from graph.lookup.places import SaidPlace, list_places
from graph.lookup.posts import find_posts
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.load import load_pending
from ingest.own import declare
from ingest.screened import Screened
from tests.builders import post, write_csv

SELLER = "facebook:a1"
POSTS = [
    post(1, account_id="a1", text="Murai, lokasi Bandung. COD Cimahi"),
    post(2, account_id="a1", text="Kacer, lok: bandung"),
    post(3, account_id="a1", text="Cucak, siap kirim"),
    post(4, account_id="a2", text="Murai, lokasi Medan"),
]


def taken_in(workspace: Workspace, material: Path) -> str:
    path = write_csv(material / "posts.csv", POSTS)
    (source,) = ingest(workspace, [path], who="tester").sources
    ensure_derived(workspace, Archive(workspace))
    return source.sha256 or ""


def test_places_of_posts_are_counted_for_their_account(
    workspace: Workspace, clean_connection: Connection, material: Path
) -> None:
    taken_in(workspace, material)
    with GraphStore(clean_connection) as store:
        load_pending(workspace, store)
        found = list_places(store, SELLER)
        (first,) = find_posts(store, ["post:facebook:p1"])
        (third,) = find_posts(store, ["post:facebook:p3"])
        assert list_places(store, SELLER, skip=1, limit=1) == found[1:]
        assert list_places(store, "facebook:nobody") == []
    days = [datetime(2026, 3, day, 10, tzinfo=UTC) for day in (2, 3)]
    assert found == [
        SaidPlace("bandung", "Bandung", 2, 0, days[0], days[1]),
        SaidPlace("cimahi", "Cimahi", 1, 0, days[0], days[0]),
    ]
    assert first.places == ("Bandung", "Cimahi")
    assert third.places == ()


def test_our_own_side_says_no_place(workspace: Workspace, material: Path) -> None:
    sha256 = taken_in(workspace, material)
    declare(workspace, [SELLER], own=True, why=None, who="tester")
    left = Screened(workspace).derived(sha256, "places").collect()
    assert left["place"].to_list() == ["Medan"]
