"""A real sample; it lies beside the project and is never copied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import read

MINED = Path(__file__).parents[5] / "shared/data/chat-miner/instagram"
needs = pytest.mark.skipif(not MINED.exists(), reason="the real sample material is not here")
pytestmark = [pytest.mark.real, needs]


def test_chat_miners_sample_reads_as_its_truth_says() -> None:
    found = read(MINED / "test_export.json")
    assert found.format == "messenger"
    names = dict(found.accounts.select("account_key", "name").iter_rows())
    told = [
        {
            "timestamp": f"{row['posted_at']:%Y-%m-%dT%H:%M:%S}",
            "author": names[row["account_key"]],
            "message": row["text"],
        }
        for row in found.posts.iter_rows(named=True)
    ]
    assert told == json.loads((MINED / "target.json").read_text())
