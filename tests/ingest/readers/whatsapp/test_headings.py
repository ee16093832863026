"""Every style of heading that FORMATS names, each in a file of its own."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.whatsapp.headings import split_headings
from ingest.readers.whatsapp.marks import plain
from tests.ingest.readers.whatsapp.chats import read_lines

STYLES = [
    ("13/06/2026, 21:25 - ", "2026-06-13 21:25:00"),
    ("13/06/26, 21:25 - ", "2026-06-13 21:25:00"),
    ("6/13/26, 9:25 PM - ", "2026-06-13 21:25:00"),
    ("6/13/26, 9:25\u202fPM - ", "2026-06-13 21:25:00"),
    ("13-06-2026, 09.25 PM - ", "2026-06-13 21:25:00"),
    ("13.06.26, 21:25 \u2013 ", "2026-06-13 21:25:00"),
    ("13.06.26 21.25.15: ", "2026-06-13 21:25:15"),
    ("[06.13.26 21:25:15] ", "2026-06-13 21:25:15"),
    ("[13.06.26, 21:25:15] ", "2026-06-13 21:25:15"),
    ("\u200e[13/6/26 9:25:15 p. m.] ", "2026-06-13 21:25:15"),
    ("13/6/2026 9:25 p.\u00a0m. - ", "2026-06-13 21:25:00"),
    ("13/6/26, 9:25 p.m. - ", "2026-06-13 21:25:00"),
    ("13/6/26, 0:08 a. m. - ", "2026-06-13 00:08:00"),
    ("13/6/26, 12:08 a. m. - ", "2026-06-13 00:08:00"),
    ("13/6/26, 12:08 PM - ", "2026-06-13 12:08:00"),
    ("13.6.2026 klo 21.25.15 - ", "2026-06-13 21:25:15"),
    ("13. 6. 2026. 21:25:15 ", "2026-06-13 21:25:15"),
    ("[2026/06/13, 21:25:15] ", "2026-06-13 21:25:15"),
    ("2026-06-13, 21:25 - ", "2026-06-13 21:25:00"),
    ("2026\u201106\u201013, 21:25 - ", "2026-06-13 21:25:00"),
    ("[06/2026/13, 21:25:15] ", "2026-06-13 21:25:15"),
    ("21:25, 13/06/2026 - ", "2026-06-13 21:25:00"),
    ("9:25 PM, 13/6/2026 - ", "2026-06-13 21:25:00"),
    ("[\u200f13\u200f/6\u200f/2026، 21:25:15] ", "2026-06-13 21:25:15"),
    ("\u200f[\u200f13\u200f/6\u200f/2026، 21:25:15] ", "2026-06-13 21:25:15"),
    ("١٣\u200f/٦\u200f/٢٠٢٦، ٩:٢٥ م - ", "2026-06-13 21:25:00"),
    ("١٣\u200f/٦\u200f/٢٠٢٦، ٩:٢٥ ص - ", "2026-06-13 09:25:00"),
    ("۱۳/۶/۲۰۲۶, ۲۱:۲۵ - ", "2026-06-13 21:25:00"),
    ("१३/०६/२६, ९:२५ pm - ", "2026-06-13 21:25:00"),
    ("13/6/2569 BE, 21:25 - ", "2026-06-13 21:25:00"),
    ("13/6/2569, 21:25 - ", "2026-06-13 21:25:00"),
    ("13/6/69, 21:25 - ", "2026-06-13 21:25:00"),
    ("[6/13/R8, 21:25:15] ", "2026-06-13 21:25:15"),
    ("R8/6/13 21:25 - ", "2026-06-13 21:25:00"),
    ("2026/6/13 下午9:25 - ", "2026-06-13 21:25:00"),
    ("2026/6/13 上午9:25 - ", "2026-06-13 09:25:00"),
    ("2026/6/13 凌晨12:25 - ", "2026-06-13 00:25:00"),
    ("2026년 6월 13일 오후 9:25, ", "2026-06-13 21:25:00"),
    ("13/6/26, 9:25 CH - ", "2026-06-13 21:25:00"),
    ("13/6/26, 9:25 PTG - ", "2026-06-13 21:25:00"),
]
OF_FORMATS = re.compile(
    r"^\[?(?:(?P<d>\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?(?: BE)?|\d{1,2}/\d{1,2}/[A-Z]\d{1,2}"
    r"|\d{1,2}/\d{4}/\d{1,2})[,،.]? (?:klo )?"
    r"(?P<t>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:[aApP]\.? ?[mM]\.?|[صم]))?)"
    r"|(?P<t2>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:[aApP]\.? ?[mM]\.?|[صم]))?), "
    r"(?P<d2>\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}))(?:\]|:| [-–])? ?(?P<rest>.*)$"
)
MARKS = ["", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\u2069"]


@pytest.mark.parametrize(("heading", "time"), STYLES)
def test_a_heading_is_read(tmp_path: Path, heading: str, time: str) -> None:
    read = read_lines(tmp_path, [f"{heading}Sari: Ready stock", "and a second line"])
    assert (read.rows_read, read.times, read.names) == (1, [time], ["Sari"])
    assert read.texts == ["Ready stock\nand a second line"]
    assert read.post["posted_at_raw"] in plain_or_not(heading)
    assert read.post["locator"] == "line 1"


def plain_or_not(heading: str) -> list[str]:
    """Without brackets and separators; marks inside stay."""
    bare = heading.strip("\u200e\u200f").strip("[] :,–-")
    return [bare]


@given(
    heading=st.sampled_from([style for style, _ in STYLES[:23]]),
    marks=st.lists(st.sampled_from(MARKS), min_size=40, max_size=40),
)
def test_marks_anywhere_in_a_heading_change_nothing(heading: str, marks: list[str]) -> None:
    line = "".join(mark + letter for mark, letter in zip(marks, heading, strict=False))
    expected = OF_FORMATS.match(plain(line + "Sari: x"))
    found = split_headings(pl.Series([line + "Sari: x"]))
    assert expected is not None
    assert expected["rest"] == "Sari: x"
    assert plain(found["rest"][0]) == "Sari: x"


@pytest.mark.parametrize(
    "line",
    [
        "Sari: 13/06/2026, 21:25 - no heading",
        "on 13/06/2026, 21:25 - no heading",
        "13/06/2026 no time",
        "13/06/2026, 2125 - no time",
        "2/11/19: Arrival",
        "21:25 - no date",
        "",
    ],
)
def test_a_line_without_a_heading_goes_on_from_the_one_before(tmp_path: Path, line: str) -> None:
    read = read_lines(tmp_path, ["13/06/2026, 21:25 - Sari: first", line, "last"])
    assert read.texts == [f"first\n{line}\nlast"]


def test_hours_and_days_of_one_and_two_digits_are_one_style(tmp_path: Path) -> None:
    lines = [f"{day}/6/26, {hour}:05 - Sari: x" for day, hour in ((9, 9), (10, 10), (30, 1))]
    assert len(read_lines(tmp_path, lines).posts) == 3
