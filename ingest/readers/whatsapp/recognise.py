"""Telling a chat from other text by how its first lines begin."""

from __future__ import annotations

import re

import polars as pl

from ingest.readers.whatsapp.headings import read_heads, split_headings

_LINES = 300
_LATEST_FIRST = 20
_ENOUGH_AFTER_OTHER_TEXT = 1 / 3
_ENOUGH_SPEAKING = 1 / 2
_NOT_SAID = r"^[,;|\t.\"']"
_LEVEL = r"(?i)(?:^|[\s.\[])(?:trace|debug|info|notice|warn|warning|error|fatal|critical)\]?$"
_LOG_STYLE = re.compile(r"\[?Y[-/]n[-/]n,? n:n(?::n)?\]?")


def is_chat(text: str) -> bool:
    """Whether a text begins as a chat that WhatsApp exported does.

    Parameters
    ----------
    text : str
        The beginning of a file.

    Notes
    -----
    Tables have a separator where a chat has an author; the logs of programs have a level there, or
    a time in the form of ISO 8601; so have other messengers, without seconds. Text that was put
    before the chat may delay its first message by some lines, if the rest is plainly one, and it
    is not in the cell of a table.
    """
    lines = pl.Series([line for line in text.split("\n")[:_LINES] if line.strip()], dtype=pl.String)
    found = split_headings(lines.str.strip_suffix("\r")).with_row_index("at")
    headed = found.filter(
        pl.col("head").is_not_null() & ~pl.col("rest").str.contains(_NOT_SAID).fill_null(False)
    )
    if headed.is_empty() or headed["at"][0] >= _LATEST_FIRST:
        return False
    before = "".join(lines[: headed["at"][0]])
    if before and (before.count('"') % 2 or len(headed) < _ENOUGH_AFTER_OTHER_TEXT * len(lines)):
        return False
    return _is_talk(headed)


def _is_talk(headed: pl.DataFrame) -> bool:
    """Whether people speak, or WhatsApp itself, and no program."""
    styles = read_heads(headed["head"].unique()).join(headed, on="head")
    style = str(styles["style"].mode().sort()[0])
    rest = styles.filter(style=style)["rest"]
    authors = rest.str.extract(r"^([^:]+(?::[^: ][^:]*)*?):(?: |$)").drop_nulls()
    if authors.str.contains(_LEVEL).sum() > len(authors) / 2:
        return False
    if _LOG_STYLE.fullmatch(style):
        return style.startswith("[") and style.endswith("n:n:n]") and len(authors) > 0
    is_closed = style.endswith(("]", " -", " –", ","))
    return is_closed or len(authors) >= _ENOUGH_SPEAKING * len(rest)
