"""Real listings through a mapping; the material lies beside the project and is never copied."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from ingest.tables import tables

LISTINGS = Path(__file__).parents[3] / "shared/data/bat-trade/listings.csv"
MAPPING = """
columns:
  platform: shop
  account_id: account
  post_id: ID
  text: [title, description]
  collected_at: date
  price: mean_price
constants:
  currency: USD
"""


def with_opaque_accounts(source: Path, target: Path) -> None:
    """Copy the listings with account ids that differ between platforms, like real ones."""
    with source.open(newline="", encoding="utf-8") as read, target.open("w", newline="") as write:
        rows = list(csv.DictReader(read))
        names = ["account", *(name for name in rows[0] if name not in {"seller", "listing"})]
        writer = csv.DictWriter(write, names, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            who = f"{row['shop']}/{row['seller']}".encode()
            writer.writerow(row | {"account": hashlib.sha256(who).hexdigest()[:12]})


@pytest.mark.real
@pytest.mark.skipif(not LISTINGS.exists(), reason="the real sample material is not here")
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
