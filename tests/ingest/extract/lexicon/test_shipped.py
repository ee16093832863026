"""The shipped lexicon: each entry fires on its words, and ambiguous ones only in company."""

from __future__ import annotations

import pickle
from collections import Counter

import pytest

from graph.trade import GOODS_ROLES
from ingest.extract.lexicon.entry import ROLES, TOGETHER, Entry
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extract.names.folded import fold_names
from tests.ingest.extract.lexicon.fired import entries, fired

ENTRIES = shipped_lexicon().entries
PUBLISHED = """
yellow materials|African materials|white plastic|jelly|white|black|red|果冻|白色塑料|非料|血牙|xy
小白|黑料|牛角(亚洲)|牛角(非洲)
红料|鹤顶红|老虎牙|猫牙|甲片|bone
cow bone|ox bone|bovine bone|faux ivory|osso|osso di bue|hueso|os|os de boeuf|Bein|pre-1947
antique ivory|🐘|✈️|bay|chuyển nhà|chiển nhà
f.b đập gậy|núi rừng|hàng rừng|đồ rừng|nanh móng ngà|ib|chốt đơn|cao|ngà|rekber|rekening bersama
kukang jinak|gading|cula|sisik|dijual|WTS|WTB|open PO|ready stock|fast response|nego|ongkir|COD
adopsi|mahar|maskawin|baby|anakan|lolohan|let go|adopt fee|PM tepi|WTL|พรีออเดอร์|ทักแชท|หลังไมค์
อินบ็อกซ์|เครื่องราง|เขี้ยว|งา|งาช้าง|documento de macaco|com nota|com papel|anilha|sem anilha
no precinho|sob encomenda|للبيع|للتواصل|خاص|واتس|السوم|شيتا|فهد|شبل|gene|with papers|CITES papers
F1|LTC|WC|CB|jinak
"""
"""The terms of the evidence base, with those that issue 6 names."""


def _sentence(word: str) -> str:
    return f"zzz, {word}! zzz"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_fires_on_each_of_its_words(entry: Entry) -> None:
    for word in entry.words:
        found = [row for row in fired(_sentence(word)) if row["entry"] == entry.id]
        assert found, word
        assert found[0]["role"] == entry.role
        assert found[0]["meaning"] == entry.meaning


@pytest.mark.parametrize(
    "entry", [each for each in ENTRIES if each.needs_company], ids=lambda entry: entry.id
)
def test_an_ambiguous_entry_tells_nothing_alone(entry: Entry) -> None:
    asked = {part for each in entry.company for part in each.split(TOGETHER)}
    for word in entry.words:
        if asked & set(word.split()):
            continue
        for row in fired(_sentence(word)):
            if row["entry"] == entry.id and not _holds_company(word, asked):
                assert row["score"] == 0, word
                assert row["because"].startswith("ambiguous: does not count without ")


def _holds_company(word: str, asked: set[str]) -> bool:
    """Whether a word of the entry itself holds a word of its company."""
    (folded,) = fold_names([word])
    return any(part and part in folded for part in fold_names(sorted(asked)))


@pytest.mark.parametrize(
    "entry", [each for each in ENTRIES if not each.needs_company], ids=lambda entry: entry.id
)
def test_a_plain_entry_tells_by_itself(entry: Entry) -> None:
    (score,) = {
        row["score"] for row in fired(_sentence(entry.words[0])) if row["entry"] == entry.id
    }
    assert score == (0.9 if entry.verified else 0.7)


def test_each_published_term_is_carried() -> None:
    words = {word for entry in ENTRIES for word in fold_names(entry.words)}
    terms = PUBLISHED.replace("\n", "|").strip("|").split("|")
    folded = fold_names(terms)
    assert [term for term, each in zip(terms, folded, strict=True) if each not in words] == []


def test_ids_are_distinct_and_every_role_is_there() -> None:
    assert [name for name, times in Counter(e.id for e in ENTRIES).items() if times > 1] == []
    assert {entry.role for entry in ENTRIES} == set(ROLES)


def test_what_nobody_has_read_is_not_called_verified() -> None:
    for entry in ENTRIES:
        assert entry.verified == (entry.source != "general knowledge"), entry.id


@pytest.mark.parametrize(
    ("text", "entry", "raw"),
    [
        ("barang bagus minat langsung chat 🐘", "elephant-picture", "🐘"),
        ("barang bagus minat langsung chat.🦏", "rhinoceros-picture", "🦏"),
        ("老客户都知道血牙手串很好看", "xueya", "血牙"),
        ("สวยมากงาช้างแท้ราคาดี", "nga-chang", "งาช้าง"),
        ("มีหลายแบบพรีออเดอร์เท่านั้น", "phri-ode", "พรีออเดอร์"),
        ("BÁN GẤP trong ngày", "ban", "BÁN GẤP"),
        ("via R.E.K.B.E.R? no: via rekber!", "rekber", "via rekber"),
        ("صقر لِلْبَيْع اليوم", "lil-bay", "لِلْبَيْع"),
        ("tanpa surat ya", "tanpa-surat", "tanpa surat"),
        ("canário sem anilha", "sem-anilha", "sem anilha"),
        ("vé ✈ nhé", "plane-picture", "✈"),
    ],
)
def test_scripts_pictures_and_case(text: str, entry: str, raw: str) -> None:
    assert (entry, raw) in [(row["entry"], row["raw"]) for row in fired(text)]


@pytest.mark.parametrize(
    "text",
    [
        "พนักงานมีงานเยอะมาก",
        "เด็กสวยสง่างาม",
        "กางเกงขายาวลายใหม่",
        "the shelter rebandaged a bandit",
        "大熊猫牙齿检查",
        "今天去上班，天气很好。",
        "máy bay hạ cánh",
    ],
)
def test_inside_other_words_nothing_fires(text: str) -> None:
    assert entries(text) == []


def test_longer_words_count_for_what_they_say() -> None:
    assert entries("sem anilha") == ["sem-anilha"]
    assert entries("com anilha") == ["anilha"]
    assert entries("ไม่มีใบอนุญาต") == ["mai-mi-bai"]
    assert entries("white plastic") == ["white-plastic"]


def test_everyday_advertisements_name_no_goods() -> None:
    said = ("white and black T-shirt, red shoes, size M", "strawberry jelly, dog bone, 2 pcs",
            "cao 1m70, áo màu đen", "baby clothes, black, white", "African materials, 5 yards",
            "明星黑料 全套", "红料 布", "áo màu ngà, ngà", "kelapa gading")  # fmt: skip
    for row in fired(*said, company=("price", "contact")):
        assert row["role"] not in GOODS_ROLES or row["score"] == 0, row


def test_it_goes_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(shipped_lexicon()))
    assert there.version == shipped_lexicon().version
    assert entries("dijual 🐘", there) == entries("dijual 🐘") != []
