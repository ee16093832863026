"""Tills, PromptPay and PIX: what counts, what is hidden, what is left to telephone numbers."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.th import pin

from tests.ingest.extract.cases import details, found


def two_checks(body: str, heaviest: int) -> str:
    """Give the two check digits that Brazil puts behind a tax number."""
    for _ in range(2):
        weights = [2 + place % (heaviest - 1) for place in range(len(body))][::-1]
        rest = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
        body += str(0 if rest < 2 else 11 - rest)
    return body[-2:]


CITIZEN = "123456789012" + pin.calc_check_digit("123456789012")
PERSON = "529982247" + two_checks("529982247", 12)
COMPANY = "112223330001" + two_checks("112223330001", 9)


def kept(text: str, region: str | None) -> list[str]:
    kinds = {"till", "bank", "promptpay", "pix", "company"}
    return [row["detail_key"] for row in details(text, region) if row["kind"] in kinds]


@pytest.mark.parametrize(
    ("text", "region", "keys"),
    [
        ("Buy goods till: 543210", "KE", ["till:KE:543210"]),
        ("Till namba 500 961", "KE", ["till:KE:500961"]),
        ("till no 5️⃣0️⃣0️⃣9️⃣6️⃣1️⃣", None, ["till:KE:500961"]),
        ("Paybill 898989 account BIRDS", "KE", ["till:KE:898989"]),
        ("Lipa namba 5123456", "TZ", ["till:TZ:5123456"]),
        ("Paybill 247247 account 0123456789", "KE", ["bank:KE:EQUITY:0123456789"]),
        ("Paybill 247247", "KE", []),
        ("open till 50000 sold", "GB", []),
        ("till 25000", "KE", []),
        ("till 1234", "KE", []),
        ("Lipa na M-Pesa: 0700 000 006", "KE", []),
        ("paybill 12345678", "KE", []),
        ("still 543210", "KE", []),
    ],
)
def test_tills(text: str, region: str | None, keys: list[str]) -> None:
    assert kept(text, region) == keys


@pytest.mark.parametrize(
    "text",
    [
        f"พร้อมเพย์ {CITIZEN}",
        f"PromptPay: {CITIZEN[0]}-{CITIZEN[1:5]}-{CITIZEN[5:10]}-{CITIZEN[10:12]}-{CITIZEN[12]}",
        f"พร้อมเพย์ สมชาย ใจดี {CITIZEN}",
    ],
)
def test_a_citizen_s_number_behind_promptpay_is_hidden(text: str) -> None:
    (row,) = details(text, "TH")
    assert row["kind"] == row["channel"] == "promptpay"
    assert row["detail_key"] == f"promptpay:{row['value']}"
    assert row["value"].startswith("hmac-")
    assert not any(letter.isdigit() for letter in row["raw"])
    assert text[row["start"] : row["end"]].replace("-", "") == CITIZEN


def test_the_same_number_is_hidden_behind_the_same_stand_in() -> None:
    together = [found(f"พร้อมเพย์ {CITIZEN}", "TH"), found(f"promptpay {CITIZEN} ค่ะ", "TH")]
    assert together[0] == together[1]


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=12, max_size=12), st.integers(1, 9))
def test_promptpay_needs_the_check_digit(body: str, off: int) -> None:
    assume(body[0] in "12345678")
    check = int(pin.calc_check_digit(body))
    assert len(kept(f"พร้อมเพย์ {body}{check}", "TH")) == 1
    assert kept(f"พร้อมเพย์ {body}{(check + off) % 10}", "TH") == []


def test_a_telephone_number_behind_promptpay_is_left() -> None:
    assert kept("พร้อมเพย์ 0812345678", "TH") == []
    assert kept("เลขบัตรประชาชน " + CITIZEN, "TH") == []


UUID = "b215287b-830a-4e9c-b825-ad25ac8019f2"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"pix {UUID}", f"pix:{UUID}"),
        (f"Chave PIX: {UUID.upper()}", f"pix:{UUID}"),
        (f"chave: {UUID} (pix)", f"pix:{UUID}"),
        (f"faz o pix na chave a{UUID[1:]}", f"pix:a{UUID[1:]}"),
        (f"pix cnpj {COMPANY}", f"company:BR:{COMPANY}"),
        ("pix 11.222.333/0001-" + COMPANY[-2:], f"company:BR:{COMPANY}"),
    ],
)
def test_a_pix_key_is_found(text: str, key: str) -> None:
    assert kept(text, "BR") == [key]


@pytest.mark.parametrize("text", [f"pix {PERSON}", f"PIX CPF: 529.982.247-{PERSON[-2:]}"])
def test_a_person_s_tax_number_behind_pix_is_hidden(text: str) -> None:
    (row,) = [row for row in details(text, "BR") if row["kind"] == "pix"]
    assert (row["channel"], row["value"][:5]) == ("pix", "hmac-")
    assert "529" not in row["raw"] + row["detail_key"] + row["value"]


@pytest.mark.parametrize(
    "text",
    [
        f"CPF 529.982.247-{PERSON[-2:]}",
        f"pix 529.982.247-{(int(PERSON[-2:]) + 1) % 100:02}",
        "pix 11 91234-5678",
        f"pix {UUID[:-1]}",
        f"id {UUID}",
        f"pixel {UUID}",
        "chave 529.982.247-" + PERSON[-2:],
        "pix 112223330001" + f"{(int(COMPANY[-2:]) + 1) % 100:02}",
    ],
)
def test_what_is_no_pix_key_is_not_kept(text: str) -> None:
    assert kept(text, "BR") == []


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=9, max_size=9), st.integers(1, 99))
def test_pix_needs_the_check_digits(body: str, off: int) -> None:
    assume(len(set(body)) > 1)
    check = two_checks(body, 12)
    assert len(kept(f"pix cpf {body}{check}", "BR")) == 1
    assert kept(f"pix cpf {body}{(int(check) + off) % 100:02}", "BR") == []
