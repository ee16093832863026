"""What is attached to a message: pictures, files, contacts, places, polls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.telegram_html.nodes import Node, displayed, in_one_line

_VCARD = re.compile(r"\s*(?:-\s*)?vCard$")
_PLACE = re.compile(r"(-?\d{1,3}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)")
_PLACES = frozenset({"location", "live_location", "venue"})
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


@dataclass(slots=True)
class Media:
    """What is attached to a message, as the columns of posts hold it.

    Attributes
    ----------
    image : str or None
        Where the picture is.
    location : str or None
    contact : list of str
        Telephone numbers of contacts that were passed on.
    details : dict
        What else is said of it: kind, title, description, status, file.
    """

    image: str | None = None
    location: str | None = None
    contact: list[str] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)


def read_media(wrap: Node) -> Media:
    """Read a block of class ``media_wrap``."""
    for element in wrap.all():
        for name in element.classes:
            if name.startswith("media_"):
                return _described(element, name.removeprefix("media_"))
            if name.endswith("_wrap"):
                return _shown(element, name.removesuffix("_wrap"))
    return Media(details=_filled(kind="other", text=displayed(wrap)))


def _shown(element: Node, kind: str) -> Media:
    """Read something that stands in the page itself: a photo, sticker, animation or video."""
    href = element.attributes.get("href", "")
    if kind == "photo":
        return Media(image=href or None)
    return Media(details=_filled(kind=kind, file=href))


def _described(element: Node, kind: str) -> Media:
    """Read something that a title, a description and a status stand for."""
    if kind in {"poll", "giveaway"}:
        return Media(details=_lines(element, kind))
    title, description, status = (
        in_one_line(found) if found is not None else ""
        for found in map(element.first, ("title", "description", "status"))
    )
    href = element.attributes.get("href", "")
    if kind == "contact":
        return _contact(title, status, href)
    if kind in _PLACES:
        place = _PLACE.search(status) or _PLACE.search(href)
        at = f"{place[1]}, {place[2]}" if place is not None else ""
        named = "" if kind != "venue" else title
        return Media(
            location=", ".join(filter(None, (named, description, at))) or None,
            details=_filled(kind=kind, title=title, url=href),
        )
    is_picture = kind in {"photo", "file"} and href.lower().endswith(_PICTURES)
    return Media(
        image=href if is_picture else None,
        details=_filled(kind=kind, title=title, description=description, status=status, file=href),
    )


def _contact(name: str, number: str, card: str) -> Media:
    """Read a contact that was passed on."""
    phone = _VCARD.sub("", number).strip()
    return Media(
        contact=[phone.replace(";", ",")] if phone else [],
        details=_filled(kind="contact", name=name, phone=phone, file=card),
    )


def _lines(element: Node, kind: str) -> dict[str, Any]:
    """Read a poll or a list: its question and its answers."""
    question = element.first("question")
    answers = [in_one_line(part) for part in element.elements() if "answer" in part.classes]
    return _filled(
        kind=kind,
        question=in_one_line(question) if question is not None else "",
        answers=[answer.removeprefix("- ") for answer in answers],
        text="" if question is not None else displayed(element),
    )


def _filled(**said: str | list[str]) -> dict[str, Any]:
    """Keep what is said."""
    return {name: value for name, value in said.items() if value}
