"""One group captured by two tools, by its handle and by its id: each post once, seen twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.running import Spoor, environment
from tests.graphs import Connection, ask, links, nodes

READERS = Path(__file__).parents[1] / "ingest" / "readers"
BY_HANDLE = READERS / "telethon" / "fixtures" / "snscrape.jsonl"
BY_ID = READERS / "telethon" / "fixtures" / "channel_messages.json"
GROUP = "telegram:group:1400000123"
CHANNEL = "telegram:channel1400000123"
SIGHTINGS = """
MATCH (p:Post)-[:IN]->(:Group {key: $group}) WHERE p.key STARTS WITH 'post:telegram:1400000123/'
RETURN p.key AS key, count { (p)-[:RECORDED_IN]->() } AS sightings ORDER BY key
"""


@pytest.fixture
def spoor(clean_connection: Connection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Spoor:
    """An empty workspace on an empty database."""
    for name, value in environment(clean_connection).items():
        monkeypatch.setenv(name, value)
    return Spoor(tmp_path / "workspace")


def sightings(connection: Connection) -> dict[str, int]:
    rows = ask(connection, SIGHTINGS, group=GROUP)
    return {row["key"].rpartition("/")[2]: row["sightings"] for row in rows}


def test_until_the_id_is_known_the_handle_stands(
    spoor: Spoor, clean_connection: Connection
) -> None:
    spoor("ingest", BY_HANDLE)
    assert ("telegram:group:@kicau_contoh",) in nodes(clean_connection, "Group", "key")
    assert "telegram:@kicau_contoh" in {row[0] for row in links(clean_connection, "POSTED")}


@pytest.mark.parametrize("order", [(BY_HANDLE, BY_ID), (BY_ID, BY_HANDLE)])
def test_each_post_stands_once_under_the_id(
    spoor: Spoor, clean_connection: Connection, order: tuple[Path, Path]
) -> None:
    for file in order:
        spoor("ingest", file)
    found = sightings(clean_connection)
    assert {number for number, times in found.items() if times == 2} >= {"6", "7"}
    assert set(found.values()) <= {1, 2}
    keys = {key for (key,) in nodes(clean_connection, "Group", "key")}
    keys |= {key for (key,) in nodes(clean_connection, "Account", "key")}
    assert GROUP in keys
    assert CHANNEL in keys
    assert not [key for key in keys if "@kicau_contoh" in key]
    assert not [key for (key,) in nodes(clean_connection, "Post", "key") if "@kicau" in key]
    assert spoor("account", "telegram:@kicau_contoh", "--json").data["key"] == CHANNEL
    counted = spoor("detect", "--json").data
    assert counted["accounts"] == len(nodes(clean_connection, "Account", "key"))


def test_what_was_detected_before_is_made_alike(spoor: Spoor, clean_connection: Connection) -> None:
    spoor("ingest", BY_HANDLE)
    spoor("detect")
    spoor("ingest", BY_ID)
    kinds = [entry["kind"] for entry in spoor("log", "--json").data]
    assert kinds == ["ingest", "detect", "ingest", "put together", "detect"]
    spoor("ingest", BY_ID)
    assert len(spoor("log", "--json").data) == len(kinds)


def test_taking_our_own_side_out_takes_its_handle_out(
    spoor: Spoor, clean_connection: Connection
) -> None:
    spoor("ingest", BY_HANDLE, BY_ID)
    spoor("own", CHANNEL)
    assert not [
        key for (key,) in nodes(clean_connection, "Account", "key")
        if key == CHANNEL or "@kicau_contoh" in key
    ]  # fmt: skip
    assert CHANNEL not in {row[0] for row in links(clean_connection, "POSTED")}
