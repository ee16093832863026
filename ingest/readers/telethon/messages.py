"""A message as Telethon writes it, as rows of the plain table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, mapping, text
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.messages import NOBODY
from ingest.readers.telegram.peers import PLATFORM, Peer, whole_number
from ingest.readers.telethon.contents import details_of, kept, location_of, text_of
from ingest.readers.telethon.ids import peer_of
from ingest.readers.telethon.services import HEEDED, PASSED_OVER, service_rows
from ingest.readers.telethon.told_profiles import ToldProfiles

OWN = "the tool that saved these messages was signed in as this account"
_EMPTY = "MessageEmpty"
_TAKEN = frozenset({"_", "id", "peer_id", "to_id", "from_id", "date", "message", "entities"})
_ANSWER = frozenset({"reply_to", "reply_to_msg_id"})
_SHOWN = 60


def tell_message(item: Item, rows: ToldProfiles) -> None:
    """Tell what a message says: a post, or who came and went.

    Raises
    ------
    Refusal
        If it is none that can be read.
    """
    message = mapping(item.value)
    number = _number_of(message)
    where = f"message {number}"
    peer, author = _where_and_who(message)
    if author is not None and author.kind == "user" and message.get("out") is True:
        rows.suggest_own(author.account_key, OWN)
    if mapping(message, "action"):
        if text(message, "action", "_") not in HEEDED:
            rows.note(PASSED_OVER)
        for count, row in enumerate(service_rows(message, peer, author), start=1):
            rows.tell(where if count == 1 else f"{where}, member {count}", row)
        return
    if author is None:
        raise Refusal("from_id", "it names no account")
    rows.tell(where, _post(message, number, peer, author))


def _number_of(message: Mapping[str, Any]) -> int:
    """Read a message's id."""
    if message.get("_") == _EMPTY:
        raise Refusal(None, "Telegram no longer gives its content (MessageEmpty)")
    number = whole_number(message.get("id"))
    if number is None or number < 0:
        raise Refusal("id", f"'{str(message.get('id'))[:_SHOWN]}' is not an id")
    return number


def _where_and_who(message: Mapping[str, Any]) -> tuple[Peer, Peer | None]:
    """Read in which chat a message is and who wrote it; a channel's without author is its own."""
    raw_peer = message.get("peer_id", message.get("to_id"))
    peer = peer_of(raw_peer)
    if peer is None:
        raise Refusal("peer_id", f"'{str(raw_peer)[:_SHOWN]}' names no chat")
    if peer.kind == "user":
        raise Refusal("peer_id", "it is of a private chat; export that with Telegram Desktop")
    raw_author = message.get("from_id")
    if raw_author is None:
        return peer, peer if peer.kind == "channel" else None
    author = peer_of(raw_author)
    if author is None:
        raise Refusal("from_id", f"'{str(raw_author)[:_SHOWN]}' is not an id")
    return peer, author


def _post(message: Mapping[str, Any], number: int, peer: Peer, author: Peer) -> dict[str, object]:
    """Tell a post."""
    forwarded_from, answered = _forwarded(message, author), _answered(message, peer)
    said = text_of(message)
    taken = _TAKEN if answered is None else _TAKEN | _ANSWER
    return {
        **kept(message, taken),
        **details_of(message),
        **dict(_identity(number, peer, said)),
        "platform": PLATFORM,
        "group_id": str(peer.number),
        "account_id": author.native_id,
        "posted_at": time_of(message),
        "text": said,
        "location": location_of(message),
        "forwarded_from": forwarded_from,
        "reply_to": answered,
    }


def _identity(number: int, peer: Peer, said: str | None) -> Iterator[tuple[str, object]]:
    """Name a post by its id; in a basic group that is each account's own, and names nothing."""
    if peer.kind == "channel":
        yield "post_id", str(number)
    else:
        yield "message_id", str(number)
        if said is None:
            yield "image", "(not saved)"


def time_of(message: Mapping[str, Any]) -> str | None:
    """Read when a message was sent."""
    date = message.get("date")
    if date is not None and text(date) is None:
        raise Refusal("date", f"'{str(date)[:_SHOWN]}' cannot be read as a time")
    return text(date)


def _forwarded(message: Mapping[str, Any], author: Peer) -> str | None:
    """Whose words a message passes on; none's where an account repeats its own."""
    source = mapping(message, "fwd_from")
    if not source:
        return None
    peer = peer_of(source.get("from_id"))
    if peer == author:
        return None
    return text(source, "from_name") or (peer.native_id if peer is not None else NOBODY)


def _answered(message: Mapping[str, Any], peer: Peer) -> str | None:
    """Id of the message that is answered, where it is in the same chat; a topic is no message."""
    header = mapping(message, "reply_to")
    other = peer_of(header.get("reply_to_peer_id"))
    if other is not None and other != peer:
        return None
    if header.get("forum_topic") is True and not header.get("reply_to_top_id"):
        return None
    number = whole_number(inner(header, "reply_to_msg_id") or message.get("reply_to_msg_id"))
    return str(number) if number is not None and number > 0 and peer.kind == "channel" else None
