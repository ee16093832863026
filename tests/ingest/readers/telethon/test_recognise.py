from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest.readers import READERS, detect_format
from ingest.readers.looks import looks_of_json
from ingest.readers.options import ReadOptions
from ingest.readers.telethon import READERS as FAMILY
from tests.ingest.readers.telethon.files import FIXTURES, load, write_json

FORMATS = {
    "channel_messages.json": "telegram-tracker",
    "group_messages.json": "telegram-tracker",
    "channel.json": "telegram-tracker-chat",
    "basic_group.json": "telegram-tracker-chat",
    "msgs_dataset.csv": "telegram-tracker-csv",
    "msgs_dataset_old.csv": "telegram-tracker-csv",
    "collected_chats.csv": "telegram-tracker-chats",
    "counter.csv": "telegram-tracker-chats",
    "telecatch.tsv": "telecatch",
    "telecatch.json": "telecatch-json",
    "snscrape.jsonl": "snscrape-telegram",
    "results.json": "phone-checker",
    "snowball.csv": "telegram-snowball",
}


def formats_of(path: Path) -> str:
    return detect_format(path, path.name, ReadOptions())


@pytest.mark.parametrize("name", FORMATS)
def test_fixtures_are_told_by_content_under_any_name(tmp_path: Path, name: str) -> None:
    neutral = tmp_path / "evidence"
    shutil.copy(FIXTURES / name, neutral)
    assert formats_of(neutral) == FORMATS[name]


def test_every_format_has_a_fixture_or_a_test() -> None:
    assert {reader.name for reader in FAMILY} == {*FORMATS.values(), "telethon"}
    assert all(reader.name in READERS for reader in FAMILY)


def test_a_channel_without_messages_is_still_the_trackers(tmp_path: Path) -> None:
    document = load("channel_messages.json") | {"messages": [], "count": 0}
    assert formats_of(write_json(tmp_path / "a", document)) == "telegram-tracker"


def test_messages_alone_are_telethons(tmp_path: Path) -> None:
    messages = load("channel_messages.json")["messages"]
    as_list = write_json(tmp_path / "a", messages)
    lines = tmp_path / "b"
    lines.write_text("\n".join(json.dumps(message) for message in messages), encoding="utf-8")
    assert [formats_of(as_list), formats_of(lines)] == ["telethon", "telethon"]


def test_only_errors_are_still_the_checkers(tmp_path: Path) -> None:
    nobody = {"error": "No response, the phone number is not on Telegram or has blocked …"}
    document = {"+12025550144": nobody, "@x_contoh": {"error": "Username @x_contoh is invalid."}}
    assert formats_of(write_json(tmp_path / "a", document)) == "phone-checker"


@pytest.mark.parametrize(
    "document", [{"a": {"error": "no such page"}}, {"status": {"id": 1, "error": "x"}}]
)
def test_other_errors_are_not(document: dict[str, object]) -> None:
    looks = looks_of_json(json.dumps(document))
    assert not READERS["phone-checker"].fits(looks)
