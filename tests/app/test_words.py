"""Numbers and times as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app import words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "unknown"),
        (0.0, "0%"),
        (0.001, "< 1%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.9999, "> 99%"),
        (1.0, "100%"),
    ],
)
def test_shares_never_round_to_certainty(value: float | None, expected: str) -> None:
    assert words.share(value) == expected


def test_periods_are_no_longer_than_needed() -> None:
    start, end = datetime(2026, 2, 5, tzinfo=UTC), datetime(2026, 5, 28, tzinfo=UTC)
    assert words.span(start, end) == "5 Feb – 28 May 2026"
    assert words.span(start.replace(year=2025), end) == "5 Feb 2025 – 28 May 2026"
    assert words.span(start, start) == "5 Feb 2026"
    assert words.span(None, end) == "unknown"


def test_parts_say_of_how_many() -> None:
    assert words.showing(1, 10, 43, "ties") == "Showing 1–10 of 43 ties"
    assert words.showing(1, 1, 1, "contact details") == "Showing 1 contact detail"
    assert words.showing(1, 1200, 1200, "posts") == "Showing all 1,200 posts"
    assert words.part(1, 0, 0, "clusters") == "no clusters"


def test_accounts_are_called_by_name_before_handle_before_id() -> None:
    assert words.account("Amber", "amber_b", "facebook:1") == "Amber"
    assert words.account(None, "amber_b", "facebook:1") == "@amber_b"
    assert words.account("", None, "whatsapp:a:b") == "a:b"


def test_bits_carry_their_sign() -> None:
    assert words.bits(3.14) == "+3.1"
    assert words.bits(-0.5) == "−0.5"
