"""A source on its way into the archive."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from graph.records import ACCOUNTS, POSTS, Batch
from ingest.draft import Draft


def batch(*keys: str) -> Batch:
    rows = [{"post_key": key, "account_key": f"x:{key}", "locator": key} for key in keys]
    return Batch(rows_read=len(rows), posts=pl.DataFrame(rows, schema=POSTS))


@pytest.mark.parametrize("at_a_time", [1, 3, 1000])
def test_different_posts_are_counted_however_many_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr("ingest.draft._COUNTED_AT_A_TIME", at_a_time)
    draft = Draft(tmp_path)
    draft.write(batch("a", "b", "c", "a"))
    draft.write(batch("c", "d", "e"))
    assert draft.finish() == {"accounts": 0, "groups": 0, "posts": 5}


def described(name: str, at: datetime | None, locator: str) -> Batch:
    row = {"account_key": "x:1", "name": name, "seen_at": at, "locator": locator}
    return Batch(rows_read=1, accounts=pl.DataFrame([row], schema=ACCOUNTS))


def test_a_description_is_kept_once_at_its_earliest(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    for name, at in [("A", None), ("A", late), ("B", late), ("A", early), ("A", late), ("B", None)]:
        draft.write(described(name, at, f"{name} {at}"))
    assert draft.finish()["accounts"] == 1
    kept = pl.read_parquet(draft.records / "accounts.parquet").select("name", "seen_at", "locator")
    assert set(kept.iter_rows()) == {("A", early, f"A {early}"), ("B", late, f"B {late}")}


def test_a_table_without_rows_has_no_file(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    draft.write(batch("a"))
    draft.finish()
    assert [path.name for path in draft.records.iterdir()] == ["posts.parquet"]
