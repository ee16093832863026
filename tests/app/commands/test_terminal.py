"""In a pipe nothing but results; on a terminal progress, tables that fit, and words whole."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.commands.printing import escaped, one_line, short_paths, shown, visible
from app.commands.widths import UNBROKEN, column_widths
from tests.app.commands.conftest import Looked
from tests.app.commands.running import PROGRAM, ROOT, Done, Spoor, finish
from tests.app.small_world import HOSTILE_NAMES
from tests.builders import post, write_csv

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def on_terminal(spoor: Spoor, *arguments: str | Path, columns: int = 80) -> Done:
    """Run a command as at a terminal; everything it shows is in ``out``."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    process = spoor.start(
        *arguments, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**environment, "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    shown_bytes = b""
    while True:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:
            break
        if not part:
            break
        shown_bytes += part
    os.close(ours)
    return Done(process.wait(60), shown_bytes.decode("utf-8").replace("\r\n", "\n"), "")


def test_in_a_pipe_nothing_but_results(spoor: Spoor, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(50)])
    for arguments in (["ingest", path], ["detect"], ["search", "songbird"]):
        done = finish(spoor.start(*arguments))
        assert done.code == 0
        assert done.err == ""
        assert done.out
        assert "\x1b" not in done.out


def test_on_a_terminal_progress_and_what_comes_next(spoor: Spoor, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(50)])
    done = on_terminal(spoor, "ingest", path)
    assert done.code == 0
    for step in (f"Reading {path}"[:20], "Finding contact details", "Loading"):
        assert step in done.out
    assert "spoor detect" in done.out
    plain = ESCAPES.sub("", done.out)
    assert "t.csv  csv" in plain
    assert "Nothing new" not in plain
    again = on_terminal(spoor, "ingest", path)
    assert "Nothing new in 1 file" in again.out
    detected = on_terminal(spoor, "detect")
    assert "not verdicts" in detected.out


@pytest.mark.parametrize("columns", [80, 120])
def test_on_a_terminal_tables_fit_and_ids_are_whole(looked: Looked, columns: int) -> None:
    ids = {cluster["id"] for cluster in looked.spoor("clusters", "--json").data}
    plain = ESCAPES.sub("", on_terminal(looked.spoor, "clusters", columns=columns).out)
    assert ids <= set(plain.split())
    assert max(cell_len(line) for line in plain.splitlines()) <= columns
    heads, _, *rows = plain.splitlines()
    assert heads.index("size") + len("size") == rows[0].index("6 ") + 1


def test_a_reader_that_goes_away_is_no_trouble(looked: Looked) -> None:
    process = looked.spoor.start("clusters", "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.wait(60)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(looked: Looked, encoding: str) -> None:
    cluster = looked.cluster("hostile")["id"]
    for arguments in (["cluster", cluster], ["cluster", cluster, "--json"]):
        done = subprocess.run(
            [*PROGRAM, "--workspace", str(looked.spoor.workspace), *arguments],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        printed = done.stdout.decode(encoding)
        assert cluster in printed
    names = [member["name"] for member in Done(0, printed, "").data["members"]]
    assert sorted(names) == sorted(HOSTILE_NAMES)


def test_standard_input_is_read_line_by_line(looked: Looked) -> None:
    process = looked.spoor.start("extract", "--region", "US", stdin=subprocess.PIPE)
    out, err = process.communicate("call (202) 555-0123\n🦜 t.me/kicau_a\n\x1b[31m\n", timeout=60)
    assert err == ""
    assert len(out.splitlines()) == 3
    assert '"phone:+12025550123"' in out
    assert "\x1b" not in out


widths = st.lists(st.integers(1, 500), min_size=1, max_size=9)


@given(widths, st.data(), st.integers(1, 300))
def test_widths_fit_wherever_they_can(natural: list[int], data: st.DataObject, room: int) -> None:
    words = [data.draw(st.integers(1, width)) for width in natural]
    found = column_widths(natural, words, room)
    assert all(1 <= width <= most for width, most in zip(found, natural, strict=True))
    assert sum(found) <= room or len(natural) > room
    if sum(natural) <= room:
        assert found == natural
    if sum(min(word, UNBROKEN) for word in words) <= room:
        assert all(width >= min(word, UNBROKEN) for width, word in zip(found, words, strict=True))


@given(st.text())
def test_nothing_visible_steers(text: str) -> None:
    for line in (visible(text), one_line(text), shown(text), escaped(text)):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", line)
    plain = "".join(char for char in text if char.isalnum())
    assert "".join(char for char in visible(plain) if char.isalnum()) == plain


def test_paths_lose_what_they_have_in_common() -> None:
    assert short_paths([]) == []
    assert short_paths(["/a/b/c.csv"]) == ["c.csv"]
    assert short_paths(["/a/b/c.csv", "/a/bd/c.zip!x/y.csv"]) == ["b/c.csv", "bd/c.zip!x/y.csv"]
    assert short_paths(["c.csv", "a/d.csv"]) == ["c.csv", "a/d.csv"]
    assert short_paths(["/c.csv", "/d.csv"]) == ["/c.csv", "/d.csv"]
    assert short_paths(["/a/c.csv", "d.csv"]) == ["/a/c.csv", "d.csv"]


def test_values_for_a_person() -> None:
    assert shown(None) == "–"
    assert shown(1234567) == "1,234,567"
    assert shown(0.5) == "0.50"
    assert shown(["a", 1.0, None]) == "a, 1.00, –"
    assert visible("a\x1b\u202eb\u200d") == "a[U+001B][U+202E]b\u200d"
