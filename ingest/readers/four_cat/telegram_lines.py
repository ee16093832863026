"""Telegram messages that 4CAT saved as NDJSON: what Telethon gave, one message on each line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.four_cat.addresses import details, is_shown
from ingest.readers.four_cat.table_columns import NOT_SAVED
from ingest.readers.four_cat.telegram_peers import (
    account_name,
    as_telethon,
    chat_columns,
    chat_peer,
    described_peer,
    handle_of,
    sender_columns,
    sender_peer,
)
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import saying_so
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.messages import NOBODY
from ingest.readers.telegram.peers import PLATFORM, Peer
from ingest.readers.telethon.contents import details_of, kept, location_of, text_of
from ingest.readers.telethon.ids import peer_of
from ingest.readers.telethon.services import HEEDED, PASSED_OVER, service_rows
from ingest.readers.told_rows import ToldRows

_OWN = "messages marked as sent by the account that collected them"
_TAKEN = frozenset({
    "_", "id", "date", "message", "entities", "peer_id", "to_id", "from_id", "_chat",
    "_chat_peer", "_sender", "_sender_id", "_forward", "_input_chat", "_input_sender", "_client",
})  # fmt: skip


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read messages of any number of chats.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Zone of the times of capture, which are those of 4CAT's server and carry none.

    Yields
    ------
    Batch
        A message is a post, a service message memberships or a description of its chat. In a basic
        group each account counts messages for itself, so that an id names none there. Left out
        are the ways to a file (``access_hash``, ``sizes``…) and what is about the account that
        collected (``mentioned``, ``_input_chat``…).
    """
    yield from read_items(json_lines(path, name, options.encoding), tell, ToldRows(options))


def tell(item: Item, rows: ToldRows) -> None:
    """Tell what a message says."""
    message = as_telethon(item.value)
    chat = chat_peer(message)
    if chat is None:
        raise Refusal("_chat", "it names no chat")
    if chat.kind == "user":
        raise Refusal("_chat", "it is of a private chat; export that with Telegram Desktop")
    sender = sender_peer(message, chat)
    if mapping(message, "action"):
        if text(message, "action", "_") not in HEEDED:
            rows.note(PASSED_OVER)
        found = _service(message, chat, sender)
    else:
        found = [_post(message, chat, sender)]
    captured = {"collected_at": text(message, "4CAT_metadata", "collected_at")}
    for position, row in enumerate(found, start=1):
        place = item.locator if position == 1 else f"{item.locator}, member {position}"
        rows.tell(place, {**captured, **row})
    if message.get("out") is True and sender is not None and sender.kind == "user":
        rows.suggest_own(sender.account_key, _OWN)


def _service(message: Mapping[str, Any], chat: Peer, sender: Peer | None) -> list[dict[str, Any]]:
    """Tell a service message, and what is known of the chat and of who acts."""
    where, actor = chat_columns(message, chat), sender_columns(message, sender, chat)
    found = []
    for row in service_rows(message, chat, sender):
        known = {} if row.get("account_id") != actor["account_id"] else actor
        here = where if row.get("group_id") == where["group_id"] else {}
        found.append({**here, **known, **{name: each for name, each in row.items() if each}})
    return found


def _post(message: Mapping[str, Any], chat: Peer, sender: Peer | None) -> dict[str, Any]:
    """Tell a message that somebody wrote."""
    number = text(message, "id")
    if number is None:
        raise Refusal("id", "the message has no id")
    if text(message, "date") is None:
        raise Refusal("date", "the message has no time; Telegram no longer gives its content")
    words, where = text_of(message), chat_columns(message, chat)
    is_counted_apart = chat.kind == "chat"
    answered = _answered(message, chat)
    taken = _TAKEN if answered is None else _TAKEN | {"reply_to", "reply_to_msg_id"}
    if message.get("message_markdown") == words:
        taken |= {"message_markdown"}
    found = details_of(message)
    return {
        **kept(message, taken),
        **found,
        "contact": _contacts(message, found.get("contact"), words or ""),
        "platform": PLATFORM,
        **where,
        **sender_columns(message, sender, chat),
        "message_id" if is_counted_apart else "post_id": number,
        "posted_at": text(message, "date"),
        "text": words,
        "image": _picture(message, where)
        or (NOT_SAVED if is_counted_apart and not words else None),
        "location": location_of(message),
        "reply_to": answered,
        "forwarded_from": _forwarded_from(message, sender),
        "is_bot": inner(message, "_sender", "bot") or None,
    }


def _contacts(message: Mapping[str, Any], found: object, words: str) -> str | None:
    """Add where the preview under a message leads, unless its words say so."""
    address = text(message, "media", "webpage", "url")
    told = str(found).split(";") if found else []
    is_new = address is not None and not is_shown(address, words)
    return details([*told, address if is_new else None])


def _picture(message: Mapping[str, Any], where: Mapping[str, str | None]) -> str | None:
    """Name the picture as 4CAT does when it downloads it."""
    media = message.get("media")
    if not (mapping(media, "photo") or mapping(media, "webpage", "photo")):
        return None
    return f"{where['group_handle'] or where['group_id']}-{text(message, 'id')}.jpeg"


def _answered(message: Mapping[str, Any], chat: Peer) -> str | None:
    """Id of the message that is answered, in the same chat; a topic's beginning is not answered."""
    answer = mapping(message, "reply_to")
    other = peer_of(answer.get("reply_to_peer_id"))
    is_topic = answer.get("forum_topic") is True and not answer.get("reply_to_top_id")
    if chat.kind != "channel" or is_topic or other not in (None, chat):
        return None
    return text(answer, "reply_to_msg_id") or text(message, "reply_to_msg_id")


def _forwarded_from(message: Mapping[str, Any], sender: Peer | None) -> str | None:
    """Name whose words a message passes on: by name, else by handle or id; none's if its own."""
    said = mapping(message, "fwd_from")
    if not said:
        return None
    origin = said.get("from_id")
    described = [
        *(inner(message, "_forward", part) for part in ("_sender", "_chat")),
        *items(origin, "chats"),
        inner(origin, "user"),
        *items(origin, "users"),
    ]
    peers = [each for each in (peer_of(origin), *map(described_peer, described)) if each]
    if sender is not None and peers[:1] == [sender]:
        return None
    named = [text(said, "from_name"), *map(account_name, described)]
    addressed = [f"@{handle}" for handle in map(handle_of, described) if handle]
    numbered = [peer.native_id for peer in peers]
    return next((each for each in (*named, *addressed, *numbered) if each), NOBODY)


def _fits(looks: Looks) -> bool:
    """Whether lines are messages with the fields that Telethon adds to Telegram's."""
    return "lines" in looks.kinds and looks.has("id", "date", "_chat", "_sender")


TELEGRAM_LINES = Reader(
    name="4cat-telegram-json",
    title="4CAT Telegram NDJSON",
    example='{"id": …, "peer_id": {…, "_type": "PeerChannel"}, "message": …, "_chat": {…}, …}',
    read=saying_so(read),
    fits=_fits,
)
