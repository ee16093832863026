"""Holders whose name stands behind an account without a word such as ``a/n``."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import details


def holder(text: str, region: str) -> str | None:
    (row,) = (row for row in details(text, region) if row["kind"] == "bank")
    return row["holder"]


@pytest.mark.parametrize(
    ("text", "region", "name"),
    [
        ("Maybank 100000001536 nama AHMAD BIN ALI", "MY", "AHMAD BIN ALI"),
        ("BDO acct 000000025262 name: Maria Santos", "PH", "Maria Santos"),
        ("Depósito BBVA: 1000002030 (María Muestra)", "MX", "María Muestra"),
        ("Account number 1000005176 Zenith Bank (Grace Example)", "NG", "Grace Example"),
        ("UBA 2000003010 JOHN SAMPLE\nDelivery can be arranged", "NG", "JOHN SAMPLE"),
        ("BPI 0000009138 Maria Santos Legit seller, may proof", "PH", "Maria Santos"),
        ("STK 1000000188 VCB NGUYEN VAN AN Ai thiện chí", "VN", "NGUYEN VAN AN"),
        ("Nghệ An. Ship COD ạ. stk BIDV: 21000000004359 LE MINH DUC", "VN", "LE MINH DUC"),
        ("บัญชี กสิกร 0000000028 สมชาย ใจดี\nส่งฟรี", "TH", "สมชาย ใจดี"),
        ("บัญชี กสิกร 0000000028 นางสาว มาลี สุขใจ ไม่โกง", "TH", "นางสาว มาลี สุขใจ"),
    ],
)
def test_name_behind_an_account_is_its_holder(text: str, region: str, name: str) -> None:
    assert holder(text, region) == name


@pytest.mark.parametrize(
    "after", ["COD ONLY", "Ready Stock", "(ready stok)", "ya kak", "Transfer Dulu", "WA 0812"]
)
def test_what_sellers_write_behind_an_account_is_nobody(after: str) -> None:
    assert holder(f"BCA 0120000123 {after}", "ID") is None
