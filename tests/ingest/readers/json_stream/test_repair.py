from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers.json_stream.repair import MARK, Repair
from tests.ingest.readers.telegram.exports import chat, message
from tests.ingest.readers.telegram.reading import read

PIECES = [
    b'{"a": "',
    b"\\x01",
    b"\\\\",
    b"\\x",
    b"\\u0000",
    b"\\ud83d\\ude00",
    b"\\ud83d",
    b"\\ude00",
    b"\\n",
    b'"document_id": video_files/sticker (2).webm\n',
    b'"document_id": "5"\n',
    b"\n",
    b"\r\n",
    b"\x00",
    b"\x1b",
    b"\xff",
    "é汉😀".encode(),
    b"plain words and digits 123",
    b'"',
    b"}",
]


def mended(text: bytes, *cuts: int) -> bytes:
    places = [0, *sorted(cuts), len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]
    return b"".join(Repair().mended(pieces))


def bare(value: bytes) -> bytes:
    return b'"document_id": ' + value + b"\n"


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        (rb"a\x01b\x1F", rb"a\u0001b\u001F"),
        (rb"a\\x01", rb"a\\x01"),
        (rb"a\\\x01", rb"a\\\u0001"),
        (rb"\x0", rb"\x0"),
        (b"a\x01b\tc\n", b"a\\u0001b\tc\n"),
        (rb"\ud83d\ude00", rb"\ud83d\ude00"),
        (rb"\ud83d!", "�!".encode()),
        (rb"\ude00\ud83d", "��".encode()),
        (rb"\\ud83d", rb"\\ud83d"),
        (rb"\u0000\x00" + b"\0", (MARK * 3).encode()),
        (b"\xffok\xc3\xa9", f"{MARK}oké".encode()),
        (bare(b"video_files/sticker (2).webm"), bare(b'"video_files/sticker (2).webm"')),
        (b'"document_id": stickers/a,b.webp,\r\n', b'"document_id": "stickers/a,b.webp",\r\n'),
        (bare(b"(File not included. Do so.)"), bare(b'"(File not included. Do so.)"')),
        (b'"document_id": "53"\n', b'"document_id": "53"\n'),
        (b'"document_id": 53\n', b'"document_id": 53\n'),
        (b'"document_id": null\n', b'"document_id": null\n'),
        (rb'"he said \"document_id\": x' + b"\n", rb'"he said \"document_id\": x' + b"\n"),
    ],
)  # fmt: skip
def test_what_is_mended(written: bytes, becomes: bytes) -> None:
    assert mended(written) == becomes


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join), st.data())
def test_cuts_make_no_difference(text: bytes, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    assert mended(text, *data.draw(st.lists(places, max_size=6))) == mended(text)


@given(st.text(), st.integers(1, 7))
def test_good_json_stays_as_it_is(text: str, size: int) -> None:
    for ascii_only in (True, False):
        written = json.dumps([text.replace("\0", "")], ensure_ascii=ascii_only).encode(
            errors="surrogatepass"
        )
        if "\\ud" not in ascii(text):
            cut = [written[at : at + size] for at in range(0, len(written), size)]
            assert b"".join(Repair().mended(cut)) == written


@given(
    st.lists(st.sampled_from([p for p in PIECES if b"\n" not in p]), min_size=1, max_size=9),
    st.integers(5_000, 12_000),
)
@settings(max_examples=25, deadline=None)
def test_long_lines_are_cut_where_nothing_is_to_be_mended(parts: list[bytes], size: int) -> None:
    text = b"".join(parts) * (200_000 // len(b"".join(parts)))
    assert mended(text, *range(size, len(text), size)) == mended(text)


def test_marks_are_told() -> None:
    for text, is_marked in (
        (b"a\\u0001", False),
        (b"a\0", True),
        (b"\xff", True),
        (b"\\x00", True),
    ):
        repair = Repair()
        list(repair.mended([text]))
        assert repair.marked == is_marked


def test_a_long_line_without_a_place_to_cut_is_read(tmp_path: Path) -> None:
    text = "хорошая птица " * 40_000 + "\x01"
    path = tmp_path / "result.json"
    written = json.dumps(chat(message(1, text), message(2, "second")))
    path.write_text(written.replace("\\u0001", "\\x01"))
    assert read(path).texts == [text, "second"]
