"""A chat being read: its messages become records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import polars as pl

from graph.records import Batch
from ingest.readers.whatsapp.authors import split_authors
from ingest.readers.whatsapp.contents import read_contents
from ingest.readers.whatsapp.events import (
    Events,
    aliases_table,
    groups_table,
    memberships_table,
    seen_table,
)
from ingest.readers.whatsapp.exporter import Exporter
from ingest.readers.whatsapp.marks import bare
from ingest.readers.whatsapp.messages import Before
from ingest.readers.whatsapp.notices import layout_notices, unknown_rows_notice
from ingest.readers.whatsapp.records import (
    post_rows,
    refused_before,
    refused_rows,
    with_problems,
    with_times,
)
from ingest.readers.whatsapp.senders import account_rows, sender
from ingest.readers.whatsapp.survey import Layout
from ingest.readers.whatsapp.system_rows import read_system_rows
from ingest.readers.whatsapp.titles import chat_title


@dataclass
class Chat:
    """Turns the messages of one chat into records.

    Attributes
    ----------
    name : str
        What the user calls the file.
    layout : Layout
        How it is written.
    time_zone : str or None
        Of its times; null: UTC is assumed.
    group_key, group_id : str
        The chat.
    """

    name: str
    layout: Layout
    time_zone: str | None
    group_key: str
    group_id: str
    _exporter: Exporter = field(default_factory=Exporter)
    _since: datetime | None = None
    _is_titled: bool = False
    _understood: int = 0
    _unknown: int = 0

    @cached_property
    def _known(self) -> frozenset[str]:
        """Names of people who write here."""
        return frozenset(map(bare, self.layout.people))

    def batch(self, messages: pl.DataFrame, bytes_read: int) -> Batch:
        """Turn messages into records.

        Parameters
        ----------
        messages : polars.DataFrame
            See `ingest.readers.whatsapp.messages.MESSAGES`.
        bytes_read : int
            How far into the file the reader has come.
        """
        timed = with_problems(with_times(messages, self.time_zone), self.time_zone)
        rows = split_authors(timed.filter(pl.col("problem").is_null()), self.layout.long_names)
        written = read_contents(
            rows.filter(pl.col("author").is_not_null()), is_iphone=self.layout.style.is_bracketed
        )
        own = pl.concat(
            part.select("line", "at", text="body")
            for part in (rows.filter(pl.col("author").is_null()), written.filter("is_service"))
        )
        sent = written.filter(~pl.col("is_service"))
        self._note(rows, sent)
        events = self._events(own)
        seen = pl.concat(
            [
                sent.select(shown="author", at="at", locator=pl.format("line {}", "line")),
                seen_table(events),
            ]
        )
        senders = {shown: sender(shown, self.group_key) for shown in seen["shown"].unique()}
        account_keys = {shown: who.key for shown, who in senders.items()}
        return Batch(
            rows_read=len(messages),
            posts=post_rows(sent, account_keys, self.group_key, is_assumed=self.time_zone is None),
            memberships=memberships_table(events),
            accounts=account_rows(seen, senders),
            groups=groups_table(events),
            aliases=aliases_table(events),
            rejected=refused_rows(timed),
            bytes_read=bytes_read,
        )

    def conclude(self, before: Before | None, bytes_read: int) -> Batch:
        """Say at the end what concerns the whole chat.

        Parameters
        ----------
        before : Before or None
            What stands before the first message.
        bytes_read : int
            The size of the file.
        """
        title = chat_title(self.name)
        chat = Events(self.group_key, self.group_id, self._known)
        if not self._is_titled:
            chat.name_group(title, self._since, "the file's name")
        return Batch(
            rows_read=0 if before is None else 1,
            groups=groups_table(chat),
            rejected=refused_before(before),
            bytes_read=bytes_read,
            notices=(
                *layout_notices(self.name, self.layout, self.time_zone),
                *unknown_rows_notice(self.name, self._unknown, self._understood),
            ),
            suggested_own=self._exporter.suggestion(self.name, title, self.group_key),
        )

    def _note(self, rows: pl.DataFrame, sent: pl.DataFrame) -> None:
        """Note when the chat begins, and who may have exported it."""
        first = rows["at"].min()
        if isinstance(first, datetime):
            self._since = min(first, self._since or first)
        self._exporter.take(sent)

    def _events(self, own: pl.DataFrame) -> Events:
        """Read WhatsApp's own rows."""
        found = read_system_rows(own)
        self._understood += len(found)
        self._unknown += len(own) - len(found)
        events = Events(self.group_key, self.group_id, self._known)
        for event in found.iter_rows(named=True):
            if event["title"] and not self._is_titled:
                self._is_titled = True
                if event["old"]:
                    events.name_group(event["old"], self._since, f"line {event['line']}")
            events.take(event)
        return events
