"""Messages that Meta gives to their own user: Messenger's and Instagram's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.facebook.kept import rest
from ingest.readers.facebook.messenger_rows import Change, changes, leaves_some_out
from ingest.readers.facebook.messenger_thread import Thread, is_gone, participant, thread_of
from ingest.readers.facebook.mojibake import mended
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import items, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

_FILES = ("photos", "videos", "audio_files", "gifs", "files", "media")
_SENT = re.compile(r"(?:You|.{1,80}) sent (?:an? .{1,40}|\d+ .{1,40})\.?", re.DOTALL)
_TAKEN = ("sender_name", "senderName", "timestamp_ms", "timestamp", "content", "text", "ip", "IP")
_GONE = "Participants whose accounts are gone, who all go by one name, are passed over."
_OTHERS = "Where Messenger's rows only count people ('and 2 others'), those are not known."
_NO_POSTS = (
    "Messages taken back, calls, and rows of Messenger's own are no posts: of them it is kept who "
    "they are by, who came or went, and when."
)


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a thread of messages from Meta's download.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        As of `messenger_thread.thread_of`; times are epochs.

    Yields
    ------
    Batch
        People are known by name, in this thread only; the exporter's address (``ip``) is not
        kept. The link that is shared in a message is among its words, for the sender shows it;
        what Messenger quotes from behind the link is not.
    """
    thread = thread_of(path, name, options)
    rows = ToldRows(options)
    for notice in thread.notices:
        rows.note(notice)
    lists = {"participants", "messages"}
    yield from read_items(json_items(path, name, lists=lists), _Messages(thread).tell, rows)


class _Messages:
    """Tells the messages of a thread."""

    def __init__(self, thread: Thread) -> None:
        self._thread = thread

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a participant or a message."""
        if item.path == "participants":
            self._tell_participant(item, rows)
            return
        message = mended(item.value)
        sender = text(message, "sender_name") or text(message, "senderName")
        if sender is None:
            raise Refusal("sender_name", "the message names no sender")
        found = changes(message, sender, self._thread.members)
        post = {} if found is not None else _post(message, sender)
        if post:
            rows.tell(item.locator, {**self._by(message, sender), **post})
            return
        rows.note(_NO_POSTS)
        if found and leaves_some_out(message):
            rows.note(_OTHERS)
        self._tell_changes(item.locator, message, sender, found or [], rows)

    def _tell_participant(self, item: Item, rows: ToldRows) -> None:
        """Tell who is in the thread."""
        name = participant(item.value)
        if name is None:
            raise Refusal("name", "the participant has no name")
        if is_gone(name):
            rows.note(_GONE)
            return
        rows.tell(item.locator, {**self._thread.place, **self._thread.person(name)})

    def _by(self, message: object, sender: str) -> dict[str, object]:
        """Tell whose row it is, where and when."""
        sent = text(message, "timestamp_ms") or text(message, "timestamp")
        return {**self._thread.place, **self._thread.person(sender), "posted_at": sent}

    def _tell_changes(
        self, locator: str, message: object, sender: str, found: list[Change], rows: ToldRows
    ) -> None:
        """Tell what became of people; a row that says nothing of them is its sender's."""
        several = len(found) > 1
        for number, change in enumerate(found or [Change(sender)], start=1):
            by = None if change.by == change.name else change.by
            rows.tell(
                f"{locator}, person {number}" if several else locator,
                {
                    **self._by(message, change.name),
                    "event": change.event,
                    "role": change.role,
                    "by_id": self._thread.native(by),
                },
            )


def _post(message: object, sender: str) -> dict[str, object]:
    """Tell what a message says; nothing where it holds nothing."""
    words = text(message, "content") or text(message, "text")
    link = text(message, "share", "link")
    files = [
        uri
        for name in _FILES
        for each in items(message, name)
        if (uri := text(each, "uri") or text(each))
    ]
    sticker = text(message, "sticker", "uri")
    shown = [*files, *([sticker] if sticker else [])]
    announced = None
    if words is not None and (link or shown) and _is_announcement(words, sender):
        words, announced = None, words
    if link is not None and link not in (words or ""):
        words = "\n".join(filter(None, [words, link]))
    if words is None and not shown:
        return {}
    beside = rest(message, *_TAKEN, lists=_FILES)
    return {
        "text": words,
        "image": "\n".join(shown) or None,
        "announced": announced,
        **{name: found for name, found in beside.items() if found is not False},
    }


def _is_announcement(words: str, sender: str) -> bool:
    """Whether Messenger itself says that something was sent."""
    by = words.startswith((f"{sender} sent ", "You sent "))
    return by and _SENT.fullmatch(words) is not None


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as a thread does."""
    if "object" not in looks.kinds or "messages" not in looks.names:
        return False
    return (
        looks.has("messages.sender_name", "messages.timestamp_ms")
        or looks.has("participants.name", "thread_path")
        or looks.has("messages.senderName", "messages.timestamp", "threadName")
    )


MESSENGER = Reader(
    name="messenger",
    title="Messenger and Instagram messages (Meta's own download)",
    example="messages/inbox/budi_1020304050/message_1.json",
    read=read,
    fits=_fits,
)
