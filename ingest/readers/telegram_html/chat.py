"""The messages of one page, in their order, until there are enough for a batch."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from ingest.readers.rows import RAW_SHOWN
from ingest.readers.telegram_html.blocks import Block, Kind
from ingest.readers.telegram_html.message import Message, read_message
from ingest.readers.telegram_html.nodes import Node, in_one_line, markup
from ingest.readers.telegram_html.service import (
    UNSUPPORTED,
    Service,
    day_of,
    is_filler,
    read_service,
)

BATCH_MESSAGES = 20_000
BATCH_CHARACTERS = 32_000_000
JOINED_WITHIN_SECONDS = 900
LONGEST_NAME = 500
LONGEST_SERVICE = 20_000
NOT_NAMED = "not named"
_CLOCK = 19


class Post(NamedTuple):
    """A message that is fit to be a post, with everything about it that the page says."""

    number: int
    date: str
    sender: str
    text: str | None
    image: str | None
    location: str | None
    contact: str | None
    forwarded_from: str | None
    reply_to: int | None
    extra: str | None


class Event(NamedTuple):
    """A service row about members or the title, with the best that is known of its time."""

    number: int
    date: str | None
    said: Service


class Rejected(NamedTuple):
    """A row of the page that was refused."""

    locator: str
    field: str | None
    reason: str
    raw: str


@dataclass
class Rows:
    """The rows of a page that make up one batch.

    Attributes
    ----------
    posts : list of Post
    events : list of Event
    rejected : list of Rejected
    without_records : int
        Service rows that say nothing of members or the title.
    unknown : int
        How many of these are of no known kind.
    own_names : dict
        Names of the account that made the export, each with where it gives itself away.
    """

    posts: list[Post] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    without_records: int = 0
    unknown: int = 0
    own_names: dict[str, str] = field(default_factory=dict)
    characters: int = 0

    @property
    def count(self) -> int:
        """How many rows of the page these are."""
        return len(self.posts) + len(self.events) + len(self.rejected) + self.without_records


class _Previous(NamedTuple):
    """The message before, whose sender a joined one shares."""

    number: int
    date: str
    sender: str
    forwarded_from: str | None


class _Refusal(Exception):
    """A row is not fit to become a record."""

    def __init__(self, field_name: str | None, reason: str) -> None:
        super().__init__(reason)
        self.field = field_name
        self.reason = reason


class Chat:
    """Reads blocks in their order, handing them over as `Rows`."""

    def __init__(self) -> None:
        self._rows = Rows()
        self._previous: _Previous | None = None
        self._moment: str | None = None
        self._zone = ""
        self._last = "before the first message"
        self._is_stray = False

    def take(self, block: Block) -> None:
        """Read a block."""
        place = self._last if block.number is None else f"message {block.number}"
        was_stray, self._is_stray = self._is_stray, block.kind is Kind.STRAY
        try:
            if block.problem is not None:
                raise _Refusal(None, block.problem)
            if block.kind is Kind.SERVICE:
                self._add_service(block.number, block.node)
            else:
                self._add_message(block.number, block.node)
        except _Refusal as refusal:
            if refusal.field != "date":
                self._previous = None
            if not (was_stray and self._is_stray):
                self._reject(Rejected(place, refusal.field, refusal.reason, ""), block.node)
        if block.number is not None:
            self._last = f"after message {block.number}"

    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        rows = self._rows
        return rows.count >= BATCH_MESSAGES or rows.characters >= BATCH_CHARACTERS

    def hand_over(self) -> Rows:
        """Give the rows read since the last time."""
        rows, self._rows = self._rows, Rows()
        rows.events = [event._replace(date=self._zoned(event.date)) for event in rows.events]
        return rows

    def _zoned(self, date: str | None) -> str | None:
        """Give a day, which says no zone, that of the page's messages."""
        return date + self._zone if date is not None and len(date) == _CLOCK else date

    def _add_message(self, number: int | None, node: Node) -> None:
        """Add a message to the posts, if it says who sent it and when."""
        if number is None:
            raise _Refusal(None, "it has no id")
        message = read_message(node)
        sender, before = self._sender(number, node, message)
        forwarded_from = message.forwarded_from
        if message.is_forwarded and forwarded_from is None:
            forwarded_from = (before and before.forwarded_from) or NOT_NAMED
        date = message.date or ""
        self._previous = _Previous(number, date, sender, forwarded_from)
        if not date:
            raise _Refusal("date", "it carries no date")
        self._moment = date
        self._zone = self._zone or date[_CLOCK:]
        text = "\n".join(message.text) or None
        extra = json.dumps(message.extra, ensure_ascii=False) if message.extra else None
        self._rows.posts.append(
            Post(
                number,
                date,
                sender,
                text,
                message.image,
                message.location,
                ";".join(dict.fromkeys(message.contact)) or None,
                forwarded_from,
                message.reply_to,
                extra,
            )
        )
        self._rows.characters += len(text or "") + len(extra or "")
        if message.own_name is not None:
            self._rows.own_names.setdefault(" ".join(message.own_name.split()), f"message {number}")

    def _sender(self, number: int, node: Node, message: Message) -> tuple[str, _Previous | None]:
        """Tell who sent a message, and the message that it is joined to."""
        if message.sender is not None:
            if len(message.sender) > LONGEST_NAME:
                raise _Refusal("from_name", f"it is longer than {LONGEST_NAME} characters")
            return message.sender, None
        before = self._previous
        if "joined" not in node.classes:
            raise _Refusal("from_name", "it names no sender")
        if before is None:
            raise _Refusal(
                "from_name",
                "it names no sender, and the message before it, which does, is not on this page "
                "or was refused",
            )
        if number <= before.number or not _are_close(before.date, message.date):
            raise _Refusal(
                "from_name", "it names no sender, and does not follow on the message before it"
            )
        return before.sender, before

    def _add_service(self, number: int | None, node: Node) -> None:
        """Read a service row."""
        body = node.first("body")
        text = in_one_line(body if body is not None else node)
        if (number is None or number < 0) and self._is_between(text):
            return
        if number is None:
            raise _Refusal(None, "it has no id")
        if text.startswith(UNSUPPORTED):
            raise _Refusal(
                None,
                "the Telegram Desktop that made the export was too old for this message; update "
                "it and export the chat again",
            )
        if len(text) > LONGEST_SERVICE:
            raise _Refusal(None, f"a service row is longer than {LONGEST_SERVICE:,} characters")
        said = read_service(text)
        if said == Service(is_of_group=said.is_of_group, is_known=said.is_known):
            self._rows.without_records += 1
            self._rows.unknown += not said.is_known
        else:
            self._rows.events.append(Event(number, self._moment, said))
            self._rows.characters += len(text)

    def _is_between(self, text: str) -> bool:
        """Whether a row is no message but a line between days, whose date is noted."""
        day = day_of(text)
        if day is not None:
            self._moment = f"{day:%d.%m.%Y} 00:00:00"
        return day is not None or is_filler(text)

    def _reject(self, rejected: Rejected, node: Node) -> None:
        """Add a row that is refused, with its markup."""
        rejected = rejected._replace(raw=markup(node, RAW_SHOWN))
        self._rows.rejected.append(rejected)
        self._rows.characters += len(rejected.raw)


def _are_close(before: str, after: str | None) -> bool:
    """Whether two messages are so close in time that the second is joined to the first."""
    first, second = (_moment(date) for date in (before, after or ""))
    if first is None or second is None:
        return True
    return abs((second - first).total_seconds()) <= JOINED_WITHIN_SECONDS


def _moment(date: str) -> datetime | None:
    """Read the clock of a printed date, whatever its zone; null when it is written otherwise."""
    clock = f"{date[6:10]}-{date[3:5]}-{date[:2]}T{date[11:_CLOCK]}"
    try:
        return datetime.fromisoformat(clock)
    except ValueError:
        return None
