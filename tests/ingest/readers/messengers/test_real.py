"""A real export; the material lies beside the project and is never copied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import read

DATA = Path(__file__).parents[5] / "shared/data/chat-miner/signal"
needs = pytest.mark.skipif(not DATA.exists(), reason="the real sample material is not here")
pytestmark = [pytest.mark.real, needs]


def test_chat_miners_truth() -> None:
    truth = json.loads((DATA / "target.json").read_text(encoding="utf-8"))
    found = read(DATA / "test_export.txt")
    assert (found.format, found.rows_read, len(found.rejected)) == ("signal", 2, 0)
    assert [
        {
            "timestamp": time.isoformat().removesuffix("+00:00"),
            "author": key.rpartition("/")[2],
            "message": text.replace("\n", " "),
        }
        for time, key, text in found.posts.select("posted_at", "account_key", "text").iter_rows()
    ] == truth[::-1]
