"""Taxa named in texts: many languages, products, false friends, company."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.taxa.shipped import shipped_taxa
from ingest.extract.taxa.shipped_lists import shipped_lists
from ingest.extract.taxa.taxa import IN_COMPANY, NAMED
from tests.ingest.extract.taxa.naming import folded, named

ELEPHANTS = "Elephantidae"


@pytest.mark.parametrize(
    ("text", "taxon", "product", "raw"),
    [
        ("Verkaufe zwei Rotrückenara, 1.000 EUR", "Primolius maracana", None, "Rotrückenara"),
        ("2 Rotrueckenaras abzugeben", "Primolius maracana", None, "Rotrueckenaras"),
        ("Rotohrara", "Ara rubrogenys", None, "Rotohrara"),
        ("2 défenses en ivoire 75 cm", ELEPHANTS, "ivory", "défenses en ivoire"),
        ("jual pipa gading asli", ELEPHANTS, "ivory", "pipa gading"),
        ("ada GADING ready", ELEPHANTS, "ivory", "GADING"),
        ("出售象牙，私聊", ELEPHANTS, "ivory", "象牙"),
        ("ขายงาช้างสวยมาก", ELEPHANTS, "ivory", "งาช้าง"),
        ("للبيع عاج أصلي", ELEPHANTS, "ivory", "عاج"),
        ("بيع العاج", ELEPHANTS, "ivory", "العاج"),
        ("marfil de elefante", ELEPHANTS, "ivory", "marfil de elefante"),
        ("bán ngà voi", ELEPHANTS, "ivory", "ngà voi"),
        ("pembe za ndovu", ELEPHANTS, "ivory", "pembe za ndovu"),
        ("cula badak 1kg", "Rhinocerotidae", "horn", "cula badak"),
        ("出犀牛角", "Rhinocerotidae", "horn", "犀牛角"),
        ("cao hổ cốt", "Panthera tigris", "balm", "cao hổ cốt"),
        ("虎骨酒一瓶", "Panthera tigris", "bone", "虎骨酒"),
        ("tiger skins for sale", "Panthera tigris", "skin", "tiger skins"),
        ("Tigerfell antik", "Panthera tigris", "skin", "Tigerfell"),
        ("taring harimau sumatera", "Panthera tigris", "tooth", "taring harimau sumatera"),
        ("colmillos de jaguar", "Panthera onca", "tooth", "colmillos de jaguar"),
        ("sisik trenggiling kering", "Manis javanica", "scales", "sisik trenggiling"),
        ("#muraibatu gacor", "Copsychus malabaricus", None, "muraibatu"),
        ("african greys, tame", "Psittacus erithacus", None, "african greys"),
        ("Psittacus erithacus!", "Psittacus erithacus", None, "Psittacus erithacus"),
        ("Ara maracana", "Primolius maracana", None, "Ara maracana"),
        ("guacamayas rojas y loros", "Ara macao", None, "guacamayas rojas"),
        ("as araras-azuis-grandes", "Anodorhynchus hyacinthinus", None, "araras-azuis-grandes"),
        ("bebé otorongo", "Panthera onca", "young", "bebé otorongo"),
        ("mơ mật gấu tươi", "Ursidae", "bile", "mật gấu"),
        ("khi duoi dai con", "Macaca fascicularis", "young", "khi duoi dai con"),
        ("للبيع شبل أسد", "Panthera leo", "young", "شبل أسد"),
        ("الببغاء الرمادي", "Psittacus erithacus", None, "الببغاء الرمادي"),
        ("Hippocampus spp. dried", "Hippocampus", None, "Hippocampus spp"),
        ("हाथी दांत बेचना", ELEPHANTS, "ivory", "हाथी दांत"),
    ],
)
def test_a_name_means_its_taxon(text: str, taxon: str, product: str | None, raw: str) -> None:
    assert (taxon, product, raw) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tiger beer promo tonight",
        "fresh tiger prawns 1kg",
        "Tiger Balm original",
        "dress leopard print size M",
        "tiket Lion Air murah",
        "alligator clips and crocodile shoes",
        "老虎机游戏",
        "虎牌啤酒一箱",
        "他很马虎",
        "家里有壁虎",
        "手机虎牙直播",
        "象牙白连衣裙",
        "科特迪瓦即象牙海岸",
        "狮子座运势",
        "金龙鱼食用油特价",
        "mandarin fish tank mate",
        "elephant ear plant",
        "ivory paint 5L",
        "gaun warna gading",
        "rumah di Kelapa Gading",
        "Ivory Coast vs Ghana",
        "Côte d’Ivoire",
        "Urlaub an der Elfenbeinküste",
        "Elfenbein weiß lackiert",
        "vestido color marfil",
        "Costa de Marfil",
        "sea dragon show today",
        "bear market is coming",
        "Löwenzahntee und Löwenzahn",
        "diente de león en infusión",
        "กลิ่นหอมมาก",
        "สีงาช้าง",
        "ผัดกุยช่าย",
        "kopi luwak asli",
        "durian musang king",
        "lidah buaya segar",
        "trắc nghiệm online",
        "xấu hổ quá",
        "ساحل العاج",
        "monty python fan",
        "ebony tigerish harimauku",
        "",
        "P. tigris",
        "WTS iphone 15, COD, 0812 0000 0034",
        "Verkaufe Sofa, Tisch und Stuhl",
        "出售手机，全新未拆封，包邮",
    ],
)
def test_a_false_friend_means_nothing(text: str) -> None:
    assert named(text) == []


def test_an_abbreviated_genus_counts_in_company_only() -> None:
    text = "Panthera tigris; P. tigris skins; P. pardus"
    assert [raw for *_, raw in named(text)] == ["Panthera tigris", "P. tigris", "P. pardus"]
    assert named("C. alba and P. regius") == []


def test_an_ambiguous_name_is_believed_more_beside_a_sure_one() -> None:
    alone, beside = (
        shipped_taxa().named(folded(text)).row(0, named=True)
        for text in ("beautiful tiger", "tiger, a Sumatran tiger")
    )
    assert alone["taxon_key"] == beside["taxon_key"] == "taxon:Panthera tigris"
    assert alone["confidence"] == 0.5
    assert beside["confidence"] == 0.8
    assert beside["rule"].endswith(IN_COMPANY)


def test_taxa_go_to_another_process() -> None:
    taxa = pickle.loads(pickle.dumps(shipped_taxa()))
    assert taxa.version == shipped_taxa().version
    assert named("gading", taxa) == named("gading")


def test_nothing_to_find_it_in() -> None:
    assert shipped_taxa().named(folded()).schema == NAMED
    assert shipped_taxa().named(folded("nothing")).schema == NAMED


WORDS = st.sampled_from([each.name for each in shipped_lists().given][::7]) | st.text(max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=4))
def test_spans_hold_names_of_their_taxa_and_never_lie_inside_one_another(texts: list[str]) -> None:
    taxa = shipped_taxa()
    last = (-1, -1, -1)
    for row in taxa.named(folded(*texts)).iter_rows(named=True):
        raw = texts[row["text"]][row["start"] : row["end"]]
        assert row["taxon_key"] in {each["taxon_key"] for each in taxa.meanings(raw)}
        assert (row["text"], row["start"]) > last[:2] or row["text"] != last[0]
        assert row["text"] != last[0] or row["end"] > last[2]
        last = (row["text"], row["start"], row["end"])
