from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.messengers.signal import messages
from ingest.readers.messengers.signal.recognise import is_signal
from ingest.readers.options import ReadOptions
from tests.ingest.readers.mutating import FUZZ, adds_up_or_is_refused, damaged
from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"
NEW, OLD = ((FIXTURES / name).read_text(encoding="utf-8") for name in ("chat.md", "chat.txt"))


def read_chat(folder: Path, name: str = "chat.md", **options: Any) -> Read:
    path = folder / "a file"
    shutil.copy(FIXTURES / name, path)
    return read(path, ReadOptions(**options))


def read_text(folder: Path, text: str, format_name: str | None = None) -> Read:
    path = folder / "a file"
    path.write_text(text, encoding="utf-8")
    return read(path, format_name=format_name)


def names(found: Read) -> list[str | None]:
    return [key and key.rpartition("/")[2] for key in found.posts["account_key"]]


def test_it_is_told_by_content_and_adds_up(tmp_path: Path) -> None:
    found = read_chat(tmp_path)
    assert found.format == "signal"
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (10, 9, 0)
    assert (len(found.posts), len(found.memberships), found.rows_described) == (6, 2, 1)
    assert found.reasons == ["'2026-02-30 09:24:00' cannot be read as a time"]


def test_messages(tmp_path: Path) -> None:
    found = read_chat(tmp_path, time_zone="Asia/Jakarta")
    assert names(found) == ["Kiki", "Me", "Kiki", "signal:+447700900123", None, "Rudi"]
    assert found.posts["text"].to_list() == [
        "Lories ready, call +1 202 555 0134\ntwo of them",
        "How much?",
        None,
        "50 each",
        "who says this",
        "> my own quotation\n(( 🐦 ))",
    ]
    assert found.posts["posted_at"][0].isoformat() == "2026-03-01T02:15:04+00:00"
    assert not found.posts["time_zone_assumed"].any()
    assert found.posts["locator"].to_list()[:2] == ["line 1", "line 4"]


def test_what_is_quoted_is_not_the_authors_words(tmp_path: Path) -> None:
    extra = json.loads(read_chat(tmp_path).posts["extra"][1])
    assert extra == {
        "quoted": "Lories ready, call +1 202 555 0134\ntwo of them",
        "reactions": "Kiki: 👍, Rudi: ❤️",
    }


def test_files(tmp_path: Path) -> None:
    assert read_chat(tmp_path).posts["image"].drop_nulls().to_list() == [
        "media/2026-03-01_00_lory one.png\nmedia/papers.pdf"
    ]


def test_messages_without_words_tell_who_belongs(tmp_path: Path) -> None:
    found = read_chat(tmp_path, chat="birds")
    assert found.memberships.select("account_key", "group_key", "event").rows() == [
        ("signal:birds/Kiki", "signal:group:birds", None),
        ("signal:birds/Me", "signal:group:birds", None),
    ]
    assert found.notices == [
        "Some messages are empty or deleted, or are calls; they tell only that their sender "
        "belongs to the chat."
    ]


def test_whoever_exported_the_chat_may_be_our_own(tmp_path: Path) -> None:
    found = read_chat(tmp_path, chat="birds")
    assert found.suggested_own == {"signal:birds/Me": "the export calls whoever made it 'Me'"}


def test_a_number_in_the_place_of_a_name_is_the_accounts_own(tmp_path: Path) -> None:
    (row,) = read_chat(tmp_path).accounts.filter(native_id="+447700900123").to_dicts()
    assert (row["name"], row["contact"]) == (None, "+447700900123")


def test_the_form_before(tmp_path: Path) -> None:
    found = read_chat(tmp_path, "chat.txt")
    assert (found.format, found.rows_read) == ("signal", 2)
    assert names(found) == ["Kiki", "Me"]
    assert found.posts["time_zone_assumed"].all()
    assert found.posts["posted_at"][1].isoformat() == "2026-03-01T09:16:00+00:00"


def test_a_longer_export_of_another_version_is_the_same_chat(tmp_path: Path) -> None:
    keys = {read_chat(tmp_path, name).groups["group_key"][0] for name in ("chat.md", "chat.txt")}
    assert len(keys) == 1
    renamed = OLD.replace("Kiki", "Kiki Lori") + "[2026-03-02, 10:00] Me: And today?\n"
    assert {read_text(tmp_path, renamed).groups["group_key"][0]} == keys


@pytest.mark.parametrize("text", [NEW, OLD, NEW.replace("\n", "\r\n"), "\ufeff" + OLD, "\n" + OLD])
def test_chats_are_recognised(text: str) -> None:
    assert is_signal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        "words\n" + OLD,
        "[2026-03-01 09:15:04] Kiki: WhatsApp on an iPhone\n[2026-03-01 09:15:05] Me: yes\n",
        "[2026-03-01, 09:15:04] Kiki: WhatsApp on an iPhone\n",
        "[2026-03-01 09:15] server: a program's log\n[2026-03-01 09:16] server: goes on\n",
        "[2026-03-01, 09:15] ERROR: a program's log\n",
        '[{"time": "2026-03-01, 09:15"}]',
    ],
)
def test_others_are_not(text: str) -> None:
    assert not is_signal(text)


def test_text_before_the_first_message_is_refused(tmp_path: Path) -> None:
    found = read_text(tmp_path, "Signal chat\nwith Kiki\n" + OLD, "signal")
    assert (found.rows_read, len(found.posts)) == (3, 2)
    assert found.reasons == ["it stands before the first message"]
    assert found.rejected["raw"].to_list() == ["Signal chat\nwith Kiki"]


def test_a_message_longer_than_one_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LONGEST", 100)
    found = read_text(tmp_path, OLD + "more\n" * 50 + "[2026-03-01, 09:17] Rudi: short\n", "signal")
    assert names(found) == ["Kiki", "Rudi"]
    assert found.reasons == ["the message is longer than 100 characters"]


def test_a_file_without_messages_is_no_chat(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no line begins as a message of Signal does"):
        read_text(tmp_path, "words\nand more\n", "signal")


@FUZZ
@given(content=st.one_of(damaged(NEW.encode()), damaged(OLD.encode())))
def test_damaged_chats_add_up_or_are_refused(tmp_path: Path, content: bytes) -> None:
    adds_up_or_is_refused(tmp_path / "c.md", content, "signal")
