"""Contact details and prices of many texts at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from ingest.extract import emails, handles, links, phones, prices
from ingest.extract.folding import unify
from ingest.extract.found import SEPARATOR, Found, Price, apart, blank

MENTIONS = pl.Schema(
    {
        "key": pl.String,
        "kind": pl.String,
        "value": pl.String,
        "detail_key": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "rule": pl.String,
        "confidence": pl.Float64,
    }
)
"""One row per contact detail found in a text."""

PRICES = pl.Schema(
    {
        "key": pl.String,
        "amount": pl.Float64,
        "currency": pl.String,
        "raw": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
    }
)
"""One row per price found in a text; ``currency`` null where the marker names several."""

_MAY_HOLD_SOMETHING = r"\d|[@＠]|[:：=＝]|\.[A-Za-z]"
_CHARACTERS_AT_A_TIME = 1_000_000
_NONE = np.array([], dtype=np.int64)


@dataclass(frozen=True)
class Findings:
    """What extraction found.

    Attributes
    ----------
    details : polars.DataFrame
        `MENTIONS`, in the order of the posts, then of the text.
    prices : polars.DataFrame
        `PRICES`, likewise.
    """

    details: pl.DataFrame
    prices: pl.DataFrame


def extract(posts: pl.DataFrame, region: str | None) -> Findings:
    """Find contact details and prices in texts.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``; a null text holds nothing. Distinct texts are read once.
    region : str or None
        ISO 3166 code of the country whose national telephone numbers are meant; without it
        only numbers that name their country count.

    Returns
    -------
    Findings
        ``start`` and ``end`` are character offsets into the text: ``text[start:end] == raw``.

    Notes
    -----
    Cost is linear in the length of the distinct texts. A text of more than a million characters
    is read in pieces, cut at white space.
    """
    posts = posts.select("key", "text", _home("platform")).with_row_index("row")
    texts = (
        posts.lazy()
        .filter(pl.col("text").str.contains(_MAY_HOLD_SOMETHING))
        .select("text", "platform")
        .unique(maintain_order=True)
        .with_row_index("text_id")
        .collect()
    )
    details, amounts = _Collected(), _Collected()
    for (platform,), part in texts.group_by("platform", maintain_order=True):
        for buffer in _buffers(part["text_id"].to_list(), part["text"].to_list()):
            found, priced = find(buffer.text, region, platform)
            details.add(buffer, found)
            amounts.add(buffer, priced)
    rows = posts.lazy().join(
        texts.lazy(), on=["text", "platform"], how="inner", nulls_equal=True, maintain_order="left"
    )
    return Findings(
        _joined(rows, details.table(Found._fields, MENTIONS), MENTIONS),
        _joined(rows, amounts.table(Price._fields, PRICES), PRICES),
    )


def extract_details(posts: pl.DataFrame, region: str | None) -> pl.DataFrame:
    """Find contact details in texts; see `extract`.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``.
    region : str or None

    Returns
    -------
    DataFrame
        `MENTIONS`.
    """
    return extract(posts, region).details


def find(
    original: str, region: str | None, platform: str | None
) -> tuple[list[Found], list[Price]]:
    """Find contact details and prices in one text.

    Parameters
    ----------
    original : str
        As written; may be several texts parted by `SEPARATOR`.
    region : str or None
    platform : str or None
        Where the text stands; decides whose ``@name`` is meant.

    Returns
    -------
    list of Found, list of Price
        In order of the text; what one cleaner found is not seen by the next (addresses before
        e-mail, handles, prices, telephone numbers), so that no two details overlap.
    """
    text = unify(original)
    details: list[Found] = []
    for cleaner in (
        lambda seen: links.find(seen, region),
        emails.find,
        lambda seen: handles.find(seen, platform),
    ):
        found = apart(cleaner(text))
        text = blank(text, [item[:2] for item in found])
        details.extend(found)
    priced = list(prices.find(text, region))
    text = blank(text, [item[:2] for item in priced])
    details.extend(phones.find(text, region))
    return sorted(details), priced


@dataclass(frozen=True)
class _Buffer:
    """Several texts scanned as one."""

    text: str
    text_ids: list[int]
    starts: list[int]
    offsets: list[int]


def _buffers(text_ids: list[int], texts: list[str]) -> Iterator[_Buffer]:
    """Join texts up to a fixed number of characters; cut those that are longer."""
    parts: list[tuple[int, int, str]] = []
    size = 0
    for text_id, text in zip(text_ids, texts, strict=True):
        for offset, piece in _pieces(text):
            if parts and size + len(piece) > _CHARACTERS_AT_A_TIME:
                yield _buffer(parts)
                parts, size = [], 0
            parts.append((text_id, offset, piece))
            size += len(piece) + 1
    if parts:
        yield _buffer(parts)


def _buffer(parts: list[tuple[int, int, str]]) -> _Buffer:
    """Join pieces of texts."""
    starts, at = [], 0
    for _, _, piece in parts:
        starts.append(at)
        at += len(piece) + 1
    return _Buffer(
        SEPARATOR.join(piece for _, _, piece in parts),
        [text_id for text_id, _, _ in parts],
        starts,
        [offset for _, offset, _ in parts],
    )


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at white space into pieces that fit a buffer."""
    start = 0
    while len(text) - start > _CHARACTERS_AT_A_TIME:
        end = start + _CHARACTERS_AT_A_TIME
        nearest = max(text.rfind("\n", end - 10_000, end), text.rfind(" ", end - 1_000, end))
        end = nearest if nearest > start else end
        yield start, text[start:end]
        start = end
    yield start, text[start:] if start else text


class _Collected:
    """What was found so far, with the text and the place in it."""

    def __init__(self) -> None:
        self._found: list[tuple] = []
        self._text_ids: list[np.ndarray] = []
        self._starts: list[np.ndarray] = []
        self._raws: list[str] = []

    def add(self, buffer: _Buffer, found: list[Found] | list[Price]) -> None:
        """Take what was found in a buffer."""
        if not found:
            return
        starts = np.array([item.start for item in found])
        places = np.searchsorted(buffer.starts, starts, side="right") - 1
        shift = np.array(buffer.offsets)[places] - np.array(buffer.starts)[places]
        self._text_ids.append(np.array(buffer.text_ids)[places])
        self._starts.append(starts + shift)
        self._raws.extend(buffer.text[item.start : item.end] for item in found)
        self._found.extend(found)

    def table(self, fields: tuple[str, ...], schema: pl.Schema) -> pl.DataFrame:
        """All of it as columns: ``text_id`` and a schema's, but for the key."""
        names = ["detail_key" if name == "key" else name for name in fields]
        found = [list(column) for column in zip(*self._found, strict=True)] or [[]] * len(names)
        columns: dict[str, Any] = dict(zip(names, found, strict=True))
        columns["text_id"] = np.concatenate([_NONE, *self._text_ids])
        columns["raw"] = self._raws
        columns["start"] = np.concatenate([_NONE, *self._starts])
        columns["end"] = columns["start"] + np.array(list(map(len, self._raws)), dtype=np.int64)
        wanted = pl.Schema([("text_id", pl.UInt32()), *list(schema.items())[1:]])
        return pl.DataFrame(columns, schema=wanted)


def _joined(rows: pl.LazyFrame, found: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Give every post what was found in its text."""
    return (
        rows.select("row", "key", "text_id")
        .join(found.lazy(), on="text_id")
        .sort("row", "start", "end")
        .select(schema.names())
        .collect()
    )


def _home(column: str) -> pl.Expr:
    """Keep the platform where it decides whose @name is meant."""
    home = pl.col(column).is_in(sorted(handles.HOME_PLATFORMS))
    return pl.when(home).then(column).alias(column)
