"""WeChat messages that MemoTrace exported as CSV or XLSX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from ingest.readers.wechat.contents import told_content
from ingest.readers.wechat.notices import Notice, read_notice, tell_notice

NAMES = (
    "localid",
    "talkerid",
    "type",
    "subtype",
    "issender",
    "createtime",
    "strcontent",
    "strtime",
)
NO_CHAT = (
    "The table does not say which chat its messages are from (TalkerId counts on the exporting "
    "computer only); pass --chat ID, as in 123456789@chatroom, to name it."
)
OWN = "MemoTrace marks its messages as sent by the account whose chats were exported"
_LAYOUT = Layout(delimiter=",", beyond=1, lacking=3)
_SERVICE = frozenset({"10000", "10002"})
_SERVER_ID = re.compile(r"\d{15,20}", re.ASCII)
_TYPE = re.compile(r"-?\d{1,12}", re.ASCII)
_ADDED = re.compile(r"column \d+")
_ME = "我"
_PRIVATE = "wxid_"


@dataclass(frozen=True)
class _Tail:
    """What stands after the time, which differs between versions.

    Attributes
    ----------
    message_id : str or None
        The server's.
    sender : Person
        Of a private chat's own messages, in old versions, the other side instead.
    chat_name : str or None
        What the group is called.
    remark : str or None
        What the exporter calls the sender; in old versions the chat.
    names_other : bool
        Whether the names are the other side's, whoever sent the message.
    """

    message_id: str | None
    sender: Person
    chat_name: str | None = None
    remark: str | None = None
    names_other: bool = False


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read messages of one chat or of all.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Encoding; id of the chat, where the table has none.

    Yields
    ------
    Batch
        A message is a post. Service messages say who joined, left, or what the group is called.
        Old versions wrote the server's id of the message before the names, without a header, and
        of a group's members the names alone; others wrote no names in private chats.
    """
    items = table_items(path, name, replace(_LAYOUT, encoding=options.encoding))
    yield from read_items(items, _Messages(options.chat).tell, ToldRows(options))


class _Messages:
    """Tells messages; learns from them which account is the exporter's."""

    def __init__(self, chat: str | None) -> None:
        self._chat = chat
        self._own: str | None = None

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell one message."""
        cells = {column.strip().casefold(): cell.strip() for column, cell in item.value.items()}
        kind = cells.get("type", "")
        if not _TYPE.fullmatch(kind):
            raise Refusal("Type", "the row names no type of message")
        tail = _tail(cells)
        place = self._place(cells.get("talkerid"), tail)
        when: dict[str, object] = {"posted_at": cells.get("createtime") or cells.get("strtime")}
        if kind in _SERVICE:
            self._service(item.locator, rows, cells, place, when)
            return
        who = self._sender(cells, tail)
        key = who.key(place.key)
        if who.is_own and key is not None:
            rows.suggest_own(key, OWN)
        if place.key is None and self._other(cells) is None:
            rows.note(NO_CHAT)
        rows.tell(
            item.locator,
            {
                "platform": PLATFORM,
                **place.told(),
                **who.told(),
                **when,
                "post_id": tail.message_id,
                **told_content(kind, cells.get("strcontent", "")),
                "sender_name": None if key else who.name,
                "Remark": tail.remark,
                **{name: cells.get(name.casefold()) for name in _KEPT},
            },
        )

    def _place(self, talker: str | None, tail: _Tail) -> Place:
        """Name the group, if the message is in one."""
        if is_group(talker):
            return Place(talker, tail.chat_name)
        if account_id(talker) or (self._chat or "").startswith(_PRIVATE):
            return Place()
        return Place(self._chat, tail.chat_name)

    def _sender(self, cells: dict[str, str], tail: _Tail) -> Person:
        """Tell who sent a message."""
        if cells.get("issender") == "1":
            self._own = self._own or tail.sender.native_id
            name = None if tail.names_other else tail.sender.name
            return Person(self._own, name, is_own=True)
        if tail.sender.native_id is None and tail.sender.name is None:
            return Person(self._other(cells))
        return tail.sender

    def _other(self, cells: dict[str, str]) -> str | None:
        """Give the id of a private chat's other side."""
        named = self._chat if (self._chat or "").startswith(_PRIVATE) else None
        return account_id(cells.get("talkerid")) or named

    def _service(
        self,
        locator: str,
        rows: ToldRows,
        cells: dict[str, str],
        place: Place,
        when: dict[str, object],
    ) -> None:
        """Tell a service message: of a group, or of a private chat's other side."""
        notice = read_notice(cells.get("strcontent", ""))
        if place.key is None:
            other = self._other(cells)
            if other is None:
                raise Refusal(
                    "TalkerId", "a service message of a chat that the table does not name"
                )
            rows.tell(locator, {"platform": PLATFORM, "account_id": other, **when})
            return
        tell_notice(rows, locator, self._with_own(notice), place, when)

    def _with_own(self, notice: Notice) -> Notice:
        """Put the exporter's account in for ``你``, where it is known."""

        def known(person: Person) -> Person:
            return replace(person, native_id=self._own) if person.is_own else person

        return replace(
            notice,
            people=tuple(map(known, notice.people)),
            by=known(notice.by) if notice.by else None,
        )


_KEPT = ("localId", "TalkerId", "Type", "SubType", "Status", "StrTime")


def _tail(cells: dict[str, str]) -> _Tail:
    """Read what stands after the time, as the version wrote it."""
    added = [cells[column] for column in cells if _ADDED.fullmatch(column) and column != "column 1"]
    remark, nick, sender = (cells.get(name) for name in ("remark", "nickname", "sender"))
    if remark is None and nick is None and sender is None:
        found = next((cell for cell in added if _SERVER_ID.fullmatch(cell)), None)
        return _Tail(found, Person())
    if remark is None or not _SERVER_ID.fullmatch(remark):
        return _Tail(None, Person(account_id(sender), nick or remark), remark=remark)
    message_id, remark, nick, shown = remark, nick, sender, next(iter(added), None)
    if shown is None:
        return _Tail(message_id, Person(name=nick or remark), remark=remark, names_other=True)
    name = None if shown == _ME else shown
    return _Tail(message_id, Person(name=name), chat_name=nick or remark, remark=remark)


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns that every version has."""
    return looks.kinds == {"table"} and looks.has(*NAMES)


MEMOTRACE = Reader(
    name="memotrace",
    title="MemoTrace (WeChat)",
    example="localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,…",
    read=read,
    fits=_fits,
)
