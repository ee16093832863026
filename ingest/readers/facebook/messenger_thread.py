"""Which thread a file of Messenger's or Instagram's is of, told before its messages are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph import keys
from ingest.readers.facebook.mojibake import mended
from ingest.readers.json_items import json_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import text
from ingest.readers.options import ReadOptions

_HEADS = frozenset({"title", "thread_path", "threadName", "joinable_mode"})
_CHUNK = 1 << 20
_OF_TWO = 2
_OF_INSTAGRAM = b"your_instagram_activity"
_OF_FACEBOOK = (b"your_facebook_activity", b"your_activity_across_facebook")
_GONE = frozenset({
    "facebook user", "instagram user", "instagrammer", "meta user", "messenger user",
    "utilisateur facebook", "usuario de facebook", "facebook-nutzer", "pengguna facebook",
    "usuário do facebook", "người dùng facebook", "utente di facebook",
})  # fmt: skip


@dataclass(frozen=True)
class Thread:
    """A thread of messages.

    Attributes
    ----------
    platform : str
        ``facebook`` or ``instagram``.
    chat : str
        Its id, with a mark before it that no group of Facebook's has.
    title : str or None
        What it is called; in a conversation of two, the other's name.
    members : frozenset of str
        Names of those in it.
    notices : tuple of str
        What was assumed.
    """

    platform: str
    chat: str
    title: str | None
    members: frozenset[str]
    notices: tuple[str, ...] = field(default=())

    @property
    def place(self) -> dict[str, str | None]:
        """The thread as told rows name it."""
        return {"platform": self.platform, "group_id": self.chat, "group_name": self.title}

    def person(self, name: str) -> dict[str, str | None]:
        """Name somebody; accounts that are gone all go by one name, and are nobody."""
        return {"called": name} if is_gone(name) else {"account_name": name}

    def native(self, name: str | None) -> str | None:
        """Give what stands for an id of somebody in the thread."""
        if name is None or is_gone(name):
            return None
        group = keys.group(self.platform, self.chat)
        return keys.account_by_name(self.platform, group, name).partition(":")[2]


def is_gone(name: str) -> bool:
    """Whether a name stands for any account that is gone."""
    return name.strip().casefold() in _GONE


def participant(value: object) -> str | None:
    """Read a participant's name."""
    name: str | None = mended(text(value, "name") or text(value))
    return name


def thread_of(path: Path, name: str, options: ReadOptions) -> Thread:
    """Find out which thread a file is of.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        ``platform`` where it is not Facebook and the file does not say so; ``chat`` where the file
        names no thread.
    """
    said: dict[str, str | None] = {}
    members: list[str] = []
    for item in json_items(path, name, lists={"participants"}, heads=_HEADS):
        if item.problem is None and item.path == "participants":
            members += [found for found in [participant(item.value)] if found]
        elif item.problem is None:
            said[item.path] = _said(item)
    platform, notices = _platform(path, name, options)
    title = said.get("title") or None
    stated = (said.get("thread_path") or "").rstrip("/").rpartition("/")[2]
    chat = stated or options.chat or _of_names(said.get("threadName"), title, members)
    if chat is None:
        chat = _digest(path)
        notices.append(
            f"{name}: the file does not say which thread it is of, so that its people are known "
            "in this file only; pass --chat with a name for the thread."
        )
    if (link := said.get("joinable_mode")) is not None:
        notices.append(f"{name}: who has the link {link} can join the thread.")
    return Thread(platform, f"thread/{chat}", title, frozenset(members), tuple(notices))


def _said(item: Item) -> str | None:
    """Read what is said of the thread."""
    found: str | None = mended(text(item.value, "link") or text(item.value))
    return found


def _of_names(stated: str | None, title: str | None, members: Iterable[str]) -> str | None:
    """Name a thread by what the file calls it, else by its title, else by who is in it.

    A conversation of two is called by the other's name, which others bear too: who is in it is
    part of its name.
    """
    people = sorted(members)
    named = f"name/{keys.fold(title)}" if title else None
    called = stated or named
    if called is None:
        return f"name/{keys.fold(', '.join(people))}"[:400] if people else None
    is_of_two = 0 < len(people) <= _OF_TWO
    return f"{called}~{keys.fold(', '.join(people))}"[:400] if is_of_two else called[:400]


def _digest(path: Path) -> str:
    """Name a thread by how its file begins."""
    with path.open("rb") as file:
        return hashlib.sha256(file.read(_CHUNK)).hexdigest()[:12]


def _platform(path: Path, name: str, options: ReadOptions) -> tuple[str, list[str]]:
    """Tell Instagram's from Facebook's by where attached files lie; say so where none does."""
    if options.platform is not None:
        return keys.platform(options.platform), []
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            seen = before + chunk
            if _OF_INSTAGRAM in seen:
                return "instagram", []
            if any(mark in seen for mark in _OF_FACEBOOK):
                return "facebook", []
            before = chunk[-64:]
    return "facebook", [
        f"{name}: it is read as Facebook Messenger's, for nothing in it says otherwise; if it is "
        "Instagram's, pass --platform instagram."
    ]
