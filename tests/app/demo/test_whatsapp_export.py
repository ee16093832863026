"""WhatsApp's export: a zip as an iPhone makes it."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.demo.collector import NAME
from app.demo.material import write_demo
from app.demo.people import NUMBER, PHONEBOOK, PUSH, Post
from app.demo.world import make_world

HEADER = re.compile(
    "\u200e?\\[(\\d\\d/\\d\\d/2026, \\d\\d:\\d\\d:\\d\\d)\\] ([^:]+): (\u200e?)(.*)", re.DOTALL
)
NUMBERED = re.compile("\u202a\\+62\xa0811\u20110000\u2011\\d{4}\u202c")


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("whatsapp")
    write_demo(folder)
    return sorted(folder.glob("*/*.zip"))


@pytest.fixture(scope="module")
def messages(zips: list[Path]) -> list[re.Match[str]]:
    """The messages of the later export."""
    found = [HEADER.fullmatch(message) for message in split(zips[1])]
    assert all(found)
    return [each for each in found if each]


def split(path: Path) -> list[str]:
    """Split a chat into messages; a line break within one is no CR LF."""
    with zipfile.ZipFile(path) as packed:
        chat = packed.read("_chat.txt").decode("utf-8")
    assert chat.endswith("\r\n")
    return chat.removesuffix("\r\n").split("\r\n")


def test_the_later_export_repeats_the_earlier_one(zips: list[Path]) -> None:
    assert [path.name for path in zips] == ["WhatsApp Chat - Lapak Burung Embunsari.zip"] * 2
    first, second = (split(path) for path in zips)
    before = [re.sub("<attached: .*>", "image omitted", line) for line in first]
    after = [re.sub("<attached: .*>", "image omitted", line) for line in second]
    assert after[: len(before)] == before
    assert len(after) > len(before)


def test_pictures_in_the_zip_are_those_that_messages_name(zips: list[Path]) -> None:
    for path in zips:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist()) - {"_chat.txt"}
            assert all(packed.read(name).startswith(b"\xff\xd8\xff") for name in names)
            assert {member.date_time for member in packed.infolist()} == {(2026, 11, 15, 18, 0, 0)}
        chat = "\n".join(split(path))
        assert set(re.findall("\u200e<attached: (.+?)>", chat)) == names
        assert len(names) == 5
        assert "\u200eimage omitted" in chat


def test_times_are_local_and_rise(messages: list[re.Match[str]]) -> None:
    times = [datetime.strptime(message[1], "%d/%m/%Y, %H:%M:%S") for message in messages]
    assert times == sorted(times)
    said = [
        entry
        for entry in make_world().entries
        if isinstance(entry, Post) and entry.account.platform == "whatsapp" and entry.text
    ]
    local = said[-1].posted_at.astimezone(ZoneInfo("Asia/Jakarta")).replace(tzinfo=None)
    assert times[-1] == local.replace(microsecond=0)


def test_senders_are_numbers_phonebook_names_and_push_names(messages: list[re.Match[str]]) -> None:
    authors = {message[2] for message in messages}
    here = [each for each in make_world().accounts if each.whatsapp is not None]
    for shown_as in (NUMBER, PHONEBOOK, PUSH):
        names = {each.name for each in here if each.whatsapp and each.whatsapp.shown_as == shown_as}
        assert len(names) > 3
        if shown_as == PHONEBOOK:
            assert names & authors
        elif shown_as == PUSH:
            assert {f"~\u202f{name}" for name in names} & authors
        else:
            assert not names & authors
    assert sum(bool(NUMBERED.fullmatch(author)) for author in authors) > 5
    assert NAME in authors


def test_what_happens_is_marked(messages: list[re.Match[str]]) -> None:
    marked = [message[4] for message in messages if message[3]]
    for what in (
        "created this group",
        "joined using this group's invite link",
        "added ",
        "left",
        " changed to \u202a+62",
        "You deleted this message.",
        "end-to-end encrypted",
    ):
        assert any(what in body for body in marked), what
    moved = next(body for body in marked if " changed to " in body)
    assert len(NUMBERED.findall(moved)) == 2
    unmarked = [message[4] for message in messages if not message[3]]
    assert not [body for body in unmarked if "joined using" in body]


def test_some_numbers_are_written_as_at_home(messages: list[re.Match[str]]) -> None:
    bodies = " ".join(message[4] for message in messages)
    assert len(re.findall(r"(?<!\d)0811-0000-\d{4}", bodies)) > 3
