"""Contact details that a person wrote down by hand, such as the plain table's ``contact``."""

from __future__ import annotations

import polars as pl

from graph.keys import fold
from ingest.extract.extraction import extract_details
from ingest.extract.extractor import Extractor
from ingest.extract.findings import MENTIONS
from ingest.extract.folding import unify
from ingest.extract.phones import numbers

BY_HAND = "by hand"
_SURE = 0.95
_NOT_UNDERSTOOD = 0.2
_LONGEST_OTHER = 200


def parse_contact(value: str, platform: str | None, region: str | None) -> pl.DataFrame:
    """Read one value of a ``contact`` column; see `extract_by_hand`.

    Parameters
    ----------
    value : str
        Details separated by ``;``.
    platform : str or None
    region : str or None

    Returns
    -------
    DataFrame
        `findings.MENTIONS`, the key null.
    """
    row = {"key": [None], "contact": [value], "platform": [platform]}
    return extract_by_hand(pl.DataFrame(row, schema=dict.fromkeys(row, pl.String)), region)


def extract_by_hand(
    rows: pl.DataFrame, region: str | None, extractor: Extractor | None = None
) -> pl.DataFrame:
    """Read contact details recorded by hand.

    Parameters
    ----------
    rows : DataFrame
        ``key contact platform``; ``contact`` holds details separated by ``;``, null none.
    region : str or None
        ISO 3166 code of the country whose national telephone numbers are meant.
    extractor : Extractor, optional
        What to read with; by default what is shipped.

    Returns
    -------
    DataFrame
        `findings.MENTIONS`, in the order of the rows; ``start`` and ``end`` null, rule
        ``by hand``. What is not understood is kept as kind ``other`` with a low confidence,
        so that nothing is lost. The same detail twice in one row counts once.
    """
    parts = (
        rows.lazy()
        .with_row_index("row")
        .select("row", "key", "platform", part=pl.col("contact").str.split(";"))
        .explode("part")
        .with_columns(pl.col("part").str.strip_chars())
        .filter(pl.col("part").str.len_chars() > 0)
        .with_row_index("place")
    )
    distinct = (
        parts.select("part", "platform")
        .unique(maintain_order=True)
        .with_row_index("id")
        .with_columns(pl.col("id").cast(pl.String))
        .collect()
    )
    understood = extract_details(
        distinct.select("platform", key="id", text="part"), region, extractor
    )
    left = distinct.join(understood, left_on="id", right_on="key", how="anti")
    bare = pl.DataFrame(
        [_bare(key, part, region) for key, part in left.select("id", "part").rows()],
        schema=understood.schema,
        orient="row",
    )
    found = pl.concat([understood, bare]).with_columns(
        start=pl.lit(None, pl.Int64),
        end=pl.lit(None, pl.Int64),
        rule=pl.lit(BY_HAND),
        confidence=pl.when(pl.col("kind").is_in(["other", "unresolved"]))
        .then(_NOT_UNDERSTOOD)
        .otherwise(_SURE),
    )
    return (
        parts.join(distinct.lazy(), on=["part", "platform"], nulls_equal=True)
        .join(found.lazy(), left_on="id", right_on="key", maintain_order="left_right")
        .sort("place", maintain_order=True)
        .unique(["row", "detail_key"], keep="first", maintain_order=True)
        .select(MENTIONS.names())
        .collect()
    )


def _bare(key: str, part: str, region: str | None) -> tuple:
    """Read a detail that stands by itself, without the words that a text would need around it."""
    digits = "".join(letter for letter in unify(part) if letter in "+0123456789")
    is_number = not any(letter.isalpha() for letter in part)
    number = numbers.clean(digits, region) if is_number else None
    if number is not None:
        return key, "phone", number, f"phone:{number}", part, None, None, "", None, None, None
    value = fold(part)[:_LONGEST_OTHER]
    return key, "other", value, f"other:{value}", part, None, None, "", None, None, None
