"""What one message of a page says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.telegram_html.links import links, recorded
from ingest.readers.telegram_html.media import read_media
from ingest.readers.telegram_html.nodes import Node, displayed, in_one_line

_VIA = re.compile(r"(.*\S) via (@\w+)")
_TARGET = re.compile(r"(?:messages\d*\.html)?#go_to_message(-?\d{1,18})", re.ASCII)
_NOT_NAMED = "not named"


@dataclass(slots=True)
class Message:
    """What one message of a page says.

    Attributes
    ----------
    date : str or None
        When it was sent, as written.
    sender : str or None
        Who sent it, as shown; null when that is the sender of the message before.
    text : list of str
        What it says.
    image, location : str or None
    contact : list of str
        Contact details that the markup holds beside the text.
    is_forwarded : bool
        Whether it passes on somebody else's words.
    forwarded_from : str or None
        Whose; null when they are those of the same person as in the message before.
    reply_to : int or None
        The id of the message of this chat that it answers.
    own_name : str or None
        The name of the account that made the export, where the message gives it away.
    extra : dict
        What else is said.
    """

    date: str | None = None
    sender: str | None = None
    text: list[str] = field(default_factory=list)
    image: str | None = None
    location: str | None = None
    contact: list[str] = field(default_factory=list)
    is_forwarded: bool = False
    forwarded_from: str | None = None
    reply_to: int | None = None
    own_name: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def read_message(node: Node) -> Message:
    """Read a message's element.

    Parameters
    ----------
    node : Node
        The division of class ``message default``.

    Returns
    -------
    Message
        Elements that are not known count as text, so that nothing that is shown is lost.
    """
    message = Message()
    _read_parts(node, message)
    return message


def _read_parts(node: Node, message: Message) -> None:
    """Read the parts of a message or of its body."""
    for part in node.parts:
        if isinstance(part, str):
            if not part.isspace():
                message.text.append(part.strip())
            continue
        read: Callable[[Node, Message], None] = _text
        for name in part.classes:
            if name in _PARTS:
                read = _PARTS[name]
                break
        read(part, message)


def _date(part: Node, message: Message) -> None:
    message.date = part.attributes.get("title", "").strip() or message.date


def _from_name(part: Node, message: Message) -> None:
    """Take the sender's name, or inside what is forwarded the name of whose words it is."""
    name, date = _name_and_date(part)
    match = _VIA.fullmatch(name)
    if match is not None:
        name = match[1]
        message.extra["via"] = match[2]
    if message.is_forwarded:
        message.forwarded_from = name or _NOT_NAMED
        if date:
            message.extra["forwarded_date"] = date
    else:
        message.sender = name or None


def _name_and_date(part: Node) -> tuple[str, str | None]:
    """Tell a name from the date that stands in one line with it."""
    shown = Node("div", {})
    date = None
    for inner in part.parts:
        if isinstance(inner, Node) and "details" in inner.classes:
            date = inner.attributes.get("title") or in_one_line(inner)
        else:
            shown.parts.append(inner)
    return in_one_line(shown), date


def _forwarded(part: Node, message: Message) -> None:
    if "body" in part.classes:
        message.is_forwarded = True
        _read_parts(part, message)


def _reply_to(part: Node, message: Message) -> None:
    """Take the id of the message that is answered, if it is one of this chat."""
    for link in part.all():
        match = _TARGET.fullmatch(link.attributes.get("href", ""))
        if match is not None:
            message.reply_to = int(match[1])
            message.extra["reply_to_message"] = match[1]
            return
    message.extra["reply_to"] = in_one_line(part)


def _media(part: Node, message: Message) -> None:
    found = read_media(part)
    message.contact += found.contact
    message.location = message.location or found.location
    if message.image is None:
        message.image = found.image
    elif found.image is not None:
        message.extra.setdefault("images", []).append(found.image)
    if found.details:
        message.extra.setdefault("media", []).append(found.details)


def _text(part: Node, message: Message) -> None:
    said = displayed(part)
    if said:
        message.text.append(said)
    message.contact += links(part)


def _signature(part: Node, message: Message) -> None:
    message.extra["signature"] = in_one_line(part)


def _buttons(part: Node, message: Message) -> None:
    """Take the buttons under a message, and where they lead."""
    buttons = message.extra.setdefault("buttons", [])
    for link in part.all():
        if link.tag == "a":
            href = link.attributes.get("href", "")
            buttons.append({"text": in_one_line(link)} | ({"url": href} if href else {}))
            message.contact += recorded(href)


def _reactions(part: Node, message: Message) -> None:
    """Count the reactions; one that is marked as the exporter's own may tell who that is."""
    counts: dict[str, int] = {}
    for reaction in part.elements():
        emoji, count = reaction.first("emoji"), reaction.first("count")
        people = [user for user in reaction.all() if "userpic" in user.classes]
        shown = in_one_line(count) if count is not None else ""
        number = int(shown) if shown.isascii() and shown.isdigit() else len(people)
        counts[in_one_line(emoji) if emoji is not None else ""] = number
        if "active" in reaction.classes and len(people) == 1:
            initials = people[0].first("initials")
            if initials is not None:
                message.own_name = initials.attributes.get("title") or message.own_name
    if counts:
        message.extra["reactions"] = counts


def _nothing(part: Node, message: Message) -> None:
    """Pass over what says nothing."""


_PARTS: dict[str, Callable[[Node, Message], None]] = {
    "date": _date,
    "userpic_wrap": _nothing,
    "from_name": _from_name,
    "forwarded": _forwarded,
    "body": _read_parts,
    "reply_to": _reply_to,
    "media_wrap": _media,
    "text": _text,
    "bot_buttons_table": _buttons,
    "signature": _signature,
    "reactions": _reactions,
}
