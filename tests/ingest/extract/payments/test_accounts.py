"""Bank accounts: which numbers are ones, at which bank, and in whose name."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from tests.ingest.extract.cases import details


def accounts(text: str, region: str | None = None) -> list[tuple[str, str | None]]:
    return [
        (row["detail_key"], row["holder"]) for row in details(text, region) if row["kind"] == "bank"
    ]


def bank_keys(text: str, region: str | None = None) -> list[str]:
    return [key for key, _ in accounts(text, region)]


BCA, BUDI = "bank:ID:BCA:1234567890", "Budi Santoso"


@pytest.mark.parametrize(
    ("text", "region", "key", "holder"),
    [
        ("BCA 1234567890 a/n Budi Santoso", "ID", BCA, BUDI),
        ("Rek BCA: 123-456-7890 an. Budi Santoso", "ID", BCA, BUDI),
        ("bca 123 456 7890 atas nama Budi  Santoso\nkirim bukti", "ID", BCA, BUDI),
        ("BCA a/n Budi Santoso 1234567890", "ID", BCA, BUDI),
        ("a.n. Budi Santoso\nBCA 1234567890", "ID", BCA, BUDI),
        ("No Rek: 1234567890 (BCA) a/n Budi Santoso", "ID", BCA, BUDI),
        ("1234567890 BCA a/n Budi Santoso", "ID", BCA, BUDI),
        ("🏦 BCA : 1234567890\n👤 A/N : Budi Santoso", "ID", BCA, BUDI),
        ("BCA cabang Bogor 1234567890", "ID", BCA, None),
        ("BCA １２３４５６７８９０", None, BCA, None),
        ("BCA 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣ an BUDI SANTOSO Terima kasih", "ID", BCA, "BUDI SANTOSO"),
        ("BRI 0012-01-012345-50-3", "ID", "bank:ID:BRI:001201012345503", None),
        ("Mandiri 123-00-1234567-8 a.n. PT Fiksi Jaya", "ID", "bank:ID:MANDIRI:1230012345678",
         "PT Fiksi Jaya"),
        ("norek 12345678901", "ID", "bank:ID:?:12345678901", None),
        ("Maybank 112233445566", "MY", "bank:MY:MAYBANK:112233445566", None),
        ("CIMB 7012345678", None, "bank:MY:CIMB:7012345678", None),
        ("CIMB Niaga 7012345678901", None, "bank:ID:CIMB:7012345678901", None),
        ("STK: 0011004123456 Vietcombank CTK: NGUYEN VAN A", "VN", "bank:VN:VCB:0011004123456",
         "NGUYEN VAN A"),
        ("Techcombank 19031234567890 Trần Thị Bé", "VN", "bank:VN:TCB:19031234567890",
         "Trần Thị Bé"),
        ("ธ.กสิกรไทย เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี นาย สมชาย ใจดี", "TH",
         "bank:TH:KBANK:1234567890", "นาย สมชาย ใจดี"),
        ("ธนาคารKBank 123-4-56789-0", "TH", "bank:TH:KBANK:1234567890", None),
        ("工商银行 6222 0210 0112 3456 789 户名：张三", "CN",
         "bank:CN:ICBC:6222021001123456789", "张三"),
        ("BDO 001234567890", "PH", "bank:PH:BDO:001234567890", None),
        ("A/c no 123456789012 IFSC HDFC0001234", "IN", "bank:IN:HDFC:123456789012", None),
        ("UBA 2000005439", "NG", "bank:NG:UBA:2000005439", None),
        ("Banco do Brasil ag. 1234-5 conta 12345-6 titular Ana Exemplo", "BR",
         "bank:BR:BB:1234123456", "Ana Exemplo"),
        ("account number: 1234567890", None, "bank:?:?:1234567890", None),
    ],
)  # fmt: skip
def test_an_account_is_found(text: str, region: str | None, key: str, holder: str | None) -> None:
    assert accounts(text, region) == [(key, holder)]


def test_each_number_belongs_to_the_bank_beside_it() -> None:
    text = "BCA 1234567890 a/n Budi Santoso\nBRI 001201012345503 a/n Siti Aminah"
    assert accounts(text, "ID") == [
        (BCA, BUDI),
        ("bank:ID:BRI:001201012345503", "Siti Aminah"),
    ]


def test_its_place_is_the_number_alone() -> None:
    (row,) = details("Rek BCA 123-456-7890, 5 ekor", "ID")
    assert (row["raw"], row["start"]) == ("123-456-7890", 8)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("BCA 0812 3456 7890", "ID"),
        ("BCA / DANA 081200000034", "ID"),
        ("bisa BCA, BRI, Mandiri. WA 081200000034", "ID"),
        ("Mandiri 1.500.000.000", "ID"),
        ("transfer BCA 15000000", "ID"),
        ("DP BCA Rp 1500000000", "ID"),
        ("ayam jago 150012345678", "ID"),
        ("kuda 2000004161", "NG"),
        ("rekomendasi 1234567890", "ID"),
        ("abca 1234567890", "ID"),
        ("BCA 123456xxxx", "ID"),
        ("BCA +62 812 0000 0034", "ID"),
        ("BNI 0812000034", "ID"),
        ("กสิกร 081-234-5678", "TH"),
        ("ส่งกรุงเทพ 0812345678", "TH"),
        ("Vietcombank 0912345678", "VN"),
        ("account 9876543210", "IN"),
        ("支付宝账号：13800000000", "CN"),
        ("telegram account 123456789", "GB"),
        ("BCA resi 1234567890123", "ID"),
        ("bank holiday on 12-11-2026", "GB"),
        ("BCA", "ID"),
    ],
)
def test_what_only_looks_like_an_account_is_none(text: str, region: str) -> None:
    assert accounts(text, region) == []


def test_the_same_name_in_two_countries_is_the_region_s_bank() -> None:
    assert bank_keys("Maybank 112233445566", "MY") == ["bank:MY:MAYBANK:112233445566"]
    assert bank_keys("Maybank 1122334455", "ID") == ["bank:ID:MAYBANK:1122334455"]


@pytest.mark.parametrize("text", ["card no 4111 1111 1111 1111", "BCA 4111111111111111"])
def test_the_number_of_a_card_is_hidden(text: str) -> None:
    (row,) = [row for row in details(text, "ID") if row["kind"] == "bank"]
    assert row["detail_key"].startswith("bank:ID:CARD:hmac-")
    assert "4111" not in "".join(str(value) for value in row.values())
    assert row["raw"].startswith("••••")


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789", min_size=14, max_size=14), st.integers(1, 9))
def test_a_card_whose_check_digit_does_not_fit_is_none(body: str, off: int) -> None:
    number = "4" + body
    check = int(luhn.calc_check_digit(number))
    assert len(bank_keys(f"visa {number}{check}")) == 1
    assert bank_keys(f"visa {number}{(check + off) % 10}") == []


@settings(max_examples=40, deadline=None)
@given(st.integers(10**9, 10**10 - 1), st.sampled_from([" ", "-", "."]))
def test_grouping_does_not_change_an_account(number: int, mark: str) -> None:
    digits = str(number)
    assume(not digits.endswith("0000"))
    grouped = mark.join((digits[:3], digits[3:6], digits[6:]))
    plain = bank_keys(f"rek BCA {digits} a/n Budi Santoso", "ID")
    assert bank_keys(f"rek BCA {grouped} a/n Budi Santoso", "ID") == plain


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("BCA 1234567890 a/n budi santoso", "budi santoso"),
        ("BCA 1234567890 a/n Budi Santoso WA 081200000034", BUDI),
        ("BCA 1234567890 a/n Ahmad bin Ali", "Ahmad bin Ali"),
        ("BCA 1234567890 a/n M. Yusuf", "M. Yusuf"),
        ("BCA 1234567890 a/n Budi Santoso, kirim bukti", BUDI),
        ("BCA 1234567890 a/n Budi\nSantoso", "Budi"),
        ("BCA 1234567890 a/n 081200000034", None),
        ("BCA 1234567890 ready stok banyak", None),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, holder: str | None) -> None:
    assert accounts(text, "ID") == [(BCA, holder)]
