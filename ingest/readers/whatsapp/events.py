"""Records of what WhatsApp itself says: memberships, titles, changed numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import polars as pl

from graph.records import ACCOUNTS, ALIASES, GROUPS, MEMBERSHIPS
from ingest.readers.whatsapp.senders import PLATFORM, Sender, people, phone_number, sender

SEEN = pl.Schema({"shown": pl.String(), "at": ACCOUNTS["seen_at"], "locator": pl.String()})
"""Who is named how, when and where."""

_EVENTS = {
    "created": None,
    "admin": None,
    "added": "joined",
    "joined": "joined",
    "removed": "left",
    "left": "left",
}
_ROLES = {"created": "creator", "admin": "admin"}
_LONGEST_NAME = 120


@dataclass
class Events:
    """Turns rows of WhatsApp's own into rows of records.

    Attributes
    ----------
    group_key, group_id : str
        The chat.
    known : collection of str
        Names of people who write in it.
    memberships, aliases, groups, seen : list of tuple
        Rows of `MEMBERSHIPS`, `ALIASES`, `GROUPS` and `SEEN`.
    """

    group_key: str
    group_id: str
    known: Collection[str]
    memberships: list[tuple[Any, ...]] = field(default_factory=list)
    aliases: list[tuple[Any, ...]] = field(default_factory=list)
    groups: list[tuple[Any, ...]] = field(default_factory=list)
    seen: list[tuple[Any, ...]] = field(default_factory=list)

    def take(self, event: dict[str, Any]) -> None:
        """Take in an event, see `ingest.readers.whatsapp.system_rows.read_system_rows`."""
        place = f"line {event['line']}"
        if event["event"] in _EVENTS:
            self._take_membership(event, place)
        if event["event"] == "number":
            self._take_number(event, place)
        if event["title"]:
            self.name_group(event["title"], event["at"], place)

    def name_group(self, name: str | None, at: datetime | None, place: str) -> None:
        """Note what the group was called from some time on."""
        self.groups.append((self.group_key, PLATFORM, self.group_id, name, at, place))

    def _take_membership(self, event: dict[str, Any], place: str) -> None:
        """Note who belongs, joined or left, and who brought it about."""
        kind = event["event"]
        by = people(event["by"], event["language"], {event["by"]})
        who = by if kind == "created" else people(event["who"], event["language"], self.known)
        if any(len(name) > _LONGEST_NAME for name in (*by, *who)):
            return
        actor = self._see(by[0], event, place).key if by and kind != "created" else None
        for name in who:
            key = self._see(name, event, place).key
            self.memberships.append(
                (
                    key,
                    self.group_key,
                    _ROLES.get(kind),
                    _EVENTS[kind],
                    actor,
                    event["at"],
                    place,
                    None,
                )
            )

    def _take_number(self, event: dict[str, Any], place: str) -> None:
        """Note that an account goes on under another number."""
        old, new = event["who"], event["new"]
        if not (self._is_known(old) and self._is_known(new)):
            return
        before, after = self._see(old, event, place), self._see(new, event, place)
        if before.key != after.key:
            reason = f"WhatsApp says in the chat: {old} changed to {new}"
            self.aliases.append(("account", before.key, after.key, reason, event["at"], place))

    def _is_known(self, name: str) -> bool:
        """Whether a name is a number, or of somebody who writes in the chat."""
        return phone_number(name) is not None or name in self.known

    def _see(self, shown: str, event: dict[str, Any], place: str) -> Sender:
        """Note that an account is named."""
        self.seen.append((shown, event["at"], place))
        return sender(shown, self.group_key)


def memberships_table(events: Events) -> pl.DataFrame:
    """Lay out the memberships."""
    return pl.DataFrame(events.memberships, schema=MEMBERSHIPS, orient="row")


def aliases_table(events: Events) -> pl.DataFrame:
    """Lay out the changed numbers."""
    return pl.DataFrame(events.aliases, schema=ALIASES, orient="row")


def groups_table(events: Events) -> pl.DataFrame:
    """Lay out what the group was called."""
    return pl.DataFrame(events.groups, schema=GROUPS, orient="row")


def seen_table(events: Events) -> pl.DataFrame:
    """Lay out who was named."""
    return pl.DataFrame(events.seen, schema=SEEN, orient="row")
