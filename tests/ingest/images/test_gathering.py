"""Pictures beside an export: found, kept once, and nothing read from outside."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from pathlib import Path

import pytest

from graph.images.hashes import PLAIN, UNREADABLE, stated
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.images.gathering import Gathering
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.readers.options import ReadOptions
from ingest.report import IntakeReport
from ingest.sources import find_sources
from tests.builders import post, write_csv
from tests.ingest.images.pictures import put, saved, scene

PHOTO = saved(scene(1))
OTHER = saved(scene(2))


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def table(folder: Path, *names: str, file: str = "posts.csv") -> Path:
    """A plain table whose posts name a picture each."""
    return write_csv(folder / file, [post(n, image=name) for n, name in enumerate(names)])


def take(workspace: Workspace, *paths: Path, **more: object) -> IntakeReport:
    report = ingest(workspace, list(paths), ReadOptions(), who="ana", **more)  # type: ignore[arg-type]
    assert not report.failed
    return report


def shown(workspace: Workspace) -> dict[str, tuple[str, str | None]]:
    """Fingerprint and looks of every picture, by its name; the bytes are kept under it."""
    archive = Archive(workspace)
    found = {}
    for source in archive.sources():
        for row in archive.records(source.sha256, "images").collect().iter_rows(named=True):
            kept = archive.original(row["sha256"]).read_bytes()
            assert digest(kept) == row["sha256"]
            assert row["image_key"] == f"image:sha256:{row['sha256']}"
            found[row["url"]] = (row["sha256"], row["perceptual_hash"])
    return found


def originals(workspace: Workspace) -> set[str]:
    return {path.name for path in (workspace.evidence / "originals").glob("*/*")}


def test_pictures_beside_a_file_are_kept_and_hashed(workspace: Workspace, material: Path) -> None:
    path = table(material, "a.jpg", "photos/b.jpg", "https://example.com/c.jpg", "(not saved)")
    put(material, "a.jpg", PHOTO)
    put(material, "photos/b.jpg", OTHER)
    put(material, "unnamed.jpg", saved(scene(3)))
    report = take(workspace, material)
    found = shown(workspace)
    assert {name: sha256 for name, (sha256, _) in found.items()} == {
        "a.jpg": digest(PHOTO), "photos/b.jpg": digest(OTHER)
    }  # fmt: skip
    assert all(set(stated(looks)) == {"phash", "dhash"} for _, looks in found.values())
    assert originals(workspace) == {digest(path.read_bytes()), digest(PHOTO), digest(OTHER)}
    assert (report.sources[0].pictures, report.sources[0].notices) == (2, [])
    assert report.to_json()["totals"]["pictures"] == 2


def test_the_same_bytes_are_kept_and_looked_at_once(workspace: Workspace, material: Path) -> None:
    table(material, "a.jpg", "b.jpg", "a.jpg")
    table(material, "b.jpg", file="again.csv")
    put(material, "a.jpg", PHOTO)
    put(material, "b.jpg", PHOTO)
    take(workspace, material)
    assert {sha256 for sha256, _ in shown(workspace).values()} == {digest(PHOTO)}
    assert len(originals(workspace)) == 3
    before = {path: path.stat().st_mtime_ns for path in workspace.evidence.rglob("*.parquet")}
    report = take(workspace, material)
    assert [source.pictures for source in report.sources] == [1, 3]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_picture_in_the_same_zip(workspace: Workspace, material: Path) -> None:
    inside = table(material, "a.jpg", "media\\b.jpg", "top/c.jpg", "../out.jpg")
    with zipfile.ZipFile(material / "export.zip", "w") as archive:
        archive.write(inside, "data/posts.csv")
        archive.writestr("data/a.jpg", PHOTO)
        archive.writestr("data/media/b.jpg", OTHER)
        archive.writestr("top/c.jpg", PHOTO)
        archive.writestr("out.jpg", OTHER)
    inside.unlink()
    take(workspace, material / "export.zip")
    assert set(shown(workspace)) == {"a.jpg", "media\\b.jpg", "top/c.jpg"}


def test_unsafe_files_of_a_zip_are_not_unpacked(workspace: Workspace, material: Path) -> None:
    inside = table(material, "link.jpg", "bomb.jpg", "fine.jpg", "cut.jpg")
    zipped = material / "export.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inside, "posts.csv")
        link = zipfile.ZipInfo("link.jpg")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "fine.jpg")
        archive.writestr("bomb.jpg", b"BM" + bytes(40 << 20))
        archive.writestr("fine.jpg", PHOTO)
        archive.writestr("cut.jpg", OTHER, zipfile.ZIP_STORED)
    inside.unlink()
    content = zipped.read_bytes()
    zipped.write_bytes(content.replace(OTHER[50:90], bytes(40)))
    (source,) = take(workspace, zipped).sources
    assert set(shown(workspace)) == {"fine.jpg"}
    assert source.notices == [
        "Pictures: of 4 that posts name, 1 were found and kept, 3 not to be read safely."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg", "photos/../../secret.jpg", "{outside}/secret.jpg", "linked.jpg",
        "linked/secret.jpg", ".hidden/secret.jpg", "C:\\secret.jpg", "..%2Fsecret.jpg",
        "file:///{outside}/secret.jpg", "\\\\host\\secret.jpg", "photos", "a\0b.jpg",
        "x" * 900 + ".jpg",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_is_read(
    workspace: Workspace, material: Path, name: str
) -> None:
    outside = material.parent / "outside"
    put(outside, "secret.jpg", PHOTO)
    put(material.parent, "secret.jpg", PHOTO)
    put(material, ".hidden/secret.jpg", PHOTO)
    put(material, "photos/x.jpg", OTHER)
    (material / "linked.jpg").symlink_to(outside / "secret.jpg")
    (material / "linked").symlink_to(outside)
    row = post(1, image=name.format(outside=outside))
    path = material / "posts.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    take(workspace, path)
    assert shown(workspace) == {}
    assert originals(workspace) == {digest(path.read_bytes())}


def test_a_name_counts_from_the_folders_above_up_to_the_named_one(
    workspace: Workspace, material: Path
) -> None:
    """As in Meta's downloads, whose files name pictures from the top."""
    inner = material / "activity" / "posts"
    inner.mkdir(parents=True)
    path = table(inner, "activity/posts/media/a.jpg")
    put(inner, "media/a.jpg", PHOTO)
    take(workspace, path)
    assert shown(workspace) == {}
    take(workspace, material)
    assert set(shown(workspace)) == {"activity/posts/media/a.jpg"}


def test_what_is_wrong_with_pictures_is_said_once(workspace: Workspace, material: Path) -> None:
    wrong = {
        "cut.jpg": PHOTO[: len(PHOTO) // 2],
        "zero.jpg": b"",
        "words.jpg": b"no picture at all, but words",
        "apple.heic": b"\0\0\0\x18ftypheic" + bytes(100),
        "named.jpg": saved(scene(4), "PNG"),
        "flat.png": saved(scene(5).resize((1, 1)).resize((90, 90)), "PNG"),
    }
    table(material, *wrong, "gone.jpg", "gone too.png")
    for name, content in wrong.items():
        put(material, name, content)
    (source,) = take(workspace, material).sources
    found = shown(workspace)
    assert {name: looks for name, (_, looks) in found.items() if name != "named.jpg"} == {
        "cut.jpg": UNREADABLE, "apple.heic": None, "flat.png": PLAIN
    }  # fmt: skip
    assert stated(found["named.jpg"][1])
    assert source.posts == 8
    assert source.notices == [
        "Pictures: of 8 that posts name, 4 were found and kept, 2 not there, 2 empty or no "
        "picture; not compared: 1 too plain to tell from others, 1 broken, 1 in a format that is "
        "not decoded here (HEIC)."
    ]


def test_pictures_that_come_later_are_added(workspace: Workspace, material: Path) -> None:
    path = table(material, "a.jpg", "b.jpg")
    (first,) = take(workspace, path).sources
    assert first.notices == [
        "Pictures: none of the 2 that posts name lies beside it; once they do, ingest it again to "
        "have them compared."
    ]
    put(material, "a.jpg", PHOTO)
    (second,) = take(workspace, material).sources
    assert (second.pictures, second.rows_accepted) == (1, 0)
    assert second.notices == ["Pictures: of 2 that posts name, 1 were found and kept, 1 not there."]
    put(material, "a.jpg", OTHER)
    put(material, "b.jpg", OTHER)
    (third,) = take(workspace, material).sources
    assert (third.pictures, third.notices) == (2, [])
    assert {name: sha256 for name, (sha256, _) in shown(workspace).items()} == {
        "a.jpg": digest(PHOTO), "b.jpg": digest(OTHER)
    }  # fmt: skip
    assert [entry["pictures"] for entry in Journal(workspace).entries("pictures")] == [1, 1]


def test_pictures_may_be_left_where_they_are(workspace: Workspace, material: Path) -> None:
    path = table(material, "a.jpg")
    put(material, "a.jpg", PHOTO)
    take(workspace, material, pictures=False)
    assert originals(workspace) == {digest(path.read_bytes())}
    take(workspace, material)
    assert set(shown(workspace)) == {"a.jpg"}


def test_a_dry_run_counts_them_and_keeps_nothing(workspace: Workspace, material: Path) -> None:
    table(material, "a.jpg")
    put(material, "a.jpg", PHOTO)
    (source,) = take(workspace, material, dry_run=True).sources
    assert source.pictures == 1
    assert originals(workspace) == set()


def test_a_full_disk_is_no_broken_picture(
    material: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(material, "a.jpg")
    put(material, "a.jpg", PHOTO)
    (source,) = find_sources([path]).sources

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with Gathering(source, tmp_path / "pictures") as gathering:
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            gathering._stage("a.jpg", {})
