"""Pictures and the like beside what is read: counted, not read, and no failure."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.attachments import chat_folders, is_attachment
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.sources import find_sources

CHAT = "".join(
    f"\u200e[13/06/2026, 21:2{minute}:15] Sari: \u200e<attached: 0000000{minute}-PHOTO.jpg>\r\n"
    f"[13/06/2026, 21:2{minute}:45] +1 202-555-0123: offer {minute}, call me\r\n"
    for minute in range(3)
)


def make_zip(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg", "a.JPEG", "photos/b.png", "c.webp", "d.mp4", "e.opus", "f.pdf", "g.vcf", "h.tgs",
        "css/style.css", "js/script.js", "images/back.ico", "i.docx",
        "DOC-20260613-WA0001.xlsx", "DOC-20260613-WA0002.txt",
    ],
)  # fmt: skip
def test_attachments(name: str) -> None:
    assert is_attachment(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.csv", "b.tsv", "c.xlsx", "d.xls", "e.json", "f.jsonl", "g.txt", "messages.html",
        "h.zip", "i.xml", "j.db", "k", "20260613-export.csv", "jpg", "_chat.txt",
    ],
)  # fmt: skip
def test_sources(name: str) -> None:
    assert not is_attachment(name)


def test_what_an_iphone_numbered_was_sent_in_its_chat() -> None:
    chats = chat_folders(["x/_chat.txt", "x/00000046-list.txt", "y/00000046-list.txt"])
    assert is_attachment("x/00000046-list.xlsx", chats)
    assert not is_attachment("y/00000046-list.xlsx", chats)
    assert not is_attachment("x/prices.xlsx", chats)


def test_in_folders_and_zips_they_are_counted(material: Path) -> None:
    (material / "sub").mkdir()
    for name in ("a.csv", "a.jpg", "sub/b.mp4", ".hidden.jpg"):
        (material / name).write_text("x")
    make_zip(material / "z.zip", {"in/a.csv": "x", "in/p.png": "x", "__MACOSX/._p.png": "x"})
    found = find_sources([material])
    assert [Path(source.path).name for source in found.sources] == ["a.csv", "a.csv"]
    assert (found.attachments, found.hidden, found.refusals) == (3, 2, [])


def test_one_that_is_named_itself_is_refused(material: Path, workspace: Workspace) -> None:
    picture = material / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    report = ingest(workspace, [picture], who="ana")
    assert "it is an image" in str(report.sources[0].error)
    assert report.attachments == 0


def test_their_size_does_not_count(material: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.zips.MAX_UNPACKED", 150)
    path = make_zip(material / "z.zip", {"00000001-VIDEO.mp4": b"x" * 500, "_chat.txt": "x" * 60})
    found = find_sources([path])
    assert len(found.sources) == 1
    assert (found.attachments, found.refusals) == (1, [])


def test_an_exported_chat_with_its_media(material: Path, workspace: Workspace) -> None:
    media = {f"0000000{number}-PHOTO.jpg": b"\xff\xd8\xff" for number in range(3)}
    path = make_zip(
        material / "WhatsApp Chat - Birds.zip",
        {**media, "00000009-list.txt": "no table", "_chat.txt": CHAT},
    )
    options = ReadOptions(time_zone="Asia/Jakarta")
    report = ingest(workspace, [path], options, who="ana")
    (source,) = report.sources
    assert not report.failed
    assert report.to_json()["totals"]["attachments"] == 4
    assert (source.format, source.error, source.warning) == ("whatsapp", None, None)
    assert (source.rows_read, source.rows_accepted, source.posts, source.accounts) == (6, 6, 6, 2)
    assert source.notices == [
        "Pictures: of 3 that posts name, 3 were found and kept; not compared: 3 broken."
    ]
    archive = Archive(workspace)
    posts = archive.records(str(source.sha256), "posts").collect()
    assert posts["image"].drop_nulls().to_list() == sorted(media)
    groups = archive.records(str(source.sha256), "groups").collect()
    assert groups["name"].to_list() == ["Birds"]
    again = ingest(workspace, [path], options, who="ana").sources[0]
    assert (again.rows_accepted, again.rows_merged) == (0, 6)


def test_the_same_chat_exported_again_adds_only_what_is_new(
    material: Path, workspace: Workspace
) -> None:
    first = make_zip(material / "1.zip", {"_chat.txt": CHAT})
    later = CHAT + "[14/06/2026, 08:00:00] Sari: new\r\n"
    second = make_zip(material / "2.zip", {"_chat.txt": later})
    sources = ingest(workspace, [first, second], who="ana").sources
    keys = [
        set(Archive(workspace).records(str(it.sha256), "posts").collect()["post_key"])
        for it in sources
    ]
    assert len(keys[1] - keys[0]) == 1
    assert keys[0] < keys[1]
