"""Chips, parcels and number plates: shapes, check digits, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.extract.cases import details


def kept(text: str, region: str | None = None) -> list[str]:
    kinds = {"chip", "parcel", "plate"}
    return [row["detail_key"] for row in details(text, region) if row["kind"] in kinds]


CHIP = "chip:985112003456789"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("microchip 985 112 003 456 789", [CHIP]),
        ("chip n.º 985112003456789", [CHIP]),
        ("gechippt: 985-112-003-456-789", [CHIP]),
        ("pucé 9️⃣8️⃣5️⃣1️⃣1️⃣2️⃣0️⃣0️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣", [CHIP]),
        ("ไมโครชิพ 985112003456789", [CHIP]),
        ("芯片号：985112003456789", [CHIP]),
        ("chips: 985112003456789, 985112003456790", [CHIP, "chip:985112003456790"]),
        ("chip 98511200345678", []),
        ("chip 9851120034567891", []),
        ("chip 000000000000000", []),
        ("chip 999112003456789", []),
        ("IMEI 985112003456789", []),
        ("985112003456789", []),
        ("chipmunk 985112003456789", []),
    ],
)
def test_chips(text: str, keys: list[str]) -> None:
    assert kept(text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("No resi JNE: 8825112345678", ["parcel:JNE:8825112345678"]),
        ("JNE resi 0123456789012", ["parcel:JNE:0123456789012"]),
        ("resi 0123456789012", ["parcel:?:0123456789012"]),
        ("快递单号 SF1234567890123", ["parcel:SF:SF1234567890123"]),
        ("Hermes Paketnummer H000000000000000123", ["parcel:EVRI:H000000000000000123"]),
        ("n° de colis Colissimo 6A00000001234", ["parcel:COLISSIMO:6A00000001234"]),
        ("mã vận đơn GHN: GAN00014", ["parcel:GHN:GAN00014"]),
        ("เลขพัสดุ TH01234567890A Flash", ["parcel:FLASH:TH01234567890A"]),
        ("Tracking number Courier Guy: TCG00045372", ["parcel:?:TCG00045372"]),
        ("RR123456785GB", ["parcel:UPU:RR123456785GB"]),
        ("sent as RR 123 456 785 GB today", ["parcel:UPU:RR123456785GB"]),
        ("RR123456789GB", []),
        ("XRR123456785GB", []),
        ("RR123456785QQ", []),
        ("resi menyusul 2 hari", []),
        ("resi WA 081200000034", []),
        ("tracking 12-11-2026", []),
        ("tracking only 15.000.000", []),
        ("order 8825112345678", []),
        ("residen 8825112345678", []),
    ],
)
def test_parcels(text: str, keys: list[str]) -> None:
    assert kept(text, "ID") == keys


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=8, max_size=8), st.integers(0, 9))
def test_a_postal_number_has_one_check_digit(body: str, digit: int) -> None:
    rest = 11 - sum(int(d) * w for d, w in zip(body, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    right = {10: 0, 11: 5}.get(rest, rest)
    expected = [f"parcel:UPU:EE{body}{digit}ID"] if digit == right else []
    assert kept(f"EE{body}{digit}ID") == expected


@pytest.mark.parametrize(
    ("text", "region", "keys"),
    [
        ("nopol B 1234 XYZ", None, ["plate:ID:B1234XYZ"]),
        ("biển số 29A-123.45", "VN", ["plate:VN:29A12345"]),
        ("ทะเบียนรถ 1กข 1234", "TH", ["plate:TH:1กข1234"]),
        ("Kennzeichen B-AB 1234", "DE", ["plate:DE:BAB1234"]),
        ("车牌 粤B12345", "CN", ["plate:CN:粤B12345"]),
        ("placa ABC1D23", "BR", ["plate:BR:ABC1D23"]),
        ("गाड़ी नंबर DL 01 ZZ 0123", "IN", ["plate:IN:DL01ZZ0123"]),
        ("van registration AB51 XYZ", "GB", ["plate:GB:AB51XYZ"]),
        ("plat WXX 1827", "MY", ["plate:MY:WXX1827"]),
        ("nopol B 12 XY", "ID", []),
        ("plate ABC 1234", None, []),
        ("plate of 12345 rice", "ID", []),
        ("B 1234 XYZ", "ID", []),
        ("nopol 081200000034", "ID", []),
        ("plat besi 12345", "ID", []),
        ("template AB51 XYZ", "GB", []),
    ],
)
def test_plates(text: str, region: str | None, keys: list[str]) -> None:
    assert kept(text, region) == keys
