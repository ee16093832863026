"""The reader of Signal's chats."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from graph import keys
from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.messengers.signal.bodies import read_body
from ingest.readers.messengers.signal.messages import read_messages
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.text import open_text
from ingest.readers.told_rows import ToldRows

PLATFORM = "signal"
EXPORTER = "Me"
NOBODY = "No-Sender"
_NUMBER = re.compile(r"\+\d{7,15}")
_LOOKED_AT = 10_000
_ENOUGH = 2
_LENGTH = 12


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a chat that `signal-export` saved as Markdown or text.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Time zone, id of the chat, encoding.

    Yields
    ------
    Batch
        People go by their names within the chat, unless a number stands in the place of a name.
        Messages that are empty, deleted or calls tell only that their sender belongs to the chat.

    Raises
    ------
    SourceError
        If the file is not text, or no line begins as a message does.
    """
    with open_text(path, name, encoding=options.encoding, newline="\n") as (text, raw):
        beginning = list(islice(read_messages(text, raw), _LOOKED_AT))
        if all(item.problem for item in beginning):
            raise SourceError(
                f"{name}: no line begins as a message of Signal does, such as "
                "[2026-03-01, 09:15] Name: words; check that this is the chat."
            )
        group_id = options.chat or _fingerprint(beginning)
        text.seek(0)
        yield from read_items(read_messages(text, raw), _Chat(group_id).tell, ToldRows(options))


class _Chat:
    """A chat, and what has been said about it."""

    def __init__(self, group_id: str) -> None:
        self._group_id = group_id
        self._said: set[str] = set()

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a message."""
        author, body = item.value["author"], read_body(item.value["body"])
        rows.tell(
            item.locator,
            {
                "platform": PLATFORM,
                "group_id": self._group_id,
                **_account(author),
                "posted_at": item.value["time"].replace(",", ""),
                "text": body.text,
                "image": body.files,
                "quoted": body.quoted,
                "reactions": body.reactions,
            },
        )
        if author == EXPORTER:
            group_key = keys.group(PLATFORM, self._group_id)
            key = keys.account_by_name(PLATFORM, group_key, EXPORTER)
            rows.suggest_own(key, f"the export calls whoever made it '{EXPORTER}'")
        if body.text is None and body.files is None:
            self._note(
                "Some messages are empty or deleted, or are calls; they tell only that their "
                "sender belongs to the chat.",
                rows,
            )

    def _note(self, sentence: str, rows: ToldRows) -> None:
        """Have the user read a sentence, once."""
        if sentence not in self._said:
            self._said.add(sentence)
            rows.note(sentence)


def _account(author: str) -> dict[str, object]:
    """Tell who writes: a number, or a name; the exporter may not know."""
    if author == NOBODY:
        return {}
    if _NUMBER.fullmatch(author):
        return {"account_id": author, "account_contact": author}
    return {"account_name": author}


def _fingerprint(beginning: Iterable[Item]) -> str:
    """Make an id of a chat, known again in a later, longer export.

    Of the first two texts and their minutes; names take no part, for they change when a contact
    is saved. Of a chat that has no two texts, the first messages count as they are.
    """
    found = [item.value for item in beginning if item.problem is None]
    texts = ((each["time"], read_body(each["body"]).text) for each in found)
    said = list(islice((pair for pair in texts if pair[1]), _ENOUGH))
    chosen = said if len(said) == _ENOUGH else [(each["time"], each["body"]) for each in found[:2]]
    parts = [part for time, text in chosen for part in (time.replace(",", "")[:16], text or "")]
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:_LENGTH]


SIGNAL = Reader(
    name="signal",
    title="Signal chat (signal-export)",
    example="chat.md, beginning with [2026-03-01, 09:15] Name: …",
    read=read,
)
