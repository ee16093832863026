"""A calibration file with some numbers changed is otherwise what it was."""

from __future__ import annotations

import pytest

from graph.calibration.text import with_values
from graph.errors import WorkspaceError
from tests.worlds import SHIPPED


def test_only_the_values_differ() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    changed = with_values(
        text,
        {
            ("version",): "2026-11-22.1",
            ("partners",): 0.31,
            ("contact_details", "phone", "agree"): 0.61,
            ("text_family", "stray"): 1.5,
        },
    )
    before, after = text.split("\n"), changed.split("\n")
    assert len(before) == len(after)
    differing = [new for old, new in zip(before, after, strict=True) if old != new]
    assert differing == [
        'version = "2026-11-22.1"', "partners = 0.31", "agree = 0.61", "stray = 1.5"
    ]  # fmt: skip
    assert with_values(text, {}) == text


def test_a_number_that_is_nowhere_is_named() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"text_family\.nonesuch"):
        with_values(text, {("text_family", "nonesuch"): 1.0})
