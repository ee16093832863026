"""Hiding a layer in the tables: its evidence, and every place where it shows through."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from graph.tables import Tables
from graph.ties.repeats import LEAST_DIGITS, what_is_said

TEXT, IMAGE = "text", "image"
BLOCK = "█"
_DIGITS = re.compile(r"[+(]*\d(?:[\s().\-/]{0,3}\d)+")
LEAST_WORD = 4
"""Shorter handles may be ordinary words, and are not looked for in what others say."""


def hide(tables: Tables, layer: str) -> Tables:
    """Take a layer out of everything that detection reads.

    Parameters
    ----------
    tables : Tables
        What is known.
    layer : str
        A kind of contact detail or paper, ``text`` or ``image``.

    Returns
    -------
    Tables
        Without it. Of texts, the signatures, and who passes on whose words, go; of pictures, what
        they look like. Of a contact detail: itself; details of other kinds that repeat it (a
        wallet that is the telephone number, a handle that is the name in the address); relations
        that name it; and, where it stands in the text of a post, or in the name, handle or
        description of any account, that much of it. Contact details are cut out of texts before
        signatures are made, so that those do not hold it. What pictures show is not read, and may
        hold it as it may hold anything.
    """
    if layer == TEXT:
        return replace(
            tables, signatures=tables.signatures.clear(), forwards=tables.forwards.clear()
        )
    if layer == IMAGE:
        return replace(tables, images=tables.images.clear())
    hidden = tables.details.filter(pl.col("kind") == layer)
    mask = _Mask(hidden)
    details = tables.details.filter(pl.col("kind") != layer)
    return replace(
        tables,
        details=details.filter(~pl.col("detail_key").is_in(_repeating(details, hidden).implode())),
        links=tables.links.filter(
            ~pl.col("from_key").is_in(hidden["detail_key"].implode())
            & ~pl.col("to_key").is_in(hidden["detail_key"].implode())
        ),
        posts=_covered(tables.posts, ("text",), mask),
        accounts=_covered(tables.accounts, ("handle", "name"), mask),
        names=_covered(tables.names, ("handle", "name", "bio"), mask),
    )


class _Mask:
    """Covers contact details wherever they are written.

    Numbers are known by their last eight digits, however spaced and with whatever prefix; words as
    they were found, in any case.
    """

    def __init__(self, hidden: pl.DataFrame) -> None:
        said = pl.concat([hidden["value"], hidden["raw"]]).drop_nulls().unique()
        digits = said.str.replace_all(r"\D", "")
        self._endings = set(digits.filter(digits.str.len_chars() >= LEAST_DIGITS).str.tail(8))
        words = said.filter(said.str.contains(r"\p{L}") & (said.str.len_chars() >= LEAST_WORD))
        self._words = words.str.to_lowercase().unique().sort().implode()

    def covered(self, column: pl.Series) -> pl.Series:
        """Put blocks for what is hidden; a text of nothing else becomes missing."""
        texts = column.drop_nulls().unique()
        words = texts.str.extract_many(self._words, ascii_case_insensitive=True)
        looked_at = (words.list.len() > 0) | texts.str.contains(r"\d(?:\D{0,3}\d){7}")
        found = zip(texts.filter(looked_at), words.filter(looked_at), strict=True)
        changed = {text: self._cover(text, held) for text, held in found}
        if not changed:
            return column
        return column.replace(list(changed), pl.Series(list(changed.values()), dtype=pl.String))

    def _cover(self, text: str, words: pl.Series) -> str | None:
        """Cover what is hidden in one text."""
        shown = _DIGITS.sub(self._cover_number, text)
        for word in sorted(words, key=len, reverse=True):
            shown = re.sub(re.escape(word), BLOCK, shown, flags=re.IGNORECASE)
        return shown if shown.strip(BLOCK + " @") else None

    def _cover_number(self, found: re.Match[str]) -> str:
        """Cover a run of digits that holds one of the numbers."""
        digits = re.sub(r"\D", "", found[0])
        windows = (digits[at : at + LEAST_DIGITS] for at in range(len(digits) - LEAST_DIGITS + 1))
        return BLOCK if any(window in self._endings for window in windows) else found[0]


def _covered(rows: pl.DataFrame, columns: tuple[str, ...], mask: _Mask) -> pl.DataFrame:
    """Rows with some columns covered."""
    return rows.with_columns(mask.covered(rows[column]).alias(column) for column in columns)


def _repeating(details: pl.DataFrame, hidden: pl.DataFrame) -> pl.Series:
    """Keys of other details that say the same as a hidden one: a name within a name, a number."""
    others, mine = _said(details), _said(hidden)
    names = mine["letters"].drop_nulls().unique()
    shorter = others["letters"].drop_nulls().unique().implode()
    within = names.str.extract_many(shorter, overlapping=True)
    held = within.explode().drop_nulls().unique()
    same = (
        pl.col("letters").str.contains_any(names.implode())
        | pl.col("letters").is_in(held.implode())
        | pl.col("digits").is_in(mine["digits"].drop_nulls().unique().implode())
    )
    return others.filter(same)["detail_key"]


def _said(details: pl.DataFrame) -> pl.DataFrame:
    """What contact details say that others may say, too: ``detail_key about letters digits``."""
    keys = details.select("detail_key").unique()
    return keys.with_columns(said=what_is_said(pl.col("detail_key"))).unnest("said")
