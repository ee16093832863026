"""Web addresses and what they lead to: labelled cases."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import details, found

PHONE = "phone:+6281200000034"

LINKS = [
    ("https://wa.me/6281200000034", [PHONE]),
    ("wa.me/6281200000034?text=halo%20kak", [PHONE]),
    ("http://wa.me/+6281200000034.", [PHONE]),
    ("https://wa.me/c/6281200000034", [PHONE]),
    ("https://api.whatsapp.com/send?phone=6281200000034&text=hai", [PHONE]),
    ("api.whatsapp.com/send/?phone=%2B6281200000034", [PHONE]),
    ("whatsapp://send?phone=6281200000034", [PHONE]),
    ("https://t.me/+6281200000034", [PHONE]),
    ("tg://resolve?phone=6281200000034", [PHONE]),
    ("https://wa.me/message/ABCDEF123", ["url:wa.me/message/ABCDEF123"]),
    ("https://t.me/Kicau_Shop", ["handle:telegram:kicau_shop"]),
    ("t.me/s/kicau_shop/123", ["handle:telegram:kicau_shop"]),
    ("telegram.me/kicau_shop", ["handle:telegram:kicau_shop"]),
    ("kicaushop.t.me/", ["handle:telegram:kicaushop"]),
    ("tg://resolve?domain=kicau_shop", ["handle:telegram:kicau_shop"]),
    ("t.me/+AbCdEfGhIjKl", ["invite:t.me/+AbCdEfGhIjKl"]),
    ("https://t.me/joinchat/AbCdEfGhIjKl", ["invite:t.me/+AbCdEfGhIjKl"]),
    ("tg://join?invite=AbCdEfGhIjKl", ["invite:t.me/+AbCdEfGhIjKl"]),
    ("t.me/addstickers/Burung", ["url:t.me/addstickers/Burung"]),
    (
        "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv",
        ["invite:chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv"],
    ),
    ("t.me/c/1234567890/45", ["invite:t.me/c/1234567890"]),
    ("t.me/kicau_shop/123", ["handle:telegram:kicau_shop"]),
    ("kicaushop.t.me", ["handle:telegram:kicaushop"]),
    ("https://whatsapp.com/channel/AbCdEfGhIjKl", ["invite:whatsapp.com/channel/AbCdEfGhIjKl"]),
    ("wa.me/qr/ABCDEF123", ["url:wa.me/qr/ABCDEF123"]),
    ("line.me/ti/g/AbCdEfGhIj", ["invite:line.me/ti/g/AbCdEfGhIj"]),
    ("line.me/R/ti/g2/AbCdEfGhIj", ["invite:line.me/ti/g2/AbCdEfGhIj"]),
    ("line://ti/p/~kicau.34", ["handle:line:kicau.34"]),
    ("lin.ee/AbCdEf", ["url:lin.ee/AbCdEf"]),
    ("https://open.kakao.com/o/gAbCdEf", ["invite:open.kakao.com/o/gAbCdEf"]),
    ("http://pf.kakao.com/_AbCdE", ["handle:kakao:_abcde"]),
    ("zalo.me/kicau_shop", ["handle:zalo:kicau_shop"]),
    ("zalo.me/g/abcdef123", ["invite:zalo.me/g/abcdef123"]),
    ("zalo.me/pc", ["url:zalo.me/pc"]),
    ("signal.group/#CjQKIAbCdEfGhIjKlMnOp", ["invite:signal.group/#CjQKIAbCdEfGhIjKlMnOp"]),
    (
        "https://signal.me/#eu/AbCdEfGhIjKlMnOpQrStUvWx",
        ["url:signal.me/#eu/AbCdEfGhIjKlMnOpQrStUvWx"],
    ),
    ("wpa.qq.com/msgrd?v=3&uin=12345678", ["qq:12345678"]),
    ("https://jq.qq.com/?_wv=1027&k=AbCdEfGh", ["invite:jq.qq.com/?k=AbCdEfGh"]),
    ("https://www.snapchat.com/add/Kicau.34", ["other:snapchat/kicau.34"]),
    ("https://threema.id/ABCD1234", ["other:threema/ABCD1234"]),
    ("加群t.me/+AbCdEfGhIjKl", ["invite:t.me/+AbCdEfGhIjKl"]),
    ("discord.gg/AbCdEf", ["invite:discord.gg/AbCdEf"]),
    ("https://discord.com/invite/AbCdEf", ["invite:discord.gg/AbCdEf"]),
    ("https://www.instagram.com/burung.id/?igshid=abc=", ["handle:instagram:burung.id"]),
    ("instagram.com/stories/burung.id/123", ["handle:instagram:burung.id"]),
    ("https://www.instagram.com/p/AbC123/", ["url:instagram.com/p/AbC123"]),
    ("facebook.com/kicau.shop", ["handle:facebook:kicau.shop"]),
    ("https://m.facebook.com/profile.php?id=100000000034&ref=x", ["handle:facebook:100000000034"]),
    ("https://www.facebook.com/people/Toko-Burung/100000000034/", ["handle:facebook:100000000034"]),
    ("https://www.facebook.com/groups/123456/", ["invite:facebook.com/groups/123456"]),
    (
        "https://www.facebook.com/groups/KicauMania/?ref=share",
        ["invite:facebook.com/groups/kicaumania"],
    ),
    (
        "https://www.facebook.com/groups/123456/permalink/77/",
        ["url:facebook.com/groups/123456/permalink/77"],
    ),
    ("facebook.com/groups/123456/user/100000000034/", ["handle:facebook:100000000034"]),
    ("fb.me/kicau.shop", ["handle:facebook:kicau.shop"]),
    ("fb.me/3AbCdEf", ["url:fb.me/3AbCdEf"]),
    ("https://m.me/j/AbCdEfGhIjKl/", ["invite:m.me/j/AbCdEfGhIjKl"]),
    ("https://vm.tiktok.com/ZMabcdef/", ["url:vm.tiktok.com/ZMabcdef"]),
    ("https://www.facebook.com/share/p/AbC/?mibextid=x", ["url:facebook.com/share/p/AbC"]),
    ("m.me/kicau.shop", ["handle:facebook:kicau.shop"]),
    ("https://www.tiktok.com/@Burung_Juara/video/1?lang=id", ["handle:tiktok:burung_juara"]),
    ("https://line.me/ti/p/~kicau.34", ["handle:line:kicau.34"]),
    ("https://line.me/R/ti/p/%40kicau34", ["handle:line:kicau34"]),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Ft.me%2Fkicau_shop&h=x",
        ["handle:telegram:kicau_shop"],
    ),
    ("https://www.shop.example/Item/34/?utm_source=a&id=7#top", ["url:shop.example/Item/34?id=7"]),
    ("hxxps://shop.example/a", ["url:shop.example/a"]),
    ("(see https://shop.example/a_(b)).", ["url:shop.example/a_(b)"]),
    ("kunjungi www.kicau.com.Murah", ["url:kicau.com"]),
    ("kicau.co.id/34", ["url:kicau.co.id/34"]),
    ("bit.ly/3AbCd", ["url:bit.ly/3AbCd"]),
    ("lihat https://shop.example/a加我", ["url:shop.example/a"]),
    ("https://wa.me/6281200000034https://t.me/kicau_shop", [PHONE, "handle:telegram:kicau_shop"]),
    ("https://[::1", []),
    ("https:// kosong", []),
    ("siap.kirim dan/atau antar.jemput", []),
    ("1.500.000/ekor", []),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_link_is_read_as_what_it_leads_to(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_number_in_a_link_without_its_country_needs_a_region() -> None:
    assert PHONE not in found("wa.me/081200000034")
    assert found("wa.me/081200000034", "ID") == [PHONE]


def test_the_same_number_in_text_and_link_has_one_key() -> None:
    rows = details("WA 0812-0000-0034 atau wa.me/6281200000034", "ID")
    assert [row["detail_key"] for row in rows] == [PHONE, PHONE]
    assert [row["rule"] for row in rows] == ["national", "wa.me"]


NUMBERS = [
    ("https://zalo.me/0900000034", "zalo", "phone:+84900000034"),
    ("zalo.me/84900000034", "zalo", "phone:+84900000034"),
    ("https://signal.me/#p/+6281200000034", "signal", PHONE),
    ("viber://chat?number=%2B6281200000034", "viber", PHONE),
    ("https://wa.me/6281200000034", "whatsapp", PHONE),
    ("https://whatsapp.com/catalog/6281200000034", "whatsapp", PHONE),
    ("https://t.me/+6281200000034", "telegram", PHONE),
]


@pytest.mark.parametrize(("text", "channel", "key"), NUMBERS)
def test_number_in_a_link_has_the_channel_of_the_link(text: str, channel: str, key: str) -> None:
    [row] = details(text)
    assert (row["detail_key"], row["channel"]) == (key, channel)
