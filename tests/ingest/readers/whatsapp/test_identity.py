"""A chat is recognised in a later export of the same phone; its title comes from its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.whatsapp.titles import chat_title
from tests.ingest.readers.whatsapp.chats import LRM, Read, read, read_lines, write

NOTICE = "Messages and calls are end-to-end encrypted. No one can read them."
CHAT = [
    f"23/03/2026, 13:31 - {NOTICE}",
    '18/03/2026, 14:55 - Budi created group "Birds"',
    "18/03/2026, 14:56 - Budi: Hello",
    "18/03/2026, 15:10 - Budi: <Media omitted>",
    "18/03/2026, 15:12 - +1 202-555-0123: Ready",
    "and more",
]
LATER = ["20/03/2026, 10:00 - Sari: new", "21/03/2026, 10:00 - +1 202-555-0199: newer"]


def group_key(found: Read) -> str:
    return str(found.groups["group_key"][0])


def test_a_longer_export_is_the_same_chat_with_the_same_posts(tmp_path: Path) -> None:
    first = read_lines(tmp_path, CHAT)
    longer = read_lines(tmp_path, [*CHAT, *LATER])
    assert group_key(longer) == group_key(first)
    columns = ["post_key", "account_key", "group_key", "posted_at", "text"]
    assert longer.posts[: len(first.posts)].select(columns).equals(first.posts.select(columns))
    assert len(longer.posts) == len(first.posts) + 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NOTICE, "Messages are secured with end-to-end encryption. Tap for more."),
        ("+1 202-555-0123: Ready", "Ana V: Ready"),
        ("<Media omitted>", "IMG-20260318-WA0001.jpg (file attached)"),
        ('"Birds"', '"Songbirds"'),
    ],
)
def test_what_changes_between_exports_makes_no_other_chat(
    tmp_path: Path, before: str, after: str
) -> None:
    changed = [line.replace(before, after) for line in CHAT]
    assert changed != CHAT
    assert group_key(read_lines(tmp_path, changed)) == group_key(read_lines(tmp_path, CHAT))


def test_the_same_chat_from_an_iphone_whose_seconds_are_rounded_otherwise(tmp_path: Path) -> None:
    up = ["[18/03/26, 14:56:03] Budi: Hello", "[18/03/26, 14:56:09] Budi: Ready"]
    down = [line.replace(":03]", ":02]").replace(":09]", ":08]") for line in up]
    one, other = read_lines(tmp_path, up), read_lines(tmp_path, down)
    assert group_key(one) == group_key(other)
    assert one.posts["post_key"].to_list() == other.posts["post_key"].to_list()


@pytest.mark.parametrize("line", range(2, 5, 2))
def test_another_chat_of_the_same_title_is_another(tmp_path: Path, line: int) -> None:
    other = [*CHAT]
    other[line] += " you"
    name = "WhatsApp Chat with Birds.txt"
    keys = [group_key(read(write(tmp_path / "c.txt", lines), name=name)) for lines in (CHAT, other)]
    assert keys[0] != keys[1]


def test_a_chat_without_two_texts_has_a_key_all_the_same(tmp_path: Path) -> None:
    assert group_key(read_lines(tmp_path, CHAT[:2])) != group_key(read_lines(tmp_path, CHAT[1:2]))


def test_the_user_may_name_the_chat(tmp_path: Path) -> None:
    found = read_lines(tmp_path, CHAT, chat="birds-1")
    assert group_key(found) == "whatsapp:group:birds-1"
    assert found.groups["native_id"].unique().to_list() == ["birds-1"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("WhatsApp Chat with Sari.txt", "Sari"),
        ("/case/1/WhatsApp Chat with Sari W.txt", "Sari W"),
        ("WhatsApp_Chat_with_Sari_W.txt", "Sari W"),
        ("WhatsApp Chat with Sari (2).txt", "Sari"),
        ("WhatsApp Chat - Flock.zip!_chat.txt", "Flock"),
        ("/case/WhatsApp Chat - Flock.zip!WhatsApp Chat - Flock/_chat.txt", "Flock"),
        ("WhatsApp Chat - Flock/_chat.txt", "Flock"),
        ("WhatsApp Chat - Flock.zip!_chat 2.txt", "Flock"),
        ("Chat de WhatsApp con Sari.txt", "Sari"),
        ("Chat WhatsApp s\u00a0uživatelem Sari.txt", "Sari"),
        ("Chat WhatsApp s uz\u030civatelem Sari.txt", "Sari"),
        ("Чат WhatsApp с\u00a0контактом Sari.txt", "Sari"),
        ("Chat WhatsApp dengan +1 202-555-0123.txt", "+1 202-555-0123"),
        ("Sari ile WhatsApp Sohbeti.txt", "Sari"),
        ("WhatsApp Chat mit Vögel & mehr.txt", "Vögel & mehr"),
        ("case 12.zip!WhatsApp Chat with Sari.txt", "Sari"),
        ("_chat.txt", None),
        ("chat.txt", None),
        ("export of 3 May.txt", None),
    ],
)
def test_titles(path: str, title: str | None) -> None:
    assert chat_title(path) == title


def test_the_files_title_names_the_group_from_its_beginning(tmp_path: Path) -> None:
    path = write(tmp_path / "c.txt", CHAT[2:])
    found = read(path, name="WhatsApp Chat with Birds.txt")
    (row,) = found.groups.iter_rows(named=True)
    assert (row["name"], f"{row['seen_at']:%Y-%m-%d %H:%M}") == ("Birds", "2026-03-18 14:56")


def test_what_the_group_says_of_its_name_is_dated(tmp_path: Path) -> None:
    renamed = '20/03/2026, 10:00 - Sari changed the subject from "Birds" to "Birds: new"'
    path = write(tmp_path / "c.txt", [CHAT[2], renamed])
    found = read(path, name="WhatsApp Chat with Birds new.txt")
    names = [(row["name"], f"{row['seen_at']:%m-%d}") for row in found.groups.iter_rows(named=True)]
    assert names == [("Birds", "03-18"), ("Birds: new", "03-20")]


def test_an_iphones_group_notice_speaks_in_the_groups_name(tmp_path: Path) -> None:
    lines = [
        f"[18/03/26, 14:56:03] Birds: {LRM}{NOTICE}",
        f"[18/03/26, 14:57:03] Birds: {LRM}Budi added Sari",
        "[18/03/26, 14:58:03] Sari: Hello",
    ]
    found = read_lines(tmp_path, lines)
    assert (found.rows_read, found.names) == (3, ["Sari"])
    assert sorted(found.accounts["name"].unique()) == ["Budi", "Sari"]
