"""A channel that DiscordChatExporter saved as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.discord.posts import post
from ingest.readers.discord.services import POSTS, is_plain, service_rows
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

HEADS = frozenset({"guild", "channel", "dateRange", "exportedAt", "messageCount"})


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a channel, a thread or a private conversation.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Nothing of it is needed: ids and zones are stated.

    Yields
    ------
    Batch
        A message is a post. Service messages say who joined the server, which is a group too, and
        who was added to or left the channel; the others, that their author belongs to it.
    """
    channel = _Channel()
    yield from read_items(
        json_items(path, name, lists={"messages"}, heads=HEADS), channel.tell, ToldRows(options)
    )


class _Channel:
    """What is said beside the messages: of which server and channel they are, and how many."""

    def __init__(self) -> None:
        self._said: dict[str, Any] = {}
        self._read = 0
        self._kinds: set[str] = set()

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a message, or note where the messages are from."""
        if item.path == "messages":
            self._read += 1
            self._message(item, rows)
            return
        self._said[item.path] = item.value
        if item.path == "messageCount":
            self._compare(text(item.value), rows)
        if item.path == "dateRange":
            _say_range(item.value, rows)
        if topic := text(item.value, "topic") if item.path == "channel" else None:
            rows.note(f"The channel's topic, which is not searched: '{topic[:300]}'.")

    def _message(self, item: Item, rows: ToldRows) -> None:
        """Tell what a message says."""
        message, kind = item.value, text(item.value, "type")
        if kind is None:
            raise Refusal("type", "it does not say what kind of message it is")
        if text(message, "author", "id") is None:
            raise Refusal("author", "the message names no author")
        seen = {"collected_at": text(self._said.get("exportedAt"))}
        if kind in POSTS:
            rows.tell(item.locator, {**post(message, self._place()), **seen})
            return
        if is_plain(kind) and kind not in self._kinds:
            self._kinds.add(kind)
            rows.note(
                f"Of messages of the kind {kind[:40]} no more is read than that whoever caused "
                "them belongs to the channel."
            )
        for number, row in enumerate(service_rows(message, self._place(), self._server())):
            locator = f"{item.locator}, person {number + 1}" if number else item.locator
            rows.tell(locator, {**row, **seen})

    def _place(self) -> dict[str, object]:
        """Name the channel, with its server before it."""
        names = (text(self._said.get(path), "name") for path in ("guild", "channel"))
        return {
            "group_id": text(self._said.get("channel"), "id"),
            "group_name": " / ".join(name for name in names if name) or None,
        }

    def _server(self) -> dict[str, object]:
        """Name the server."""
        guild = self._said.get("guild")
        return {"group_id": text(guild, "id"), "group_name": text(guild, "name")}

    def _compare(self, counted: str | None, rows: ToldRows) -> None:
        """Say when messages are missing, or more than there should be."""
        if counted not in (None, str(self._read)):
            rows.note(
                f"The export counts {counted} messages and this file holds {self._read}: it is a "
                "part of the export, or messages were taken out or put in."
            )


def _say_range(value: object, rows: ToldRows) -> None:
    """Say when the export was limited to some days."""
    limits = [f"{word} {when}" for word in ("after", "before") if (when := text(value, word))]
    if limits:
        rows.note(f"The export holds only messages {' and '.join(limits)}.")


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as a channel does."""
    return "object" in looks.kinds and looks.has("guild.id", "channel.id", "messages")


CHANNEL = Reader(
    name="discord",
    title="DiscordChatExporter JSON",
    example="Server - Category - channel [1012224565567721552].json",
    read=read,
    fits=_fits,
)
