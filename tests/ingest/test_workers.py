"""Deriving on several processes gives what one gives, in the same order."""

from __future__ import annotations

from datetime import UTC, datetime

import polars as pl
import pytest

from graph.derived_records import DERIVED_SCHEMAS
from graph.errors import WorkspaceError
from ingest import workers
from ingest.extract import shipped_extractor

TEXTS = [
    "Jual gading gajah 5jt WA 0812 0000 {:04d}",
    "出售象牙，微信 niao_{:04d}",
    "halo apa kabar semua nomor {}",
    "Vends deux défenses d'ivoire 9 500 €, contact budi{}@kicau.example",
]


def batches(many: int, rows: int) -> list[pl.DataFrame]:
    """Batches of posts."""
    return [
        pl.DataFrame(
            {
                "row": pl.Series(range(nth * rows, (nth + 1) * rows), dtype=pl.UInt32),
                "post_key": [f"post:facebook:{nth}-{row}" for row in range(rows)],
                "account_key": ["facebook:a"] * rows,
                "seen_at": [datetime(2026, 3, 1, tzinfo=UTC)] * rows,
                "platform": ["facebook"] * rows,
                "text": [TEXTS[row % 4].format(nth * rows + row) for row in range(rows)],
                "contact": pl.Series([None] * rows, dtype=pl.String),
                "locator": [f"row {row}" for row in range(rows)],
                "forwarded_from": pl.Series([None] * rows, dtype=pl.String),
                "picture_text": pl.Series([None] * rows, dtype=pl.String),
            }
        )
        for nth in range(many)
    ]


@pytest.mark.slow
def test_two_processes_derive_what_one_does_in_the_same_order() -> None:
    given = batches(5, 40)
    read = []
    for many in (1, 2):
        with workers.Workers(shipped_extractor(), 200, many) as started:
            read.append([*started.derive(given[:3], "ID"), *started.derive(given[3:], "ID")])
    assert len(read[0]) == len(read[1]) == 5
    for alone, together in zip(*read, strict=True):
        assert alone.keys() == together.keys() == DERIVED_SCHEMAS.keys()
        for name, table in alone.items():
            assert table.equals(together[name]), name
    assert sum(len(part["details"]) for part in read[0]) >= 100


def _killed(*_: object) -> None:
    raise workers.BrokenProcessPool


def test_a_killed_process_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.ProcessPoolExecutor, "submit", _killed)
    with (
        workers.Workers(shipped_extractor(), 4, 2) as started,
        pytest.raises(WorkspaceError, match="memory runs out"),
    ):
        list(started.derive(batches(1, 4), "ID"))
