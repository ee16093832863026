"""Posts that Meta Content Library lets researchers download."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader

_CUT = re.compile(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d+")
_WHOLE = re.compile(r"(\d+)\.0+")


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns; the names of other columns are kept.

    The library's ids are its own and not those of facebook.com: they are marked ``mcl-``, and
    names in addresses are kept beside the post only, so that nothing of it is ever taken for
    what another tool captured.
    """
    parts = {
        "kind": cells.take("surface.type"),
        "id": cells.made("surface.id", _marked),
        "name": cells.take("surface.name"),
    }
    in_group = pl.col("kind").str.to_lowercase().str.contains("group").fill_null(value=False)
    group = as_frame(parts).select(
        pl.when(in_group).then(pl.col("id")).alias("id"),
        pl.when(in_group).then(pl.col("name")).alias("name"),
        pl.when(~in_group).then(pl.col("name")).alias("surface"),
    )
    return {
        "platform": cells.constant("facebook"),
        "account_id": cells.made("post_owner.id", _marked),
        "account_name": cells.take("post_owner.name"),
        "group_id": group["id"],
        "group_name": group["name"],
        "post_id": cells.made("id", _marked),
        "post_url": cells.take("mcl_url"),
        "posted_at": cells.take("creation_time"),
        "text": cells.take("text"),
        "surface.type": parts["kind"],
        "surface.name": group["surface"],
        **cells.rest(),
    }


def _marked(native_id: str) -> str:
    """Mark an id as the library's; one that a spreadsheet cut short stays to be refused."""
    found = native_id.strip()
    if _CUT.fullmatch(found):
        return found
    whole = _WHOLE.fullmatch(found)
    return f"mcl-{whole[1] if whole else found}"


def _fits(looks: Looks) -> bool:
    """Whether a table has the library's columns, with the surfaces that only Facebook has."""
    return looks.kinds == {"table"} and looks.has(
        "mcl_url", "creation_time", "post_owner.id", "surface.id"
    )


CONTENT_LIBRARY = Reader(
    name="meta-content-library",
    title="Meta Content Library CSV",
    example="id,mcl_url,creation_time,…,post_owner.id,post_owner.name,…,surface.id,…",
    read=table_reader(plain),
    fits=_fits,
)
