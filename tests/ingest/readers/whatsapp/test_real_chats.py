"""Real chats; the material lies beside the project and is never copied."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from ingest.readers.whatsapp.marks import plain
from tests.ingest.readers.whatsapp.chats import Read, read, write
from tests.ingest.readers.whatsapp.test_headings import OF_FORMATS

DATA = Path(__file__).parents[5] / "shared/data"
CHATS = sorted(
    path
    for folder in ("Chatistics", "chat-miner/whatsapp", "whats_json", "whatsapp-chat-parser-rb")
    for path in (DATA / folder).glob("**/*.txt")
)
HEADER_LINES = DATA / "whatsapp-chat-parser/header_lines.tsv"
MINED = DATA / "chat-miner/whatsapp"
WHATS_JSON = {
    "EN": ("android/WhatsApp Chat with Dmitry S EN Android.txt", 60, 59, 7),
    "EN+Media": ("android/WhatsApp Chat with Dmitry S EN+Media Android.txt", 60, 59, 7),
    "CZ": ("android/Chat WhatsApp s\u00a0uživatelem Dmitry S CZ Android.txt", 60, 59, 7),
    "RU": ("android/Чат WhatsApp с\u00a0контактом Dmitry S RU Android.txt", 60, 59, 7),
    "group": ("android/WhatsApp Chat with Group Chat XXX Android.txt", 20, 4, 1),
    "Arabic": ("ios/WhatsApp Chat - Elon Musk (Arabic).txt", 25, 22, 2),
    "iOS": ("ios/WhatsApp Chat - Elon Musk (EN).txt", 25, 22, 2),
    "iOS+Media": ("ios/WhatsApp Chat - Elon Musk (EN+Media).txt", 25, 22, 2),
    "French": ("ios/WhatsApp Chat - Elon Musk (FR).txt", 25, 22, 2),
    "German": ("ios/WhatsApp Chat - Elon Musk (German).txt", 25, 22, 2),
    "Indonesian": ("ios/iOS Indonesian.txt", 28, 25, 3),
}
needs = pytest.mark.skipif(not HEADER_LINES.exists(), reason="the real sample material is not here")
pytestmark = [pytest.mark.real, needs]


def _without_half(head: str) -> str:
    """Leave out which half of the day it was."""
    return re.sub(r"[aApP](?=\.? ?[mM])", "", head).lower()


@cache
def read_real(path: Path, **options: str) -> Read:
    assert detect_format(path, path.name, ReadOptions()) == "whatsapp"
    return read(path, **options)


@pytest.mark.parametrize("path", CHATS, ids=lambda path: path.name)
def test_every_chat_is_read_and_adds_up(path: Path) -> None:
    found = read_real(path)
    assert len(found.rejected) == 0
    assert len(found.posts) > 0
    lines = plain(path.read_text(encoding="utf-8-sig")).split("\n")
    heads = [line[: match.start("rest")] for line in lines if (match := OF_FORMATS.match(line))]
    styles = Counter(
        re.sub(r"\d{1,2}", "n", re.sub(r"\d{3,4}", "Y", _without_half(head))) for head in heads
    )
    assert found.rows_read == max(styles.values())


@pytest.mark.parametrize(("name", "messages"), [("_chat.txt", 20), ("_chat 2.txt", 4)])
def test_pasted_headings_are_no_messages(name: str, messages: int) -> None:
    found = read_real(DATA / "Chatistics" / name)
    assert len(found.posts) == messages
    assert any("of another style" in notice for notice in found.notices)


def test_a_guessed_order_is_said_and_can_be_overruled() -> None:
    path = DATA / "Chatistics/_chat 3.txt"
    found = read_real(path)
    assert (found.rows_read, len(found.posts)) == (11, 9)
    assert any("pass --date-order mdy if that is wrong" in notice for notice in found.notices)
    assert read_real(path, date_order="mdy").times[0] == "2019-02-11 14:18:00"


@pytest.mark.parametrize("path", sorted(MINED.glob("*.txt")), ids=lambda path: path.name)
def test_chat_miners_truth(path: Path) -> None:
    truth = json.loads((MINED / "target.json").read_text(encoding="utf-8"))
    found = read_real(path)
    assert found.rows_read == 9
    assert [
        {
            "timestamp": time.replace(" ", "T"),
            "author": name,
            "message": (text or "").replace("\n", " "),
        }
        for time, name, text in zip(found.times, found.names, found.texts, strict=True)
    ] == truth[::-1]


def header_lines() -> list[dict[str, str]]:
    if not HEADER_LINES.exists():
        return []
    with HEADER_LINES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", header_lines(), ids=lambda row: row["line"])
def test_header_lines(tmp_path: Path, row: dict[str, str]) -> None:
    lines = row["line"].split("\\n")
    found = read_real(write(tmp_path / "c.txt", lines))
    assert found.times == [row["expected_datetime"].replace("T", " ")]
    assert found.names == [row["author"]]
    caption = lines[1] if len(lines) > 1 else None
    assert found.texts == [row["message"] or caption]
    assert found.post["image"] == (row["attachment"] or None)


def test_two_platforms_in_one_file_are_said() -> None:
    found = read_real(DATA / "whatsapp-chat-parser-rb/sample.txt")
    assert (found.rows_read, found.names) == (3, ["John Doe", "Jane Smith"])
    assert "4 lines look like headings of another style" in found.notices[1]
    assert "fewer than half of its headings" in found.notices[2]


@pytest.mark.parametrize("case", WHATS_JSON.values(), ids=list(WHATS_JSON))
def test_chats_in_several_languages(case: tuple[str, int, int, int]) -> None:
    file, rows, posts, deleted = case
    found = read_real(DATA / "whats_json" / file)
    assert (found.rows_read, len(found.posts)) == (rows, posts)
    assert sum((extra or {}).get("deleted", False) for extra in found.extra) >= deleted


def test_media_are_the_same_in_every_language() -> None:
    kinds = {
        name: [(extra or {}).get("media") for extra in read_real(DATA / "whats_json" / file).extra]
        for name, (file, *_) in WHATS_JSON.items()
    }
    iphone = kinds["iOS"]
    assert [kind for kind in iphone if kind] == [
        "image", "image", "video", "audio", "contact", "sticker", "sticker", "document",
        "document", "document", "image", "gif", "image", "video",
    ]  # fmt: skip
    for name in ("Arabic", "iOS+Media", "French", "German"):
        assert kinds[name] == iphone
    assert kinds["Indonesian"][: len(iphone)] == iphone
    assert kinds["EN"] == kinds["CZ"] == kinds["RU"]


def test_files_places_and_memberships_of_real_chats() -> None:
    found = read_real(DATA / "whats_json" / WHATS_JSON["iOS+Media"][0])
    assert "00000047-Resume-Dmitry-Starkov.pdf" in found.posts["image"].to_list()
    assert found.posts["location"].drop_nulls().to_list() == ["51.5021456,-0.127397"]
    (key,) = found.suggested_own
    assert key.endswith("/Dmitry S")
    group = read_real(DATA / "whats_json" / WHATS_JSON["group"][0])
    assert group.groups["name"].to_list() == ["Group Chat", "Group Chat XXX"]
    assert group.memberships.select("event", "role").rows() == [
        (None, "creator"),
        ("joined", None),
        ("left", None),
    ]


def test_the_same_chat_in_another_language_is_the_same() -> None:
    keys = {
        read_real(DATA / "whats_json" / WHATS_JSON[name][0]).groups["group_key"][0]
        for name in ("Arabic", "iOS", "iOS+Media", "French", "German")
    }
    assert len(keys) == 1
