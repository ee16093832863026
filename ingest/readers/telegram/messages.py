"""One message of a chat as a row: who says what when, before times are read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from graph import keys
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.chats import Chat
from ingest.readers.telegram.extras import NOTHING_BESIDE, Beside, beside
from ingest.readers.telegram.peers import (
    PLATFORM,
    Peer,
    is_old,
    named_peer,
    read_peer,
    whole_number,
)
from ingest.readers.telegram.texts import hidden_in, text_of

NOBODY = "(deleted account)"
_ID_OF = {"from": "from_id", "actor": "actor_id"}
_PLAIN_TIME = len("1600000000")
_LATEST = 253_370_764_799


class Author(NamedTuple):
    """Who acts: key, Telegram's id and name, the last two where known."""

    account_key: str
    native_id: str | None
    name: str | None


class Row(NamedTuple):
    """A message, its time as found.

    ``message``: as found, kept for service messages and those whose time is still to be read.
    ``post_key`` is None where it depends on the time. ``reply_id``: of the message in the same
    chat that it answers, where ids are the exporter's own.
    """

    chat: Chat
    message: Mapping[str, Any] | None
    position: int
    message_id: int | None
    locator: str
    seconds: int | None
    date: str | None
    author: Author | None
    is_service: bool
    post_key: str | None = None
    text: str | None = None
    beside: Beside = NOTHING_BESIDE
    forwarded_from: str | None = None
    reply_to: str | None = None
    reply_id: int | None = None


def read_message(chat: Chat, message: Mapping[str, Any]) -> Row:
    """Read a message.

    Parameters
    ----------
    chat : Chat
        Settled, its position that of the message.
    message : mapping

    Returns
    -------
    Row

    Raises
    ------
    Refusal
        If it is not one that can be read.
    """
    kind = message.get("type", "message")
    if kind == "service":
        return _service(chat, message)
    if kind == "unsupported":
        raise Refusal(
            "type",
            "Telegram Desktop could not export it (unsupported); export again with a newer one",
        )
    if kind != "message":
        raise Refusal("type", f"'{str(kind)[:60]}' is not a kind of message")
    message_id = message_id_of(message)
    seconds, date = time_of(message)
    reply_to, reply_id = _reply(chat, message) if "reply_to_message_id" in message else (None, None)
    has_reply = reply_to is not None or "reply_to_message_id" not in message
    text = text_of(message)
    found_beside = beside(message, hidden_in(message), has_reply=has_reply)
    forwarded_from = _forwarded_from(message) if "forwarded_from" in message else None
    has_key = message_id is not None and message_id >= 0 and chat.has_common_ids
    return Row(
        chat,
        message if seconds is None else None,
        chat.position,
        message_id,
        locator_of(chat, message_id),
        seconds,
        date,
        author_of(chat, message, "from"),
        False,
        keys.post(PLATFORM, str(message_id), chat.group_key) if has_key else None,
        text,
        found_beside,
        forwarded_from,
        reply_to,
        reply_id,
    )


def locator_of(chat: Chat, message_id: int | None) -> str:
    """Say where a message is found."""
    if message_id is None:
        return f"{chat.prefix}message at position {chat.position}"
    return f"{chat.prefix}message {message_id}"


def message_id_of(message: Mapping[str, Any]) -> int | None:
    """Read a message's id; None when it has none."""
    raw = message.get("id")
    if type(raw) is int and abs(raw) < 1 << 63:
        return raw
    number = whole_number(raw)
    if number is None and raw is not None:
        raise Refusal("id", f"'{str(raw)[:60]}' is not an id")
    return number


def time_of(message: Mapping[str, Any]) -> tuple[int | None, str | None]:
    """Read when a message was sent, as seconds since 1970 and as written."""
    raw, date = message.get("date_unixtime"), message.get("date")
    if type(raw) is str and type(date) is str and len(raw) == _PLAIN_TIME and raw.isdecimal():
        return int(raw), date
    if date is not None and type(date) is not str:
        raise Refusal("date", f"'{str(date)[:60]}' cannot be read as a time")
    seconds = whole_number(raw)
    if seconds is not None and 0 < seconds <= _LATEST:
        return seconds, date or str(seconds)
    if date is None and raw not in (None, 0, "0"):
        raise Refusal("date_unixtime", f"'{str(raw)[:60]}' cannot be read as a time")
    return None, date


def author_of(chat: Chat, message: Mapping[str, Any], field: str) -> Author:
    """Read who acts in a message; ``field`` is ``from`` or ``actor``.

    A name without an id is an account of this chat only; a post without either is its channel's.
    """
    raw, name = message.get(_ID_OF[field]), message.get(field)
    if name is not None:
        if type(name) is not str:
            raise Refusal(field, f"'{str(name)[:60]}' is not a name")
        if len(name) > keys.LONGEST_NAME:
            raise Refusal(field, f"the name is longer than {keys.LONGEST_NAME} characters")
        name = name if name.strip() else None
    if type(raw) is str and not raw.isdecimal():
        author = _author(raw, name)
    elif raw is not None:
        author = _author_of(read_peer(raw, old=is_old(message)), name)
    elif name is not None:
        return Author(chat.roster.named_key(name), None, name)
    elif chat.is_channel and chat.native_id is not None:
        author = _author(f"channel{chat.native_id}", chat.name)
    else:
        raise Refusal(field, "it names no account")
    if author is None:
        raise Refusal(f"{field}_id", f"'{str(raw)[:60]}' is not an id")
    chat.roster.note(name, author.account_key, chat.position)
    return author


@lru_cache(maxsize=1 << 16)
def _author(raw: str, name: str | None) -> Author | None:
    """Make an author of an id that is a string; None when it is none."""
    return _author_of(named_peer(raw), name)


def _author_of(peer: Peer | None, name: str | None) -> Author | None:
    """Make an author of an id; None when there is none."""
    return Author(peer.account_key, peer.native_id, name) if peer is not None else None


def _service(chat: Chat, message: Mapping[str, Any]) -> Row:
    """Read a message in which something happens rather than is said."""
    message_id = message_id_of(message)
    seconds, date = time_of(message)
    acts = any(message.get(name) is not None for name in ("actor", "actor_id"))
    return Row(
        chat,
        message,
        chat.position,
        message_id,
        locator_of(chat, message_id),
        seconds,
        date,
        author_of(chat, message, "actor") if acts else None,
        True,
    )


def _forwarded_from(message: Mapping[str, Any]) -> str:
    """Read whose words a message passes on; somebody's, even where the name is not given."""
    name = message["forwarded_from"]
    if name is None or name == "":
        return NOBODY
    if type(name) is not str or len(name) > keys.LONGEST_NAME:
        raise Refusal("forwarded_from", f"'{str(name)[:60]}' is not a name")
    return name


def _reply(chat: Chat, message: Mapping[str, Any]) -> tuple[str | None, int | None]:
    """Read which message is answered: its key, or its id where the key depends on more."""
    number = whole_number(message["reply_to_message_id"])
    if number is None:
        return None, None
    if message.get("reply_to_peer_id") is not None:
        peer = read_peer(message["reply_to_peer_id"], old=is_old(message))
        if peer is None or peer.kind != "channel" or number < 0:
            return None, None
        group_key = keys.group(PLATFORM, str(peer.number))
        return keys.post(PLATFORM, str(number), group_key), None
    if chat.has_common_ids and number >= 0:
        return keys.post(PLATFORM, str(number), chat.group_key), None
    return None, number
