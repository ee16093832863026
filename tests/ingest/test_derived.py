"""Derived tables of real archived sources."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from graph.derived_records import DETAILS, PLACES, SIGNATURES
from graph.errors import WorkspaceError
from graph.workspace import Workspace
from ingest import derived as derived_module
from ingest.archive import Archive
from ingest.derived import derived, ensure_derived, is_derived
from ingest.extraction import extractor_of
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.builders import post, write_csv

ADVERT = "Jual murai batu medan ekor panjang siap lomba gacor mulus sehat"


def take_in(
    workspace: Workspace, material: Path, rows: list[dict[str, str]], region: str | None = "ID"
) -> str:
    """Archive rows; the source's SHA-256."""
    path = write_csv(material / f"{len(list(material.iterdir()))}.csv", rows)
    report = ingest(workspace, [path], ReadOptions(region=region), who="ana")
    return report.sources[0].sha256 or ""


def details(workspace: Workspace, sha256: str) -> pl.DataFrame:
    return derived(workspace, sha256, "details").collect()


def test_details_come_from_texts_hand_and_descriptions(
    workspace: Workspace, material: Path
) -> None:
    rows = [
        post(
            1,
            text=f"{ADVERT} WA 0812 0000 0034",
            contact="t.me/kicau_34; Toko Jaya",
            account_bio="Order: wa.me/6281200000035",
        ),
        post(2, text="", image="a.jpg", posted_at="", collected_at="2026-03-10", contact="@x"),
        post(3, text=""),
    ]
    sha256 = take_in(workspace, material, rows)
    ensure_derived(workspace, Archive(workspace))
    found = details(workspace, sha256)
    assert found.schema == DETAILS
    when = datetime(2026, 3, 2, 10, tzinfo=UTC)
    columns = ("account_key", "post_key", "detail_key", "start", "rule", "seen_at")
    assert set(found.select(columns).rows()) == {
        ("facebook:a1", "post:facebook:p1", "phone:+6281200000034", 67, "national", when),
        ("facebook:a1", "post:facebook:p1", "handle:telegram:kicau_34", None, "by hand", when),
        ("facebook:a1", "post:facebook:p1", "other:toko jaya", None, "by hand", when),
        ("facebook:a1", None, "phone:+6281200000035", 7, "wa.me", when),
        ("facebook:a2", "post:facebook:p2", "other:@x", None, "by hand",
         datetime(2026, 3, 10, tzinfo=UTC)),
    }  # fmt: skip


def test_national_numbers_need_the_source_s_region(workspace: Workspace, material: Path) -> None:
    sha256 = take_in(workspace, material, [post(1, text="WA 0812 0000 0034")], region=None)
    ensure_derived(workspace, Archive(workspace))
    found = details(workspace, sha256)
    assert found["detail_key"].to_list() == ["unresolved:081200000034"]
    assert found["confidence"].max() < 0.5


def test_signatures_leave_out_what_identifies(workspace: Workspace, material: Path) -> None:
    rows = [
        post(1, text=f"{ADVERT} WA 0812 0000 0034 Rp 1.500.000"),
        post(2, text=f"{ADVERT.upper()} wa 0812 0000 0035 Rp 900.000"),
        post(3, text="halo gan"),
    ]
    sha256 = take_in(workspace, material, rows)
    ensure_derived(workspace, Archive(workspace))
    signed = derived(workspace, sha256, "signatures").collect()
    assert signed.schema == SIGNATURES
    assert signed["post_key"].to_list() == ["post:facebook:p1", "post:facebook:p2"]
    assert signed["account_key"].to_list() == ["facebook:a1", "facebook:a2"]
    assert signed["text_hash"].n_unique() == 1
    assert (signed["minhash"].to_numpy()[0] == signed["minhash"].to_numpy()[1]).all()


def test_an_edited_post_says_on_each_day_what_it_said_then(
    workspace: Workspace, material: Path
) -> None:
    rows = [
        post(1, collected_at="2026-03-12", text=f"{ADVERT} baru WA 0812 0000 0035"),
        post(1, collected_at="2026-03-10", text=f"{ADVERT} WA 0812 0000 0034"),
        post(1, collected_at="2026-03-11", text=f"{ADVERT} WA 0812 0000 0034"),
    ]
    take_in(workspace, material, rows)
    ensure_derived(workspace, Archive(workspace))
    before, after = tables(workspace, "2026-03-11"), tables(workspace)
    assert before.details["detail_key"].to_list() == ["phone:+6281200000034"]
    assert after.details["detail_key"].to_list() == [
        "phone:+6281200000034",
        "phone:+6281200000035",
    ]
    assert len(before.signatures) == len(after.signatures) == 1
    assert before.signatures["text_hash"].item() != after.signatures["text_hash"].item()


def test_batches_make_no_difference(
    workspace: Workspace, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [post(n, text=f"{ADVERT} {n} WA 0812 0000 {n % 40:04d}") for n in range(50)]
    rows += [post(n, text=rows[n]["text"], collected_at="2026-04-01") for n in range(0, 50, 7)]
    sha256 = take_in(workspace, material, rows)
    archive = Archive(workspace)
    ensure_derived(workspace, archive)
    whole = [derived(workspace, sha256, t).collect() for t in ("details", "signatures")]
    assert [len(table) for table in whole] == [50, 50]
    derived_module._folder(workspace, sha256).rename(workspace.root / "elsewhere")
    monkeypatch.setattr(derived_module, "_ROWS_AT_A_TIME", 3)
    ensure_derived(workspace, archive)
    for table, before in zip(("details", "signatures"), whole, strict=True):
        again = derived(workspace, sha256, table).collect()
        assert again.sort("post_key").equals(before.sort("post_key"))


def test_tables_are_whole_or_absent_and_made_once(
    workspace: Workspace, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take_in(workspace, material, [post(n) for n in range(5)])
    second = take_in(workspace, material, [post(n) for n in range(5, 9)])
    archive = Archive(workspace)
    batches = derived_module._batches
    begun: list[str] = []

    def cut_off(archive: Archive, sha256: str) -> object:
        begun.append(sha256)
        if len(begun) == 2:
            raise KeyboardInterrupt
        return batches(archive, sha256)

    monkeypatch.setattr(derived_module, "_batches", cut_off)
    with pytest.raises(KeyboardInterrupt):
        ensure_derived(workspace, archive)
    assert is_derived(workspace, begun[0])
    assert not is_derived(workspace, begun[1])
    with pytest.raises(WorkspaceError, match="spoor detect"):
        derived(workspace, begun[1], "details")
    ensure_derived(workspace, archive)
    assert begun == [begun[0], begun[1], begun[1]]
    assert {begun[0], begun[1]} == {first, second}
    ensure_derived(workspace, archive)
    assert len(begun) == 3
    kept = [path.name for path in (workspace.derived / extractor_of(workspace).version).iterdir()]
    assert sorted(kept) == sorted([first, second])


def test_full_disk_is_said_in_one_sentence(
    workspace: Workspace, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = take_in(workspace, material, [post(1)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(derived_module, "_sync", full)
    with pytest.raises(WorkspaceError, match=r"No space left on device.*free some space"):
        ensure_derived(workspace, Archive(workspace))
    assert not is_derived(workspace, sha256)


def test_progress_counts_sources(workspace: Workspace, material: Path) -> None:
    for number in range(3):
        take_in(workspace, material, [post(number)])
    seen: list[tuple[int, int]] = []
    ensure_derived(workspace, Archive(workspace), lambda done, all_: seen.append((done, all_)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_source_without_posts_has_empty_tables(workspace: Workspace, material: Path) -> None:
    row = {"platform": "facebook", "account_id": "a1", "group_id": "g1", "role": "admin"}
    sha256 = take_in(workspace, material, [row])
    ensure_derived(workspace, Archive(workspace))
    assert details(workspace, sha256).schema == DETAILS
    assert derived(workspace, sha256, "signatures").collect().is_empty()


def test_words_that_the_source_read_in_a_picture_give_contact_details(
    workspace: Workspace, material: Path
) -> None:
    rows = [post(1, text=ADVERT, picture_text="ORDER: WA 0812 0000 0034", note="x")]
    sha256 = take_in(workspace, material, rows)
    ensure_derived(workspace, Archive(workspace))
    (found,) = details(workspace, sha256).to_dicts()
    assert found["detail_key"] == "phone:+6281200000034"
    assert found["raw"] == "0812 0000 0034"
    assert found["rule"].startswith("in a picture + ")
    assert (found["start"], found["end"]) == (None, None)
    assert found["confidence"] < 0.9
    assert found["account_key"] == "facebook:a1"


def test_places_are_kept_with_the_post_and_where_in_it_they_stand(
    workspace: Workspace, material: Path
) -> None:
    rows = [
        post(1, text="Murai, lokasi Bandung Rp 500rb"),
        post(2, text="Murai, siap kirim"),
        post(3, text="Murai, lokasi Bogor"),
    ]
    sha256 = take_in(workspace, material, rows)
    ensure_derived(workspace, Archive(workspace))
    found = derived(workspace, sha256, "places").collect()
    assert found.schema == PLACES
    columns = ("account_key", "post_key", "place", "cue", "raw", "start", "end")
    assert found.select(columns).rows() == [
        ("facebook:a1", "post:facebook:p1", "Bandung", "lokasi", "Bandung", 14, 21),
        ("facebook:a3", "post:facebook:p3", "Bogor", "lokasi", "Bogor", 14, 19),
    ]
    assert found["seen_at"][0] == datetime(2026, 3, 2, 10, tzinfo=UTC)
