"""Addresses of UPI, told from e-mail addresses and @names."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import details, found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("UPI: kicau.shop@okaxis", "upi:kicau.shop@okaxis"),
        ("pay Birds_Fiksi@YBL now", "upi:birds_fiksi@ybl"),
        ("gpay parrots-1@oksbi.", "upi:parrots-1@oksbi"),
        ("9876500000@paytm", "phone:+919876500000"),
        ("919876500000@ybl", "phone:+919876500000"),
        ("1234500000@ybl", "upi:1234500000@ybl"),
    ],
)
def test_an_address_is_found(text: str, key: str) -> None:
    assert found(text, "IN") == [key]


def test_a_mobile_number_in_it_is_used_with_upi() -> None:
    (row,) = details("9876500000@paytm", "IN")
    assert (row["kind"], row["channel"], row["raw"]) == ("phone", "upi", "9876500000@paytm")


@pytest.mark.parametrize(
    "text",
    [
        "birds@paytm.example", "birds@upi.com", "@paytm", "ask @oksbi", "birds@oksbird",
        "birds@okaxis_shop", "a.b@c@ybl", "contact us @ paytm", "birds@somewhere",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not [key for key in found(text, "IN") if key.startswith(("upi", "phone"))]
