from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.readers import READERS
from ingest.readers.four_cat import READERS as OURS
from tests.ingest.readers.four_cat.exports import (
    facebook,
    lines,
    message,
    pseudonymised,
    service,
    table,
    telegram,
    tiktok,
    vk,
    vk_item,
)
from tests.ingest.readers.reading import read

Make = Callable[[Path], Path]
FILES: list[tuple[str, Make]] = [
    ("4cat-telegram", lambda folder: table(folder, [telegram()], name="x")),
    ("4cat-telegram", lambda folder: table(folder, [telegram()], ";", name="x")),
    ("4cat-telegram", lambda folder: table(folder, [pseudonymised(telegram())], name="x")),
    ("4cat-telegram-json", lambda folder: lines(folder, [message()], name="x")),
    ("4cat-telegram-json", lambda folder: lines(folder, [message(1), message(2)], name="x")),
    ("4cat-telegram-json", lambda folder: lines(folder, [message(_chat=None)], name="x")),
    ("4cat-telegram-json", lambda folder: lines(folder, [service("PinMessage")], name="x")),
    ("4cat-facebook", lambda folder: table(folder, [facebook()], name="x")),
    ("4cat-vk", lambda folder: table(folder, [vk()], name="x")),
    ("4cat-vk-json", lambda folder: lines(folder, [vk_item()], name="x")),
    ("4cat-vk-json", lambda folder: lines(folder, [vk_item(1), vk_item(2)], name="x")),
    ("4cat", lambda folder: table(folder, [tiktok()], name="x")),
]


@pytest.mark.parametrize(("name", "make"), FILES)
def test_told_by_content(tmp_path: Path, name: str, make: Make) -> None:
    assert read(make(tmp_path)).format == name


def test_every_reader_is_registered() -> None:
    assert {reader.name for reader in OURS} == {name for name, _ in FILES}
    assert all(READERS[reader.name] is reader for reader in OURS)
