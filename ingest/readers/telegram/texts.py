"""What a message says: its text, and the details that stand behind the text or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.refusal import Refusal
from ingest.readers.rows import MAX_RECORD
from ingest.readers.telegram.peers import Peer, whole_number

_ADDRESS_BUTTONS = ("url", "auth", "web_view", "simple_web_view")
_HIDING = ("text_link", "mention_name")
_USER_LINK = "tg://user?id="
_SCHEME = re.compile(r"^(?:https?|tel|mailto):(?://)?(?:www\.)?", re.IGNORECASE)
_CARD_NUMBER = re.compile(r"^(?:item\d+\.)?TEL[^:\r\n]*:[ \t]*(?:tel:)?([^\r\n]+)", re.M | re.I)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Hidden:
    """What stands behind the words of a text.

    Attributes
    ----------
    links : list of dict
        ``text`` and ``href`` of links under other words.
    mentions : list of dict
        ``text`` and ``account`` (a key) of people who are mentioned without a public name.
    """

    links: list[dict[str, str]] = field(default_factory=list)
    mentions: list[dict[str, str]] = field(default_factory=list)

    def as_extra(self) -> dict[str, Any]:
        """It as fields of a post's ``extra``."""
        both = {"links": self.links, "mentions": self.mentions}
        return {name: found for name, found in both.items() if found}


def text_of(message: Mapping[str, Any]) -> str | None:
    """Join the text of a message, without separators; None when it has none.

    Raises
    ------
    Refusal
        If it is no text, or too long.
    """
    text = message.get("text")
    if not text:
        text = message.get("text_entities") or text or ""
    if type(text) is not str:
        text = "".join(_words(text))
    if len(text) > MAX_RECORD:
        raise Refusal("text", f"it is longer than {MAX_RECORD:,} characters")
    return text or None


def hidden_in(message: Mapping[str, Any]) -> Hidden | None:
    """Find links and people behind the words of a message; None when there are none."""
    parts = message.get("text_entities") or message.get("text")
    if type(parts) is not list:
        return None
    found = None
    for part in parts:
        if type(part) is dict and part.get("type") in _HIDING:
            found = found or Hidden()
            _note(part, found)
    return found if found is not None and (found.links or found.mentions) else None


def details_beside(message: Mapping[str, Any], hidden: Hidden | None) -> str | None:
    """Details that a message gives other than in its words, separated by ``;``.

    Parameters
    ----------
    message : mapping
    hidden : Hidden or None
        What stands behind its words.

    Returns
    -------
    str or None
        Addresses behind words and buttons, the number of a contact card; None when there are
        none. A number is given as it is written.
    """
    found = [link["href"] for link in hidden.links] if hidden is not None else []
    if "inline_bot_buttons" in message:
        found += _button_addresses(message["inline_bot_buttons"])
    if "contact_information" in message:
        found += _card_numbers(message)
    clean = (_SPACES.sub(" ", detail.replace(";", "%3B")).strip() for detail in found)
    return ";".join(dict.fromkeys(detail for detail in clean if detail)) or None


def _words(parts: object) -> Iterator[str]:
    """Read the words of a text that comes in parts."""
    if type(parts) is not list:
        raise Refusal("text", "it is neither text nor a list of its parts")
    for part in parts:
        words = part.get("text") if type(part) is dict else part
        if type(words) is not str:
            raise Refusal("text", "a part of it is no text")
        yield words


def _note(part: dict[str, Any], found: Hidden) -> None:
    """Note whom a part of a text means, or where it leads, unless its words say so."""
    words, href = str(part.get("text", "")), part.get("href")
    user = part.get("user_id")
    if type(href) is str and href.startswith(_USER_LINK):
        user, href = href.removeprefix(_USER_LINK), None
    number = whole_number(user)
    if number is not None and number > 0:
        found.mentions.append({"text": words, "account": Peer("user", number).account_key})
    shown = words.casefold()
    if type(href) is str and _SCHEME.sub("", href).rstrip("/").casefold() not in shown:
        found.links.append({"text": words, "href": href})


def _button_addresses(rows: object) -> Iterator[str]:
    """Read the addresses behind the buttons under a message."""
    for row in rows if type(rows) is list else ():
        for button in row if type(row) is list else ():
            if type(button) is dict and button.get("type") in _ADDRESS_BUTTONS:
                for name in ("data", "url"):
                    if type(button.get(name)) is str:
                        yield button[name]


def _card_numbers(message: Mapping[str, Any]) -> Iterator[str]:
    """Read the telephone numbers of a contact card."""
    card, vcard = message["contact_information"], message.get("contact_vcard")
    if type(card) is dict and type(card.get("phone_number")) is str:
        yield card["phone_number"]
    if type(vcard) is str and "BEGIN:VCARD" in vcard.upper():
        yield from _CARD_NUMBER.findall(vcard)
