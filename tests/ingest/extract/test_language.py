"""The language of a text: told where it is evident, by its words alone, for any input."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.extract.findings import LANGUAGES
from ingest.extract.language import languages


def language(text: str | None) -> str | None:
    """Language of one text."""
    return languages(pl.Series([text], dtype=pl.String))["language"][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dijual burung murai batu umur tiga bulan lokasi Bandung", "id"),
        ("Saya nak jual burung murai, boleh tengok di Kuala Lumpur", "ms"),
        ("Two African grey parrots for sale, very tame and healthy", "en"),
        ("ขายนกปรอดหัวโขน ตัวสวย เลี้ยงเองมาสามเดือน", "th"),
        ("Bán chim chào mào, bao sống đến khi nhận hàng", "vi"),
        ("出一只猫头鹰，价格便宜，人在广州", "zh"),
        ("出一隻貓頭鷹，價格便宜，人在台北", "zh"),
        ("Vendo loro muy manso, come de todo, entrega en mano", "es"),
        ("Vendo papagaio muito manso, não faço entrega, só em mãos", "pt"),
        ("Vends deux défenses d'éléphant, la première est plus longue", "fr"),
        ("Verkaufe zwei Rotrückenara, nur an Liebhaber abzugeben", "de"),
        ("للبيع ببغاء رمادي أليف جدا مع القفص", "ar"),
        ("Продам двух попугаев, ручные, говорят", "ru"),
        ("מוכר תוכי אפור מדבר עם כלוב", "he"),
        ("बिक्री के लिए तोता, बहुत अच्छा बोलता है", "hi"),
    ],
)
def test_language_of_a_sentence(text: str, expected: str) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", "ok", "Rp 500rb WA 0812 0000 0034", "🐘🦏🐦", "1234567890",
        "https://shop.example/birds-for-sale-in-london", "@birds_for_sale_here", "DM 08120000",
        "mmm mmm mmm", "Macaca fascicularis", "budi@burung.example",
    ],
)  # fmt: skip
def test_no_language_is_evident(text: str | None) -> None:
    assert language(text) is None


@pytest.mark.parametrize(
    "around",
    [
        " https://exemple.fr/perroquets-a-vendre-pas-cher-livraison-dans-toute-la-france",
        " #perroquetsavendre #oiseauxexotiques @vendeur_de_perroquets",
        " contact vendeur.de.perroquets@oiseaux.example 0812 0000 0034 💶💶💶",
    ],
)
def test_addresses_do_not_decide(around: str) -> None:
    assert language("Two tame parrots, both healthy" + around) == "en"


def test_each_text_has_its_own_row() -> None:
    texts = [
        "Two tame parrots for sale",
        None,
        "ok",
        "Two tame parrots for sale",
        "ขายนกตัวสวยมากครับ",
    ]
    told = languages(pl.Series(texts))
    assert told["language"].to_list() == ["en", None, None, "en", "th"]
    assert told["confidence"].is_between(0, 1, closed="right").to_list() == [
        True, None, None, True, True,
    ]  # fmt: skip


def test_extraction_tells_the_language_of_each_post() -> None:
    texts = [
        "Two tame parrots for sale",
        "ok",
        None,
        "ขายนกตัวสวยมากครับ",
        "Two tame parrots for sale",
    ]
    posts = pl.DataFrame(
        {"key": list("abcde"), "text": texts, "platform": [None, None, None, "line", "telegram"]},
        schema={"key": pl.String, "text": pl.String, "platform": pl.String},
    )
    told = extract(posts, None).languages
    assert told.schema == LANGUAGES
    assert told.select("key", "language").rows() == [("a", "en"), ("d", "th"), ("e", "en")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=300) | st.none(), max_size=4))
def test_any_text_is_read(texts: list[str | None]) -> None:
    told = languages(pl.Series(texts, dtype=pl.String))
    assert told.height == len(texts)
    assert told["language"].drop_nulls().str.contains(r"^[a-z]{2}$").all()
    assert (told["language"].is_null() == told["confidence"].is_null()).all()


@pytest.mark.parametrize(
    "piece", ["\x00", "\x07 two birds", "\ufffe", "\U0010ffff", "a@", "a.", "#"]
)
@pytest.mark.timeout(60)
def test_odd_characters_and_long_texts(piece: str) -> None:
    assert languages(pl.Series([piece * 100_000, piece])).height == 2
