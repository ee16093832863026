"""Numbers of orders, files, draws and counts, which are no telephone numbers."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("No pesanan: 081200031034 sudah dibayar", "ID"),
        ("เลขที่ใบเสร็จ 0810003374", "TH"),
        ("Bestellnummer 01713929129, Rechnung Nr. 01760406396", "DE"),
        ("Kd.-Nr. 0176 04069600", "DE"),
        ("commande n° 0612101625 expédiée", "FR"),
        ("n° de dossier 06 12 00 09 44", "FR"),
        ("pedido nº 11900003663 enviado", "BR"),
        ("mã đơn 0910000660 đã giao", "VN"),
        ("您的订单13800005616已发货", "CN"),
        ("编号：13800004604", "CN"),
        ("PNR 9000010390 confirmed", "IN"),
        ("فاتورة رقم 0501234567", "AE"),
        ("Togel 08 12 34 56 78 90 jitu", "ID"),
        ("2125550101 views and 3055550189 likes", "US"),
        ("860.000.000", "VN"),
        ("0812000012....", "ID"),
        ("08120000123 4 5 6 bulan", "ID"),
    ],
)
def test_numbers_of_orders_files_draws_and_counts_are_no_telephone_numbers(
    text: str, region: str
) -> None:
    assert found(text, region) == []


def test_a_number_beside_an_order_is_kept_and_is_nobody_s() -> None:
    assert found("order 07911000262 arrived", "GB") == ["unresolved:07911000262"]
    assert found("Order: 0812 0000 0034", "ID") == ["phone:+6281200000034"]
    assert found("order WA 0812 0000 0034", "ID") == ["phone:+6281200000034"]


@pytest.mark.parametrize(
    ("text", "region"),
    [("011 ***2340-0000", "AR"), ("0812 ***0 0000 034", "ID"), ("0812**00000034", "ID")],
)
def test_signs_that_stand_together_hide_digits(text: str, region: str) -> None:
    assert found(text, region) == []
    assert found("0812**0000**0034", "ID") == ["phone:+6281200000034"]
