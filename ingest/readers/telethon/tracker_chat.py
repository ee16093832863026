"""What telegram-tracker saved about a channel or group itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.telegram.peers import PLATFORM, Peer, whole_number
from ingest.readers.telethon.ids import peer_of
from ingest.readers.telethon.profiles import peer_of_chat, tell_chat, tell_user
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.told_rows import ToldRows

NOT_KEPT = "Counts, settings and pictures of channels and groups are not kept."
LINKED = "linked chat"
_FULL = "full_chat"
_ROLES = {"Creator": "creator", "Admin": "admin", "Banned": "banned"}
_GONE = ("Left", "Banned")


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read ``<channel>.json``.

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
        Channels, groups and accounts have a row each; so has each participant that is listed, and
        the relation between a channel and the group for its comments. What a channel or group
        says about itself is told of it as an account, as that is who publishes it.
    """
    rows = ToldProfiles(options)
    rows.note(NOT_KEPT)
    told_by: Mapping[str, Callable[[Item, ToldProfiles], None]] = {
        _FULL: _tell_full,
        "chats": tell_chat,
        "users": tell_user,
    }

    def tell(item: Item, _: ToldRows) -> None:
        """Tell an item as what its place holds."""
        told_by[item.path](item, rows)

    found = json_items(path, name, lists=told_by.keys() - {_FULL}, heads={_FULL})
    yield from read_items(found, tell, rows)


def _tell_full(item: Item, rows: ToldProfiles) -> None:
    """Tell what a channel or group says of itself, and who is in it."""
    full = mapping(item.value)
    peer = peer_of_chat(full)
    before = whole_number(full.get("migrated_from_chat_id"))
    rows.group(item.locator, peer, before=Peer("chat", before) if before else None)
    about = text(full, "about")
    if about is not None:
        rows.account(item.locator, peer, bio=about)
    rows.described()
    linked = whole_number(full.get("linked_chat_id"))
    if linked is not None and linked > 0:
        place = f"{item.locator}, {LINKED}"
        other = Peer("channel", linked)
        rows.group(place, other)
        rows.link(place, peer.account_key, other.account_key, LINKED, {})
    stated = items(full, "participants", "participants") or items(full, "participants")
    for number, each in enumerate(stated, start=1):
        _tell_participant(each, peer, f"{item.locator}, participant {number}", rows)


def _tell_participant(value: object, peer: Peer, place: str, rows: ToldProfiles) -> None:
    """Tell that an account is in a group, and as what."""
    user, kind = _user(value), str(inner(value, "_") or "")
    if user is None:
        rows.refuse(place, "it names no account", value, "user_id")
        return
    role = next((role for ending, role in _ROLES.items() if kind.endswith(ending)), None)
    by = peer_of(inner(value, "kicked_by") or inner(value, "inviter_id"))
    date = text(value, "date")
    is_gone = kind.endswith(_GONE)
    event = "left" if is_gone else "joined" if date and role is None else None
    row: dict[str, Any] = {
        "platform": PLATFORM,
        "group_id": str(peer.number),
        "account_id": user.native_id,
        "role": role,
        "event": event,
        "by_id": by.native_id if by is not None and by != user and event else None,
        "posted_at": date,
    }
    rows.tell(place, row)


def _user(participant: object) -> Peer | None:
    """Read whose participation is told."""
    return peer_of(inner(participant, "user_id")) or peer_of(inner(participant, "peer"))


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as a full description of a chat does."""
    return "object" in looks.kinds and looks.has("full_chat", "full_chat.id")


TRACKER_CHAT = Reader(
    name="telegram-tracker-chat",
    title="telegram-tracker channel (JSON)",
    example="kicau_mania/kicau_mania.json",
    read=read,
    fits=_fits,
)
