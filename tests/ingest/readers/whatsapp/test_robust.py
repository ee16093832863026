"""Broken, cut, shuffled and huge files end in a sentence or in counted rejects."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.whatsapp import lines as line_reading
from tests.ingest.readers.whatsapp import test_headings, test_media
from tests.ingest.readers.whatsapp.chats import LRM, read, read_lines, write

LINES = [
    "[13/06/2026, 21:25:15] Sari: Ready",
    f"{LRM}[13/06/2026, 21:26:15] Sari: {LRM}image omitted",
    f"[13/06/2026, 21:27:15] Birds: {LRM}Budi added Sari and +1 202-555-0123",
    "[13/06/2026, 21:28:15] +1 202-555-0123: Price: 50",
    "a second line",
    "[31/02/2026, 21:28:15] Sari: never",
    "20:00, 13/06/2026 - Dewi: pasted",
]
ODD = [
    *(line for line, *_ in (*test_media.FILES, *test_media.LEFT_OUT)),
    *(f"{heading}Sari: x" for heading, _ in test_headings.STYLES),
]
PIECES = st.one_of(
    st.sampled_from([*LINES, *ODD]),
    st.text(max_size=30),
    st.sampled_from(["\0", "\x1b[2J", ": ", "<", ">" * 50, "\u2028", "\r", LRM * 20, "+" * 30]),
)
FUZZ = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(pieces=st.lists(PIECES, max_size=12), cut=st.integers(0, 200))
def test_any_text_adds_up_or_is_refused(tmp_path: Path, pieces: list[str], cut: int) -> None:
    content = "\n".join(pieces).encode("utf-8", "surrogatepass")
    path = tmp_path / "c.txt"
    path.write_bytes(content[: len(content) - cut] if cut < len(content) else content)
    try:
        read(path)
    except SourceError as error:
        assert str(error).startswith("c.txt: ")


@FUZZ
@given(content=st.binary(max_size=400), encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_bytes_add_up_or_are_refused(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes("\n".join(LINES).encode(encoding, "replace") + content)
    try:
        read(path)
    except SourceError as error:
        assert str(error).startswith("c.txt: ")


@pytest.mark.parametrize("seed", range(8))
def test_shuffled_lines_add_up(tmp_path: Path, seed: int) -> None:
    lines = LINES * 3
    random.Random(seed).shuffle(lines)
    found = read_lines(tmp_path, lines)
    leading = not lines[0].lstrip(LRM).startswith("[")
    assert found.rows_read == 15 + leading
    assert len(found.posts) == 9
    assert len(found.rejected) == 3 + leading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_ends_of_lines(tmp_path: Path, encoding: str, end: str) -> None:
    if encoding == "utf-16-le":
        path = write(
            tmp_path / "c.txt", ["\ufeff" + LINES[0], *LINES[1:]], encoding=encoding, end=end
        )
    else:
        path = write(tmp_path / "c.txt", LINES, encoding=encoding, end=end)
    found = read(path)
    assert found.texts == ["Ready", None, "Price: 50\na second line"]


def test_another_encoding_is_said_or_taken_from_a_mapping(tmp_path: Path) -> None:
    from ingest.readers.mapping import load_mapping

    path = write(tmp_path / "c.txt", ["13/06/2026, 21:25 - José: baño"], encoding="cp1252")
    with pytest.raises(SourceError, match="is not UTF-8 text; save the file as UTF-8"):
        read(path)
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("encoding: cp1252\n")
    assert read(path, mapping=load_mapping(mapping)).texts == ["baño"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"hello\nworld\n"])
def test_a_file_without_a_message(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"^c\.txt: no line begins with a date and a time"):
        read(path)


def test_a_nul_character_is_refused_with_its_message(tmp_path: Path) -> None:
    found = read_lines(tmp_path, [LINES[0], LINES[3] + "\0", "x\0y", LINES[0]])
    assert (found.rows_read, len(found.posts)) == (3, 2)
    assert found.rejected["reason"].to_list() == ["the message holds a NUL character"]


@pytest.mark.parametrize("is_one_line", [True, False])
def test_a_message_longer_than_any_is_refused_and_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_one_line: bool
) -> None:
    for module in ("lines", "messages", "records"):
        monkeypatch.setattr(f"ingest.readers.whatsapp.{module}.LONGEST_MESSAGE", 5_000)
    monkeypatch.setattr(line_reading, "_BLOCK", 1_000)
    huge = ["x" * 20_000] if is_one_line else ["x" * 50] * 400
    found = read_lines(tmp_path, [LINES[0], LINES[3], *huge, LINES[0]])
    assert (found.rows_read, found.texts) == (3, ["Ready", "Ready"])
    assert found.rejected["reason"].to_list() == ["the message is longer than 5,000 characters"]
    assert len(found.rejected["raw"][0]) == 2_000
    assert found.posts["locator"][-1] == f"line {3 + len(huge)}"


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_where_slices_are_cut_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    lines = ["before", *LINES, "", *LINES, "the end", ""]
    whole = read_lines(tmp_path, lines)
    monkeypatch.setattr(line_reading, "_SLICE", size)
    monkeypatch.setattr(line_reading, "_BLOCK", 37 * size)
    cut = read_lines(tmp_path, lines)
    assert cut.posts.equals(whole.posts)
    assert cut.rejected.equals(whole.rejected)
    assert cut.memberships.equals(whole.memberships)
    assert (cut.rows_read, cut.notices) == (whole.rows_read, whole.notices)


def test_a_very_long_name_is_none(tmp_path: Path) -> None:
    found = read_lines(tmp_path, [f"13/06/2026, 21:25 - {'x' * 5_000}: y"])
    assert (found.rows_read, len(found.posts)) == (1, 0)
