"""Exports that are cut off or damaged: what is whole is read, the rest is counted or refused."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram.exports import account, chat, message, service, write
from tests.ingest.readers.telegram.reading import Read, batches, read

OPTIONS = ReadOptions(private=frozenset({"contacts", "named"}))
ROWS = [
    service(1, "create_group", members=["Person 2", None], title="Kicau"),
    message(2, "Jual murai batu 汉 😀"),
    message(3, ["a ", {"type": "text_link", "text": "b", "href": "https://t.me/x_shop"}]),
    message(4, "answer", reply_to_message_id=2, photo="photos/1.jpg"),
    message(5, 'quote " and \\ backslash \x01'),
    service(6, "remove_members", members=["Person 2"]),
    message(7, "", poll={"question": "q", "answers": [{"text": "a"}]}),
    message(8, "last"),
]
EXPORTS: dict[str, Any] = {
    "chat": chat(*ROWS),
    "group": chat(*ROWS, kind="private_group"),
    "account": account(
        chat(*ROWS[:4]),
        chat(message(70, "SECRET"), name="x", kind="personal_chat", number=501),
        chat(message(71, "named"), name="named", kind="personal_chat", number=502),
        chat(*ROWS[4:], number=77),
    ),
}
LAYOUTS: list[dict[str, Any]] = [{}, {"indent": None}, {"indent": 2, "ensure_ascii": True}]
SETTINGS = settings(max_examples=50, deadline=None)


@cache
def written(name: str, layout: int) -> bytes:
    return json.dumps(
        EXPORTS[name], **{"ensure_ascii": False, "indent": 1} | LAYOUTS[layout]
    ).encode()


def read_bytes(content: bytes, folder: Path) -> Read | None:
    """Read bytes; None when they are no export at all, which a sentence must say."""
    path = folder / "result.json"
    path.write_bytes(content)
    try:
        found = read(path, OPTIONS)
    except SourceError as error:
        assert str(error).startswith("result.json: ")
        assert "\n" not in str(error)
        return None
    assert found.rows_read == found.rows_accepted + len(found.rejected) + found.rows_merged
    assert "SECRET" not in str(found.posts.rows())
    found.posts.write_parquet(folder / "posts.parquet")
    found.rejected.write_parquet(folder / "rejected.parquet")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage")


@pytest.fixture(scope="module")
def wholes(folder: Path) -> dict[tuple[str, int], Read]:
    found = {
        (name, at): read_bytes(written(name, at), folder) for name in EXPORTS for at in range(3)
    }
    return {key: whole for key, whole in found.items() if whole is not None}


exports = st.tuples(st.sampled_from(sorted(EXPORTS)), st.integers(0, 2))


@given(exports, st.floats(0, 1))
@SETTINGS
def test_a_cut_export_gives_what_comes_before(
    folder: Path, wholes: dict[tuple[str, int], Read], export: tuple[str, int], share: float
) -> None:
    content = written(*export)
    cut = int(share * len(content))
    found = read_bytes(content[:cut], folder)
    if found is None:
        assert cut < 700
        return
    whole = wholes[export]
    assert found.posts.equals(whole.posts.head(len(found.posts)))
    if cut < len(content):
        assert len(found.rejected) == 1 + (len(whole.rejected) if found.rejected.height > 1 else 0)
        assert "interrupted and ends here" in found.reasons[-1]
        assert "lacks its end" in found.notices[0]
        assert found.rows_read <= whole.rows_read + 1


def test_each_whole_message_is_read(folder: Path) -> None:
    content = written("chat", 0)
    for number, row in enumerate(ROWS[1:], start=1):
        begins = content.index(f'"id": {row["id"]},'.encode())
        found = read_bytes(content[:begins], folder)
        assert found is not None
        assert found.rows_read == number + 1
        assert found.rejected["locator"].to_list() == [f"from about byte {begins:,}"]


@given(
    exports, st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=4)
)
@SETTINGS
def test_changed_bytes_end_in_refusals_or_clear_errors(
    folder: Path, export: tuple[str, int], changes: list[tuple[float, int]]
) -> None:
    content = bytearray(written(*export))
    for share, value in changes:
        content[int(share * len(content))] = value
    read_bytes(bytes(content), folder)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every object or list in an export, with a field or position of it."""
    if isinstance(value, dict | list):
        inner = list(value.items() if isinstance(value, dict) else enumerate(value))
        for at, item in inner:
            yield value, at
            yield from places(item)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(EXPORTS)), st.data())
@settings(max_examples=60, deadline=None)
def test_anything_anywhere_ends_in_refusals_or_clear_errors(
    folder: Path, name: str, data: st.DataObject
) -> None:
    export = copy.deepcopy(EXPORTS[name])
    for _ in range(data.draw(st.integers(1, 3))):
        holder, at = data.draw(st.sampled_from(list(places(export))))
        if at in ("type", "messages") and name == "account":
            continue
        holder[at] = data.draw(anything)
    content = json.dumps(export, ensure_ascii=data.draw(st.booleans()), indent=1)
    found = read_bytes(content.encode(errors="surrogatepass"), folder)
    if found is not None:
        assert "lacks its end" not in "".join(found.notices)


def damaged(at: int, what: bytes, name: str = "chat") -> bytes:
    """An export in which some bytes inside the message with an id are overwritten."""
    content = written(name, 0)
    place = content.index(f'"id": {at},'.encode()) + 30
    return content[:place] + what + content[place + len(what) :]


@pytest.mark.parametrize("what", [b"}", b'"', b"{", b"]", b"\x02\x02", b'",,', b"\n}\n}"])
@pytest.mark.parametrize("at", [1, 2, 4, 7])
def test_damage_costs_one_message(folder: Path, what: bytes, at: int) -> None:
    found = read_bytes(damaged(at, what), folder)
    assert found is not None
    seen = {*found.posts["post_id"].to_list(), "1", "6"}
    assert {str(row["id"]) for row in ROWS} - seen <= {str(at)}
    (row,) = found.rejected.to_dicts()
    assert "damaged" in row["reason"] or "is not" in row["reason"]
    assert found.rows_read == len(ROWS)


def test_damage_in_a_long_export_costs_one_message(folder: Path) -> None:
    rows = [message(n, f"text {n} " + "x" * (n % 3000)) for n in range(1, 400)]
    content = json.dumps(chat(*rows), indent=1).encode()
    dice = random.Random(5)
    for _ in range(25):
        at = dice.randrange(1, 399)
        place = content.index(f'"id": {at},'.encode()) + dice.choice([3, 12, 25, 60])
        path = folder / "result.json"
        path.write_bytes(content[:place] + b'"' + content[place + 1 :])
        found = read(path)
        lost = {str(row["id"]) for row in rows} - set(found.posts["post_id"])
        assert lost <= {str(at), str(at + 1)}
        assert bool(lost) <= len(found.rejected) <= 1


def test_damage_at_the_end_of_a_chat_gives_nothing_to_the_next(folder: Path) -> None:
    content = written("account", 0)
    for chat_end in (b"\n    ]\n   },\n", b"\n   },\n"):
        place = content.index(chat_end)
        for at in range(place, place + len(chat_end)):
            for value in b'x"]}{':
                found = read_bytes(content[:at] + bytes([value]) + content[at + 1 :], folder)
                assert found is not None
                for row in found.posts.select("post_id", "group_key").to_dicts():
                    expected = "telegram:group:1234567890" if int(row["post_id"]) < 5 else None
                    assert expected is None or row["group_key"] == expected
                    assert (
                        int(row["post_id"]) < 5 or row["group_key"] != "telegram:group:1234567890"
                    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"{}",
        b"[]",
        b"[{}]",
        b"5",
        b"null",
        b'"messages"',
        b"{",
        b'{"a": 1}',
        b'{"name": "x", "id": 5}',
        b"no json at all",
        b"\xff\xfe",
        b"\x00" * 50,
        b'{"messages"',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_export_is_an_error(folder: Path, content: bytes) -> None:
    assert read_bytes(content, folder) is None


@pytest.mark.parametrize(
    ("inside", "rows"),
    [
        (b"", 0),
        (b"5, null, [], {}, [[[]]], true", 6),
        (b'{"id": 5}', 1),
        (b'{"id": 1, "type": "message", "x": ' + b"9" * 5_000 + b"}", 1),
        (b'{"id": 1, "type": "message", "x": 1e99999999999999999999}', 1),
        (b"[" * 50_000 + b"]" * 50_000, 1),
        (b'{"a": ' * 50_000 + b"1" + b"}" * 50_000, 1),
        (b'{"id": 1, "type": "message", "text": "' + b"z" * 20_000_000 + b'"}', 1),
    ],
    ids=["empty", "odd", "no fields", "digits", "exponent", "deep lists", "deep objects", "huge"],
)
def test_odd_messages_do_no_harm(folder: Path, inside: bytes, rows: int) -> None:
    good = json.dumps(message(9, "good")).encode()
    between = b", " if inside else b""
    found = read_bytes(
        b'{"name": "x", "type": "private_supergroup", "id": 5, "messages": [\n'
        + inside
        + between
        + good
        + b"]}",
        folder,
    )
    assert found is not None
    assert found.texts == ["good"]
    assert (found.rows_read, len(found.rejected)) == (rows + 1, rows)


def test_more_behind_the_end_is_refused(folder: Path) -> None:
    found = read_bytes(written("chat", 0) + b"\n" + written("chat", 0), folder)
    assert found is not None
    assert found.rows_read == len(ROWS) + 1
    assert "could not be read to its end" in found.notices[0]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16-le", "utf-32", "latin-1"])
def test_other_encodings(folder: Path, encoding: str) -> None:
    rows = [message(1, "hello"), message(2, "prix é" if encoding == "latin-1" else "птица")]
    content = json.dumps(chat(*rows), ensure_ascii=False, indent=1).encode(encoding)
    found = read_bytes(content, folder)
    if found is None:
        assert encoding.startswith("utf")
    else:
        assert found.texts == ["hello"]
        assert found.reasons == ["it holds a NUL character, or bytes that are not text"]


def test_a_value_that_would_fill_the_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.json_stream.stream.LONGEST_VALUE", 1_000_000)
    good = json.dumps(message(1, "good")).encode()
    for huge in (
        b'"' + b"z" * 3_000_000,
        b"[" + b"1," * 1_500_000,
        b'{"a": ["' + b'x","' * 999_999,
    ):
        found = read_bytes(b'{"messages": [' + good + b", " + huge, folder)
        assert found is not None
        assert found.texts == ["good"]
        assert "longer than 1,000,000 bytes" in found.reasons[0]


def test_bytes_read_grow_to_the_size_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.readers.telegram.gathered.BATCH_ROWS", 100)
    rows = [message(n, "x" * 500) for n in range(1, 500)]
    path = write(folder / "result.json", chat(*rows))
    read_so_far = [batch.bytes_read for batch in batches(path)]
    assert read_so_far == sorted(read_so_far)
    assert read_so_far[-1] == path.stat().st_size
    assert read_so_far[0] < path.stat().st_size / 2


def test_all_tables_have_their_columns_even_when_empty(folder: Path) -> None:
    found = read_bytes(b'{"messages": []}', folder)
    assert found is not None
    assert found.rows_read == 0
    assert isinstance(found.posts, pl.DataFrame)
