"""Accounts and channels as Telethon describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, mapping, text
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import Peer, whole_number
from ingest.readers.telethon.ids import handles_of, name_of, peer_of, phone_of
from ingest.readers.telethon.messages import OWN
from ingest.readers.telethon.told_profiles import ToldProfiles

BASIC_GROUPS = frozenset({"Chat", "ChatForbidden", "ChatEmpty", "ChatFull"})
_SHOWN = 60


def tell_user(item: Item, rows: ToldProfiles) -> None:
    """Tell what is known of an account; the collector's own is described without its number."""
    user = mapping(item.value)
    peer = Peer("user", number_of_profile(user))
    is_own = user.get("is_self") is True or user.get("self") is True
    if is_own:
        rows.suggest_own(peer.account_key, OWN)
    phone = None if is_own else phone_of(text(user, "phone"))
    rows.account(item.locator, peer, handles_of(user), name=name_of(user), contact=phone)
    rows.described()


def tell_chat(item: Item, rows: ToldProfiles) -> None:
    """Tell what is known of a channel or group."""
    chat = mapping(item.value)
    peer = peer_of_chat(chat)
    handles, name = handles_of(chat), text(chat, "title")
    new = peer_of(inner(chat, "migrated_to"))
    rows.group(item.locator, peer, handles, name=name)
    if new is not None:
        rows.group(item.locator, new, before=peer)
    if posts_itself(chat):
        rows.account(item.locator, peer, handles, name=name)
    rows.described()


def posts_itself(chat: Mapping[str, Any]) -> bool:
    """Whether a chat is a channel, which posts as an account of its own."""
    kinds = ("megagroup", "gigagroup")
    return text(chat, "_") not in BASIC_GROUPS and not any(chat.get(kind) for kind in kinds)


def peer_of_chat(chat: Mapping[str, Any]) -> Peer:
    """Read which channel or group is described."""
    kind = "chat" if text(chat, "_") in BASIC_GROUPS else "channel"
    return Peer(kind, number_of_profile(chat))


def number_of_profile(profile: Mapping[str, Any]) -> int:
    """Read the id of an account or a channel.

    Raises
    ------
    Refusal
        If it has none.
    """
    number = whole_number(profile.get("id"))
    if number is None or number <= 0:
        raise Refusal("id", f"'{str(profile.get('id'))[:_SHOWN]}' is not an id")
    return number
