"""Contact details, prices, measures, taxa, terms and languages of many texts at once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from ingest.extract import reading
from ingest.extract.extractor import Extractor, shipped_extractor
from ingest.extract.findings import (
    LANGUAGES,
    MENTIONS,
    STATEMENTS,
    TAXA_NAMED,
    TERMS_USED,
    Findings,
    nothing,
)
from ingest.extract.folding import unify_all
from ingest.extract.found import Found, Stated
from ingest.extract.language import languages
from ingest.extract.lexicon.cues import Cues
from ingest.extract.messengers import handles
from ingest.extract.setting import HIDDEN, Setting
from ingest.extract.signs import Signs, marked
from ingest.extract.vocabulary import read_vocabulary

_DIGIT = re.compile(r"\d")


def extract(
    posts: pl.DataFrame, region: str | None, extractor: Extractor | None = None
) -> Findings:
    """Find what texts give away.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``; a null text holds nothing. Distinct texts are read once.
    region : str or None
        ISO 3166 code of the country whose national numbers, banks and currencies are meant;
        without it only what names its country counts.
    extractor : Extractor, optional
        The lexicon, the taxa and the secret to read with; by default what is shipped.

    Returns
    -------
    Findings
        ``start`` and ``end`` are character offsets into the text: ``text[start:end] == raw``.

    Notes
    -----
    Cost is linear in the length of the distinct texts.
    """
    posts = posts.select("key", "text", _home("platform")).with_row_index("row")
    texts = (
        posts.lazy()
        .select("text", "platform")
        .drop_nulls("text")
        .filter(pl.col("text") != "")
        .unique(maintain_order=True)
        .with_row_index("text_id")
        .collect()
    )
    texts = texts.with_columns(plain=unify_all(texts["text"]))
    if texts.is_empty():
        return nothing()
    extractor = extractor or shipped_extractor()
    details, stated = _read(texts, region, extractor)
    taxa, terms = read_vocabulary(texts, details, stated, extractor)
    rows = posts.lazy().join(
        texts.lazy().select("text_id", "text", "platform"),
        on=["text", "platform"],
        how="inner",
        nulls_equal=True,
        maintain_order="left",
    )
    return Findings(
        details=_joined(rows, details, MENTIONS),
        statements=_joined(rows, stated, STATEMENTS),
        taxa=_joined(rows, taxa, TAXA_NAMED),
        terms=_joined(rows, terms, TERMS_USED),
        languages=_told(rows, texts),
    )


def extract_details(
    posts: pl.DataFrame, region: str | None, extractor: Extractor | None = None
) -> pl.DataFrame:
    """Find contact details in texts; see `extract`.

    Parameters
    ----------
    posts : DataFrame
        ``key text platform``.
    region : str or None
    extractor : Extractor, optional

    Returns
    -------
    DataFrame
        `findings.MENTIONS`.
    """
    return extract(posts, region, extractor).details


class _Columns(NamedTuple):
    """What was found in texts: the text, its raw span and the finding, in three lists."""

    text_ids: list[int]
    raws: list[str]
    found: list[Any]

    def add(self, text_id: int, text: str, found: list[Found] | list[Stated]) -> None:
        """Take what was found in a text."""
        for item in found:
            self.text_ids.append(text_id)
            self.raws.append(_raw(text, item))
            self.found.append(item)

    def table(self, fields: tuple[str, ...], schema: pl.Schema) -> pl.DataFrame:
        """All of it as columns: ``text_id`` and a schema's, but for the key."""
        names = ["detail_key" if name == "key" else name for name in fields]
        found = [list(column) for column in zip(*self.found, strict=True)] or [[]] * len(names)
        columns: dict[str, Any] = dict(zip(names, found, strict=True))
        columns |= {"text_id": self.text_ids, "raw": self.raws}
        wanted = pl.Schema([("text_id", pl.UInt32()), *list(schema.items())[1:]])
        return pl.DataFrame(columns, schema=wanted)


def _raw(text: str, item: Found | Stated) -> str:
    """Give what a finding was read from, without the digits of what must not be kept."""
    raw = text[item.start : item.end]
    is_hidden = isinstance(item, Found) and item.value.startswith(HIDDEN)
    return _DIGIT.sub("•", raw) if is_hidden else raw


def _read(
    texts: pl.DataFrame, region: str | None, extractor: Extractor
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read each text with the cleaners that may find something in it."""
    details, stated = _Columns([], [], []), _Columns([], [], [])
    shown = marked(texts, _signs(extractor.cues))
    bits = pl.sum_horizontal(
        pl.col(cleaner.name).cast(pl.Int64) * (1 << nth)
        for nth, cleaner in enumerate(reading.EVERY)
    )
    chosen = shown.select("platform", "text_id", "text", "plain", bits=bits).filter(pl.col("bits") > 0)
    settings = {
        platform: Setting(region, platform, extractor.cues, extractor.secret)
        for platform in chosen["platform"].unique()
    }
    readings = {marks: reading.reading_of(marks) for marks in chosen["bits"].unique()}
    for platform, text_id, text, plain, marks in chosen.iter_rows():
        found, said = reading.read_text(plain, readings[marks], settings[platform])
        details.add(text_id, text, found)
        stated.add(text_id, text, said)
    return details.table(Found._fields, MENTIONS), stated.table(Stated._fields, STATEMENTS)


@lru_cache(maxsize=8)
def _signs(cues: Cues) -> dict[str, Signs]:
    """What texts show that may hold something for each cleaner."""
    told = ((cleaner.name, cleaner.may_hold(cues)) for cleaner in reading.EVERY)
    return {name: sign if isinstance(sign, Signs) else Signs(alone=sign) for name, sign in told}


def _joined(rows: pl.LazyFrame, found: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Give every post what was found in its text."""
    return (
        rows.select("row", "key", "text_id")
        .join(found.lazy(), on="text_id")
        .sort("row", "start", "end")
        .select(schema.names())
        .collect()
    )


def _told(rows: pl.LazyFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Tell the language of every post."""
    told = texts.select("text_id").hstack(languages(texts["plain"])).drop_nulls()
    return (
        rows.join(told.lazy(), on="text_id", maintain_order="left")
        .select(LANGUAGES.names())
        .collect()
    )


def _home(column: str) -> pl.Expr:
    """Keep the platform where it decides whose @name is meant."""
    home = pl.col(column).is_in(sorted(handles.HOME_PLATFORMS))
    return pl.when(home).then(column).alias(column)
