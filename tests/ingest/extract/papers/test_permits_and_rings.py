"""Permits and closed rings: where their codes end, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.extract.cases import details


def kept(text: str, region: str | None = None) -> list[str]:
    kinds = {"permit", "ring"}
    return [row["detail_key"] for row in details(text, region) if row["kind"] in kinds]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("CITES permit no. 12345/IV/SATS-LN/2023", "permit:12345IVSATSLN2023"),
        ("lengkap No. 01234/SATS-LN/2023 siap", "permit:01234SATSLN2023"),
        ("izin penangkaran No. SK.123/IV-SET/2020", "permit:SK123IVSET2020"),
        ("CITES: 2024CN/EC000319/XX", "permit:2024CNEC000319XX"),
        ("有CITES证书号2023CN/IC000316", "permit:2023CNIC000316"),
        ("ใบอนุญาต CITES TH-24-08792", "permit:TH2408792"),
        ("CITES-Bescheinigung Nr. DE-B-123456 vorhanden", "permit:DEB123456"),
        ("permit Perhilitan MY-0340/2024", "permit:MY03402024"),
        ("Article 10 certificate no. 24GBEXP0739XX Price is firm", "permit:24GBEXP0739XX"),
        ("Permit number: IN-24-000272\n10.6.26", "permit:IN24000272"),
        ("CITES núm. 24MX000601", "permit:24MX000601"),
        ("licence no 123456", "permit:123456"),
        ("разрешение СИТЕС № 24RU000934", "permit:24RU000934"),
    ],
)
def test_a_permit_is_found(text: str, key: str) -> None:
    assert kept(text, "ID") == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ring-Nr. DE 23 1234 5.0 Hahn", ["ring:DE23123450"]),
        ("anilha IBAMA OA 3.5 123456", ["ring:IBAMAOA35123456"]),
        ("脚环编号：CN24-00123", ["ring:CN2400123"]),
        ("closed ring no AB12345", ["ring:AB12345"]),
        ("cincin no 12345 jantan 2 ekor", ["ring:12345"]),
        ("RING ABC123 2 EKOR RP 500", ["ring:ABC123"]),
        ("ring no. UOF 24 0296 FR", ["ring:UOF240296FR"]),
        ("ring no AB123, AB124 & AB125, CD1", ["ring:AB123", "ring:AB124", "ring:AB125"]),
        ("bague n° FR12 345 2023, femelle", ["ring:FR123452023"]),
        ("脚环号：CN2023123456", ["ring:CN2023123456"]),
        ("ring PBI 2023 0338", ["ring:PBI20230338"]),
        ("ring tertutup PBI 2023 0577 Bisa TT", ["ring:PBI20230577"]),
    ],
)
def test_rings_are_found(text: str, keys: list[str]) -> None:
    assert kept(text, "DE") == keys


@pytest.mark.parametrize(
    "text",
    [
        "surat lengkap, izin 2023",
        "CITES permit 12-11-2026",
        "CITES permit Rp 1.500.000",
        "CITES permit: 1.500.000",
        "CITES Appendix II, 3 birds",
        "licence no: 0812",
        "permits on request 12345678",
        "ring 07700 900123",
        "ring me on 07700 900123",
        "Ring: 07911 123456",
        "ring 1500000",
        "ivory ring 12345",
        "ring no AB12",
        "ring no 12/11/2026",
        "ring no: 2500 usd",
        "springs no AB12345",
        "passport no AB1234567",
        "NIK 3201234567890001",
        "ring no bird12345@shop.example",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert kept(text, "GB") == []


def test_its_place_is_the_code() -> None:
    (row,) = details("burung, ring no AB 12345 jantan")
    assert (row["kind"], row["value"], row["raw"]) == ("ring", "AB12345", "AB 12345")


@settings(max_examples=40, deadline=None)
@given(st.from_regex(r"[A-Z]{2}[0-9]{2}[0-9]{4}", fullmatch=True), st.sampled_from(" -./"))
def test_marks_between_its_parts_do_not_change_a_ring(code: str, mark: str) -> None:
    written = mark.join((code[:2], code[2:4], code[4:]))
    if code[:2] not in {"RP", "RM", "KG", "GR", "CM", "MM", "WA", "HP", "BB", "IG", "FB", "TG",
                        "OR", "IN", "ON", "AT"}:  # fmt: skip
        assert kept(f"ring no {written}") == kept(f"ring no {code}") == [f"ring:{code}"]
