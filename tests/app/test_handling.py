"""Handling codes of sources."""

from __future__ import annotations

import pytest

from app.handling import handling_of


def test_the_strictest_code_comes_first() -> None:
    found = handling_of(["TLP:GREEN", None, "police only", " tlp:amber+strict ", "TLP:AMBER", ""])
    assert found.codes == ("tlp:amber+strict", "TLP:AMBER", "TLP:GREEN", "police only")
    assert (found.strictest, found.unmarked, found.is_barred) == ("tlp:amber+strict", 2, False)


@pytest.mark.parametrize("code", ["TLP:RED", "tlp red", "Red box, TLP:RED, not to be copied"])
def test_red_bars_from_leaving(code: str) -> None:
    assert handling_of(["TLP:CLEAR", code]).is_barred


def test_no_code_is_not_clear() -> None:
    found = handling_of([None, None])
    assert (found.strictest, found.unmarked, found.is_barred) == (None, 2, False)
