"""A file of every format in one workspace: taken in, put into the graph, searched for networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.server.connection import Connection
from tests.app.commands.running import Spoor, environment
from tests.graphs import ask, links, nodes
from tests.ingest.readers.small_files import small_files


def test_a_file_of_every_format_reaches_the_graph(
    clean_connection: Connection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in environment(clean_connection).items():
        monkeypatch.setenv(name, value)
    spoor = Spoor(tmp_path / "workspace")
    files = small_files(tmp_path)
    report = spoor("ingest", *files, "--region", "US", "--json").data
    assert report["totals"]["failed"] == 0
    assert report["totals"]["sources"] == len(files)
    known = nodes(clean_connection, "Source", "key", "complete")
    assert len(known) == len(files)
    assert {complete for _, complete in known} == {True}
    assert len(nodes(clean_connection, "Image", "key")) > 0
    assert len(links(clean_connection, "LINKED_TO", "key")) > 0
    (lost,) = ask(
        clean_connection,
        "MATCH (p:Post) WHERE NOT (p)-[:RECORDED_IN]->(:Source) RETURN count(p) AS posts",
    )
    assert lost["posts"] == 0
    platforms = {platform for (platform,) in nodes(clean_connection, "Account", "platform")}
    assert platforms >= {
        "telegram", "facebook", "tiktok", "instagram", "x", "vk", "discord", "wechat", "whatsapp",
        "signal", "record",
    }  # fmt: skip
    assert spoor("detect", "--json").data["accounts"] > 0
    assert spoor("rejected", "--json").data
