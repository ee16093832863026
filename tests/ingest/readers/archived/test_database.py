from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.readers.reading import read
from tests.ingest.readers.spoiled_tables import EDITS, read_or_refuse, spoiled

FIXTURE = Path(__file__).parent / "fixtures/database.csv"


def test_pages(tmp_path: Path) -> None:
    neutral = tmp_path / "t.csv"
    neutral.write_bytes(FIXTURE.read_bytes())
    found = read(neutral)
    assert found.format == "auto-archiver-db"
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (7, 3, 4)
    first, second, third = found.posts.to_dicts()
    assert first["post_key"] == "post:telegram:@pasar_burung_demo/45"
    assert first["text"] == "Pasar\nMagpies ready, call +1 202 555 0143"
    assert first["posted_at"] == datetime(2026, 3, 1, 10, 15, tzinfo=UTC)
    assert first["collected_at"] == datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC)
    assert first["time_zone_assumed"] is False
    assert second["account_key"] == "facebook:100012345"
    assert second["collected_at"] == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert third["posted_at"] == datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_fingerprints_are_of_pictures_without_what_the_archiver_made() -> None:
    found = read(FIXTURE).images
    assert found.select("sha256", "perceptual_hash").rows() == [
        ("0a" * 32, None),
        (None, "pdq:" + "f8" * 32),
        (None, "pdq:" + "c3" * 32),
    ]


def test_what_else_is_said_is_kept_but_not_where_files_lay() -> None:
    kept = json.loads(read(FIXTURE).posts["extra"][0])
    assert kept["views"] == "12"
    assert kept["archive location"].splitlines()[0] == "https://archive.example/1.jpg"
    assert "/tmp" not in json.dumps(kept)


def test_refused_rows() -> None:
    assert read(FIXTURE).rejected.select("field", "reason").rows() == [
        ("status", "the archiver says 'nothing archived'"),
        (
            "metadata",
            "the cell is no value as Python prints it (a call of something stands in it)",
        ),
        ("metadata", "the cell is no value as Python prints it (it does not parse)"),
        ("metadata", "it names no address that was archived"),
    ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=EDITS, cut=st.integers(0, 400))
def test_anything_is_read_or_refused(
    tmp_path: Path, edits: list[tuple[int, int, str]], cut: int
) -> None:
    read_or_refuse(tmp_path / "t.csv", spoiled(FIXTURE, edits, cut), "auto-archiver-db")
