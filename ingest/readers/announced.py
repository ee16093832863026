"""Contact details in a column whose name says of which kind they are, such as ``WeChat``."""

from __future__ import annotations

from functools import cache

import polars as pl

from ingest.extract.folding import unify
from ingest.extract.lexicon.shipped import shipped_cues

CONTACTS = ("contact", "account_contact")
"""Columns of the plain table that hold contact details, separated by ``;``."""

KINDS = (
    "wechat", "qq", "line", "kakao", "zalo", "bbm", "telegram", "instagram", "tiktok", "facebook",
    "signal", "whatsapp",
)  # fmt: skip
"""Kinds whose values do not tell by themselves what they are."""

_TELLS_ITSELF = r"[:：=/@]"


def announced(column: pl.Series, header: str) -> pl.Series:
    """Say before each contact detail of a column what kind the column's name gives it.

    Parameters
    ----------
    column : Series of str
        Details separated by ``;``.
    header : str
        The column's name in the source.

    Returns
    -------
    Series of str
        ``WeChat: niao_88`` for ``niao_88`` in a column ``WeChat ID``. A detail that tells its kind
        itself stays as it is, and so does a column whose name announces nothing.
    """
    word = _word(header)
    if word is None:
        return column
    part = pl.element().str.strip_chars()
    said = pl.when((part == "") | part.str.contains(_TELLS_ITSELF)).then(part)
    parts = column.to_frame("own").select(
        pl.col("own").str.split(";").list.eval(said.otherwise(pl.format(word + ": {}", part)))
    )
    return parts.to_series().list.join("; ").alias(column.name)


@cache
def _word(header: str) -> str | None:
    """Give the word of a column's name that announces a kind."""
    cues = shipped_cues()
    known = {word for kind in KINDS for word in cues.of(kind)}
    plain = unify(header).lower().replace("_", " ").strip()
    words = (plain, *plain.split())
    return next((word for word in words if word in known), None)
