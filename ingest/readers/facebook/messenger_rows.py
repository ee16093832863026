"""What rows of Messenger's own say: who joined, left, was added, leads a group."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.readers.json_values import items, mapping, text

_ADDED = re.compile(r"added (?P<who>.+?) (?:to|into) (?:the|this) (?:group|chat|conversation)\.?")
_LEFT = re.compile(r"left (?:the|this) (?:group|chat|conversation)\.?")
_REMOVED = re.compile(r"removed (?P<who>.+?) from (?:the|this) (?:group|chat|conversation)\.?")
_JOINED = re.compile(r"joined (?:the|this) (?:group|chat|conversation)\b.*")
_CREATED = re.compile(r"created (?:the|this) (?:group|chat|conversation)\.?")
_PROMOTED = re.compile(r"(?:added|made) (?P<who>.+?) (?:as )?an? (?:group )?admin\.?")
_DEMOTED = re.compile(r"removed (?P<who>.+?) as an? (?:group )?admin\.?")
_OTHER = re.compile(
    r"(?:named the group|changed (?:the|this) (?:group|chat)|set (?:the|your|his|her|their) "
    r"|cleared (?:the|your|his|her|their) nickname|changed the (?:theme|chat|emoji)"
    r"|(?:un)?pinned a message|started (?:a|an|the) |joined the (?:video |audio )?(?:call|chat)"
    r"|ended the |called |missed (?:a|your) |turned (?:on|off) |created (?:a|the) poll"
    r"|voted for |waved |changed their vote|sent you a friend request|unsent a message).*",
    re.DOTALL,
)
_UNADDRESSED = re.compile(
    r"(?:Reacted .{1,24} to your message|Liked a message"
    r"|You are now connected on Messenger\.?|You can now (?:message|call) each other.*"
    r"|Say hi to your new .*|\w+ missed (?:a|your) (?:video )?call\.?"
    r"|This (?:poll|message) is no longer available\.?)\s*",
    re.DOTALL,
)
_MORE = re.compile(r"\d+ (?:others?|more(?: people)?)")
_END = r", and |, | and |\Z"
_BETWEEN = re.compile(rf"(?:{_END})\Z")
_YOU = frozenset({"", "you", "yourself"})
_STATED = {"Subscribe": "joined", "Unsubscribe": "left"}


@dataclass(frozen=True)
class Change:
    """What became of somebody in a thread.

    Attributes
    ----------
    name : str
        Who it is about.
    event, role : str or None
        ``joined`` or ``left``; ``admin``, ``member`` or ``creator``; neither: the person is in it.
    by : str or None
        Who brought it about, where that is another.
    """

    name: str
    event: str | None = None
    role: str | None = None
    by: str | None = None


def changes(message: object, sender: str, known: Collection[str]) -> list[Change] | None:
    """Read what a row of Messenger's own says.

    Parameters
    ----------
    message : object
        As the download has it, mended.
    sender : str
        Whose row it is.
    known : collection of str
        Names of those in the thread, some of which may hold an ``and``.

    Returns
    -------
    list of Change, or None
        Null when somebody wrote the row. Messenger's words begin with the sender's own name, or
        speak to the exporter; in words other than English, a row counts as Messenger's only when
        the download says so itself.
    """
    content = text(message, "content") or ""
    kind = text(message, "type") or ""
    if kind in _STATED:
        return _stated(message, kind, sender, content) or [Change(sender)]
    is_call = kind == "Call" or "call_duration" in mapping(message)
    if is_call or _UNADDRESSED.fullmatch(content):
        return [Change(sender)]
    if not content.startswith(f"{sender} "):
        return None
    return _worded(content.removeprefix(sender).strip(), sender, known)


def leaves_some_out(message: object) -> bool:
    """Whether a row names some people and only counts the others."""
    found = _ADDED.search(text(message, "content") or "")
    return found is not None and any(map(_MORE.fullmatch, re.split(_END, found["who"])))


def _stated(message: object, kind: str, sender: str, content: str) -> list[Change]:
    """Read whom the download itself lists as having come or gone."""
    event = _STATED[kind]
    names = [name for each in items(message, "users") if (name := text(each, "name"))]
    if not names and _LEFT.search(content):
        names = [sender]
    return [Change(name, event, by=None if name == sender else sender) for name in names]


def _worded(content: str, sender: str, known: Collection[str]) -> list[Change] | None:
    """Read Messenger's English words behind the sender's name."""
    for pattern, event, role in (
        (_DEMOTED, None, "member"),
        (_PROMOTED, None, "admin"),
        (_ADDED, "joined", None),
        (_REMOVED, "left", None),
    ):
        if found := pattern.fullmatch(content):
            return [Change(name, event, role, sender) for name in _names(found["who"], known)] or [
                Change(sender)
            ]
    if _LEFT.fullmatch(content):
        return [Change(sender, "left")]
    if _JOINED.fullmatch(content):
        return [Change(sender, "joined")]
    if _CREATED.fullmatch(content):
        return [Change(sender, role="creator")]
    return [Change(sender)] if _OTHER.fullmatch(content) else None


def _names(who: str, known: Collection[str]) -> list[str]:
    """Take several names apart; the exporter, who is called "you", has none here."""
    named = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    one = re.compile(rf"(?:(?:{named})(?={_END})|.+?(?={_END}))(?:{_END})", re.DOTALL)
    names = [_BETWEEN.sub("", found[0]) for found in one.finditer(who)]
    return [name for name in names if name.casefold() not in _YOU and not _MORE.fullmatch(name)]
