"""What a person's message says: text, media, a place, or nothing any more."""

from __future__ import annotations

import json
from functools import lru_cache

import polars as pl

from ingest.readers.whatsapp.marks import MARKS, unmarked
from ingest.readers.whatsapp.media import SPECIAL, read_media
from ingest.readers.whatsapp.phrases import (
    DELETED_BY_EXPORTER,
    DELETED_BY_SENDER,
    EDITED,
    PLACEHOLDERS,
    alike,
    one_of,
)

_PLACE = r"https?://maps\.google\.com/\?q=(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)"
_EDITED = rf"(?s)^(?P<text>.*?)\s?[{MARKS}]*<(?P<marker>[^<>\n]+)>[\s{MARKS}]*$"
_PHRASES = rf"(?i)^\s*(?:{one_of([*DELETED_BY_SENDER, *DELETED_BY_EXPORTER, *PLACEHOLDERS])})"
CONTENTS = pl.Schema(
    {
        "text": pl.String(),
        "image": pl.String(),
        "location": pl.String(),
        "extra": pl.String(),
        "subject": pl.String(),
        "is_withdrawn_by_exporter": pl.Boolean(),
        "is_service": pl.Boolean(),
    }
)
"""Columns of a post that a message fills, and ``subject``: what stands for it in its key;
``is_service``: WhatsApp itself speaks, in the name of the chat or of a contact."""


def read_contents(messages: pl.DataFrame, *, is_iphone: bool) -> pl.DataFrame:
    """Read what messages with an author say.

    Parameters
    ----------
    messages : polars.DataFrame
        ``line``, ``stamp``, ``has_lead``, ``body`` and ``more``.
    is_iphone : bool
        Whether an iPhone wrote the chat: then what WhatsApp itself says begins with a mark.

    Returns
    -------
    polars.DataFrame
        The messages with `CONTENTS`, in their order.
    """
    whole = pl.concat_str("body", "more", separator="\n", ignore_nulls=True).str.strip_chars("\n\r")
    frame = messages.with_columns(said=whole).with_columns(is_special=_is_special())
    plain = frame.filter(~pl.col("is_special")).with_columns(
        _text_of(pl.col("said")).alias("text"),
        pl.col("said").alias("subject"),
        *(
            pl.lit(None if kind == pl.String else False, kind).alias(name)
            for name, kind in CONTENTS.items()
            if name not in {"text", "subject"}
        ),
    )
    columns = [*messages.columns, *CONTENTS.names()]
    special = frame.filter("is_special")
    if special.is_empty():
        return plain.select(columns)
    read = _read_special(special, is_iphone=is_iphone)
    return pl.concat([plain.select(columns), read.select(columns)]).sort("line")


def _is_special() -> pl.Expr:
    """Whether a message may be anything but plain text."""
    said = pl.col("said")
    return (
        said.str.contains(SPECIAL)
        | said.str.contains("maps.google.com/?q=", literal=True)
        | said.str.contains(_PHRASES)
    )


def _read_special(frame: pl.DataFrame, *, is_iphone: bool) -> pl.DataFrame:
    """Read messages that may be more or less than text."""
    frame = _without_edited(frame)
    frame = frame.with_columns(read_media(frame.select("said", "has_lead"), is_iphone=is_iphone))
    phrase = alike(unmarked(pl.col("said")))
    place = pl.col("said").str.extract_groups(_PLACE)
    frame = frame.with_columns(
        is_withdrawn_by_exporter=phrase.is_in(DELETED_BY_EXPORTER),
        is_deleted=phrase.is_in([*DELETED_BY_EXPORTER, *DELETED_BY_SENDER]),
        is_media=pl.col("kind").is_not_null(),
        location=pl.concat_str(place.struct.field("1"), place.struct.field("2"), separator=","),
    )
    frame = frame.with_columns(
        text=pl.when(~pl.col("is_deleted")).then(
            pl.when("is_media").then("caption").otherwise(_text_of(pl.col("said")))
        ),
        image=pl.when(pl.col("kind") != "contact").then("file"),
        is_service=_is_service() if is_iphone else pl.lit(False),
    )
    extra = [_extra(*row) for row in frame.select(_EXTRA).iter_rows()]
    return frame.with_columns(
        pl.Series("extra", extra, pl.String),
        subject=pl.coalesce("text", "file", "kind", pl.lit("")),
    )


def _without_edited(frame: pl.DataFrame) -> pl.DataFrame:
    """Cut the words off that say that a message was changed (``is_edited``)."""
    parts = pl.col("said").str.extract_groups(_EDITED)
    marker = alike(unmarked(parts.struct.field("marker")))
    frame = frame.with_columns(
        is_edited=marker.is_in(EDITED).fill_null(False), bare=parts.struct.field("text")
    )
    return frame.with_columns(said=pl.when("is_edited").then("bare").otherwise("said"))


def _is_service() -> pl.Expr:
    """Whether an iPhone's message is WhatsApp's own: it begins with a mark and is nothing else.

    A poll is marked at its beginning and again at every option; what has to do with a file is
    marked before its heading too. The mark for right-to-left counts where headings hold it too.
    """
    said = pl.col("said")
    return (
        (
            said.str.starts_with("\u200e")
            | (said.str.starts_with("\u200f") & pl.col("stamp").str.contains("\u200f"))
        )
        & ~pl.col("has_lead")
        & ~pl.col("is_media")
        & ~pl.col("is_deleted")
        & pl.col("location").is_null()
        & ~said.str.contains(f"\n[{MARKS}]")
    )


_EXTRA = ("kind", "is_included", "file", "placeholder", "is_deleted", "is_edited")


@lru_cache(maxsize=10_000)
def _extra(
    kind: str | None,
    is_included: bool | None,
    file: str | None,
    placeholder: str | None,
    is_deleted: bool,
    is_edited: bool,
) -> str | None:
    """Write down what a post's columns do not hold."""
    found: dict[str, str | bool] = {}
    if kind is not None:
        found |= {"media": kind, "included": bool(is_included)}
        if kind == "contact" and file is not None:
            found["file"] = file
        if placeholder is not None:
            found["said"] = placeholder
    if is_deleted:
        found["deleted"] = True
    if is_edited:
        found["edited"] = True
    return json.dumps(found, ensure_ascii=False) if found else None


def _text_of(said: pl.Expr) -> pl.Expr:
    """The words of a message, without the marks before them; null where there are none."""
    bare = said.str.replace(f"^[{MARKS}]+", "")
    return pl.when(bare.str.contains(r"\S")).then(bare)
