"""Numbers of companies: registers, check digits, and people who are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn

from tests.ingest.extract.cases import details


def kept(text: str, region: str | None = None) -> list[str]:
    return [row["detail_key"] for row in details(text, region) if row["kind"] == "company"]


@pytest.mark.parametrize(
    ("text", "region", "key"),
    [
        ("CNPJ 11.222.333/0001-81", "BR", "company:BR:11222333000181"),
        ("loja 11.222.333/0001-81", None, "company:BR:11222333000181"),
        ("GST 27AAPFU0939F1ZV", "IN", "company:IN:27AAPFU0939F1ZV"),
        ("27AAPFU0939F1ZV", None, "company:IN:27AAPFU0939F1ZV"),
        ("Company No. 01234567", "GB", "company:GB:01234567"),
        ("Co. No. 01234567", "GB", "company:GB:01234567"),
        ("No. Syarikat 202001003803", "MY", "company:MY:202001003803"),
        ("P. IVA 00743110157", "IT", "company:IT:00743110157"),
        ("Registered company number 202001003803", "MY", "company:MY:202001003803"),
        ("SSM 202001012345 (1234567-X)", "MY", "company:MY:202001012345"),
        ("เลขทะเบียนนิติบุคคล 0105536112014", "TH", "company:TH:0105536112014"),
        ("USt-IdNr. DE136695976", "DE", "company:DE:136695976"),
        ("USt-IdNr. 136 695 976", "DE", "company:DE:136695976"),
        ("VAT GB980780684", "GB", "company:GB:980780684"),
        ("统一社会信用代码 91110000600037341L", "CN", "company:CN:91110000600037341L"),
        ("MST 0100233488", "VN", "company:VN:0100233488"),
        ("NPWP 01.312.166.0-091.000", "ID", "company:ID:013121660091000"),
        ("NIB 1234567890123", "ID", "company:ID:1234567890123"),
        ("SIREN 732 829 320", "FR", "company:FR:732829320"),
    ],
)
def test_a_company_is_found(text: str, region: str | None, key: str) -> None:
    assert kept(text, region) == [key]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("CNPJ 11.222.333/0001-82", "BR"),
        ("GST 27AAPFU0939F1ZA", "IN"),
        ("GST 18% extra", "IN"),
        ("VAT 20% included", "GB"),
        ("VAT GB980780685", "GB"),
        ("USt-IdNr. DE136695978", "DE"),
        ("NIF 12345678Z", "ES"),
        ("เลขประจำตัวผู้เสียภาษี 1234567890121", "TH"),
        ("NPWP 3201234567890001", "ID"),
        ("NIK 3201234567890001", "ID"),
        ("CPF 529.982.247-25", "BR"),
        ("Company No. 01234567", "US"),
        ("MST 0100233489", "VN"),
        ("nib 081200000034", "ID"),
        ("our company 01234567", "GB"),
        ("uid 123456788", "DE"),
        ("private 01234567", "GB"),
    ],
)
def test_what_is_no_company_is_not_kept(text: str, region: str) -> None:
    assert kept(text, region) == []


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=8, max_size=8), st.integers(1, 9))
def test_one_digit_changed_makes_it_none(body: str, off: int) -> None:
    check = int(luhn.calc_check_digit(body))
    assert kept(f"SIREN {body}{check}", "FR") == [f"company:FR:{body}{check}"]
    assert kept(f"SIREN {body}{(check + off) % 10}", "FR") == []
