"""The first reading of a chat: how its headings are written, its dates meant, its people called."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from graph.errors import SourceError
from ingest.readers.whatsapp.dates import DateEvidence, DateOrder
from ingest.readers.whatsapp.headings import Style, read_heads, split_headings, style
from ingest.readers.whatsapp.lines import Slice

LONGEST_NAME = 120
_MOST_NAMES = 100_000
_OFTEN = 5
_NEARLY_ALWAYS = 0.95
_NAMES = pl.Schema({"style": pl.String(), "name": pl.String(), "rows": pl.Int64()})


@dataclass(frozen=True)
class Layout:
    """How a chat is written.

    Attributes
    ----------
    style : Style
        How most of its headings are written; only these are its headings.
    order : DateOrder
        The order of the numbers of their dates.
    headings, others : int
        How many lines begin so, and how many like headings of another style.
    people : frozenset of str
        What stands before the first colon of a message, as written.
    long_names : frozenset of str
        Names that hold a colon and a space themselves.
    """

    style: Style
    order: DateOrder
    headings: int
    others: int
    people: frozenset[str]
    long_names: frozenset[str]


@dataclass
class _Tally:
    """What one style of heading has shown."""

    style: Style
    evidence: DateEvidence
    rows: int = 0


@dataclass
class Survey:
    """What a chat has shown as far as it was read."""

    _tallies: dict[str, _Tally] = field(default_factory=dict)
    _names: pl.DataFrame = field(default_factory=_NAMES.to_frame)
    _longer: pl.DataFrame = field(default_factory=_NAMES.to_frame)

    def take(self, piece: Slice) -> None:
        """Take in the next lines."""
        split = split_headings(piece.lines)
        rows = split.filter(pl.col("head").is_not_null())
        if rows.is_empty():
            return
        heads = read_heads(rows["head"].unique(maintain_order=True))
        rows = rows.join(heads, on="head", how="left", maintain_order="left")
        for (text,), part in rows.group_by("style", maintain_order=True):
            self._count(str(text), part)
        self._count_names(rows)

    def _count(self, text: str, rows: pl.DataFrame) -> None:
        """Count the headings of a style and take in their dates."""
        if text not in self._tallies:
            read = style(text)
            self._tallies[text] = _Tally(read, DateEvidence(read.year_at))
        tally = self._tallies[text]
        tally.rows += len(rows)
        at = tally.style.date_at
        tally.evidence.take(rows.select(d0=f"n{at}", d1=f"n{at + 1}", d2=f"n{at + 2}"))

    def _count_names(self, rows: pl.DataFrame) -> None:
        """Count what stands before the first and the second colon."""
        parts = rows.select(
            "style", pl.col("rest").str.splitn(": ", 3).struct.rename_fields(["a", "b", "c"])
        ).unnest("rest")
        names = parts.filter(
            pl.col("b").is_not_null() & (pl.col("a").str.len_chars() <= LONGEST_NAME)
        )
        longer = names.filter(
            pl.col("c").is_not_null() & (pl.col("b").str.len_chars() <= LONGEST_NAME)
        )
        self._names = _add(self._names, names, pl.col("a"))
        self._longer = _add(self._longer, longer, pl.concat_str("a", "b", separator=": "))

    def layout(self, name: str, date_order: str | None) -> Layout:
        """Say how the chat is written.

        Parameters
        ----------
        name : str
            What the user calls the file, for messages.
        date_order : {"dmy", "mdy", "ymd"} or None
            What the user says of dates that do not say.

        Raises
        ------
        SourceError
            If no line begins as a message does.
        """
        if not self._tallies:
            raise SourceError(
                f"{name}: no line begins with a date and a time as the messages of a WhatsApp "
                "chat do; name another format with --format, or export the chat again."
            )
        most = max(self._tallies.values(), key=lambda tally: tally.rows)
        others = sum(tally.rows for tally in self._tallies.values()) - most.rows
        people = self._names.filter(style=most.style.text)
        return Layout(
            most.style,
            most.evidence.decide(date_order),
            most.rows,
            others,
            frozenset(people["name"]),
            _names_with_colons(people, self._longer.filter(style=most.style.text)),
        )


def _add(counted: pl.DataFrame, rows: pl.DataFrame, name: pl.Expr) -> pl.DataFrame:
    """Add the names in some rows to those counted before; of very many, the rarest are dropped."""
    found = (
        rows.select("style", name=name).group_by("style", "name").agg(rows=pl.len().cast(pl.Int64))
    )
    total = pl.concat([counted, found]).group_by("style", "name").agg(pl.col("rows").sum())
    return total if len(total) <= _MOST_NAMES else total.top_k(_MOST_NAMES, by="rows")


def _names_with_colons(names: pl.DataFrame, longer: pl.DataFrame) -> frozenset[str]:
    """Tell the names that hold a colon: what stands before the first is never used without it.

    Few people begin every message with the same words and a colon; a name does.
    """
    often = longer.filter(pl.col("rows") >= _OFTEN).with_columns(
        short=pl.col("name").str.splitn(": ", 2).struct.field("field_0")
    )
    covered = often.group_by("short").agg(covered=pl.col("rows").sum())
    always = covered.join(names, left_on="short", right_on="name").filter(
        pl.col("covered") >= _NEARLY_ALWAYS * pl.col("rows")
    )
    return frozenset(often.filter(pl.col("short").is_in(always["short"].implode()))["name"])
