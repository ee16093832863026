"""A channel that DiscordChatExporter saved as CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells
from ingest.readers.discord.author import DELETED, PLATFORM
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader

NAMES = frozenset({"authorid", "author", "date", "content", "attachments", "reactions"})
OLD_TIMES = "%d-%b-%y %I:%M %p"
_NUMBERED = re.compile(r".+#(?!0000$)\d{4}$")
_EVENTS = {"Joined the server.": "joined", "Left the group.": "left"}
_SERVICE = (
    r"^(?:Joined the server\.|Left the group\.|Pinned a message\.|Started a thread\."
    r"|Added a recipient\.|Removed a recipient\.|Changed the channel icon\."
    r"|Changed the channel name\.|Started a call that lasted [\d,.]+ minutes\.)$"
)
_SHORT_DATE = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AaPp])[Mm])?"
)


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns.

    It names neither the channel nor the messages' ids. What it calls an author is a handle only
    with a number, for it says not who is a webhook. Service messages are told by their words.
    """
    content = cells.take("Content")
    is_service = content.str.contains(_SERVICE).fill_null(value=False)
    said = pl.DataFrame({"content": content, "is_service": is_service})
    return {
        "platform": cells.constant(PLATFORM),
        "account_id": cells.made("AuthorID", lambda known: None if known == DELETED else known),
        "account_handle": cells.made("Author", _handle),
        "account_name": _named(cells),
        "posted_at": cells.made("Date", lambda shown: _iso(shown, options.date_order)),
        "text": said.select(pl.when(~pl.col("is_service")).then("content"))["content"],
        "event": content.replace_strict(_EVENTS, default=None, return_dtype=pl.String),
        "image": cells.made("Attachments", _one_a_line),
        "group_id": cells.constant(options.chat),
        **cells.rest(),
    }


def _handle(name: str) -> str | None:
    """Take a name with its number as a handle."""
    return name if _NUMBERED.match(name) else None


def _named(cells: Cells) -> pl.Series:
    """Name the authors; deleted accounts, all shown as one, are not named."""
    columns = pl.DataFrame({"id": cells.take("AuthorID"), "name": cells.take("Author")})
    return columns.select(pl.when(pl.col("id").ne_missing(pl.lit(DELETED))).then("name"))["name"]


def _one_a_line(listed: str) -> str:
    """Put files one a line; Windows separates folders with a backslash."""
    return listed.replace("\\", "/").replace(",http", "\nhttp")


def _iso(shown: str, order: str | None) -> str:
    """Write a date in the form of the exporter's country in that of ISO, if its order is known."""
    found = _SHORT_DATE.fullmatch(shown.strip())
    if found is None or order not in ("dmy", "mdy"):
        return shown
    first, second, year, hour, minute, seconds, half = found.groups()
    day, month = (first, second) if order == "dmy" else (second, first)
    hours = int(hour) if half is None else int(hour) % 12 + 12 * (half in "Pp")
    return f"{year}-{int(month):02}-{int(day):02} {hours:02}:{minute}:{seconds or '00'}"


def _fits(looks: Looks) -> bool:
    """Whether a table has these columns and no others."""
    return looks.kinds == {"table"} and looks.names == NAMES


TABLE = Reader(
    name="discord-csv",
    title="DiscordChatExporter CSV",
    example="AuthorID,Author,Date,Content,Attachments,Reactions",
    read=table_reader(plain, delimiter=",", time_format=OLD_TIMES),
    fits=_fits,
)
