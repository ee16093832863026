"""Posts and events as messages of Telegram Desktop's result.json, in its new and its old form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.demo.people import (
    CREATED,
    INVITED,
    JOINED,
    LEFT,
    PINNED,
    RENAMED,
    Account,
    Event,
    Group,
    Post,
)
from app.demo.telegram_text import mixed_text, text_entities
from app.demo.timeline import Entry

Record = dict[str, Any]

NOT_INCLUDED = "(File not included. Change data exporting settings to download.)"
_USER_SHIFT, _CHAT_SHIFT = 2**32, 2**33


@dataclass(frozen=True)
class Form:
    """A form of result.json.

    Attributes
    ----------
    is_old : bool
        Whether it is that of before 2021: ids are numbers shifted by the kind of what they name,
        and there are neither seconds since 1970 nor ``text_entities``.
    zone : ZoneInfo
        The zone of the computer that exports; dates are local and do not name it.
    """

    is_old: bool
    zone: ZoneInfo

    def user(self, account: Account) -> str | int:
        """Write the id of who says or does something."""
        number = self.user_number(account)
        return number if self.is_old else f"user{number}"

    def user_number(self, account: Account) -> int:
        """Write an account's id as that of a private chat."""
        number = int(account.native_id)
        return _USER_SHIFT + number if self.is_old else number

    def chat(self, group: Group) -> int:
        """Write a group's own id."""
        number = int(group.native_id.removeprefix("-100"))
        return _CHAT_SHIFT + number if self.is_old else number

    def dates(self, time: datetime) -> Record:
        """Write a time; Telegram writes seconds since 1970 as a string."""
        local = {"date": time.astimezone(self.zone).strftime("%Y-%m-%dT%H:%M:%S")}
        return local if self.is_old else {**local, "date_unixtime": str(int(time.timestamp()))}

    def text(self, text: str) -> Record:
        """Write a text."""
        said = {"text": mixed_text(text)}
        return said if self.is_old else {**said, "text_entities": text_entities(text)}


def message(entry: Entry, form: Form) -> Record:
    """Write a post or an event as a message.

    Parameters
    ----------
    entry : Post or Event
        On Telegram.
    form : Form
        How ids, dates and texts are written.
    """
    head: Record = {
        "id": int(entry.post_id),
        "type": "message" if isinstance(entry, Post) else "service",
        **form.dates(entry.posted_at),
    }
    if isinstance(entry, Post):
        return {**head, **_said(entry, form), **form.text(entry.text or "")}
    actor: Record = {"actor": entry.account.name, "actor_id": form.user(entry.account)}
    return {**head, **actor, **_done(entry), **form.text("")}


def _said(post: Post, form: Form) -> Record:
    """Write who says it, whose words it passes on, what it answers, and what comes with it."""
    said: Record = {"from": post.account.name, "from_id": form.user(post.account)}
    if post.forwarded_from is not None:
        said["forwarded_from"] = post.forwarded_from.name
    if post.answers is not None:
        said["reply_to_message_id"] = int(post.answers.post_id)
    if post.image is not None:
        said |= {"photo": NOT_INCLUDED, "width": 960, "height": 1280}
    if post.card is not None:
        first, _, last = post.account.name.partition(" ")
        said["contact_information"] = {
            "first_name": first,
            "last_name": last,
            "phone_number": post.card.spaced,
        }
        said["contact_vcard"] = NOT_INCLUDED
    return said


def _done(event: Event) -> Record:
    """Write what happens."""
    if event.kind == CREATED:
        return {
            "action": "create_group",
            "title": event.title,
            "members": [event.account.name],
        }
    if event.kind == INVITED:
        return {"action": "invite_members", "members": [each.name for each in event.members]}
    if event.kind == LEFT:
        return {"action": "remove_members", "members": [event.account.name]}
    if event.kind == RENAMED:
        return {"action": "edit_group_title", "title": event.title}
    if event.kind == PINNED and event.pinned is not None:
        return {"action": "pin_message", "message_id": int(event.pinned.post_id)}
    assert event.kind == JOINED
    return {"action": "join_group_by_link", "inviter": event.members[0].name}
