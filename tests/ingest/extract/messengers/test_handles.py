"""Names with @, and names after a word that tells the platform: labelled cases."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found

HANDLES = [
    ("chat @Kicau_Shop ya", "telegram", ["handle:telegram:kicau_shop"]),
    ("chat @kicau.shop.", "instagram", ["handle:instagram:kicau.shop"]),
    ("@burung34 @burung35", "tiktok", ["handle:tiktok:burung34", "handle:tiktok:burung35"]),
    ("chat @Kicau_Shop ya", None, []),
    ("chat @Kicau_Shop ya", "facebook", []),
    ("chat @Kicau_Shop ya", "whatsapp", []),
    ("budi@kicau.example", "instagram", ["email:budi@kicau.example"]),
    ("budi @gmail.com", "instagram", ["email:budi@gmail.com"]),
    ("kak budi @gmail.com", "instagram", []),
    ("@50rb per ekor", "instagram", []),
    ("@ burung", "telegram", []),
    ("a@@burung", "telegram", []),
    ("ig: kicau_34", None, ["handle:instagram:kicau_34"]),
    ("IG @kicau_34", "facebook", ["handle:instagram:kicau_34"]),
    ("insta:@kicau", "facebook", ["handle:instagram:kicau"]),
    ("ig: kicaumania", "telegram", ["handle:instagram:kicaumania"]),
    ("ig: kicaumania\nwa menyusul", None, ["handle:instagram:kicaumania"]),
    ("Telegram : Kicau_Shop", None, ["handle:telegram:kicau_shop"]),
    ("tele: @kicau", "instagram", ["handle:telegram:kicau"]),
    ("tiktok: burung.34", None, ["handle:tiktok:burung.34"]),
    ("LINE ID: kicau34", None, ["handle:line:kicau34"]),
    ("line id: 0812000034", "facebook", ["handle:line:0812000034"]),
    ("id line: @kicau", None, ["handle:line:kicau"]),
    ("line: kicau_34", None, ["handle:line:kicau_34"]),
    ("line: biru", None, []),
    ("ig: cek bio kak", None, []),
    ("tele: chat aja langsung", None, []),
    ("umig: kicau_34", None, []),
    ("ig: budi@kicau.example", None, ["email:budi@kicau.example"]),
]


@pytest.mark.parametrize(("text", "platform", "expected"), HANDLES)
def test_handle_needs_evidence_of_its_platform(
    text: str, platform: str | None, expected: list[str]
) -> None:
    assert found(text, "ID", platform) == expected
