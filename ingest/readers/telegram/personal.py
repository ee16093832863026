"""The personal part of a whole account: whose it is, its contacts and its sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph import keys
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.descriptions import Description
from ingest.readers.telegram.messages import time_of
from ingest.readers.telegram.peers import PLATFORM, Peer, whole_number

_SESSION = (
    "application_name", "application_version", "device_model", "platform", "system_version",
    "browser", "bot_username", "domain_name", "last_ip", "last_region", "last_country", "created",
    "last_active",
)  # fmt: skip


def user_of(described: Mapping[str, Any]) -> Peer | None:
    """Read whom ``user_id`` names."""
    number = whole_number(described.get("user_id"))
    return Peer("user", number) if number is not None and number > 0 else None


def describe_own(own: Peer, described: Mapping[str, Any]) -> Description:
    """Describe the account that the export was made from, from ``personal_information``."""
    username = _words(described, "username")
    return Description(
        own.account_key,
        own.native_id,
        _full_name(described),
        "personal_information",
        handle=username.removeprefix("@") if username else None,
        bio=_words(described, "bio"),
        contact=_words(described, "phone_number"),
    )


def read_contact(item: object, position: int, own: Peer | None) -> Description:
    """Describe an account from the export's list of contacts.

    Raises
    ------
    Refusal
        If it names nobody.
    """
    if not isinstance(item, dict):
        raise Refusal(None, "it is not an object")
    user, name = user_of(item), _full_name(item)
    seconds, date = time_of(item)
    if user is not None:
        account_key = user.account_key
    elif name is not None:
        list_key = keys.group(PLATFORM, f"contacts/{own.number if own else 'unknown'}")
        account_key = keys.account_by_name(PLATFORM, list_key, name)
    else:
        raise Refusal(None, "it names nobody")
    return Description(
        account_key,
        user.native_id if user else None,
        name,
        f"contact at position {position}",
        contact=_words(item, "phone_number"),
        seconds=seconds,
        date=date,
    )


def read_session(item: object, position: int, own: Peer | None) -> Description:
    """Describe a login of the account that the export was made from.

    Raises
    ------
    Refusal
        If it cannot be told whose it is.
    """
    if not isinstance(item, dict):
        raise Refusal(None, "it is not an object")
    if own is None:
        raise Refusal(None, "the export does not say whose sessions these are")
    told = [f"{name}: {words}" for name in _SESSION if (words := _words(item, name))]
    return Description(
        own.account_key,
        own.native_id,
        None,
        f"session at position {position}",
        bio="; ".join(["session", *told]),
    )


def _full_name(described: Mapping[str, Any]) -> str | None:
    """Join first and last name."""
    names = [_words(described, "first_name"), _words(described, "last_name")]
    return " ".join(name for name in names if name)[: keys.LONGEST_NAME] or None


def _words(described: Mapping[str, Any], field: str) -> str | None:
    """Read a text that is not blank."""
    words = described.get(field)
    return words.strip() or None if isinstance(words, str) else None
