from __future__ import annotations

from ingest.readers.options import ReadOptions
from ingest.readers.records.link_rows import LinkRows
from ingest.readers.records.record_rows import RecordRows

FILE = "0123456789ab"


def test_links_are_told_by_key_or_as_written() -> None:
    rows = LinkRows(ReadOptions(), FILE)
    rows.tell("item 1", {"from_key": "telegram:channel1", "to": "PT Fiksi", "kind": "forwards"})
    rows.tell("item 2", {"from_key": "telegram:channel1", "to": "PT Fiksi"})
    rows.refuse("item 3", "it is no edge", {"a": 1})
    rows.note("Something was assumed.")
    batch = rows.batch(10)
    assert batch.links.select("from_key", "to_key", "kind", "locator").rows() == [
        ("telegram:channel1", f"record:{FILE}/PT Fiksi", "forwards", "item 1")
    ]
    assert (
        batch.rejected.select("locator", "field").rows()
        == [("item 3", None), ("item 2", "kind")][::-1]
    )
    assert (batch.rows_read, batch.bytes_read, batch.notices) == (
        3,
        10,
        ("Something was assumed.",),
    )
    assert rows.batch(10).rows_read == 0


def test_posts_and_links_of_one_source_count_together() -> None:
    rows = RecordRows(ReadOptions(), FILE)
    rows.tell("item 1", {"platform": "x", "account_id": "1", "text": "Fiksi"})
    for place in ("item 2", "item 3"):
        rows.links.tell(place, {"from_key": "x:1", "to_key": "x:2", "kind": "pays"})
    batch = rows.batch(7)
    assert (len(batch.posts), len(batch.links), batch.rows_merged, batch.rows_read) == (1, 1, 1, 3)
