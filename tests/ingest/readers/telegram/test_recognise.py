"""Telling exports from other JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SourceError
from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from tests.builders import post
from tests.ingest.readers.telegram.exports import account, chat, message, service


def format_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return detect_format(path, path.name, ReadOptions())


EXPORTS: list[Any] = [
    chat(message(1, "a")),
    chat(service(1, "create_group")),
    chat({"id": 1, "type": "unsupported"}, kind=...),
    chat(),
    chat(message(1, "a"), name=..., kind=..., number=...),
    chat({"text": "a", "date_unixtime": "5"}, name=..., kind=..., number=...),
    {"messages": [message(1, "a")], "id": 5},
    account(chat(message(1))),
    account(),
    account(personal_information=...),
    {"chats": {"list": [{"name": "x", "messages": []}]}},
    {"about": "a" * 5_000, "contacts": {"about": "", "list": []}},
    {"left_chats": {"list": []}},
    chat(message(1, "long " * 50_000)),
    account(about="long " * 5_000, contacts={"list": [{"first_name": "x" * 100}] * 5_000}),
]
OTHERS: list[Any] = [
    {},
    {"messages": []},
    {"messages": {}},
    {"messages": [5]},
    {"messages": [{"type": "message", "user": "U1", "ts": "1.2"}]},
    {"messages": [{"sender_name": "A", "timestamp_ms": 5, "content": "c"}], "participants": []},
    {"guild": {"id": "1"}, "messages": [{"id": "1", "type": "Default", "timestamp": "2023"}]},
    {"count": 1, "messages": [{"_": "Message", "id": 1, "date": "2021-05-01 12:00:00+00:00"}]},
    {"chats": [{"name": "x"}]},
    {"chats": {"a": 1}},
    {"personal_information": {"name": "x"}},
    {"contacts": [1, 2]},
    [message(1, "a")],
    post(1),
]


@pytest.mark.parametrize("export", EXPORTS)
def test_exports_are_recognised(tmp_path: Path, export: Any) -> None:
    path = tmp_path / "result.json"
    pretty = json.dumps(export, ensure_ascii=False, indent=1)
    for layout in (
        pretty.encode(),
        json.dumps(export).encode(),
        b"\n\n" + pretty.encode(),
        pretty.encode("utf-8-sig"),
        pretty.encode("utf-16"),
    ):
        assert format_of(path, layout) == "telegram"


@pytest.mark.parametrize("other", OTHERS)
def test_other_json_is_not(tmp_path: Path, other: Any) -> None:
    for indent in (None, 1):
        try:
            found = format_of(tmp_path / "x.json", json.dumps(other, indent=indent).encode())
        except SourceError:
            continue
        assert not found.startswith("telegram")


def test_what_telegram_desktop_writes_wrongly_does_not_hide_it(tmp_path: Path) -> None:
    odd = message(1, [{"type": "custom_emoji", "text": "x", "document_id": "QUOTED"}], y="\u0001")
    pretty = json.dumps(chat(odd, kind=...), indent=1).replace("\\u0001", "\\x01")
    bare = pretty.replace('"QUOTED"', "video_files/sticker (2).webm")
    assert format_of(tmp_path / "result.json", bare.encode()) == "telegram"


def test_a_cut_export_is_recognised_once_its_messages_begin(tmp_path: Path) -> None:
    content = json.dumps(chat(message(1, "a")), indent=1).encode()
    begins = content.index(b"[") + 1
    for cut in range(begins, len(content)):
        assert format_of(tmp_path / "result.json", content[:cut]) == "telegram"


def test_json_lines_stay_json_lines(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(post(n)) for n in range(5))
    assert format_of(tmp_path / "t.jsonl", lines.encode()) == "jsonl"
