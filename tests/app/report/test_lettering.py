"""Lines of text are measured and cut in every script."""

from __future__ import annotations

import pytest

from app.report.pictures.lettering import Box, fitted, shown, width
from tests.app.report.sample_networks import NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name])
def test_cut_names_fit(name: str) -> None:
    for room in (20.0, 40.0, 80.0, 160.0):
        assert width(fitted(name, room, 10), 10) <= room


def test_what_fits_is_left_alone() -> None:
    assert fitted("Amber Aviary", 200, 10) == "Amber Aviary"


def test_what_is_cut_says_so() -> None:
    assert fitted("Amber Aviary of the North", 60, 10).endswith("…")


def test_no_letter_loses_its_marks() -> None:
    thai = "ที่นี่มีนกสวยๆ"
    for room in range(10, 80):
        kept = fitted(thai, room, 10).removesuffix("…")
        following = thai[len(kept) : len(kept) + 1]
        assert following not in tuple("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e48\u0e49")


def test_nothing_to_see_is_a_dash() -> None:
    assert fitted("", 50, 10) == fitted(" \n ", 50, 10) == "–"


def test_characters_that_steer_or_that_xml_forbids_are_written_out() -> None:
    assert shown("a\u202eb\x00c") == "a[U+202E]b[U+0000]c"
    assert "\uffff" not in shown("a\uffff")


def test_wide_scripts_take_more_room() -> None:
    assert width("林记鸟园", 10) > width("abcd", 10)
    assert width("🦜", 10) >= 10


def test_boxes_that_touch_do_not_meet() -> None:
    assert not Box(0, 0, 1, 1).meets(Box(1, 0, 2, 1))
    assert Box(0, 0, 1, 1).meets(Box(0.5, 0.5, 2, 2))
