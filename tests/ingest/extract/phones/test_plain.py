"""Telephone numbers in plain digits: labelled cases, refusals, what holds for every number."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from graph.errors import UsageError
from ingest.extract.phones import numbers
from tests.ingest.extract.cases import details, found

ID = "phone:+6281200000034"

FOUND = [
    # one number, many ways of writing it
    ("WA 0812 0000 0034", "ID", [ID]),
    ("WA 0812-0000-0034", "ID", [ID]),
    ("hub: 0812.0000.0034", "ID", [ID]),
    ("HP.081200000034", "ID", [ID]),
    ("WA081200000034", "ID", [ID]),
    ("081200000034", "ID", [ID]),
    ("(0812) 0000 0034", "ID", [ID]),
    ("(0)812 0000 0034", "ID", [ID]),
    ("+62 812-0000-0034", None, [ID]),
    ("+6281200000034", "MY", [ID]),
    ("(+62) 812 0000 0034", None, [ID]),
    ("+62 0812 0000 0034", None, [ID]),
    ("+62 (0) 812 0000 0034", None, [ID]),
    ("0062 812 0000 0034", "MY", [ID]),
    ("0062 812 0000 0034", None, [ID]),
    ("62 812 0000 0034", None, [ID]),
    ("62812-0000-0034", None, [ID]),
    ("WA 6281200000034", None, [ID]),
    ("WA 6281200000034", "MY", [ID]),
    ("wa 6281200000034", "DE", [ID]),
    ("+ 62 812 0000 0034", None, [ID]),
    ("*081200000034*", "ID", [ID]),
    ("081200000034 | 081200000035", "ID", [ID, "phone:+6281200000035"]),
    ("011 62 812 0000 0034", "US", [ID]),
    ("62812 0000 0034", "ID", [ID]),
    ("wa 81200000034", "ID", [ID]),
    ("０８１２００００００３４", "ID", [ID]),
    ("๐๘๑๒๐๐๐๐๐๐๓๔", "ID", [ID]),
    ("٠٨١٢٠٠٠٠٠٠٣٤", "ID", [ID]),
    ("0️⃣8️⃣1️⃣2️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣3️⃣4️⃣", "ID", [ID]),
    ("0812\u200b0000\u200b0034", "ID", [ID]),
    ("0 8 1 2 0 0 0 0 0 0 3 4", "ID", [ID]),
    ("📱081200000034", "ID", [ID]),
    ("☎️ 0812‑0000‑0034", "ID", [ID]),
    ("微信081200000034", "ID", [ID]),
    ("โทร081200000034ค่ะ", "ID", [ID]),
    ("minat? 081200000034.", "ID", [ID]),
    # beside other numbers
    ("081200000034/081200000035", "ID", [ID, "phone:+6281200000035"]),
    ("081200000034, 081200000035", "ID", [ID, "phone:+6281200000035"]),
    ("081200000034 081200000035", "ID", [ID, "phone:+6281200000035"]),
    ("0812 0000 0034 0812 0000 0035", "ID", [ID, "phone:+6281200000035"]),
    ("0812 0000 0034 / 0812 0000 0035", "ID", [ID, "phone:+6281200000035"]),
    ("081200000034\n081200000035", "ID", [ID, "phone:+6281200000035"]),
    ("2 ekor 081200000034", "ID", [ID]),
    ("081200000034 2 ekor", "ID", [ID]),
    ("2 081200000034", "ID", [ID]),
    ("Rp 1.500.000 081200000034", "ID", [ID]),
    ("Rp150 081200000034", "ID", [ID]),
    ("081200000034 Rp 150.000", "ID", [ID]),
    ("500rb 081200000034", "ID", [ID]),
    ("umur 5 bulan, 12-11-2026, jam 08.00-17.00 WA 081200000034", "ID", [ID]),
    ("10:30 081200000034", "ID", [ID]),
    ("ring 1234 wa 081200000034", "ID", [ID]),
    ("BCA 1234567890 a/n Budi, WA 081200000034", "ID", [ID]),
    ("DANA 081200000034 a/n Budi", "ID", [ID]),
    ("0812-000-000-34", "ID", [ID]),
    ("0812-000-000-345", "ID", ["phone:+62812000000345"]),
    ("021-5550134", "ID", ["phone:+62215550134"]),
    # other countries
    ("(212) 555-0134", "US", ["phone:+12125550134"]),
    ("212-555-0134", "US", ["phone:+12125550134"]),
    ("212.555.0134", "US", ["phone:+12125550134"]),
    ("text 2125550134", "US", ["phone:+12125550134"]),
    ("1 212 555 0134", "US", ["phone:+12125550134"]),
    ("+1 (212) 555-0134", None, ["phone:+12125550134"]),
    ("020 7946 0134", "GB", ["phone:+442079460134"]),
    ("+44 (0)20 7946 0134", None, ["phone:+442079460134"]),
    ("01 99 00 12 34", "FR", ["phone:+33199001234"]),
    ("01.99.00.12.34", "FR", ["phone:+33199001234"]),
    ("030/23125 134", "DE", ["phone:+493023125134"]),
    ("0171 39200 34", "DE", ["phone:+491713920034"]),
    ("0491 570 156", "AU", ["phone:+61491570156"]),
    ("012-000 0034", "MY", ["phone:+60120000034"]),
    ("091 200 00 34", "VN", ["phone:+84912000034"]),
    ("081 200 0034", "TH", ["phone:+66812000034"]),
    ("138 0000 0034", "CN", ["phone:+8613800000034"]),
    ("13800000034", "CN", ["phone:+8613800000034"]),
    ("1 3 8 0 0 0 0 0 0 3 4", "CN", ["phone:+8613800000034"]),
    ("(11) 90000-0034", "BR", ["phone:+5511900000034"]),
    ("044 55 5000 0034", "MX", ["phone:+525550000034"]),
    ("+52 1 55 5000 0034", None, ["phone:+525550000034"]),
    ("045 55 5000 0034", "MX", ["phone:+525550000034"]),
    ("wa 52 1 55 5000 0034", None, ["phone:+525550000034"]),
    ("011 15-2345-0034", "AR", ["phone:+5491123450034"]),
    ("+54 9 11 2345 0034", None, ["phone:+5491123450034"]),
    ("+86 138 0000 0034", None, ["phone:+8613800000034"]),
    ("86 138 0000 0034", None, ["phone:+8613800000034"]),
    ("+55 11 90000-0034", None, ["phone:+5511900000034"]),
    ("0 15 11 90000-0034", "BR", ["phone:+5511900000034"]),
    ("8 900 000 00 34", "RU", ["phone:+79000000034"]),
    ("WA 81000034", "SG", ["phone:+6581000034"]),
    ("8100 0034", "SG", ["phone:+6581000034"]),
]

REFUSED = [
    # no country
    ("081200000034", None),
    ("WA 0812 0000 0034", None),
    ("6281200000034", None),
    ("WA 6581000034", None),
    ("WA 13800000034", None),
    # masked, cut off, and look-alikes that may be several digits or none
    ("0812 3456 78g0", "ID"),
    ("0812 3456 789 O", "ID"),
    ("+62 812 3456 78xx", None),
    ("0812 3456 78**", "ID"),
    ("0812 3456 78••", "ID"),
    ("0812 3456 78 xx", "ID"),
    ("0812345678□□", "ID"),
    ("0812****7890", "ID"),
    ("0812xxxx7890", "ID"),
    ("0812🙈🙈🙈🙈7890", "ID"),
    ("0812345678…", "ID"),
    ("0812345678... ", "ID"),
    ("0812345678 sembilan", "ID"),
    ("〇812345678", "CN"),
    ("O8I2O", "ID"),
    # read two ways
    ("081234567890 2", "ID"),
    ("0812345678 901", "ID"),
    ("0812 3456 7890 2", "ID"),
    ("0812-3456-7890 25", "ID"),
    ("+62 812-377-035.80", None),
    ("5391 3318 1126 ya", "QA"),
    ("0812 3456\n7890", "ID"),
    ("081 234 5678\n90", "ID"),
    ("+549\n1123470995", "AR"),
    ("wa 5568 0812-374-339", "ID"),
    ("wa 1136 13123409494", "CN"),
    ("wa 6281230891", "ID"),
    # something else
    ("1234 0812 3456 7890", "ID"),
    ("0812 3456 7890 1234", "ID"),
    ("0812034567890123", "ID"),
    ("BCA 0812345678 a/n Budi", "ID"),
    ("rek. mandiri 081234567890", "ID"),
    ("0812345678 a/n Budi", "ID"),
    ("resi 081234567890", "ID"),
    ("no resi: 081234567890", "ID"),
    ("NIK 0812345678901", "ID"),
    ("ring 081234567890", "ID"),
    ("order no. 2125550134", "US"),
    ("#2125550134", "US"),
    ("id=2125550134", "US"),
    ("SKU-2125550134", "US"),
    ("A2125550134", "US"),
    ("2125550134B", "US"),
    ("CITES-081234567890", "ID"),
    ("Rp 081234567", "ID"),
    ("Rp 1.500.000", "ID"),
    ("Rp 812.345.678", "ID"),
    ("€9 500 000", "DE"),
    ("$212,555,0134", "US"),
    ("12-11-2026 10:30:00", "ID"),
    ("2026-11-12T10:30:00", "DE"),
    ("IMG-20261112-WA0001.jpg", "ID"),
    ("IMG_20261112_103000.jpg", "ID"),
    ("-6.20881234, 106.84561234", "ID"),
    ("0.81234567890", "ID"),
    ("https://shop.example/item/081234567890", "ID"),
    ("https://shop.example/?id=+6281200000034", "ID"),
    ("81234567@mail.example", "SG"),
    ("4111 1111 1111 1111", "US"),
    ("DE89 3704 0044 0532 0130 00", "DE"),
    ("81234567", "SG"),
    ("24/7 12x34 5kg 3.5cm", "ID"),
    ("", "ID"),
]


@pytest.mark.parametrize(("text", "region", "expected"), FOUND)
def test_number_is_found(text: str, region: str | None, expected: list[str]) -> None:
    assert [key for key in found(text, region) if key.startswith("phone:")] == expected


@pytest.mark.parametrize(("text", "region"), REFUSED)
def test_what_is_no_number_or_doubtful_is_refused(text: str, region: str | None) -> None:
    assert [key for key in found(text, region) if key.startswith("phone:")] == []


UNRESOLVED = [
    ("WA 0812 0000 0034", None, "081200000034"),
    ("0812-0000-0034", None, "081200000034"),
    ("(212) 555-0134", None, "2125550134"),
    ("212-555-0134", None, "2125550134"),
    ("wa 13800000034", None, "13800000034"),
    ("call 8100 0034", None, "81000034"),
]


@pytest.mark.parametrize(("text", "region", "digits"), UNRESOLVED)
def test_number_that_tells_no_country_is_kept_unresolved(
    text: str, region: str | None, digits: str
) -> None:
    (row,) = details(text, region)
    assert (row["kind"], row["value"]) == ("unresolved", digits)
    assert row["detail_key"] == f"unresolved:{digits}"
    assert row["confidence"] <= 0.3


@pytest.mark.parametrize(
    "text",
    ["100 200 300 400", "2-1 3-0 1-1 2-2 0-0", "togel 2D 3D 4D 1234 5678", "08.00 12.00 15.00",
     "490154203237518", "3201012345670001", "-6.20881234, 106.84561234", "98765432109876",
     "v=0812345678A", "20261112 103000", "1.250.000 1.350.000"],
)  # fmt: skip
@pytest.mark.parametrize("region", ["ID", "US", "SG", "DE", None])
def test_other_digits_are_not_even_unresolved(text: str, region: str | None) -> None:
    kinds = {row["kind"] for row in details(text, region)}
    assert kinds.isdisjoint({"phone", "unresolved"})


def test_mention_tells_where_and_how_it_was_found() -> None:
    (row,) = details("Ready! WA: (0812) 0000 0034 ya", "ID")
    assert (row["kind"], row["value"], row["rule"]) == ("phone", "+6281200000034", "national")
    assert (row["start"], row["end"], row["raw"]) == (11, 27, "(0812) 0000 0034")
    assert 0 < row["confidence"] <= 1


REGIONS = ["ID", "MY", "VN", "TH", "CN", "BR", "FR", "DE", "GB", "US", "IN", "NG", "KE", "AU"]


@st.composite
def valid_numbers(draw: st.DrawFn) -> tuple[str, phonenumbers.PhoneNumber]:
    """A region and a valid mobile number of it: the example's, its last digits drawn."""
    region = draw(st.sampled_from(REGIONS))
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    national = str(example.national_number)
    tail = draw(st.integers(0, 9999))
    number = phonenumbers.parse(f"+{example.country_code}{national[:-4]}{tail:04d}")
    return region, number


@settings(max_examples=80, deadline=None)
@given(valid_numbers(), st.sampled_from(list(range(4))), st.sampled_from(" .-"))
def test_every_way_of_writing_a_number_gives_it_back(
    numbered: tuple[str, phonenumbers.PhoneNumber], form: int, separator: str
) -> None:
    region, number = numbered
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(number):
        return
    written = phonenumbers.format_number(number, form)
    written = written.replace("tel:", "").replace(" ", separator)
    assert found(f"wa {written}", region) == [f"phone:{e164}"]


@settings(max_examples=60, deadline=None)
@given(valid_numbers(), st.sampled_from(["Rp 1.500.000", "€9 500", "12-11-2026", "5 kg", "10:30"]))
def test_price_or_date_beside_a_number_adds_nothing(
    numbered: tuple[str, phonenumbers.PhoneNumber], beside: str
) -> None:
    region, number = numbered
    if not phonenumbers.is_valid_number(number):
        return
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    for text in (f"{beside} {e164}", f"{e164} {beside}", f"{beside}\n{e164}\n{beside}"):
        assert found(text, region) == [f"phone:{e164}"]


@settings(max_examples=120, deadline=None)
@given(st.text("0123456789", min_size=5, max_size=14), st.sampled_from(REGIONS), st.booleans())
def test_quick_reading_agrees_with_the_library(digits: str, region: str, plus: bool) -> None:
    written = "+" + digits if plus else digits
    try:
        parsed = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        parsed = None
    valid = parsed is not None and phonenumbers.is_valid_number(parsed)
    as_whatsapp_writes_it = plus and digits.startswith("521") and len(digits) == 13
    if digits.startswith("00") or as_whatsapp_writes_it or not 7 <= len(written) <= 18:
        return
    expected = phonenumbers.format_number(parsed, PhoneNumberFormat.E164) if valid else None
    assert numbers.clean(written, region) == expected


def test_region_must_be_a_country() -> None:
    assert numbers.known_region("my") == "MY"
    with pytest.raises(UsageError, match="ID or MY"):
        numbers.known_region("Borneo")
