"""What single cells of 4CAT's Telegram table say: chats, message ids, details beside the words."""

from __future__ import annotations

import json
import re

import polars as pl

from ingest.readers.cells import Cells
from ingest.readers.four_cat.addresses import details, is_shown
from ingest.readers.json_values import inner, text
from ingest.readers.telegram.peers import FIRST_CHANNEL
from ingest.readers.telegram.texts import details_beside
from ingest.readers.telethon.ids import phone_of

_MESSAGE_ID = re.compile(r"(?:.*-)?(\d{1,19})", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"(?:-100)?(\d{1,19})", re.ASCII)
_USERNAME = re.compile(r"[A-Za-z]\w{3,31}", re.ASCII)
_NO_CHAT = frozenset({"unknown", "None"})
_BEHIND_WORDS = re.compile(r"\]\(((?:https?://|mailto:|tel:)[^\s)]+)\)")


def message_id(value: str) -> str | None:
    """Read the number of a message within its chat.

    >>> message_id("pasar_burung-17")
    '17'
    """
    match = _MESSAGE_ID.fullmatch(value)
    return match[1] if match else None


def group_id(chat: str) -> str | None:
    """Read the number of a chat."""
    match = _NUMBER.fullmatch(chat)
    return match[1] if match else None


def group_handle(chat: str) -> str | None:
    """Read the name in a chat's address."""
    return chat if _USERNAME.fullmatch(chat) and chat not in _NO_CHAT else None


def group_name(chat: str) -> str | None:
    """Read the title of a chat that has neither name nor number."""
    is_other = group_id(chat) or group_handle(chat) or chat in _NO_CHAT
    return None if is_other else chat


def basic_group(chat: str) -> str | None:
    """Read the number of a basic group: channels and supergroups count from a billion."""
    number = group_id(chat)
    return number if number is not None and int(number) < FIRST_CHANNEL else None


def contacts(cells: Cells) -> pl.Series:
    """Gather the details that messages give other than in their words.

    Numbers of contact cards, and the addresses behind words and of previews that no word shows.
    """
    words = cells.take("body")
    cards = cells.made("attachment_data", _card_details)
    links = cells.take("link_attached")
    behind = cells.made("body_markdown", _behind_words)
    found = [
        details([*(card or "").split(";"), *_unshown([*(hidden or "").split(), link], said or "")])
        for said, card, link, hidden in zip(words, cards, links, behind, strict=True)
    ]
    return pl.Series(found, dtype=pl.String)


def _unshown(addresses: list[str | None], words: str) -> list[str]:
    """Leave out the addresses that the words show."""
    return [each for each in addresses if each and not is_shown(each, words)]


def _behind_words(markdown: str) -> str | None:
    """Find the addresses that stand behind words."""
    return " ".join(_BEHIND_WORDS.findall(markdown)) or None


def _card_details(data: str) -> str | None:
    """Read the numbers of a contact card."""
    if "phone_number" not in data:
        return None
    try:
        card = json.loads(data, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    number = phone_of(text(card, "phone_number"))
    as_exported = {"contact_information": {"phone_number": number}}
    return details_beside({**as_exported, "contact_vcard": inner(card, "vcard")}, None)
