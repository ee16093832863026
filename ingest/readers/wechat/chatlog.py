"""WeChat messages that chatlog exported as CSV or XLSX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.table_items import table_items
from ingest.readers.told_rows import ToldRows
from ingest.readers.wechat.chats import PLATFORM, Person, Place, account_id, is_group
from ingest.readers.wechat.contents import EMPTY
from ingest.readers.wechat.notices import read_notice, tell_notice

NAMES = frozenset({"time", "sendername", "sender", "talkername", "talker", "content"})
OWN = "it is not the other side of a private chat, so it is the account whose chats were exported"
_SYSTEM = "系统消息"
_OWN_SERVER = re.compile(r"\(https?://[^()\s/]*/(?:image|video|voice|file|data)/([^()]*)\)")
_PICTURE = re.compile(r"!\[图片\]\(([^()]*)\)")
_RECORD = re.compile(r"\[合并转发(?:\|([^\]\n]*))?\]")
_QUOTED = re.compile(r"> (?:\[引用\]|.*\d\d:\d\d)\n(?:>.*\n)*")


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read messages of chats.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Encoding; zone of the computer that exported.

    Yields
    ------
    Batch
        A message is a post; of a quotation only the answer is the sender's own. Service messages
        say who joined, left, or what the group is called. The address of the exporter's own
        server is left out of what it shows media by.
    """
    items = table_items(path, name, Layout(encoding=options.encoding))
    yield from read_items(items, _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell one message."""
    cells = {column.strip().casefold(): cell for column, cell in item.value.items()}
    talker, sender = (cells.get(name, "").strip() or None for name in ("talker", "sender"))
    if talker is None:
        raise Refusal("Talker", "the row names no chat")
    in_group = is_group(talker)
    place = Place(talker, cells.get("talkername")) if in_group else Place()
    content = cells.get("content", "")
    when: dict[str, object] = {"posted_at": cells.get("time")}
    if sender == _SYSTEM and in_group:
        tell_notice(rows, item.locator, read_notice(content), place, when)
        return
    if sender == _SYSTEM:
        other = Person(account_id(talker), cells.get("talkername"))
        rows.tell(item.locator, {"platform": PLATFORM, **other.told(), **when})
        return
    known = account_id(sender)
    who = Person(known, cells.get("sendername") or (None if known else sender))
    key = who.key(place.key)
    if known and not in_group and known != talker:
        rows.suggest_own(f"{PLATFORM}:{known}", OWN)
    rows.tell(
        item.locator,
        {
            "platform": PLATFORM,
            **place.told(),
            **who.told(),
            **when,
            **_content(content),
            "sender_name": None if key else who.name,
            "chat": None if in_group else talker,
            "MessageID": cells.get("messageid"),
        },
    )


def _content(content: str) -> dict[str, object]:
    """Tell words, pictures, what was quoted and what was passed on."""
    said = _OWN_SERVER.sub(r"(\1)", content)
    quoted = _QUOTED.match(said)
    own = said[quoted.end() :] if quoted else said
    pictures = _PICTURE.findall(own)
    words = _PICTURE.sub("", own).strip()
    record = _RECORD.match(words)
    return {
        "text": words or (None if pictures else EMPTY),
        "image": "\n".join(found or "[图片]" for found in pictures) or None,
        "quoted": quoted.group().strip() if quoted else None,
        "forwarded_from": record.group(1) or record.group() if record else None,
    }


def _fits(looks: Looks) -> bool:
    """Whether a table has these columns and no others but an id."""
    return looks.kinds == {"table"} and looks.names - {"messageid"} == NAMES


CHATLOG = Reader(
    name="chatlog",
    title="chatlog (WeChat)",
    example="Time,SenderName,Sender,TalkerName,Talker,Content",
    read=read,
    fits=_fits,
)
