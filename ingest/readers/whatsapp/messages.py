"""Messages of a chat: a heading's line and the lines that go on from it."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from ingest.readers.rows import RAW_SHOWN
from ingest.readers.whatsapp.dates import local_times
from ingest.readers.whatsapp.headings import read_heads, split_headings
from ingest.readers.whatsapp.lines import LONGEST_MESSAGE, Slice
from ingest.readers.whatsapp.marks import MARKS
from ingest.readers.whatsapp.survey import Layout

_AROUND_STAMP = "[] :,–-\u2010\u2011"
MESSAGES = pl.Schema(
    {
        "line": pl.Int64(),
        "stamp": pl.String(),
        "local": pl.Datetime("us"),
        "has_lead": pl.Boolean(),
        "rest": pl.String(),
        "more": pl.String(),
    }
)
"""One row per heading: the number of its ``line``, its ``stamp`` as written, the ``local`` time
(null: there is none such), whether a mark stands before it (``has_lead``), the ``rest`` of its line
and the lines after it (``more``; null: none)."""


@dataclass(frozen=True)
class Before:
    """What stands in a file before its first heading."""

    line: int
    text: str


@dataclass
class Messages:
    """Gathers the lines of a chat into messages.

    Attributes
    ----------
    layout : Layout
        How the chat is written.
    before : Before or None
        What stands before its first heading, cut short; null: nothing.
    """

    layout: Layout
    before: Before | None = None
    _open: pl.DataFrame = field(default_factory=MESSAGES.to_frame)

    def take(self, piece: Slice) -> pl.DataFrame:
        """Take in the next lines; the messages (`MESSAGES`) that are complete by them."""
        frame = self._marked(piece)
        more = (
            frame.filter(pl.col("stamp").is_null())
            .group_by("turn", maintain_order=True)
            .agg(pl.col("text").str.join("\n").alias("more"), pl.col("line").first())
        )
        self._go_on(more.filter(pl.col("turn") == 0))
        rows = (
            frame.filter(pl.col("stamp").is_not_null())
            .join(more.select("turn", "more"), on="turn", how="left", maintain_order="left")
            .select(MESSAGES.names())
        )
        if rows.is_empty():
            return rows
        complete = pl.concat([self._open, rows.slice(0, len(rows) - 1)])
        self._open = rows.slice(len(rows) - 1)
        return complete

    def finish(self) -> pl.DataFrame:
        """Give the last message."""
        last, self._open = self._open, MESSAGES.to_frame()
        return last

    def _marked(self, piece: Slice) -> pl.DataFrame:
        """Lay out lines with the headings among them read, and count the headings (``turn``)."""
        frame = split_headings(piece.lines).with_columns(
            piece.lines.alias("text"),
            line=pl.int_range(piece.first, piece.first + len(piece.lines), dtype=pl.Int64),
        )
        heads = self._read_heads(frame["head"].drop_nulls().unique())
        frame = frame.join(heads, on="head", how="left", maintain_order="left")
        return frame.with_columns(turn=pl.col("stamp").is_not_null().cum_sum())

    def _read_heads(self, heads: pl.Series) -> pl.DataFrame:
        """Read the heads of the chat's own style; others are left out."""
        own = read_heads(heads).filter(style=self.layout.style.text)
        return own.select(
            "head",
            pl.col("head")
            .str.replace_all(f"^[{MARKS}]+", "")
            .str.strip_chars(_AROUND_STAMP)
            .alias("stamp"),
            local_times(own, self.layout.style, self.layout.order).alias("local"),
            pl.col("head").str.contains(f"^[{MARKS}]").alias("has_lead"),
        )

    def _go_on(self, more: pl.DataFrame) -> None:
        """Let the open message go on, but not for ever."""
        if more.is_empty():
            return
        text, line = more["more"][0], more["line"][0]
        if self._open.is_empty():
            self._note_before(line, text)
            return
        so_far = self._open["more"][0]
        if so_far is None or len(so_far) <= LONGEST_MESSAGE:
            whole = text if so_far is None else f"{so_far}\n{text}"
            self._open = self._open.with_columns(more=pl.lit(whole[: LONGEST_MESSAGE + 1]))

    def _note_before(self, line: int, text: str) -> None:
        """Keep the beginning of what stands before the first heading, unless it is blank."""
        if self.before is None and text.strip():
            blank = text[: len(text) - len(text.lstrip())].count("\n")
            self.before = Before(line + blank, text.strip()[:RAW_SHOWN])
