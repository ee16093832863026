"""A channel that DiscordChatExporter saved as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, items, mapping, text, texts
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

PLATFORM = "discord"
JOINED = "GuildMemberJoin"
POSTS = frozenset({"Default", "Reply", "Forward", "0", "19"})
KEPT = ("type", "timestampEdited", "isPinned", "stickers", "reactions", "embeds")


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
        A message is a post. A service message says that its author belongs to the channel; who
        joined, joined the whole server, which is a group too.
    """
    channel = _Channel()
    yield from read_items(
        json_items(path, name, lists={"messages"}, heads={"guild", "channel"}),
        channel.tell,
        ToldRows(options),
    )


class _Channel:
    """What is said before the messages: of which server and channel they are."""

    def __init__(self) -> None:
        self._said: dict[str, Mapping[str, Any]] = {}

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a message, or note where the messages are from."""
        if item.path != "messages":
            self._said[item.path] = mapping(item.value)
        else:
            rows.tell(item.locator, self._row(item.value))

    def _row(self, message: object) -> dict[str, object]:
        """Tell what a message says."""
        author = {
            "platform": PLATFORM,
            "account_id": text(message, "author", "id"),
            "account_handle": _handle(inner(message, "author")),
            "account_name": text(message, "author", "nickname") or text(message, "author", "name"),
            "posted_at": text(message, "timestamp"),
        }
        if author["account_id"] is None:
            raise Refusal("author", "the message names no author")
        kind = text(message, "type")
        if kind == JOINED:
            return {**author, **self._server(), "event": "joined"}
        if kind not in POSTS:
            return {**author, **self._place(), "is_bot": inner(message, "author", "isBot")}
        return {
            **author,
            **self._place(),
            "post_id": text(message, "id"),
            "text": text(message, "content") or text(message, "forwardedMessage", "content"),
            "image": _files(message),
            "reply_to": self._answered(message),
            "forwarded_from": _forwarded(message),
            "is_bot": inner(message, "author", "isBot"),
            **{name: inner(message, name) or None for name in KEPT},
        }

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

    def _answered(self, message: object) -> str | None:
        """Id of the message that is answered, where it is in the same channel."""
        channel = text(message, "reference", "channelId")
        if channel not in (None, text(self._said.get("channel"), "id")):
            return None
        return text(message, "reference", "messageId")


def _handle(author: object) -> str | None:
    """Name the author as Discord addresses it; old names need their number."""
    name, number = text(author, "name"), text(author, "discriminator")
    if name is None or (number or "").strip("0") == "":
        return name
    return f"{name}#{number}"


def _files(message: object) -> str | None:
    """List the files of a message, those of a forwarded one included."""
    found = [*items(message, "attachments"), *items(message, "forwardedMessage", "attachments")]
    named = (text(each, "url") or text(each, "fileName") for each in found)
    return "\n".join(name.replace("\\", "/") for name in named if name) or None


def _forwarded(message: object) -> str | None:
    """Whose words a forwarded message passes on; Discord does not say more than where."""
    if not mapping(message, "forwardedMessage"):
        return None
    where = texts([inner(message, "reference", "channelId")])
    return f"a message of channel {where[0]}" if where else "another message"


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
