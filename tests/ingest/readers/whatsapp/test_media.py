"""Media, places, withdrawn and changed messages; ordinary words stay words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.whatsapp.chats import LRM, RLM, read_lines

ANDROID = "13/06/2026, 21:25 - Sari: "
IPHONE = "[13/06/2026, 21:25:15] Sari: "
LEAD = f"{LRM}[13/06/2026, 21:25:15] Sari: "


def media(kind: str, *, included: bool, **more: Any) -> dict[str, Any]:
    return {"media": kind, "included": included, **more}


FILES = [
    (ANDROID + "IMG-20260613-WA0001.jpg (file attached)", "image", "IMG-20260613-WA0001.jpg"),
    (ANDROID + f"{LRM}VID-20260613-WA1.mp4 (Datei angehängt)", "video", "VID-20260613-WA1.mp4"),
    (ANDROID + "PTT-20260613-WA0000.opus (file terlampir)", "audio", "PTT-20260613-WA0000.opus"),
    (ANDROID + "STK-20260613-WA0003.webp (dosya ekli)", "sticker", "STK-20260613-WA0003.webp"),
    (ANDROID + "Price list.pdf (archivo adjunto)", "document", "Price list.pdf"),
    (ANDROID + "Gifts and stickers.pdf (file attached)", "document", "Gifts and stickers.pdf"),
    (ANDROID + "DOC-20260613-WA0004.pdf (unknown words)", "document", "DOC-20260613-WA0004.pdf"),
    (ANDROID + f"2026-06-13-PHOTO-4762.jpg <{LRM}attached>", "image", "2026-06-13-PHOTO-4762.jpg"),
    (ANDROID + "< attached: 00000042-PHOTO-2026.jpg >", "image", "00000042-PHOTO-2026.jpg"),
    (LEAD + f"{LRM}<attached: 00000035-PHOTO-2026.jpg>", "image", "00000035-PHOTO-2026.jpg"),
    (LEAD + f"{LRM}<adjunto: 00000038-AUDIO-2026.opus>", "audio", "00000038-AUDIO-2026.opus"),
    (LEAD + f"{LRM}<附件: 00000051-GIF-2026.mp4>", "gif", "00000051-GIF-2026.mp4"),
    (LEAD + f"{LRM}<attached: 00000043-STICKER.webp>", "sticker", "00000043-STICKER.webp"),
    (LEAD + f"Some.txt {LRM}<attached: 00000046-Some.txt>", "document", "00000046-Some.txt"),
    (LEAD + f"A.pdf • {LRM}2 pages {LRM}<attached: 00000047-A.pdf>", "document", "00000047-A.pdf"),
]
LEFT_OUT = [
    (ANDROID + "<Media omitted>", "media", None),
    (ANDROID + "<Media tidak disertakan>", "media", None),
    (ANDROID + "<Без медиафайлов>", "media", None),
    (ANDROID + "<Média vynechány>", "media", None),
    (ANDROID + "<ไฟล์สื่อถูกลบ>", "media", None),
    (ANDROID + "<省略多媒体文件>", "media", None),
    (ANDROID + "<Mídia oculta>", "media", None),
    (ANDROID + "< Media omitted >", "media", None),
    (LEAD + f"{LRM}image omitted", "image", None),
    (LEAD + f"{LRM}video tidak disertakan", "video", None),
    (LEAD + f"{LRM}audio omis", "audio", None),
    (LEAD + f"{LRM}GIF weggelassen", "gif", None),
    (LEAD + f"{LRM}Sticker weggelassen", "sticker", None),
    (LEAD + f"{LRM}Contact card omitted", "contact", None),
    (LEAD + f"{LRM}in a language not known", "media", None),
    (LEAD + f"Template.docx {LRM}document omitted", "document", "Template.docx"),
    (LEAD + f"List.pdf • {LRM}2 halaman {LRM}dokumen tidak disertakan", "document", "List.pdf"),
    (f"{RLM}[13/6/2026، 21:25:15] Sari: {RLM}لم يتم إدراج الصورة", "image", None),
    (f"{RLM}[13/6/2026، 21:25:15] Sari: {RLM}لم يتم إدراج صورة GIF", "gif", None),
    (IPHONE + "image omitted", "image", None),
]


@pytest.mark.parametrize(("line", "kind", "file"), FILES)
def test_a_file_beside_the_chat(tmp_path: Path, line: str, kind: str, file: str) -> None:
    read = read_lines(tmp_path, [line])
    assert (read.post["text"], read.post["image"]) == (None, file)
    assert read.extra == [media(kind, included=True)]


@pytest.mark.parametrize(("line", "kind", "file"), LEFT_OUT)
def test_a_file_that_was_left_out(tmp_path: Path, line: str, kind: str, file: str | None) -> None:
    read = read_lines(tmp_path, [line])
    assert (read.post["text"], read.post["image"]) == (None, file)
    assert read.extra == [media(kind, included=False)]


@pytest.mark.parametrize(
    "lines",
    [
        [ANDROID + "IMG-20260613-WA0001.jpg (file attached)", "Ready stock", "50 each"],
        [ANDROID + "<Media omitted>", "Ready stock", "50 each"],
        [LEAD + "Ready stock", f"50 each {LRM}<attached: 00000035-PHOTO-2026.jpg>"],
        [LEAD + "Ready stock", f"50 each {LRM}image omitted"],
        [LEAD + f"{LRM}<attached: 00000035-PHOTO-2026.jpg> Ready stock", "50 each"],
    ],
)
def test_a_caption_is_the_text(tmp_path: Path, lines: list[str]) -> None:
    read = read_lines(tmp_path, lines)
    assert read.texts == ["Ready stock\n50 each"]
    assert read.extra[0]["media"] in {"image", "media"}


@pytest.mark.parametrize(
    "line",
    [ANDROID + "Ani.vcf (file attached)", ANDROID + f"{LRM}Ani.vcf (файл добавлен)"],
)
def test_a_contact_card_is_no_picture(tmp_path: Path, line: str) -> None:
    read = read_lines(tmp_path, [line])
    assert read.post["image"] is None
    assert read.extra == [media("contact", included=True, file="Ani.vcf")]


def test_unknown_words_alone_in_angle_brackets_are_kept_beside(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [ANDROID + "<Medium bleibt fort>"])
    assert read.extra == [media("media", included=False, said="Medium bleibt fort")]


ORDINARY = [
    "<3",
    "<Sold>",
    "<call 0812>",
    "price < 50 and > 20",
    "report.pdf",
    "please open report.csv (tomorrow)",
    "in the test <Media omitted> is an example",
    "The missed video call was annoying",
    "This message was deleted by accident, sorry",
    "This message was edited by a colleague",
    "null",
    "Viewed once only image",
    "https://example.org/a?q=1,2",
]


@pytest.mark.parametrize("head", [ANDROID, IPHONE, LEAD])
def test_ordinary_words_stay_words(tmp_path: Path, head: str) -> None:
    read = read_lines(tmp_path, [head + text for text in ORDINARY])
    assert read.texts == ORDINARY
    assert read.extra == [None] * len(ORDINARY)


@pytest.mark.parametrize(
    "line",
    [
        ANDROID + "This message was deleted",
        ANDROID + "Pesan ini telah dihapus",
        ANDROID + "Данное сообщение удалено",
        ANDROID + "Tato zpráva byla odstraněna.",
        IPHONE + f"{LRM}This message was deleted.",
        IPHONE + f"{LRM}Anda menghapus pesan ini.",
        IPHONE + f"{RLM}تم حذف هذه الرسالة.",
        IPHONE + "Se eliminó este mensaje.",
    ],
)
def test_a_withdrawn_message_is_a_post_without_text(tmp_path: Path, line: str) -> None:
    read = read_lines(tmp_path, [line])
    assert (read.texts, read.extra) == ([None], [{"deleted": True}])


@pytest.mark.parametrize(
    "line",
    [
        ANDROID + "Ready stock <This message was edited>",
        IPHONE + f"Ready stock {LRM}<This message was edited>",
        IPHONE + f"Ready stock {LRM}<Se editó este mensaje.>",
    ],
)
def test_the_mark_of_a_changed_message_is_no_text(tmp_path: Path, line: str) -> None:
    read = read_lines(tmp_path, [line])
    assert (read.texts, read.extra) == (["Ready stock"], [{"edited": True}])


def test_a_changed_caption(tmp_path: Path) -> None:
    line = LEAD + f"Ready {LRM}<attached: 00000035-PHOTO-2026.jpg> {LRM}<This message was edited>"
    read = read_lines(tmp_path, [line])
    assert (read.texts, read.post["image"]) == (["Ready"], "00000035-PHOTO-2026.jpg")
    assert read.extra == [media("image", included=True, edited=True)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            ANDROID + "location: https://maps.google.com/?q=-6.2001,106.8166",
            "location: https://maps.google.com/?q=-6.2001,106.8166",
        ),
        (
            IPHONE + f"{LRM}Lokasi: https://maps.google.com/?q=-6.2001,106.8166",
            "Lokasi: https://maps.google.com/?q=-6.2001,106.8166",
        ),
    ],
)
def test_a_place_is_kept_with_its_words(tmp_path: Path, line: str, text: str) -> None:
    read = read_lines(tmp_path, [line])
    assert (read.texts, read.post["location"]) == ([text], "-6.2001,106.8166")


def test_a_poll_is_what_somebody_asks(tmp_path: Path) -> None:
    lines = [IPHONE + f"{LRM}POLL:", "Which bird?", f"{LRM}OPTION: Murai ({LRM}2 votes)"]
    read = read_lines(tmp_path, lines)
    assert read.texts == [f"POLL:\nWhich bird?\n{LRM}OPTION: Murai ({LRM}2 votes)"]


def test_text_keeps_its_own_characters(tmp_path: Path) -> None:
    text = "Ready\u00a0stock \u2068@Budi\u2069 ١٢٣ \u2011 ok"
    assert read_lines(tmp_path, [IPHONE + text]).texts == [text]


@pytest.mark.parametrize("mark", [RLM, "\u2068", "\u202a"])
def test_marks_that_people_write_make_no_row_of_whatsapps_own(tmp_path: Path, mark: str) -> None:
    assert read_lines(tmp_path, [IPHONE + f"{mark}Ready"]).texts == ["Ready"]


def test_where_headings_go_right_to_left_whatsapps_own_rows_do(tmp_path: Path) -> None:
    notice = f"[{RLM}13{RLM}/6{RLM}/2026، 21:25:15] Sari: {RLM}الرسائل والمكالمات مشفرة"
    read = read_lines(tmp_path, [notice, notice.replace(f": {RLM}", ": ")])
    assert (read.rows_read, len(read.posts)) == (2, 1)


def test_the_same_words_in_one_minute_are_one_post_seen_twice(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [ANDROID + "Ready", ANDROID + "Ready", ANDROID + "Stock"])
    assert (len(read.posts), read.posts["post_key"].n_unique()) == (3, 2)


def test_media_of_different_kinds_in_one_minute_are_different_posts(tmp_path: Path) -> None:
    lines = [LEAD + f"{LRM}image omitted", LEAD + f"{LRM}video omitted"]
    assert read_lines(tmp_path, lines).posts["post_key"].n_unique() == 2
