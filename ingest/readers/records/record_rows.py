"""Posts, descriptions and links that one source tells side by side."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from graph.records import RECORD_SCHEMAS, Batch
from ingest.readers.columns import COLUMNS, LINK_COLUMNS, TOLD
from ingest.readers.options import ReadOptions
from ingest.readers.records.link_rows import LinkRows
from ingest.readers.told_rows import ToldRows


class RecordRows(ToldRows):
    """Rows of the plain table, with links beside them; what is refused is refused here.

    Attributes
    ----------
    links : LinkRows
        Takes what is no post, membership or description.

    Parameters
    ----------
    options : ReadOptions
        Region and time zone of rows that do not name one.
    file_id : str
        As `ingest.readers.records.file_id.file_id` gives it.
    """

    def __init__(self, options: ReadOptions, file_id: str) -> None:
        super().__init__(options)
        self.links = LinkRows(options, file_id)

    @property
    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        return super().is_full or self.links.is_full

    @property
    def damage(self) -> tuple[str, ...]:
        """What was found out about all the rows so far, in sentences for the user."""
        return (*super().damage, *self.links.damage)

    def batch(self, bytes_read: int) -> Batch:
        """Lay out what was told, and begin anew."""
        said, linked = super().batch(bytes_read), self.links.batch(bytes_read)
        tables = {
            name: pl.concat([getattr(said, name), getattr(linked, name)]) for name in RECORD_SCHEMAS
        }
        return replace(
            said,
            **tables,
            rows_read=said.rows_read + linked.rows_read,
            rows_merged=said.rows_merged + linked.rows_merged,
        )


def kept(said: dict[str, object]) -> dict[str, object]:
    """Name what is kept with a post or link so that it is no column of their tables."""
    known = {*COLUMNS, *TOLD, *LINK_COLUMNS}
    return {f"{name} (source)" if name in known else name: value for name, value in said.items()}
