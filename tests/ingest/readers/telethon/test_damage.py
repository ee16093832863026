from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.readers.mutating import FUZZ, adds_up_or_is_refused, damaged, mutated
from tests.ingest.readers.telethon.files import FIXTURES, load

DOCUMENTS = {
    "channel_messages.json": "telegram-tracker",
    "group_messages.json": "telegram-tracker",
    "channel.json": "telegram-tracker-chat",
    "basic_group.json": "telegram-tracker-chat",
    "telecatch.json": "telecatch-json",
    "results.json": "phone-checker",
}
TABLES = {
    "msgs_dataset.csv": "telegram-tracker-csv",
    "collected_chats.csv": "telegram-tracker-chats",
    "counter.csv": "telegram-tracker-chats",
    "telecatch.tsv": "telecatch",
    "snowball.csv": "telegram-snowball",
}
LINES = [json.loads(line) for line in (FIXTURES / "snscrape.jsonl").read_text().splitlines()]
FEW = settings(FUZZ, max_examples=15)
MESSAGES = load("group_messages.json")["messages"]


@pytest.mark.parametrize("name", DOCUMENTS)
@FEW
@given(data=st.data())
def test_values_of_any_kind_add_up(tmp_path: Path, name: str, data: st.DataObject) -> None:
    document = data.draw(mutated(load(name)))
    adds_up_or_is_refused(tmp_path / "a", json.dumps(document).encode(), DOCUMENTS[name])


@pytest.mark.parametrize("name", DOCUMENTS | TABLES)
@FEW
@given(data=st.data())
def test_damaged_files_add_up_or_are_refused(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    content = data.draw(damaged((FIXTURES / name).read_bytes()))
    adds_up_or_is_refused(tmp_path / "a", content, (DOCUMENTS | TABLES)[name])


@pytest.mark.parametrize(
    ("items", "format_name"), [(LINES, "snscrape-telegram"), (MESSAGES, "telethon")]
)
@FEW
@given(data=st.data())
def test_lines_of_any_kind_add_up(
    tmp_path: Path, items: list[Any], format_name: str, data: st.DataObject
) -> None:
    changed = data.draw(mutated(items))
    content = data.draw(damaged("\n".join(map(json.dumps, changed)).encode()))
    adds_up_or_is_refused(tmp_path / "a", content, format_name)
