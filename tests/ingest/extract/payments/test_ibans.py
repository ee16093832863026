"""International account numbers: length, check digits, and what follows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from ingest.extract.payments import ibans
from tests.ingest.extract.cases import details, found

GERMAN = "DE89370400440532013000"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("IBAN GB33 BUKB 2020 1555 5555 55", "iban:GB33BUKB20201555555555"),
        (f"an {GERMAN} bitte", f"iban:{GERMAN}"),
        ("DE89 3704 0044 0532 0130 00 Max Mustermann", f"iban:{GERMAN}"),
        ("de89-3704-0044-0532-0130-00", f"iban:{GERMAN}"),
        ("AE07 0331 2345 6789 0123 456 (Dubai)", "iban:AE070331234567890123456"),
        ("IBAN:ＤＥ８９３７０４００４４０５３２０１３０００", f"iban:{GERMAN}"),
        ("NO93 8601 1117 947, 5 Stück", "iban:NO9386011117947"),
    ],
)
def test_a_number_is_found(text: str, key: str) -> None:
    assert found(text, "DE") == [key]


def test_its_place_ends_with_it() -> None:
    (row,) = details("IBAN DE89 3704 0044 0532 0130 00\n2 Stück", "DE")
    assert (row["kind"], row["raw"]) == ("iban", "DE89 3704 0044 0532 0130 00")


@pytest.mark.parametrize(
    "text",
    [
        "IBAN GB34 BUKB 2020 1555 5555 55",
        GERMAN[:-1],
        GERMAN + "1",
        "X" + GERMAN,
        "ZZ89370400440532013000",
        "DE89 MURAI BATU SIAP KIRIM",
        "DE89 3704 0044",
        "LE 89 37 04 00 44 05 32 01 30 00",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not [key for key in found(text, "DE") if key.startswith("iban")]


@given(st.text("0123456789", min_size=18, max_size=18), st.data())
def test_one_digit_changed_makes_it_none(body: str, data: st.DataObject) -> None:
    number = f"DE{mod_97_10.calc_check_digits(body + 'DE')}{body}"
    assert ibans.key_of(number) == f"iban:{number}"
    place = data.draw(st.integers(2, len(number) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    changed = number[:place] + digit + number[place + 1 :]
    assert (ibans.key_of(changed) is None) == (changed != number)
