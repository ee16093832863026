"""Whatever is done to a file, it is read or refused with a sentence."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.four_cat.exports import (
    BUDI,
    channel,
    facebook,
    lines,
    message,
    pseudonymised,
    service,
    table,
    telegram,
    tiktok,
    user,
    vk,
    vk_item,
)
from tests.ingest.readers.reading import Read, read

TABLES: dict[str, list[dict[str, object]]] = {
    "4cat-telegram": [telegram(1, body="Jual"), pseudonymised(telegram(2)), telegram(3, chat=9)],
    "4cat-facebook": [facebook(1, author="sari.demo"), facebook(2, author="1000123")],
    "4cat-vk": [vk(1, body="Jual"), vk(2, item_type="comment")],
    "4cat": [tiktok(1), tiktok(2, thread_id=1)],
}
LINES: dict[str, list[dict[str, Any]]] = {
    "4cat-telegram-json": [
        message(
            1,
            reply_to={"reply_to_msg_id": 2},
            fwd_from={"from_id": {"channel_id": 5}, "from_name": "B"},
            entities=[{"_type": "MessageEntityTextUrl", "offset": 0, "length": 3, "url": "x"}],
            reply_markup={"rows": [{"buttons": [{"url": "https://a.example"}]}]},
            media={"_type": "MessageMediaContact", "phone_number": "12025550123", "vcard": ""},
            reactions={"results": [{"reaction": {"emoticon": "👍"}, "count": 2}]},
        ),
        message(2, _sender=channel(), _forward={"_sender": user(BUDI)}, fwd_from={"date": 1}),
        service("ChatAddUser", 3, users=[BUDI]),
        service("ChatJoinedByLink", 4, inviter_id=BUDI),
        service("ChannelMigrateFrom", 5, chat_id=4500, title="Lama"),
        service("ChatEditTitle", 6, title="Baru"),
    ],
    "4cat-vk-json": [
        vk_item(
            1,
            attachments=[
                {"type": "photo", "photo": {"sizes": [{"width": 3, "url": "https://p.example"}]}},
                {"type": "market", "market": {"price": {"text": "5", "currency": {"name": "RUB"}}}},
            ],
            geo={"place": {"title": "Pasar"}},
            copy_history=[{"text": "a", "from_id": 4}],
        ),
        vk_item(2, kind="comment", post_id=1, thread={"count": 0}),
    ],
}
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["", " ", "\0", "REDACTED", "-100", "9" * 40, "½", "[", "1e99", "@", "\u2028"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["id", "_type", "user_id", "", "url"]), st.integers()),
)
SEEDS = st.integers(0, 2**32)


def read_or_refuse(path: Path, name: str) -> Read | None:
    """Read a file that may be damaged; None when it is refused as a whole."""
    try:
        return read(path, ReadOptions(platform="tiktok"), name)
    except SourceError as error:
        assert str(error).startswith(f"{path.name}: ") and str(error).endswith(".")
        return None


def damaged(value: Any, junk: list[Any], chance: random.Random) -> Any:
    """Put junk in some places of a value, and leave some keys out."""
    if junk and chance.random() < 0.04:
        return chance.choice(junk)
    if isinstance(value, dict):
        return {
            name: damaged(each, junk, chance)
            for name, each in value.items()
            if chance.random() > 0.03
        }
    return [damaged(each, junk, chance) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", LINES)
@settings(max_examples=25, deadline=None)
@given(junk=st.lists(JUNK, min_size=1, max_size=5), seed=SEEDS)
def test_lines_with_junk(name: str, junk: list[Any], seed: int) -> None:
    chance = random.Random(seed)
    items = [damaged(item, junk, chance) for item in LINES[name]]
    with tempfile.TemporaryDirectory() as folder:
        found = read_or_refuse(lines(Path(folder), items), name)
    assert found is not None and found.rows_read >= len(items)


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=25, deadline=None)
@given(junk=st.lists(JUNK, min_size=1, max_size=5), seed=SEEDS)
def test_tables_with_junk(name: str, junk: list[Any], seed: int) -> None:
    chance = random.Random(seed)
    gone = {column for column in TABLES[name][0] if chance.random() < 0.1}
    rows = [
        {
            column: chance.choice(junk) if chance.random() < 0.2 else cell
            for column, cell in row.items()
            if column not in gone
        }
        for row in TABLES[name]
    ]
    with tempfile.TemporaryDirectory() as folder:
        read_or_refuse(table(Path(folder), rows), name)


@pytest.mark.parametrize("name", [*TABLES, *LINES])
@settings(max_examples=12, deadline=None)
@given(seed=SEEDS)
def test_bytes_cut_and_changed(name: str, seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        path = table(at, TABLES[name]) if name in TABLES else lines(at, LINES[name])
        content = bytearray(path.read_bytes())
        for _ in range(chance.randrange(8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.randrange(1, len(content) + 1)])
        read_or_refuse(path, name)
