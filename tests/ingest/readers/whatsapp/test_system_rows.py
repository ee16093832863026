"""What WhatsApp itself says: memberships, titles and changed numbers, dated."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ingest.readers.whatsapp.system_rows import FIELDS, WORDINGS, read_system_rows
from tests.ingest.readers.whatsapp.chats import LRM, Read, read_lines
from tests.ingest.readers.whatsapp.rows import ROWS

AT = "13/06/2026, 21:25 - "
FIRST = f"{AT}Budi: hello"
NUMBER, NEW = "+1 202-555-0123", "+1 202-555-0124"


def understood(text: str) -> list[dict[str, Any]]:
    rows = pl.DataFrame({"line": [1], "at": [datetime(2026, 6, 13, tzinfo=UTC)], "text": [text]})
    return read_system_rows(rows).to_dicts()


def memberships(read: Read) -> list[tuple[str, str | None, str | None, str | None]]:
    def short(key: str | None) -> str | None:
        return key and key.rpartition("/" if "/" in key else ":")[2]

    return [
        (str(short(row["account_key"])), row["event"], row["role"], short(row["by_key"]))
        for row in read.memberships.iter_rows(named=True)
    ]


@pytest.mark.parametrize(("language", "text", "event", "names"), ROWS)
def test_wordings(language: str, text: str, event: str, names: dict[str, str]) -> None:
    (found,) = understood(text)
    said = {name: found[name] for name in FIELDS if found[name] is not None}
    assert (found["language"], found["event"], said) == (language, event, names)


def test_every_wording_is_tried() -> None:
    texts = pl.Series([text for _, text, *_ in ROWS])
    untried = [wording for wording in WORDINGS if not texts.str.contains(wording.pattern).any()]
    assert untried == []


def test_no_wording_makes_a_post(tmp_path: Path) -> None:
    texts = [text for _, text, *_ in ROWS]
    android = read_lines(tmp_path, [FIRST, *(f"{AT}{text}" for text in texts)])
    assert (android.rows_read, android.names) == (1 + len(texts), ["Budi"])
    lines = [f"[13/06/2026, 21:25:15] Birds: {LRM}{text}" for text in texts]
    iphone = read_lines(tmp_path, lines)
    assert (iphone.rows_read, len(iphone.posts), len(iphone.rejected)) == (len(texts), 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Messages and calls are end-to-end encrypted. Tap to learn more.",
        "You're now an admin",
        "Ani changed this group's settings to allow only admins to edit this group's info",
        "You turned off disappearing messages. Tap to change.",
        "Ani changed the group description",
        "Your security code with Ani changed. Tap to learn more.",
        "something new in words not known",
    ],
)
def test_other_rows_are_accepted_and_say_nothing(tmp_path: Path, text: str) -> None:
    read = read_lines(tmp_path, [FIRST, f"{AT}{text}"])
    assert (read.rows_read, len(read.posts), len(read.rejected)) == (2, 1, 0)
    assert len(read.memberships) == len(read.aliases) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ani: Sari left",
        "Ani: I added Budi to the list",
        'Ani: she changed the subject from "a" to "b"',
        'Ani: "created group": what is that?',
    ],
)
def test_what_people_say_is_no_event(tmp_path: Path, text: str) -> None:
    read = read_lines(tmp_path, [f"{AT}{text}"])
    assert (read.names, read.texts) == (["Ani"], [text.removeprefix("Ani: ")])
    assert len(read.memberships) == 0


def test_joins_and_leaves_are_dated_and_say_who_brought_them_about(tmp_path: Path) -> None:
    lines = [
        '11/06/2026, 21:25 - Ani created group "Birds"',
        f"12/06/2026, 21:25 - Ani added Budi, Sari and {NUMBER}",
        "13/06/2026, 21:25 - Sari left",
        f"14/06/2026, 21:25 - {NEW} joined using this group's invite link",
        f"15/06/2026, 21:25 - Budi removed {NEW}",
        "16/06/2026, 21:25 - Ani added you",
        "17/06/2026, 21:25 - You removed Budi",
    ]
    read = read_lines(tmp_path, lines)
    assert memberships(read) == [
        ("Ani", None, "creator", None),
        ("Budi", "joined", None, "Ani"),
        ("Sari", "joined", None, "Ani"),
        ("+12025550123", "joined", None, "Ani"),
        ("Sari", "left", None, None),
        ("+12025550124", "joined", None, None),
        ("+12025550124", "left", None, "Budi"),
        ("Budi", "left", None, None),
    ]
    assert [f"{time:%d}" for time in read.memberships["seen_at"]] == [
        "11", "12", "12", "12", "13", "14", "15", "17",
    ]  # fmt: skip
    assert read.memberships["locator"].to_list()[-1] == "line 7"
    assert (read.rows_read, len(read.posts)) == (7, 0)


def test_you_are_nobody(tmp_path: Path) -> None:
    said = [
        'You created group "Birds"',
        "You joined using a group link.",
        "Anda keluar",
        "Você adicionou Budi",
        "Ani added you and Sari",
    ]
    read = read_lines(tmp_path, [AT + text for text in said])
    assert memberships(read) == [
        ("Budi", "joined", None, None),
        ("Sari", "joined", None, "Ani"),
    ]
    assert sorted(read.accounts["name"]) == ["Ani", "Budi", "Sari"]


def test_a_name_with_an_and_in_it_is_one_if_it_writes(tmp_path: Path) -> None:
    lines = [f"{AT}Mum and Dad: hello", f"{AT}Ani added Mum and Dad", f"{AT}Ani added Ina and Edo"]
    read = read_lines(tmp_path, lines)
    assert [who for who, *_ in memberships(read)] == ["Mum and Dad", "Ina", "Edo"]


def test_a_changed_number_is_an_alias(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [FIRST, f"{AT}\u202a{NUMBER}\u202c changed to \u202a{NEW}\u202c"])
    (alias,) = read.aliases.iter_rows(named=True)
    assert (alias["kind"], alias["key"], alias["same_as"]) == (
        "account",
        "whatsapp:+12025550123",
        "whatsapp:+12025550124",
    )
    assert f"{alias['seen_at']:%Y-%m-%d %H:%M}" == "2026-06-13 21:25"
    assert alias["locator"] == "line 2"
    assert "changed to" in alias["reason"]


def test_a_known_name_that_changes_to_a_number(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [FIRST, f"{AT}Budi changed to {NEW}"])
    (alias,) = read.aliases.iter_rows(named=True)
    assert alias["key"].endswith("/Budi")
    assert alias["same_as"] == "whatsapp:+12025550124"


@pytest.mark.parametrize(
    "text",
    [
        "Ani changed their phone number to a new number. Tap to message or add the new number.",
        "Ani changed to something else",
        f"{NUMBER} changed to {NUMBER}",
    ],
)
def test_a_number_that_is_not_told_is_no_alias(tmp_path: Path, text: str) -> None:
    read = read_lines(tmp_path, [FIRST, f"{AT}{text}"])
    assert (read.rows_read, len(read.aliases)) == (2, 0)


def test_many_rows_in_unknown_words_are_said(tmp_path: Path) -> None:
    lines = [f"{AT}Joku {number} liittyi" for number in range(25)]
    read = read_lines(tmp_path, [FIRST, *lines])
    assert any("25 rows that WhatsApp itself wrote are in words" in text for text in read.notices)
    assert not any("words" in text for text in read_lines(tmp_path, [FIRST, *lines[:5]]).notices)
