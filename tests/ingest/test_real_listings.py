"""Real listings through a mapping; the material lies beside the project and is never copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.listings import LISTINGS, MAPPING, needs_listings, with_opaque_accounts


@pytest.mark.real
@needs_listings
def test_bat_listings(workspace: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "listings.csv"
    with_opaque_accounts(LISTINGS, table)
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(MAPPING)
    options = ReadOptions(mapping=load_mapping(mapping))
    (source,) = ingest(workspace, [table], options, who="ana").sources
    assert (source.rows_read, source.rows_rejected, source.warning) == (
        source.rows_accepted,
        0,
        None,
    )
    assert (source.posts, source.accounts, source.groups) == (856, 144, 0)
    ensure_derived(workspace, Archive(workspace))
    known = tables(workspace)
    assert (len(known.posts), len(known.accounts)) == (856, 144)
    assert known.posts["text"].null_count() == 0
    assert set(known.accounts["platform"]) == {"amazon", "ebay", "etsy"}
