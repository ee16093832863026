"""Places that advertisements say they are in, in their own words; and what is none."""

from __future__ import annotations

import time

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.extract.findings import PLACES_SAID
from ingest.extract.folding import unify
from ingest.extract.goods import places
from ingest.extract.goods.places_words import announcing
from ingest.extract.setting import NOWHERE
from ingest.extract.signs import marked


def places_in(text: str) -> list[str]:
    """Places of one text, as its finder sees it when nothing else is found."""
    return [found.place for found in places.find(unify(text), NOWHERE)]


def extracted(text: str) -> pl.DataFrame:
    row = {"key": ["p"], "text": [text], "platform": [None]}
    return extract(pl.DataFrame(row, schema=dict.fromkeys(row, pl.String)), "ID").places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lokasi Bandung", "Bandung"),
        ("jual murah lokasi bandung", "bandung"),
        ("lok: Bekasi Timur", "Bekasi Timur"),
        ("lok. Cimahi", "Cimahi"),
        ("lok cikarang barat bisa cod", "cikarang barat"),
        ("LOKASI : BANDUNG, JAWA BARAT", "BANDUNG, JAWA BARAT"),
        ("Lokasi: Jl. Pramuka No 5", "Jl. Pramuka"),
        ("bisa COD Depok ya", "Depok"),
        ("COD area Jakarta Selatan, siap kirim", "Jakarta Selatan"),
        ("📍 Surabaya", "Surabaya"),
        ("📍bandung", "bandung"),
        ("📍 Lokasi : Cileungsi - Bogor", "Cileungsi"),
        ("Location: Petaling Jaya, Selangor. Price on request", "Petaling Jaya, Selangor"),
        ("located in Kuala Lumpur and ready", "Kuala Lumpur"),
        ("Located in Miami, Serious buyers only", "Miami"),
        ("Located in the Netherlands", "Netherlands"),
        ("Mình ở Hà Nội nhé", "Hà Nội"),
        ("ở TP.HCM", "TP.HCM"),
        ("ส่งจาก เชียงใหม่ ครับ", "เชียงใหม่"),
        ("นัดรับที่รังสิตได้ทุกวัน", "รังสิต"),
        ("坐标成都", "成都"),
        ("坐标四川成都可面交", "四川成都"),
        ("坐标：广东省广州市白云区", "广东省广州市白云区"),
        ("ubicación Lima", "Lima"),
        ("Ubicado en Santiago de Chile, envíos a todo el país", "Santiago de Chile"),
        ("localização Recife", "Recife"),
        ("Situé à Saint-Denis de la Réunion", "Saint-Denis de la Réunion"),
        ("situé à Nice", "Nice"),
        ("Standort Hamburg", "Hamburg"),
        ("Abholung in Frankfurt am Main möglich", "Frankfurt am Main"),
        ("Standort: Köln, Abholung", "Köln"),
        ("الموقع: الرياض", "الرياض"),
        ("स्थान: नई दिल्ली", "नई दिल्ली"),
        ("Taga Cavite po", "Cavite"),
        ("Самовывоз из Нижнего Новгорода", "Нижнего Новгорода"),
        ("Konum: İstanbul", "İstanbul"),
        ("Ritiro a Reggio Emilia", "Reggio Emilia"),
        ("Locatie: Den Haag", "Den Haag"),
        ("Lokalizacja: Warszawa", "Warszawa"),
        ("所在地：東京都世田谷区", "東京都世田谷区"),
        ("위치: 서울 강남구", "서울 강남구"),
    ],
)
def test_places_are_found_as_they_are_written(text: str, place: str) -> None:
    assert places_in(text) == [place]
    assert extracted(text)["place"].to_list() == [place]


@pytest.mark.parametrize(
    "text",
    [
        "di rumah",
        "lokasi di rumah",
        "lokasi strategis",
        "lokasi mana?",
        "Lokasi di mana ya",
        "share lokasi Bandung dong",
        "ở nhà",
        "voi sống ở Châu Phi",
        "tại Zalo nhé",
        "location: secret",
        "Location: PM",
        "location : inbox me",
        "LOCATION: ASK ME",
        "Location: Worldwide",
        "Location: full sun",
        "located in the cage",
        "located in a quiet room",
        "COD only",
        "COD Shopee",
        "bisa cod rumah",
        "Cod liver oil",
        "no COD Depok",
        "Standort: halbschattig",
        "Standort sonnig",
        "Abholung in Person",
        "📍 Ready stock",
        "📍 Umur 3 bulan\n📍 Betina\n📍 Medan",
        "พิกัดใต้คอมเม้น",
        "นัดรับได้ทุกวัน",
        "ไม่นัดรับเชียงใหม่",
        "有人在吗",
        "坐标见图",
        "坐标：私聊",
        "地点在哪里",
        "Location:\nbirds",
        "lieu : à convenir",
        "Bandung",
        "dari Bandung ke Jakarta",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert places_in(text) == []


def test_no_price_and_no_detail_is_part_of_a_place() -> None:
    text = "Lokasi Bekasi Rp 500rb WA 0812 0000 0034\nLok: budi@kicau.example Bogor"
    assert extracted(text)["place"].to_list() == ["Bekasi"]


def test_an_animal_is_no_place() -> None:
    assert extracted("Location: Panthera tigris").is_empty()
    assert extracted("Location: Penang").height == 1


def test_spans_hold_the_name_alone_and_the_words_that_announce_it() -> None:
    text = "Dijual.\nLokasi  :  𝗕𝗮𝗻𝗱𝘂𝗻𝗴  Kota, hub \u200bsaya"
    (found,) = extracted(text).to_dicts()
    assert found == {
        "key": "p",
        "place": "Bandung Kota",
        "cue": "lokasi",
        "raw": "𝗕𝗮𝗻𝗱𝘂𝗻𝗴  Kota",
        "start": text.index("𝗕"),
        "end": text.index(", hub"),
    }


WORDS = sorted({word for _, word in announcing()})
PARTS = ["Bandung", "kuala", "成都", "เชียง", "ใหม่", ",", ", ", "-", ":", " ", "\n", "12", "\x00",
         "İ", "\u2060", "d'", "de", ".", "नई", "📍"]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(PARTS) | st.text(max_size=5), max_size=12))
def test_places_stand_in_the_text_and_never_reach_beyond(parts: list[str]) -> None:
    text = unify("".join(parts))
    last = 0
    for start, end, place, cue in places.find(text, NOWHERE):
        assert last <= start < end
        raw = text[start:end]
        assert raw == raw.strip()
        assert not set(raw) & set("\n\x00:") and not any(letter.isdecimal() for letter in raw)
        assert place.split() == raw.replace("\u2060", "").split()
        assert cue in WORDS
        last = end


def test_texts_with_a_place_show_its_signs() -> None:
    texts = ["Lokasi Bandung", "坐标成都", "ส่งจากเชียงใหม่", "📍 Surabaya", "ở Huế", "good bird"]
    table = pl.DataFrame({"plain": [unify(text) for text in texts]})
    shown = marked(table, {"places": places.may_hold(NOWHERE.cues)})["places"]
    assert shown.to_list() == [True] * 5 + [False]


def test_cost_grows_with_the_text_only() -> None:
    for part in ("lokasi ", "📍", "坐标", "COD Aa Bb ", "location: a, "):
        begun = time.perf_counter()
        list(places.find(part * 5_000, NOWHERE))
        assert time.perf_counter() - begun < 5, part


def test_nothing_found_is_a_table_all_the_same() -> None:
    assert extracted("good bird").schema == PLACES_SAID
