"""Real exports that lie beside the project and are never copied."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram.reading import read

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "data" / "chat-miner" / "telegram"
needs_it = pytest.mark.skipif(not FOLDER.exists(), reason="chat-miner's files are not here")


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.mark.real
@needs_it
@pytest.mark.parametrize("name", ["test_single_export.json", "test_batch_export.json"])
def test_chat_miner(name: str) -> None:
    path = FOLDER / name
    assert detect_format(path, name, ReadOptions()) == "telegram"
    found = read(path)
    assert (found.rows_read, found.rejected.height, found.rows_merged) == (2, 0, 0)
    truth = [
        (
            datetime.fromisoformat(row["timestamp"]).replace(tzinfo=UTC),
            row["author"],
            squeezed(row["message"]),
        )
        for row in json.loads((FOLDER / "target.json").read_text())
    ]
    named = found.posts.join(found.accounts, on="account_key")
    told = named.select("posted_at", "name", "text").rows()
    assert [(when, who, squeezed(text)) for when, who, text in told] == truth
