"""Detection on real listings, where re-used descriptions are all the evidence there is."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from graph.detect import run
from graph.settings import DetectionSettings
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.listings import LISTINGS, MAPPING, needs_listings, opaque_id, with_opaque_accounts
from tests.worlds import calibration


@pytest.mark.real
@needs_listings
def test_reused_descriptions_are_found_and_ties_stay_few(tmp_path: Path) -> None:
    table, mapping = tmp_path / "listings.csv", tmp_path / "mapping.yaml"
    with_opaque_accounts(LISTINGS, table)
    mapping.write_text(MAPPING, encoding="utf-8")
    workspace = open_workspace(tmp_path / "workspace")
    ingest(workspace, [table], ReadOptions(mapping=load_mapping(mapping)), who="test")
    ensure_derived(workspace, Archive(workspace))
    found = run(tables(workspace), DetectionSettings(), calibration())
    users = {frozenset(part["account_key"]) for _, part in found.texts.group_by("text_key")}
    for seller in ("seller_006", "seller_008"):
        pair = {f"{shop.lower()}:{opaque_id(shop, seller)}" for shop in ("eBay", "Etsy")}
        assert pair in users, seller
    assert found.texts["text_key"].n_unique() >= 12
    assert 1 <= len(found.ties) <= 5
    identifiers = found.reasons.filter(pl.col("family") == "identifier")
    assert identifiers["layer"].to_list() == ["instagram"]
    explained = set(found.clusters["alternatives"].list.first())
    assert explained == {"family", "same market or language"}
