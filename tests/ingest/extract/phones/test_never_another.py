"""No disguise, damage or neighbour makes a number another valid number."""

from __future__ import annotations

import phonenumbers
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.extract.cases import details
from tests.ingest.extract.phones.numbers_and_disguises import Written, disguised, numbers

BEFORE = ["", "wa ", "call: ", "jual murai "]
AFTER = ["", " ya gan", " ready", "!"]


def phones(text: str, region: str | None) -> list[dict]:
    return [row for row in details(text, region) if row["kind"] == "phone"]


@settings(max_examples=100, deadline=None)
@given(disguised(), st.sampled_from(BEFORE), st.sampled_from(AFTER), st.booleans())
def test_disguised_number_is_itself_or_nobodys(
    case: tuple[Written, str, str], before: str, after: str, known: bool
) -> None:
    number, text, _ = case
    written = before + text + after
    told = phones(written, number.region if known else None)
    assert {row["value"] for row in told} <= {number.e164}
    for row in told:
        assert written[row["start"] : row["end"]] == row["raw"]


@settings(max_examples=60, deadline=None)
@given(disguised(), st.sampled_from(BEFORE))
def test_most_disguises_are_read_where_the_country_is_known(
    case: tuple[Written, str, str], before: str
) -> None:
    number, text, disguise = case
    sure = text.startswith(("+", "0")) and disguise in ("scripted", "keycapped", "numeraled")
    if sure and len(number.e164) > 11:
        told = [row["value"] for row in phones(before + text, number.region)]
        assert told == [number.e164]


@settings(max_examples=60, deadline=None)
@given(numbers(), st.integers(3, 30), st.sampled_from("xX*•#█?"), st.integers(1, 4))
def test_masked_number_is_nobodys(number: Written, place: int, mask: str, width: int) -> None:
    places = [at for at, each in enumerate(number.text) if each.isdigit()]
    at = places[min(place, len(places) - 1)]
    masked = number.text[:at] + mask * width + number.text[at + width :]
    assert {row["value"] for row in phones(masked, number.region)} <= {number.e164}


@settings(max_examples=60, deadline=None)
@given(
    st.text("0123456789", min_size=7, max_size=13),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from("OolSBa -.")), max_size=3),
    st.sampled_from(["ID", "VN", "TH", "CN", "US", "SG", "DE", "BR"]),
)
def test_digits_reported_are_the_digits_written(
    digits: str, edits: list[tuple[int, str]], region: str
) -> None:
    for place, character in edits:
        digits = digits[:place] + character + digits[place:]
    alike = str.maketrans("OolSB", "00158")
    written = "".join(filter(str.isdigit, digits.translate(alike)))
    for row in phones("wa " + digits, region):
        national = phonenumbers.national_significant_number(phonenumbers.parse(row["value"]))
        raw = "".join(filter(str.isdigit, row["raw"].translate(alike)))
        assert raw.endswith(national)
        assert raw == written or len(written) - len(raw) <= 4


@settings(max_examples=60, deadline=None)
@given(numbers(), st.integers(3, 12))
def test_number_broken_over_two_lines_is_nobodys(number: Written, place: int) -> None:
    broken = number.text[:place] + "\n" + number.text[place:]
    told = {row["value"] for row in phones(broken, number.region)}
    assert told <= {number.e164}


def test_last_digit_hidden_by_a_question_mark() -> None:
    assert phones("010-2000-000?", "KR") == []
    assert [row["value"] for row in phones("010-2000-0000?", "KR")] == ["+821020000000"]


def test_price_ends_before_no_digit() -> None:
    assert phones("wa 1000B010000000", "TH") == []
