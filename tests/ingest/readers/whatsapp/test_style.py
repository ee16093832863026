"""The style of a chat's headings, and lines that were pasted into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.readers.whatsapp.chats import read_lines

OWN = ["13/06/2026, 21:25 - Sari: Ready", "13/06/2026, 21:26 - Budi: How much?"]
PASTED = [
    "[13/06/2026, 20:00:00] Dewi: from an iPhone",
    "13/06/26, 20:00 - Dewi: with a short year",
    "13.06.2026, 20:00 - Dewi: with dots",
    "13/06/2026 20:00 - Dewi: without a comma",
    "13/06/2026, 20:00:00 - Dewi: with seconds",
    "13/06/2026, 8:00 PM - Dewi: with halves of the day",
    "13/06/2026, 20:00 Dewi: without a dash",
    "20:00, 13/06/2026 - Dewi: time first",
    "[20:00, 13/06/2026] Dewi: copied from a computer",
    "2026-06-13, 20:00 - Dewi: year first",
]


@pytest.mark.parametrize("line", PASTED)
def test_a_pasted_line_stays_with_the_message_it_is_in(tmp_path: Path, line: str) -> None:
    read = read_lines(tmp_path, [OWN[0], line, OWN[1]])
    assert read.names == ["Sari", "Budi"]
    assert read.texts == [f"Ready\n{line}", "How much?"]
    assert read.notices[1:] == [
        "chat.txt: 1 line looks like a heading of another style and was kept as text of the "
        "message above."
    ]


def test_a_long_quotation_is_no_reason_to_read_it_as_the_chat(tmp_path: Path) -> None:
    own = [f"13/06/2026, 21:{minute:02} - Sari: offer {minute}" for minute in range(30)]
    pasted = [f"[13/06/2026, 20:{minute:02}:00] Dewi: x" for minute in range(29)]
    read = read_lines(tmp_path, own[:1] + pasted + own[1:])
    assert set(read.names) == {"Sari"}
    assert len(read.posts) == 30
    assert "29 lines look like headings of another style and were kept" in read.notices[1]


def test_a_file_of_many_styles_is_said_to_be_one(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [*OWN, *PASTED[:4]])
    assert read.rows_read == 2
    assert "4 lines look like headings" in read.notices[1]
    assert "fewer than half of its headings are of one style" in read.notices[2]


def test_of_two_styles_as_frequent_the_first_is_the_chats(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [PASTED[0], OWN[0]])
    assert read.names == ["Dewi"]


def test_text_before_the_first_message_is_one_refused_row(tmp_path: Path) -> None:
    read = read_lines(tmp_path, ["", "Exported for case 12", "by Ana", *OWN])
    assert (read.rows_read, len(read.posts)) == (3, 2)
    assert read.rejected.row(0) == (
        "line 2",
        None,
        "it stands before the first message of the chat",
        "Exported for case 12\nby Ana",
    )


def test_blank_lines_before_the_first_message_are_nothing(tmp_path: Path) -> None:
    read = read_lines(tmp_path, ["", "  ", *OWN])
    assert (read.rows_read, len(read.rejected)) == (2, 0)
