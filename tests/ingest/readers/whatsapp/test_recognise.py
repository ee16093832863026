"""Chats are told from tables, logs and other text by their content."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from tests.ingest.readers.whatsapp.chats import write
from tests.ingest.readers.whatsapp.test_headings import STYLES

SOME = ["13/06/2026, 21:25 - Sari: Ready", "and more", "13/06/2026, 21:26 - Budi: ok"]


def found(path: Path) -> str:
    return detect_format(path, path.name, ReadOptions())


@pytest.mark.parametrize("heading", [heading for heading, _ in STYLES])
def test_every_style_is_a_chat(tmp_path: Path, heading: str) -> None:
    assert found(write(tmp_path / "c.txt", [f"{heading}Sari: Ready"])) == "whatsapp"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_any_encoding_that_says_itself(tmp_path: Path, encoding: str, end: str) -> None:
    assert found(write(tmp_path / "c.txt", SOME, encoding=encoding, end=end)) == "whatsapp"


def test_after_some_other_lines(tmp_path: Path) -> None:
    before = ["", "Case 12, exported by Ana", "on 3 May"]
    assert found(write(tmp_path / "c.txt", [*before, *SOME, *SOME])) == "whatsapp"


def test_long_messages_do_not_hide_a_chat(tmp_path: Path) -> None:
    lines = [SOME[0], *(f"offer {number}, a long list" for number in range(400)), SOME[2]]
    assert found(write(tmp_path / "c.txt", lines)) == "whatsapp"


@pytest.mark.parametrize(
    "lines",
    [
        ["platform,posted_at,text", "facebook,2026-06-13 10:00,x: y"],
        ["2026-06-13 10:00,facebook,a: b", "2026-06-13 10:01,facebook,a: b"],
        ["13/06/2026 10:00;facebook;a: b", "13/06/2026 10:01;facebook;a: b"],
        ["13/06/2026 10:00\tfacebook\ta: b"],
        ["account_id,text", '1,"', *SOME, '"'],
        ["2026-06-13 10:00:00 INFO: starting", "2026-06-13 10:00:01 WARN: slow"],
        ["[2026-06-13 10:00:00] production.ERROR: no disk"] * 3,
        ["2026-06-13 10:00:00,123 INFO x"],
        ["2026-06-13 10:00:00 host sshd[12]: session opened"] * 3,
        ["[2026-06-13, 12:23] Sari: from another messenger"],
        ["notes of 13/06/2026, 21:25", "nothing else"],
    ],
)
def test_what_is_no_chat(tmp_path: Path, lines: list[str]) -> None:
    path = write(tmp_path / "c.txt", lines)
    try:
        assert found(path) != "whatsapp"
    except Exception as error:  # noqa: BLE001
        assert type(error).__name__ == "SourceError"
