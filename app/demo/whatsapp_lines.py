"""Posts and events as an iPhone writes them into ``_chat.txt``, invisible marks included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from app.demo.collector import Collector
from app.demo.invent import Contact
from app.demo.people import (
    CREATED,
    INVITED,
    JOINED,
    LEFT,
    MOVED,
    NUMBER,
    PINNED,
    PUSH,
    Account,
    Event,
    Group,
    Post,
)
from app.demo.timeline import Entry

MARK = "\N{LEFT-TO-RIGHT MARK}"
_EMBEDDING, _ENDS = "\N{LEFT-TO-RIGHT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"
_SPACE, _NARROW_SPACE = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_ENCRYPTED = (
    "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, "
    "can read or listen to them."
)
Attached = Callable[[Post], str | None]
"""Gives the name of the file that comes with a post, if it is in the zip."""


class Telephone:
    """The collector's iPhone, which writes what it sees.

    Parameters
    ----------
    collector : Collector
        Whose it is; it sees nothing that was said before it joined.
    zone : ZoneInfo
        The zone of its clock.
    attached : callable
        Names the file that comes with a post.
    """

    def __init__(self, collector: Collector, zone: ZoneInfo, attached: Attached) -> None:
        self._own = collector.whatsapp
        self._zone = zone
        self._attached = attached

    def lines(self, group: Group, entries: Iterable[Entry]) -> Iterator[str]:
        """Write a chat's entries, in order of time, one message each; some have several lines."""
        for number, entry in enumerate(entries):
            if number == 0:
                yield self._line(entry.posted_at, group.name, MARK + _ENCRYPTED)
            if isinstance(entry, Event):
                yield self._done(group, entry)
            else:
                yield self._said(entry)

    def _said(self, post: Post) -> str:
        """Write a post; one that says nothing was deleted."""
        author, words = self._name(post.account, post.posted_at), post.text
        if post.image is not None:
            name = self._attached(post)
            media = MARK + (f"<attached: {name}>" if name else "image omitted")
            body = f"{words} {media}" if words else media
            return MARK + self._line(post.posted_at, author, body)
        if words is None:
            is_own = post.account is self._own
            words = MARK + ("You deleted this message." if is_own else "This message was deleted.")
        return self._line(post.posted_at, author, words)

    def _done(self, group: Group, event: Event) -> str:
        """Write an event; the group or who did it stands where an author does."""
        who = self._name(event.account, event.posted_at)
        actor = "You" if event.account is self._own else who
        if event.kind == MOVED:
            return self._line(event.posted_at, group.name, MARK + _moved(event))
        others = [
            "you" if it is self._own else self._name(it, event.posted_at) for it in event.members
        ]
        what = {
            CREATED: "created this group",
            INVITED: f"added {', '.join(others)}",
            JOINED: "joined using this group's invite link",
            LEFT: "left",
            PINNED: "pinned a message",
        }[event.kind]
        return self._line(event.posted_at, who, f"{MARK}{actor} {what}")

    def _name(self, account: Account, time: datetime) -> str:
        """Tell how the telephone calls an account."""
        known = account.whatsapp
        assert known is not None
        if known.shown_as == NUMBER:
            return _number(known.number_at(time))
        return f"~{_NARROW_SPACE}{account.name}" if known.shown_as == PUSH else account.name

    def _line(self, time: datetime, author: str, body: str) -> str:
        """Write a message under its header."""
        return f"[{time.astimezone(self._zone):%d/%m/%Y, %H:%M:%S}] {author}: {body}"


def _moved(event: Event) -> str:
    """Say that somebody has another number."""
    known = event.account.whatsapp
    assert known is not None and known.moved_to is not None
    return f"{_number(known.number)} changed to {_number(known.moved_to)}"


def _number(contact: Contact) -> str:
    """Write a number as an iPhone does, with marks for its direction."""
    country, *groups = contact.parts
    return f"{_EMBEDDING}+{country}{_SPACE}{_HYPHEN.join(groups)}{_ENDS}"
