from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.sources import Found, find_sources
from tests.builders import post, table_of, write_csv, write_xlsx


def names(found: Found, folder: Path) -> list[str]:
    return [source.path.removeprefix(f"{folder}/") for source in found.sources]


def make_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_folders_are_walked_in_order_and_hidden_files_counted(material: Path) -> None:
    for name in ("b.csv", "a.csv", "sub/c.csv", "sub/deep/d.csv", ".hidden", "sub/.DS_Store"):
        (material / name).parent.mkdir(parents=True, exist_ok=True)
        (material / name).write_text("x")
    (material / ".git").mkdir()
    (material / ".git" / "config").write_text("x")
    found = find_sources([material])
    assert names(found, material) == ["a.csv", "b.csv", "sub/c.csv", "sub/deep/d.csv"]
    assert (found.hidden, found.refusals) == (2, [])


def test_paths_keep_the_order_in_which_they_were_named(material: Path) -> None:
    paths = [material / "b.csv", material / "a.csv"]
    for path in paths:
        path.write_text("x")
    assert [source.file for source in find_sources(paths).sources] == paths


def test_the_workspace_in_a_named_folder_is_left_out(material: Path) -> None:
    (material / "workspace" / "evidence").mkdir(parents=True)
    (material / "workspace" / "evidence" / "original").write_text("x")
    (material / "a.csv").write_text("x")
    found = find_sources([material], leave_out=material / "workspace")
    assert names(found, material) == ["a.csv"]


def test_what_is_to_be_passed_over_in_a_folder_is_not_even_opened(material: Path) -> None:
    (material / "sub").mkdir()
    for name in ("a.csv", "sub/b.csv"):
        (material / name).write_text("x")
    (material / "sub" / "half.zip").write_bytes(b"PK\3\4 and no more")
    found = find_sources([material], passed_over=lambda path: path.name != "b.csv")
    assert names(found, material) == ["sub/b.csv"]
    assert found.refusals == []


def test_what_is_no_file_is_refused_and_the_others_are_found(material: Path) -> None:
    os.mkfifo(material / "pipe")
    (material / "loop").symlink_to(material)
    (material / "dangling").symlink_to(material / "nowhere")
    (material / "a.csv").write_text("x")
    found = find_sources([material / "absent", material])
    assert names(found, material) == ["a.csv"]
    reasons = {Path(refusal.path).name: refusal.reason for refusal in found.refusals}
    assert set(reasons) == {"absent", "pipe", "loop", "dangling"}
    assert "there is no such file" in reasons["absent"]
    assert "it is not a file" in reasons["pipe"]
    assert "a link to a folder" in reasons["loop"]


def test_files_in_a_zip_are_sources_of_their_own(material: Path) -> None:
    members = {"b.csv": b"bb", "in/a.csv": b"a", "__MACOSX/._b.csv": b"x", "in/.x": b"x"}
    path = make_zip(material / "outer.zip", members)
    found = find_sources([path])
    assert names(found, material) == ["outer.zip!b.csv", "outer.zip!in/a.csv"]
    assert found.hidden == 2
    assert b"".join(found.sources[0].chunks()) == b"bb"
    assert found.sources[0].container_sha256() is not None


def test_a_spreadsheet_is_not_a_zip_of_sources(material: Path) -> None:
    write_xlsx(material / "t.xlsx", {"A": table_of([post(1)])})
    found = find_sources([material])
    assert names(found, material) == ["t.xlsx"]
    assert found.sources[0].container_sha256() is None


def test_unsafe_files_in_a_zip_are_refused_one_by_one(material: Path) -> None:
    path = material / "evil.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../up.csv", "/root.csv", "a/../../b.csv", "..\\win.csv", "C:/c.csv"):
            archive.writestr(name, b"x")
        link = zipfile.ZipInfo("link.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("bomb.csv", b"0" * (32 << 20))
        archive.writestr("good.csv", b"x")
    found = find_sources([path])
    assert names(found, material) == ["evil.zip!good.csv"]
    assert len(found.refusals) == 7
    assert sum("leads out of the zip" in refusal.reason for refusal in found.refusals) == 5
    assert sum("it is a link" in refusal.reason for refusal in found.refusals) == 1
    assert sum("far more than a real table" in refusal.reason for refusal in found.refusals) == 1


def test_a_locked_file_in_a_zip_is_refused(material: Path) -> None:
    path = make_zip(material / "z.zip", {"a.csv": b"x"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)
    (refusal,) = find_sources([path]).refusals
    assert "locked with a password" in refusal.reason


def test_a_zip_that_unpacks_to_too_much_in_all(
    material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.zips.MAX_UNPACKED", 150)
    path = make_zip(material / "z.zip", dict.fromkeys(("a", "b", "c"), b"x" * 60))
    found = find_sources([path])
    assert names(found, material) == ["z.zip!a", "z.zip!b"]
    assert "unpacks to more than" in found.refusals[0].reason


def test_a_file_that_is_larger_than_the_zip_says(material: Path) -> None:
    path = make_zip(material / "z.zip", {"a.csv": b"x" * 100_000})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = content.index(mark) + offset
        content[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(content)
    (source,) = find_sources([path]).sources
    with pytest.raises(SourceError, match="larger than the zip says"):
        list(source.chunks())


def test_a_damaged_zip(material: Path) -> None:
    path = make_zip(material / "z.zip", {"a.csv": os.urandom(5_000)})
    whole = path.read_bytes()
    path.write_bytes(whole[:3_000])
    (refusal,) = find_sources([path]).refusals
    assert "cannot be unpacked" in refusal.reason
    flipped = bytearray(whole)
    flipped[2_000] ^= 0xFF
    path.write_bytes(flipped)
    (source,) = find_sources([path]).sources
    with pytest.raises(SourceError, match="cannot be unpacked"):
        list(source.chunks())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    path.chmod(0)
    (refusal,) = find_sources([path]).refusals
    assert "permissions" in refusal.reason


def test_names_that_are_not_text_can_be_shown(material: Path) -> None:
    path = os.fsencode(material) + b"/caf\xe9\x1b[2J.csv"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"x")
    (source,) = find_sources([material]).sources
    assert source.path == f"{material}/caf\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[2J.csv"
    assert list(source.chunks()) == [b"x"]


def test_a_zip_that_changes_is_opened_anew(material: Path) -> None:
    path = make_zip(material / "z.zip", {"a.csv": b"one"})
    (first,) = find_sources([path]).sources
    before = first.container_sha256()
    assert list(first.chunks()) == [b"one"]
    make_zip(path, {"a.csv": b"two, longer"})
    (second,) = find_sources([path]).sources
    assert list(second.chunks()) == [b"two, longer"]
    assert second.container_sha256() != before
