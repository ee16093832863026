"""Service messages of Discord: who joined, was added, left or was removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ingest.readers.discord.author import PLATFORM, account
from ingest.readers.json_values import items, text

POSTS = frozenset({"Default", "Reply", "0", "19", "20", "23"})
JOINED = frozenset({"GuildMemberJoin", "7"})
ADDED = frozenset({"RecipientAdd", "1"})
REMOVED = frozenset({"RecipientRemove", "2"})

Row = dict[str, object]


def is_plain(kind: str) -> bool:
    """Whether a kind of service message says no more than that its author was there."""
    return kind not in POSTS | JOINED | ADDED | REMOVED


def service_rows(
    message: object, channel: Mapping[str, object], server: Mapping[str, object]
) -> Iterator[Row]:
    """Tell what a service message says.

    Parameters
    ----------
    message : object
        As the exporter writes one.
    channel, server : mapping of str to object
        Columns of the group that the channel is, and of the one that its server is.

    Yields
    ------
    dict of str to object
        Who joined, joined the server. Who was added or removed, is mentioned; where nobody is,
        nothing is known but that the author belongs to the channel.
    """
    kind = text(message, "type") or ""
    author = account(message["author"]) if isinstance(message, Mapping) else {}
    when = {"posted_at": text(message, "timestamp")}
    if kind in JOINED:
        yield {**author, **server, **when, "event": "joined"}
        return
    moved = items(message, "mentions") if kind in ADDED | REMOVED else []
    for each in moved:
        other = account(each)
        by_another = other.get("account_id") != author.get("account_id")
        yield {
            **other,
            **channel,
            **when,
            "event": "joined" if kind in ADDED else "left",
            "by_id": author.get("account_id") if by_another else None,
        }
    if not moved:
        yield {"platform": PLATFORM, **author, **channel, **when}
