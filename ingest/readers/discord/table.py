"""A channel that DiscordChatExporter saved as CSV."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader

NAMES = frozenset({"authorid", "author", "date", "content", "attachments", "reactions"})


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns; it names neither the channel nor the messages' ids."""
    return {
        "platform": cells.constant("discord"),
        "account_id": cells.take("AuthorID"),
        "account_name": cells.take("Author"),
        "posted_at": cells.take("Date"),
        "text": cells.take("Content"),
        "image": cells.take("Attachments"),
        "group_id": cells.constant(options.chat),
        **cells.rest(),
    }


def _fits(looks: Looks) -> bool:
    """Whether a table has these columns and no others."""
    return looks.kinds == {"table"} and looks.names == NAMES


TABLE = Reader(
    name="discord-csv",
    title="DiscordChatExporter CSV",
    example="AuthorID,Author,Date,Content,Attachments,Reactions",
    read=table_reader(plain, delimiter=","),
    fits=_fits,
)
