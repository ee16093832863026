"""Short and bare numbers are told by the words and signs that announce them alone."""

from __future__ import annotations

import pytest

from ingest.extract.phones import numbers
from tests.ingest.extract.cases import details, found

ANNOUNCED = [
    ("📞 50005570", "KW", "phone:+96550005570", None),
    ("☎️ 600 00 66 77", "ES", "phone:+34600006677", None),
    ("اتصل على 66004510", "KW", "phone:+96566004510", None),
    ("واتس اب 5500 6045", "QA", "phone:+97455006045", "whatsapp"),
    ("Llama al 600006677", "ES", "phone:+34600006677", None),
    ("mi número es 610002976", "ES", "phone:+34610002976", None),
    ("contattare il (320) 000 0030", "IT", "phone:+393200000030", None),
    ("erreichbar unter 49171-3920-021", "DE", "phone:+491713920021", None),
    ("gerne WhatsApp an 49 176-0406-9647", "DE", "phone:+4917604069647", "whatsapp"),
    ("вотсап: B9260000632", "RU", "phone:+79260000632", "whatsapp"),
    ("支付宝账号：13800003831", "CN", "phone:+8613800003831", "alipay"),
    ("微信同号13800003831", "CN", "phone:+8613800003831", "wechat"),
    ("โอนพร้อมเพย์ 065 000 7915", "TH", "phone:+66650007915", "promptpay"),
    ("gcash ko 0917-000-0596", "PH", "phone:+639170000596", "gcash"),
    ("sifar satu enam sifar sifar sifar empat empat lapan dua", "MY", "phone:+60160004482", None),
]


@pytest.mark.parametrize(("text", "region", "key", "channel"), ANNOUNCED)
def test_words_and_signs_announce_a_number(
    text: str, region: str, key: str, channel: str | None
) -> None:
    assert [(row["detail_key"], row["channel"]) for row in details(text, region)] == [
        (key, channel)
    ]


@pytest.mark.parametrize(
    ("text", "region"),
    [("50005570", "KW"), ("600006677", "ES"), ("pedido 600006745, 600004750", "ES")],
)
def test_short_numbers_that_nothing_announces_are_nobody_s(text: str, region: str) -> None:
    assert found(text, region) == []


def test_a_word_announces_every_number_of_a_list() -> None:
    both = ["phone:+34600006745", "phone:+34600004750"]
    assert found("informes al 600006745, 600004750", "ES") == both
    assert found("informes al 600006745 y 600004750", "ES") == both
    assert found("informes al 600006745, pedido 600004750", "ES") == both[:1]


@pytest.mark.parametrize(
    ("text", "region", "key"),
    [
        ("Cell: 320⭐000⭐0657", "IT", "phone:+393200000657"),
        ("Cel 55 🔥 5000 🔥 0557", "MX", "phone:+525550000557"),
        ("Tel. 212💥555💥0145", "US", "phone:+12125550145"),
    ],
)
def test_signs_between_groups_separate_where_hidden_digits_make_no_number_of_the_country(
    text: str, region: str, key: str
) -> None:
    assert found(text, region) == [key]


def test_a_letter_between_digits_is_a_digit_or_the_number_is_nobody_s() -> None:
    assert found("wa 1 O 000000000", "CN") == ["unresolved:10000000000"]


def test_a_name_after_a_number_in_words_is_no_digit() -> None:
    assert found("Gọi 0900 007 năm không ba gặp Nam", "VN") == ["phone:+84900007503"]


def test_no_country_code_begins_with_zero() -> None:
    assert numbers.clean("+084300000000", "ID") is None
