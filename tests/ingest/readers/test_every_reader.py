"""What holds for every reader: nothing is lost, and nothing is taken for what it is not."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.readers import READERS
from tests.ingest.readers.reading import read
from tests.ingest.readers.small_files import FIXTURES, small_files

MADE_IN_TESTS_OF_THEIR_OWN = {
    "csv", "tsv", "xlsx", "jsonl", "json", "telegram", "telegram-html", "whatsapp", "telethon",
    "facebook-scraper-csv", "i2-links", "call-records", "cellebrite-xlsx",
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return small_files(tmp_path_factory.mktemp("made"))


def test_each_format_has_a_file(files: list[Path]) -> None:
    found = {read(path).format for path in files}
    assert found | MADE_IN_TESTS_OF_THEIR_OWN == set(READERS)
    assert not found & MADE_IN_TESTS_OF_THEIR_OWN


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_rows_are_accepted_refused_or_merged(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"neutral{path.suffix}"
    copy.write_bytes(path.read_bytes())
    found = read(copy)
    assert found.rows_read > 0
    for table in (found.posts, found.memberships, found.accounts, found.links, found.rejected):
        assert table["locator"].null_count() == 0
    assert found.rejected["reason"].null_count() == 0
    assert found.posts.filter(pl.col("post_key").is_null()).is_empty()
    assert not found.posts["time_zone_assumed"].is_null().filter(
        found.posts["posted_at"].is_not_null()
    ).any()  # fmt: skip


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_a_reader_gives_the_same_twice(path: Path) -> None:
    first, again = read(path), read(path)
    assert first.posts.equals(again.posts)
    assert first.accounts.equals(again.accounts)
    assert first.rejected.equals(again.rejected)


def test_all_of_them_in_one_workspace(workspace: Workspace, files: list[Path]) -> None:
    report = ingest(workspace, files, who="tester")
    assert not report.failed
    for source in report.sources:
        counted = source.rows_accepted + source.rows_rejected + source.rows_merged
        assert source.rows_read == counted
        assert source.warning is None or "were refused" in source.warning
    archive = Archive(workspace)
    for record in archive.sources():
        rejected = archive.records(record.sha256, "rejected").collect()
        assert len(rejected) == record.rows_rejected
    again = ingest(workspace, files, who="tester")
    assert sum(source.rows_accepted for source in again.sources) == 0
