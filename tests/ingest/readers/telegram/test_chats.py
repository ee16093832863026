"""Which chat a message is in, and which key it gets there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram.exports import GROUP, START, account, chat, message, write
from tests.ingest.readers.telegram.reading import Read, read, read_export, read_messages

ALBUM = [
    message(10, "album", from_id="user1"),
    message(11, "", from_id="user1", date_unixtime=str(START + 10), photo="a.jpg"),
    message(12, "", from_id="user1", date_unixtime=str(START + 10), photo="b.jpg"),
    message(13, "answer", from_id="user2", reply_to_message_id=11),
]
NO_IDS = {"id": ..., "from_id": ...}


def keys(found: Read) -> list[str]:
    return found.posts["post_key"].to_list()


@pytest.mark.parametrize("kind", ["private_group", "personal_chat", "bot_chat"])
def test_ids_that_are_the_exporters_own_are_no_keys(tmp_path: Path, kind: str) -> None:
    """The same four messages, as two members of the chat export them, and others' messages."""
    excuse = "(File not included. Change data exporting settings to download.)"
    shifted = [row | {"id": row["id"] + 90, "photo": excuse} for row in ALBUM]
    shifted[3]["reply_to_message_id"] += 90
    other = [message(n, "else", from_id="user3") for n in (10, 11)]
    mine = read_messages(tmp_path, *ALBUM, kind=kind, number=5)
    again = read_messages(tmp_path, *shifted, kind=kind, number=5)
    others = read_messages(tmp_path, *other, kind=kind, number=5)
    assert keys(mine) == keys(again)
    assert len(set(keys(mine))) == 4
    assert not set(keys(mine)) & set(keys(others))
    assert mine.posts["post_id"].to_list() == ["10", "11", "12", "13"]
    assert mine.posts["reply_to"].to_list() == [None, None, None, keys(mine)[1]]
    assert again.posts["reply_to"][3] == keys(again)[1]


def test_messages_from_before_a_group_became_a_supergroup(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        message(-999_999_990, "old", from_id="user1"),
        message(-999_999_989, "old answer", from_id="user2", reply_to_message_id=-999_999_990),
        message(1, "new", from_id="user1"),
    )
    old, answer, new = keys(found)
    assert new == f"post:telegram:{GROUP}/1"
    assert found.posts["reply_to"].to_list() == [None, old, None]
    assert all(key.startswith("post:telegram:hash-") for key in (old, answer))


def test_a_chat_without_an_id_is_known_by_its_name(tmp_path: Path) -> None:
    row = message(1, "t", **NO_IDS)
    found = read_messages(tmp_path, row, number=..., kind=..., name="Jual  BELI")
    assert found.post["group_key"] == "telegram:group:name/jual beli"
    assert found.post["account_key"].startswith("telegram:name/jual beli/")
    assert found.post["locator"] == "message at position 1"
    assert found.groups["name"].to_list() == ["Jual  BELI"]


def test_a_chat_without_id_and_name_is_known_by_how_it_begins(tmp_path: Path) -> None:
    head = {"number": ..., "kind": ..., "name": ...}
    rows = [message(1, text, **NO_IDS) for text in "abb"]
    one = read_messages(tmp_path, *rows, **head)
    longer = read_messages(tmp_path, *rows, rows[0] | {"text": "more"}, **head)
    other = read_messages(tmp_path, *rows[1:], **head)
    assert keys(longer)[:2] == keys(one)
    assert one.rows_merged == 1
    groups = [set(found.posts["group_key"]) for found in (one, longer, other)]
    assert groups[0] == groups[1] != groups[2]
    assert one.groups["name"].to_list() == [None]


def test_the_user_can_name_the_chat(tmp_path: Path) -> None:
    rows = [message(3, "t")]
    asked = ReadOptions(chat="-1009876543210")
    found = read_export(tmp_path, chat(*rows, number=..., kind=...), asked)
    assert keys(found) == ["post:telegram:9876543210/3"]
    known = read_export(tmp_path, chat(*rows), asked)
    assert keys(known) == [f"post:telegram:{GROUP}/3"]
    several = account(chat(*rows, number=...), chat(*rows, number=...))
    with pytest.raises(SourceError, match="--chat cannot say which"):
        read_export(tmp_path, several, asked)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("1234567890", "1234567890"),
        ("channel1234567890", "1234567890"),
        (-1001234567890, "1234567890"),
        (1234567890.0, "1234567890"),
        (5, "5"),
    ],
)
def test_forms_of_a_chats_id(tmp_path: Path, number: Any, key: str) -> None:
    assert read_messages(tmp_path, message(1), number=number).post["group_key"] == (
        f"telegram:group:{key}"
    )


@pytest.mark.parametrize("odd", [[1], {"a": 1}, None, "x", True, 1.5, 10**40])
def test_an_id_that_is_none_leaves_the_name(tmp_path: Path, odd: Any) -> None:
    found = read_messages(tmp_path, message(1), number=odd)
    assert found.post["group_key"] == "telegram:group:name/kicau"


@pytest.mark.parametrize("odd", [[1], {"a": 1}, None, 5, "", " "])
def test_a_name_that_is_none_is_left_out(tmp_path: Path, odd: Any) -> None:
    found = read_messages(tmp_path, message(1), name=odd)
    assert found.groups.rows()[0][:4] == (f"telegram:group:{GROUP}", "telegram", str(GROUP), None)


@given(st.permutations(["name", "type", "id", "messages"]), st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_order_of_fields_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], random: Any
) -> None:
    folder = tmp_path_factory.mktemp("order")
    rows = [message(1, "a"), message(2, ["b", {"type": "bold", "text": "c"}], photo="p.jpg")]
    straight = read_export(folder, chat(*rows))
    for row in rows:
        shuffled = list(row.items())
        random.shuffle(shuffled)
        row.clear()
        row.update(shuffled)
    found = read_export(folder, {name: chat(*rows)[name] for name in order})
    assert found.posts.equals(straight.posts)
    assert found.groups.equals(straight.groups)
    assert found.accounts.equals(straight.accounts)


def test_layouts_and_encodings_make_no_difference(tmp_path: Path) -> None:
    export = chat(message(1, "harga é 汉 😀"), message(2, ["a", {"type": "bold", "text": "b"}]))
    straight = read_export(tmp_path, export)
    layouts = [
        json.dumps(export).encode(),
        json.dumps(export, ensure_ascii=False).encode(),
        json.dumps(export, indent=4).encode(),
        b"\n\n " + json.dumps(export, indent="\t").encode() + b"\n\n",
        json.dumps(export, ensure_ascii=False, indent=1).encode("utf-8-sig"),
        json.dumps(export, ensure_ascii=False, indent=1).encode("utf-16"),
        json.dumps(export, ensure_ascii=False).replace("\n", "\r\n").encode(),
    ]
    for layout in layouts:
        path = tmp_path / "result.json"
        path.write_bytes(layout)
        assert read(path).posts.equals(straight.posts)


def test_batches_join_seamlessly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [message(n, f"text {n}", from_id=f"user{n % 7}") for n in range(1, 200)]
    path = write(tmp_path / "result.json", chat(*rows, rows[3], [1], kind="private_group"))
    whole = read(path)
    monkeypatch.setattr("ingest.readers.telegram.gathered.BATCH_ROWS", 7)
    parts = read(path)
    assert parts.posts.equals(whole.posts)
    assert parts.rejected.equals(whole.rejected)
    assert (parts.rows_read, parts.rows_merged) == (whole.rows_read, whole.rows_merged)
