"""Names after words that tell the messenger: labelled cases, and what the words do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract_details
from ingest.extract.extractor import shipped_extractor
from ingest.extract.folding import unify
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.shipped import shipped_cues
from ingest.extract.messengers import cued
from ingest.extract.setting import Setting
from tests.ingest.extract.cases import details, found
from tests.ingest.extract.test_extraction import posts

WECHAT = "wechat:abc12345"
WECHAT_WORDS = [
    "微信", "微信号", "薇信", "威信", "徽信", "维信", "V信", "v信号", "vx", "VX", "wx", "weixin",
    "WeChat", "加V", "加微", "＋V", "➕V", "微❤️", "微🌟", "V/X", "微 信", "微.信", "위챗",
    "вичат", "วีแชท",
]  # fmt: skip
GAPS = ["：", ": ", " : ", "=", " ", " 👉 ", "（id）：", " ID: ", ":\n"]


@pytest.mark.parametrize("gap", GAPS)
def test_wechat_id_is_found_after_every_disguise(gap: str) -> None:
    texts = [f"象牙有货 {word}{gap}Abc12345" for word in WECHAT_WORDS]
    read = extract_details(posts(*texts, platform=None), None)
    assert read["detail_key"].to_list() == [WECHAT] * len(texts)


IN_DISGUISE = [
    ("微信abc12345加我", [WECHAT]),
    ("卫星：abc12345", [WECHAT]),
    ("加微信薇：abc12345", [WECHAT]),
    ("有货V：abc12345", [WECHAT]),
    ("v\u200bx：a\u200bbc12345", [WECHAT]),
    ("ｖｘ：ａｂｃ１２３４５", [WECHAT]),
    ("v x : a b c 1 2 3", ["wechat:abc123"]),
    ("vx：a🌸b🌸c🌸1🌸2🌸3", ["wechat:abc123"]),
    ("加wxid_abc123", ["wechat:wxid_abc123"]),
    ("加Vwxid_abc123", ["wechat:wxid_abc123"]),
    ("加vx kicaushop 看货", ["wechat:kicaushop"]),
    ("My WeChat ID is abc12345", [WECHAT]),
    ("QQ/微信：abc12345", [WECHAT]),
    ("VX/QQ：abc12345", [WECHAT]),
]


@pytest.mark.parametrize(("text", "expected"), IN_DISGUISE)
def test_wechat_id_is_found_in_disguise(text: str, expected: list[str]) -> None:
    assert found(text) == expected


NAMES = [
    ("QQ:12345678", ["qq:12345678"]),
    ("QQ 1234 5678", ["qq:12345678"]),
    ("扣扣12345678", ["qq:12345678"]),
    ("扣扣：1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", ["qq:12345678"]),
    ("企鹅号 12345678", ["qq:12345678"]),
    ("微信/QQ：12345678", ["qq:12345678"]),
    ("QQ群：12345678", ["invite:qq-group/12345678"]),
    ("进Q群12345678", ["invite:qq-group/12345678"]),
    ("BBM 2A1B3C4D", ["bbm:2a1b3c4d"]),
    ("PIN BB: 7F3A 21BC", ["bbm:7f3a21bc"]),
    ("Pin: 7f3a21bc", ["bbm:7f3a21bc"]),
    ("line ID: kicau_34", ["handle:line:kicau_34"]),
    ("ไลน์ kicau34", ["handle:line:kicau34"]),
    ("ไอดีไลน์: @kicau", ["handle:line:kicau"]),
    ("add line kicau34 ya", ["handle:line:kicau34"]),
    ("line: ~kicau34", ["handle:line:kicau34"]),
    ("카톡 kicau34", ["handle:kakao:kicau34"]),
    ("카톡아이디: kicau34", ["handle:kakao:kicau34"]),
    ("KakaoTalk ID kicau34", ["handle:kakao:kicau34"]),
    ("zalo: @kicau_34", ["handle:zalo:kicau_34"]),
    ("Signal: kicau.34", ["handle:signal:kicau.34"]),
    ("signal @kicau.34", ["handle:signal:kicau.34"]),
    ("tg kicau_34", ["handle:telegram:kicau_34"]),
    ("电报 kicau_34", ["handle:telegram:kicau_34"]),
    ("飞机：@kicau_34", ["handle:telegram:kicau_34"]),
    ("加飞机kicau_34", ["handle:telegram:kicau_34"]),
    ("тг @kicau_34", ["handle:telegram:kicau_34"]),
    ("تليجرام @kicau_34", ["handle:telegram:kicau_34"]),
    ("Telegram 👉 kicau_34", ["handle:telegram:kicau_34"]),
    ("¥2800Telegram: @kicau_34", ["handle:telegram:kicau_34"]),
    ("ig kicau_34", ["handle:instagram:kicau_34"]),
    ("ig: KICAU.SHOP", ["handle:instagram:kicau.shop"]),
    ("IG/FB: kicau_34", ["handle:instagram:kicau_34"]),
    ("ig: kicau.Terima kasih", ["handle:instagram:kicau"]),
    ("tiktok kicau34", ["handle:tiktok:kicau34"]),
    ("抖音号：kicau34", ["handle:tiktok:kicau34"]),
    ("FB: kicau.shop", ["handle:facebook:kicau.shop"]),
    ("fb @kicaushop", ["handle:facebook:kicaushop"]),
    ("LINE：kicau34 / IG：kicau_35", ["handle:line:kicau34", "handle:instagram:kicau_35"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_name_is_found_after_its_word(text: str, expected: list[str]) -> None:
    assert found(text) == expected


NO_NAMES = [
    "微信支付888元", "微信支付宝都可以", "微信群满了", "微信公众号文章很多", "微信同号",
    "加微信群", "微信：888888元", "卫星电视 dvb20", "卫星 gaofen01", "飞机票 2000元",
    "飞机 boeing747", "企鹅 100000元", "扣扣子 3颗", "QQ糖 50000g", "QQ 1.500.000", "QQ 12",
    "v我50", "V5", "5 v 5 : abc12345", "v: abcdefg", "vx 15 ekor", "wx 300rb", "WeChat Pay 2000",
    "wechat: please add", "WeChat: available", "wechat me please", "wechat\n\nkicau_34",
    "pin 12345678", "PIN ATM: 123456", "bbm naik lagi", "bbm 12 liter", "bb: 25kg",
    "line dancing class 2024", "The line is long: wait", "Line: 2 antrian",
    "deadline: besok pagi", "hotline: kicau_34", "online: kicau_34", "라인 타세요",
    "kakao: bubuk coklat", "kakao 70prozent", "카톡 주세요", "zalo: anh em inbox", "Signal: weak",
    "signal strength: 5.34", "signal: check.it", "telegram only no call", "tele mau tanya kak",
    "Telegram: join grup kami", "tele: información", "telegram: kicau.shop", "tgl: 12-11-2026",
    "ig: dm aja", "IG: closed", "big: kicau_34", "cek ig kami.terima kasih",
    "instagram: instagram", "tiktok shop: diskon", "tiktok viral.banget kak", "tt: 500rb",
    "TT atau COD", "fb: Budi Santoso", "fb saya: Toko Burung Jaya", "id: kicau_34",
    "contact: kicau_34", "snapchat: kicau_34", "user: kicau_34", "FAQ: 12345678",
    "foo@line: kicau_34", "tele: O8120000034", "line: 0812 000 034",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_sentence_with_such_a_word_gives_no_name(text: str) -> None:
    assert [key for key in found(text) if not key.startswith(("unresolved:", "phone:"))] == []


def test_chinese_mobile_number_after_the_word_is_a_telephone_number() -> None:
    for text in ("微信：13800138000", "vx13800138000"):
        [row] = details(text, "CN")
        assert (row["detail_key"], row["channel"]) == ("phone:+8613800138000", "wechat")


def test_qq_number_in_place_of_a_wechat_id_needs_a_chinese_text() -> None:
    [row] = details("微信：123456789", "CN")
    assert (row["detail_key"], row["channel"]) == ("qq:123456789", "wechat")
    assert not any(key.startswith("qq") for key in found("微信：123456789", "SG"))


def test_name_of_another_network_is_not_taken_for_one_of_the_home_network() -> None:
    assert found("IG @kicau_34", platform="telegram") == ["handle:instagram:kicau_34"]
    assert found("chat @kicau_34", platform="telegram") == ["handle:telegram:kicau_34"]


def test_a_word_added_to_the_lexicon_announces_names() -> None:
    text = posts("象牙 维芯🌿：abc12345", "葳芯 abc12345", "Wexet abc12345", platform=None)
    assert extract_details(text, None).is_empty()
    words = tuple(
        (kind, (*named, "维芯🌿", "葳芯", "wexet") if kind == "wechat" else named)
        for kind, named in shipped_cues().words
    )
    shipped = shipped_extractor()
    taught = replace(shipped, lexicon=replace(shipped.lexicon, cues=Cues(words)))
    assert extract_details(text, None, taught)["detail_key"].to_list() == [WECHAT] * 3


PIECES = [
    "微信", "：", ":", " ", "\n", "\x00", "abc12345", "kicau_34", "QQ", "12345678", "line", "id",
    "@", "ig", "/", "\u200b", "❤️", "加", "v", "x", "İ", "İg:", "飞机", "1️⃣", "a b c 1 2 3",
    "2A1B 3C4D", "bbm", "signal", ".", "👉", "kakao", "카톡", "tele", "-", "_", "wxid_",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(["CN", None]))
def test_names_lie_within_the_text_and_cross_no_blank(text: str, region: str | None) -> None:
    plain = unify(text)
    for item in cued.find(plain, Setting(region, None, shipped_cues(), b"")):
        span = plain[item.start : item.end]
        assert span
        assert "\x00" not in span
        assert "\n" not in span
        letters = [letter for letter in span.lower() if letter.isascii() and letter.isalnum()]
        kept = item.value.rpartition("/")[2]
        assert letters == [letter for letter in kept if letter.isalnum()]


@pytest.mark.parametrize(
    "piece",
    [
        "vx：",
        "line id ",
        "加v",
        "ig/",
        "微信 a b c 1 2 ",
        "qq 1 2 3 ",
        "tg:a",
        "id ",
        "w.x",
        "a.b ig: ",
    ],
)
@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    setting = Setting("CN", None, shipped_cues(), b"")
    assert all(item.end <= len(text) for item in cued.find(unify(text), setting))
