"""Reading many texts with the cleaners that may find something in each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import polars as pl

from ingest.extract import reading
from ingest.extract.extractor import Extractor
from ingest.extract.findings import MENTIONS, PLACES_SAID, STATEMENTS
from ingest.extract.found import Found, Stated
from ingest.extract.goods.places import Place
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import HIDDEN, Setting
from ingest.extract.signs import Signs, marked

_DIGIT = re.compile(r"\d")


def read_texts(
    texts: pl.DataFrame, region: str | None, extractor: Extractor
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Find contact details, prices, measures and places in texts.

    Parameters
    ----------
    texts : DataFrame
        ``text_id text plain platform``, the last null where it does not matter.
    region : str or None
    extractor : Extractor

    Returns
    -------
    details, stated, places : DataFrame
        As `findings.MENTIONS`, `findings.STATEMENTS` and `findings.PLACES_SAID`, with ``text_id``
        in place of the key. The digits of what must not be kept are covered in ``raw``.
    """
    details, stated, places = _Columns([], [], []), _Columns([], [], []), _Columns([], [], [])
    shown = marked(texts, _signs(extractor.cues))
    bits = pl.sum_horizontal(
        pl.col(cleaner.name).cast(pl.Int64) * (1 << nth)
        for nth, cleaner in enumerate(reading.EVERY)
    )
    chosen = shown.select("platform", "text_id", "text", "plain", bits=bits).filter(
        pl.col("bits") > 0
    )
    settings = {
        platform: Setting(region, platform, extractor.cues, extractor.secret)
        for platform in chosen["platform"].unique()
    }
    readings = {marks: reading.reading_of(marks) for marks in chosen["bits"].unique()}
    for platform, text_id, text, plain, marks in chosen.iter_rows():
        found = reading.read_text(plain, readings[marks], settings[platform])
        details.add(text_id, text, found.details)
        stated.add(text_id, text, found.stated)
        places.add(text_id, text, found.places)
    return (
        details.table(Found._fields, MENTIONS),
        stated.table(Stated._fields, STATEMENTS),
        places.table(Place._fields, PLACES_SAID),
    )


class _Columns(NamedTuple):
    """What was found in texts: the text, its raw span and the finding, in three lists."""

    text_ids: list[int]
    raws: list[str]
    found: list[Any]

    def add(self, text_id: int, text: str, found: list[Found] | list[Stated] | list[Place]) -> None:
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


def _raw(text: str, item: Found | Stated | Place) -> str:
    """Give what a finding was read from, without the digits of what must not be kept."""
    raw = text[item.start : item.end]
    is_hidden = isinstance(item, Found) and item.value.startswith(HIDDEN)
    return _DIGIT.sub("•", raw) if is_hidden else raw


@lru_cache(maxsize=8)
def _signs(cues: Cues) -> dict[str, Signs]:
    """What texts show that may hold something for each cleaner."""
    told = ((cleaner.name, cleaner.may_hold(cues)) for cleaner in reading.EVERY)
    return {name: sign if isinstance(sign, Signs) else Signs(alone=sign) for name, sign in told}
